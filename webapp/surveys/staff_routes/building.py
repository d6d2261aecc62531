"""Making a survey: its facts and questions, opening, closing, a new version, a sample."""

from collections.abc import Callable

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import LazyString, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as Answer

from webapp.accounts import service as accounts
from webapp.shared.languages import language
from webapp.shared.pagination import page_number
from webapp.surveys import service, wording
from webapp.surveys.forms.building import (
    BankForm,
    EntryForm,
    PaperCodeForm,
    QuestionForm,
    SampleForm,
    facts_form,
)
from webapp.surveys.models import Survey
from webapp.surveys.paper import paper_code
from webapp.surveys.rules.questions import Channel
from webapp.surveys.staff_routes.blueprint import ONE, bp, number, secret
from webapp.surveys.staff_routes.giving import (
    counters,
    line_address,
    not_wanted,
    places,
    spoken_key,
)

DONE: dict[str, LazyString] = {
    "question": _l("The question is added."),
    "bank": _l("The question is added."),
    "remove": _l("The question is taken out."),
    "up": _l("The question stands one place earlier."),
    "open": _l("The survey is open."),
    "close": _l("The survey is closed."),
    "ready": _l("The ready questions are added."),
}
# Where on the page one goes on after a deed; its top after those that are not here.
PLACES = {"question": "write", "bank": "bank", "remove": "questions", "up": "questions"}


@bp.route("", methods=["GET", "POST"])
def list_surveys() -> str | Answer:
    form = PaperCodeForm()
    if form.validate_on_submit():
        try:
            found = service.survey_of_paper(form.code.data)
            return redirect(
                url_for("surveys_staff.show_survey", survey_id=found.id, _anchor="enter")
            )
        except service.SurveyNotFound:
            form.code.errors = [
                _("No survey has this code. It has six signs; read them from the paper again.")
            ]
    return render_template(
        "surveys_staff/list_surveys.html",
        form=form,
        page=service.list_surveys(page_number()),
        has_pulse=service.has_open_pulse(),
    )


@bp.route("/new", methods=["GET", "POST"])
def new_survey() -> str | Answer:
    form = facts_form(service.surveyed_services(), language())
    if form.validate_on_submit():
        survey = service.make_survey(form.facts(), accounts.staff_id())
        return redirect(url_for("surveys_staff.show_survey", survey_id=survey.id))
    return render_template("surveys_staff/new_survey.html", form=form)


@bp.route(f"{ONE}/facts", methods=["GET", "POST"])
def change_facts(survey_id: int) -> str | Answer:
    survey = service.survey_by_id(survey_id)
    form = facts_form(
        service.surveyed_services(), language(), obj=survey, wanted=survey.group_quotas
    )
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
    names = wording.segment_names(language())
    return render_template(
        "surveys_staff/show_survey.html",
        survey=survey,
        form=form,
        forms=forms,
        count=service.count_responses(survey),
        ready=len(service.ready_questions(survey.kind)),
        volunteers=service.count_volunteers(),
        groups=wording.volunteers(service.volunteers_by_group()),
        paper_code=paper_code(survey),
        conditions=wording.conditions(survey, language()),
        quotas=[f"{names[key]}: {most:,}" for key, most in survey.group_quotas.items()],
        places=places(survey),
        line_address=line_address(survey),
        counters=counters(survey),
        spoken=spoken_key(survey),
        can_enter=service.may_enter(survey, Channel.PAPER),
        late_until=service.entered_until(survey),
    )


def _done(deed: str, survey: Survey, form: FlaskForm) -> Answer | None:
    """Do a deed; where to go on, or None where the form says why not."""
    if deed == "entry":
        return _enter(survey, Channel(form.channel.data), form)
    if deed == "version":
        survey = service.new_version(survey.id, accounts.staff_id())
        flash(_("This is a new version, with the same questions. Change it, then open it."))
    elif deed == "sample":
        return _sample(survey, form)
    elif deed in _DEEDS:
        try:
            _DEEDS[deed](survey, form)
        except service.NotReadyToOpen:
            form.form_errors.append(
                _("A survey needs a question, and a last day that has not passed.")
            )
            return None
        flash(str(DONE[deed]))
    else:
        abort(400)
    # Who writes one question after the other comes back to where the next one is written.
    at = PLACES.get(deed)
    return redirect(url_for("surveys_staff.show_survey", survey_id=survey.id, _anchor=at))


def _enter(survey: Survey, channel: Channel, form: FlaskForm) -> Answer | None:
    try:
        response = service.enter(survey, service.Arrival(channel), accounts.staff_id())
    except service.NotOpen:
        form.form_errors.append(not_wanted(survey))
        return None
    return redirect(url_for("surveys_staff.enter_answers", response_id=response.id))


def _sample(survey: Survey, form: FlaskForm) -> Answer | None:
    """Write to a sample of the addresses given, or of those who let themselves be asked."""
    segment = form.segment.data or None
    addresses = (form.addresses.data or "").split()
    by, size = accounts.staff_id(), form.size.data
    try:
        if addresses:
            drawn = service.invite_sample(
                survey, addresses, size, segment, form.lang.data, by, secret()
            )
        else:
            drawn = service.invite_volunteers(survey, size, segment, by, secret())
    except service.GroupFull:
        form.segment.errors = [_("Enough people of this group have answered. Choose another one.")]
        return None
    except service.NotOpen:
        form.form_errors.append(not_wanted(survey))
        return None
    flash(ngettext("%(num)d message goes out.", "%(num)d messages go out.", drawn))
    return redirect(url_for("surveys_staff.show_survey", survey_id=survey.id))


def _add_ready(survey: Survey, form: FlaskForm) -> None:
    for asked in service.ready_questions(survey.kind):
        service.add_question(survey.id, asked, accounts.staff_id())


def _asked_for() -> int:
    return number(request.args.get("question", ""))


_DEEDS: dict[str, Callable[[Survey, FlaskForm], object]] = {
    "question": lambda s, f: service.add_question(s.id, f.asked(), accounts.staff_id()),
    "bank": lambda s, f: service.add_question(
        s.id, service.bank()[f.key.data], accounts.staff_id()
    ),
    "remove": lambda s, f: service.remove_question(s.id, _asked_for(), accounts.staff_id()),
    "up": lambda s, f: service.move_up(s.id, _asked_for(), accounts.staff_id()),
    "open": lambda s, f: service.open_survey(s.id, accounts.staff_id()),
    "close": lambda s, f: service.close_survey(s.id, accounts.staff_id()),
    "ready": _add_ready,
}
