"""Giving a survey out: its addresses and QR codes; entering answers for a person."""

import io
from datetime import date

import segno
from flask import Response, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as Answer

from webapp.shared import clock
from webapp.shared.dates import day as day_said
from webapp.shared.languages import language
from webapp.shared.receipt_words import spoken
from webapp.surveys import service, wording
from webapp.surveys.forms.answers import AnswerForm, EntryAboutForm, answer_form
from webapp.surveys.models import ServicePoint, Survey, SurveyResponse
from webapp.surveys.rules.questions import Channel, State, SurveyKind
from webapp.surveys.staff_routes.blueprint import NUMBER, ONE, bp, secret


def places(survey: Survey) -> list[tuple[str, str, str, str]]:
    """Where a survey is given out: what it is called, its address, its QR code's address, that of
    the notice to hang up."""
    if survey.state != State.OPEN or survey.kind == SurveyKind.INTERVIEW:
        return []
    points = service.points_of(survey.service)
    given = [(_("Everywhere"), None), *((getattr(p, language()), p.id) for p in points)]
    return [
        (
            name,
            address(survey, "link", point),
            url_for("surveys_staff.show_qr", survey_id=survey.id, point=point),
            url_for("surveys_staff.show_notice", survey_id=survey.id, point=point),
        )
        for name, point in given
    ]


def counters(survey: Survey) -> list[tuple[str, str]]:
    """The links of devices at counters, one for each point of service: its name and its address."""
    if survey.state != State.OPEN or survey.kind == SurveyKind.INTERVIEW:
        return []
    base = current_app.extensions["settings"].BASE_URL
    points = service.points_of(survey.service)
    given: list[tuple[str, int | None]] = [(getattr(p, language()), p.id) for p in points]
    return [
        (name, f"{base}/surveys/counter/{service.counter_token(survey.id, point, secret())}")
        for name, point in given or [(_("Everywhere"), None)]
    ]


def line_address(survey: Survey) -> str:
    """The address to give out by LINE, so that answers are counted as come from there."""
    return address(survey, "line", None)


def address(survey: Survey, via: str, point: int | None) -> str:
    """The whole address of a survey, with the way by which and the point at which it is given."""
    base = current_app.extensions["settings"].BASE_URL
    query = f"?via={via}" + (f"&point={point}" if point else "")
    return f"{base}/surveys/{survey.key}" + ("" if via == "link" and not point else query)


def spoken_key(survey: Survey) -> list[list[str]]:
    """The last signs of a survey's address in words, group by group."""
    return spoken(survey.key + "0000", language())[:2]


def point_asked(survey: Survey) -> ServicePoint | None:
    """The point of service that the address of a page names."""
    asked = request.args.get("point", "")
    return next((p for p in service.points_of(survey.service) if str(p.id) == asked), None)


@bp.get(f"{ONE}/qr.svg")
def show_qr(survey_id: int) -> Response:
    survey = service.survey_by_id(survey_id)
    point = point_asked(survey)
    drawn = io.BytesIO()
    code = segno.make_qr(address(survey, "qr", point.id if point else None), error="m")
    code.save(drawn, kind="svg", scale=6, border=4, light="#fff", svgclass=None, lineclass=None)
    return Response(drawn.getvalue(), mimetype="image/svg+xml")


def not_wanted(survey: Survey) -> str:
    """Why no more answers can be asked for or taken."""
    until = service.entered_until(survey)
    if until is not None and until < clock.today():
        return too_late(survey, until)
    return _("The survey is not open today, or has as many answers as it wants.")


def too_late(survey: Survey, until: date) -> str:
    """That answers which came in time are not entered any more."""
    return _(
        "The survey took answers until %(last)s. What had come by then could be entered until "
        "%(until)s.",
        last=day_said(survey.closes_on),
        until=day_said(until),
    )


def _handed_in(
    response: SurveyResponse, survey: Survey, form: AnswerForm, about: EntryAboutForm
) -> bool:
    """Hand answers in; False, with the reason in the form, where they cannot be taken."""
    notes, day = about.notes.data or "", about.filled_on.day
    try:
        service.keep(response, form.given(), survey.questions)
        service.finish(response, about.said_segment, about.said_point, notes, day)
    except service.GroupFull:
        about.refuse_group()
    except service.DayOutside:
        is_late = service.entered_until(survey) is not None
        last = day_said(survey.closes_on) if is_late else ""
        about.refuse_day(day_said(survey.opens_on), last)
    except service.NotOpen:
        about.form_errors.append(not_wanted(survey))
    else:
        return True
    return False


@bp.route(f"/responses/<{NUMBER}:response_id>", methods=["GET", "POST"])
def enter_answers(response_id: int) -> str | Answer:
    response, survey = service.response_entered(response_id)
    posted = request.form if request.method == "POST" else None
    form = answer_form(survey.questions, language(), {}, posted)
    late_until = service.entered_until(survey)
    # It is sent with the questions, whose form has the token against forgery.
    about = EntryAboutForm(
        service.points_of(survey.service), language(), prefix="about",
        meta={"csrf": False}, filled_on=None if late_until else clock.today(),
    )  # fmt: skip
    if form.validate_on_submit() and about.validate():
        given = form.given()
        wrong = [q for q in survey.questions if q.id in given or form[f"q{q.id}"].data]
        if form.check(wrong) and _handed_in(response, survey, form, about):
            flash(_("The answers are kept."))
            return redirect(url_for("surveys_staff.show_survey", survey_id=survey.id))
    return render_template(
        "surveys_staff/enter_answers.html",
        survey=survey,
        late_until=late_until,
        answers=form,
        about=about,
        # What the summary of errors is about.
        form=form if form.errors else about,
        response=response,
        is_interview=survey.kind == SurveyKind.INTERVIEW or response.channel == Channel.INTERVIEW,
        conditions=wording.conditions(survey, language()),
    )
