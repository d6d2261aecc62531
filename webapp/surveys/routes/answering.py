"""Answering a survey: its first page, its questions, handing in."""

from collections.abc import Sequence

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from webapp.bills import service as bills
from webapp.extensions import limiter
from webapp.shared.kept_forms import keep_typed
from webapp.shared.languages import language
from webapp.surveys import browser, service, wording
from webapp.surveys.forms.answers import AboutForm, AnswerForm, answer_form
from webapp.surveys.models import Survey, SurveyQuestion, SurveyResponse
from webapp.surveys.routes.blueprint import SURVEY, bp, secret
from webapp.surveys.rules.questions import BY_STAFF, Channel, Kind

# `then` in the address of a question that was opened from the last page, to which it leads back.
CHECK = "check"
# What has been answered so far, by question.
Kept = dict[int, Sequence[int] | str]


@bp.route(SURVEY, methods=["GET", "POST"])
def show_survey(key: str) -> str | Answer:
    survey = service.survey_by_key(key)
    if request.method == "POST":
        person, *letters = browser.present().people
        return _begin(survey, person, _arrival(survey), letters)
    return _first_page(survey)


@bp.route("/letter/<token>", methods=["GET", "POST"])
def show_letter(token: str) -> str | Answer:
    survey, (person, *earlier), arrival = service.invited(token, secret())
    service.join_by_key(service.invited_key(token, secret()))
    if request.method == "POST":
        # Whose letter it is the letter alone says: somebody else may have answered in this browser.
        return _begin(survey, person, arrival, earlier, claims=True)
    return _first_page(
        survey,
        over=arrival.segment in service.full_groups(survey),
        # She may have been the one, so that she is told of it.
        answered_here=service.has_answered(survey, [browser.present().person], secret()),
    )


def _first_page(
    survey: Survey, answered: bool = False, over: bool = False, answered_here: bool = False
) -> str:
    """`over`: no more answers are wanted of the person's group. `answered_here`: somebody has
    answered by the public link in this browser."""
    names = wording.segment_names(language())
    closed = over or not service.is_open(survey) or service.is_full(survey)
    return render_template(
        "surveys/show_survey.html",
        survey=survey,
        closed=closed,
        answered=answered,
        answered_here=answered_here,
        full=[names[group] for group in service.full_groups(survey)],
        bill=bills.get_bill(survey.bill) if survey.bill else None,
    )


def _begin(
    survey: Survey,
    person: str,
    arrival: service.Arrival,
    known_as: Sequence[str],
    claims: bool = False,
) -> str | Answer:
    try:
        response = service.begin(survey, person, arrival, secret(), known_as, claims)
    except service.AnsweredAlready:
        return _first_page(survey, answered=True)
    except service.NotOpen as refusal:
        return _first_page(survey, over=isinstance(refusal, service.GroupFull))
    # Who answers a letter is not asked again by this browser either.
    service.note_asked(browser.present())
    token = service.link_token(response, secret())
    return redirect(url_for("surveys.answer_survey", token=token))


def _over(response: SurveyResponse, survey: Survey, over: bool = False) -> str | Answer:
    """What is shown of answers that cannot go on; at a counter, where the next one begins."""
    if start := _at_counter(response):
        return redirect(start)
    return _first_page(survey, answered=response.finished_on is not None, over=over)


def _arrival(survey: Survey) -> service.Arrival:
    via = request.args.get("via", "")
    known = via in list(Channel) and via not in (*BY_STAFF, Channel.COUNTER)
    point = request.args.get("point", "")
    points = {str(one.id) for one in service.points_of(survey.service)}
    return service.Arrival(
        Channel(via) if known else Channel.LINK, int(point) if point in points else None
    )


@bp.route("/answer/<token>", methods=["GET", "POST"])
@limiter.limit("120 per 10 minutes", methods=["POST"])
def answer_survey(token: str) -> str | Answer:
    response, survey = service.response_of(token, secret())
    if response.finished_on or not service.is_open(survey):
        return _over(response, survey)
    kept = service.answers_of(response)
    shown = _shown(survey, kept)
    form = answer_form(shown, language(), kept, request.form if request.method == "POST" else None)
    if request.method == "POST" and form.validate_on_submit():
        given = {**kept, **form.given()}
        if form.check([q for q in service.asked_of(survey, given) if q in shown]):
            service.keep(response, form.given(), shown)
            return redirect(_next(survey, token, given, shown))
    return _question_page(response, token, form, kept)


def _answers_again(message: str) -> str:
    """The questions with what was answered, when it could not be taken."""
    token = str((request.view_args or {})["token"])
    response, survey = service.response_of(token, secret())
    kept = service.answers_of(response)
    form = answer_form(_shown(survey, kept), language(), kept, request.form)
    form.form_errors.append(message)
    return _question_page(response, token, form, kept)


keep_typed(bp, {"surveys.answer_survey": _answers_again})


def _shown(survey: Survey, kept: Kept) -> list[SurveyQuestion]:
    """The questions of this page: all, or the one asked for, or the first not yet answered."""
    if not survey.one_a_page:
        return list(survey.questions)
    asked = service.asked_of(survey, kept)
    wanted = [q for q in asked if str(q.place) == request.args.get("question")]
    left = [question for question in asked if question.id not in kept]
    return (wanted or left or asked)[:1]


def _next(survey: Survey, token: str, given: Kept, shown: list[SurveyQuestion]) -> str:
    asked = service.asked_of(survey, given)
    later = [question for question in asked if question.place > shown[-1].place]
    if survey.one_a_page and later and request.args.get("then") != CHECK:
        return url_for("surveys.answer_survey", token=token, question=later[0].place)
    return url_for("surveys.hand_in", token=token)


def _question_page(response: SurveyResponse, token: str, form: AnswerForm, kept: Kept) -> str:
    survey, shown = service.survey_by_id(response.survey_id), form.questions
    earlier = [q for q in service.asked_of(survey, kept) if q.place < shown[0].place]
    return render_template(
        "surveys/answer_survey.html",
        survey=survey,
        token=token,
        form=form,
        shown=shown,
        # The one before that this person was asked: a branch may have left some out.
        before=earlier[-1].place if earlier else None,
        # What is sent goes to the question on the page, whatever has been answered meanwhile.
        here=url_for(
            "surveys.answer_survey",
            token=token,
            question=shown[0].place if survey.one_a_page else None,
            then=request.args.get("then"),
        ),
        address=request.host_url.rstrip("/") + url_for("surveys.answer_survey", token=token),
        start_anew=_at_counter(response),
        conditions={f"q{q}": said for q, said in wording.conditions(survey, language()).items()},
    )


@bp.route("/answer/<token>/hand-in", methods=["GET", "POST"])
def hand_in(token: str) -> str | Answer:
    response, survey = service.response_of(token, secret())
    over = response.segment in service.full_groups(survey) or service.is_full(survey)
    if over or response.finished_on or not service.is_open(survey):
        return _over(response, survey, over)
    kept = service.answers_of(response)
    needed = [q for q in service.asked_of(survey, kept) if q.is_required and q.id not in kept]
    if needed:
        return redirect(_to_change(survey, token, needed[0]))
    points = [] if response.point_id else service.points_of(survey.service)
    form = AboutForm(points, language())
    if form.validate_on_submit():
        try:
            service.finish(response, form.said_segment, form.said_point)
        except service.GroupFull:
            form.refuse_group()
        else:
            next_one = _at_counter(response, "1")
            return redirect(next_one or url_for("surveys.thank", key=survey.key))
    return render_template(
        "surveys/hand_in.html",
        survey=survey,
        token=token,
        form=form,
        points=points,
        ask_segment=response.segment is None,
        start_anew=_at_counter(response),
        answers=[
            (question, _said(question, kept.get(question.id)), _to_change(survey, token, question))
            for question in service.asked_of(survey, kept)
        ],
    )


def _at_counter(response: SurveyResponse, answered: str | None = None) -> str:
    """Where the next person begins on a device at a counter; "" elsewhere."""
    if response.channel != Channel.COUNTER:
        return ""
    token = service.counter_token(response.survey_id, response.point_id, secret())
    return url_for("surveys.start_at_counter", token=token, answered=answered)


def _said(question: SurveyQuestion, given: Sequence[int] | str | None) -> str:
    """An answer in words; "" where there is none."""
    if given is None or isinstance(given, str):
        return given or ""
    if question.kind == Kind.NUMBER:
        return str(given[0])
    names = dict(wording.values(question, language()))
    return ", ".join(names[value] for value in given)


def _to_change(survey: Survey, token: str, question: SurveyQuestion) -> str:
    """Where an answer is changed: a page of its own, or its place on the page of all."""
    if not survey.one_a_page:
        return url_for("surveys.answer_survey", token=token, _anchor=f"q{question.id}")
    return url_for("surveys.answer_survey", token=token, question=question.place, then=CHECK)


@bp.get(f"{SURVEY}/thanks")
def thank(key: str) -> str:
    return render_template("surveys/thank.html", survey=service.survey_by_key(key))
