"""Pages for officers: build a survey, give it out, enter answers, keep the lists."""

import io
from collections.abc import Callable

import segno
from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as Answer

from webapp.accounts import service as accounts
from webapp.shared.languages import language
from webapp.shared.pagination import page_number
from webapp.shared.receipt_words import spoken
from webapp.surveys import service, wording
from webapp.surveys.forms.answers import AboutForm, answer_form
from webapp.surveys.forms.building import (
    BankForm,
    EntryForm,
    FactsForm,
    NameForm,
    QuestionForm,
    SampleForm,
)
from webapp.surveys.models import Survey
from webapp.surveys.rules.questions import Channel, Segment, State, SurveyKind

bp = Blueprint("surveys_staff", __name__, url_prefix="/staff/surveys")
bp.before_request(accounts.require_staff)
NUMBER = "int(max=2147483647)"
ONE = f"/<{NUMBER}:survey_id>"
DONE: dict[str, LazyString] = {
    "question": _l("The question is added."),
    "bank": _l("The question is added."),
    "remove": _l("The question is taken out."),
    "up": _l("The question stands one place earlier."),
    "open": _l("The survey is open."),
    "close": _l("The survey is closed."),
    "sample": _l("The letters go out."),
}


@bp.context_processor
def words() -> dict[str, object]:
    return {"wording": wording}


def _secret() -> str:
    return str(current_app.config["SECRET_KEY"])


@bp.get("")
def list_surveys() -> str:
    return render_template(
        "surveys_staff/list_surveys.html", page=service.list_surveys(page_number())
    )


@bp.route("/new", methods=["GET", "POST"])
def new_survey() -> str | Answer:
    form = FactsForm(service.surveyed_services(), language())
    if form.validate_on_submit():
        survey = service.make_survey(form.facts(), accounts.staff_id())
        return redirect(url_for("surveys_staff.show_survey", survey_id=survey.id))
    return render_template("surveys_staff/new_survey.html", form=form)


@bp.route(f"{ONE}/facts", methods=["GET", "POST"])
def change_facts(survey_id: int) -> str | Answer:
    survey = service.survey_by_id(survey_id)
    form = FactsForm(service.surveyed_services(), language(), obj=survey)
    if request.method == "GET":
        form.kind.data = survey.kind.value
        form.service.data = str(survey.service_id or "")
        for field in (form.opens_on, form.closes_on):
            field.data = f"{field.data:%d/%m/%Y}" if field.data else ""
    if form.validate_on_submit():
        service.change_facts(survey_id, form.facts(), accounts.staff_id())
        return redirect(url_for("surveys_staff.show_survey", survey_id=survey_id))
    return render_template("surveys_staff/change_facts.html", form=form, survey=survey)


@bp.route(ONE, methods=["GET", "POST"])
def show_survey(survey_id: int) -> str | Answer:
    survey = service.survey_by_id(survey_id)
    forms: dict[str, FlaskForm] = {
        "question": QuestionForm(survey, language(), prefix="question"),
        "bank": BankForm(service.bank(), language(), prefix="bank"),
        "sample": SampleForm(prefix="sample"),
        "entry": EntryForm(prefix="entry"),
    }
    deed = request.args.get("do", "")
    form = forms.get(deed, FlaskForm()) if request.method == "POST" else None
    if form is not None and form.validate():
        answer = _done(deed, survey, form)
        if answer:
            return answer
    return render_template(
        "surveys_staff/show_survey.html",
        survey=survey,
        form=form,
        forms=forms,
        count=service.count_responses(survey),
        conditions=_conditions(survey),
        places=_places(survey),
        spoken=spoken(survey.key + "0000", language())[:2],
    )


def _done(deed: str, survey: Survey, form: FlaskForm) -> Answer | None:
    """Do a deed; where to go on, or None where the form says why not."""
    if deed == "entry":
        return _enter(survey, Channel(form.channel.data), form)
    if deed == "version":
        survey = service.new_version(survey.id, accounts.staff_id())
        flash(_("This is a new version, with the same questions. Change it, then open it."))
    elif deed in _DEEDS:
        try:
            _DEEDS[deed](survey, form)
        except service.NotReadyToOpen:
            form.form_errors.append(
                _("A survey needs a question, and a last day that has not passed.")
            )
            return None
        except service.NotOpen:
            form.form_errors.append(_("The survey is not open today."))
            return None
        flash(str(DONE[deed]))
    else:
        abort(400)
    return redirect(url_for("surveys_staff.show_survey", survey_id=survey.id))


def _enter(survey: Survey, channel: Channel, form: FlaskForm) -> Answer | None:
    try:
        response = service.enter(survey, service.Arrival(channel), accounts.staff_id())
    except service.NotOpen:
        form.form_errors.append(_("The survey is not open today."))
        return None
    return redirect(url_for("surveys_staff.enter_answers", response_id=response.id))


def _sample(survey: Survey, form: FlaskForm) -> None:
    chosen = form.segment.data
    service.invite_sample(
        survey,
        form.addresses.data.splitlines(),
        form.size.data,
        Segment(chosen) if chosen else None,
        form.lang.data,
        accounts.staff_id(),
        _secret(),
    )


def _question_id() -> int:
    text = request.args.get("question", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


_DEEDS: dict[str, Callable[[Survey, FlaskForm], object]] = {
    "question": lambda s, f: service.add_question(s.id, f.asked(), accounts.staff_id()),
    "bank": lambda s, f: service.add_question(
        s.id, service.bank()[f.key.data], accounts.staff_id()
    ),
    "remove": lambda s, f: service.remove_question(s.id, _question_id(), accounts.staff_id()),
    "up": lambda s, f: service.move_up(s.id, _question_id(), accounts.staff_id()),
    "open": lambda s, f: service.open_survey(s.id, accounts.staff_id()),
    "close": lambda s, f: service.close_survey(s.id, accounts.staff_id()),
    "sample": _sample,
}


def _conditions(survey: Survey) -> dict[int, str]:
    """Of each question that depends on another, when it is asked."""
    by_id = {question.id: question for question in survey.questions}
    said = {}
    for question in survey.questions:
        earlier = by_id.get(question.asked_if_id or 0)
        if earlier:
            name = dict(wording.values(earlier, language()))[question.asked_if_value or 0]
            said[question.id] = _(
                "Only if you answered question %(n)s with: %(answer)s", n=earlier.place, answer=name
            )
    return said


def _places(survey: Survey) -> list[tuple[str, str, str]]:
    """Where a survey is given out: what it is called, its address, its QR code's address."""
    if survey.state != State.OPEN:
        return []
    points = service.points_of(survey.service)
    given = [(_("Everywhere"), None), *((getattr(p, language()), p.id) for p in points)]
    return [
        (
            name,
            _address(survey, "link", point),
            url_for("surveys_staff.show_qr", survey_id=survey.id, point=point),
        )
        for name, point in given
    ]


def _address(survey: Survey, via: str, point: int | None) -> str:
    base = current_app.extensions["settings"].BASE_URL
    query = f"?via={via}" + (f"&point={point}" if point else "")
    return f"{base}/surveys/{survey.key}" + ("" if via == "link" and not point else query)


@bp.get(f"{ONE}/qr.svg")
def show_qr(survey_id: int) -> Response:
    survey = service.survey_by_id(survey_id)
    asked, points = request.args.get("point", ""), service.points_of(survey.service)
    point = next((one.id for one in points if str(one.id) == asked), None)
    drawn = io.BytesIO()
    code = segno.make_qr(_address(survey, "qr", point), error="m")
    code.save(drawn, kind="svg", scale=6, border=4, light="#fff", svgclass=None, lineclass=None)
    return Response(drawn.getvalue(), mimetype="image/svg+xml")


@bp.route(f"/responses/<{NUMBER}:response_id>", methods=["GET", "POST"])
def enter_answers(response_id: int) -> str | Answer:
    response, survey = service.response_entered(response_id)
    posted = request.form if request.method == "POST" else None
    form = answer_form(survey.questions, language(), {}, posted)
    about = AboutForm(service.points_of(survey.service), language(), prefix="about")
    if form.validate_on_submit():
        given = form.given()
        wrong = [q for q in survey.questions if q.id in given or form[f"q{q.id}"].data]
        if form.check(wrong):
            service.keep(response, given, survey.questions)
            service.finish(response, about.said_segment, about.said_point, about.notes.data or "")
            flash(_("The answers are kept."))
            return redirect(url_for("surveys_staff.show_survey", survey_id=survey.id))
    return render_template(
        "surveys_staff/enter_answers.html",
        survey=survey,
        form=form,
        about=about,
        response=response,
        is_interview=survey.kind == SurveyKind.INTERVIEW or response.channel == Channel.INTERVIEW,
        conditions=_conditions(survey),
    )


@bp.get(f"{ONE}/words")
def show_words(survey_id: int) -> str:
    survey = service.survey_by_id(survey_id)
    return render_template(
        "surveys_staff/show_words.html", survey=survey, themes=service.texts_by_theme(survey)
    )


@bp.route("/services", methods=["GET", "POST"])
def list_services() -> str | Answer:
    form = NameForm()
    if form.validate_on_submit():
        under = request.args.get("service", "")
        names = (form.th.data.strip(), form.en.data.strip(), accounts.staff_id())
        if under.isascii() and under.isdigit() and len(under) < 10:
            service.list_point(int(under), *names)
        else:
            service.list_service(*names)
        return redirect(url_for("surveys_staff.list_services"))
    listed = service.surveyed_services()
    asked = request.args.get("service", "")
    under_one = next((one for one in listed if str(one.id) == asked), None)
    return render_template(
        "surveys_staff/list_services.html", form=form, listed=listed, under=under_one
    )


@bp.post(f"/services/<kind>/<{NUMBER}:listed_id>/end")
def end_listing(kind: str, listed_id: int) -> Answer:
    service.end_listing(kind, listed_id, accounts.staff_id())
    return redirect(url_for("surveys_staff.list_services"))


@bp.route("/bank", methods=["GET", "POST"])
def list_bank() -> str | Answer:
    form = QuestionForm(None, language())
    if form.validate_on_submit():
        service.keep_in_bank(form.asked(), accounts.staff_id())
        flash(_("The question is in the bank."))
        return redirect(url_for("surveys_staff.list_bank"))
    return render_template("surveys_staff/list_bank.html", form=form, bank=service.bank())
