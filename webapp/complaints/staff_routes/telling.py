"""People to be called or written to, what they say of the end, and erasing at their request."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.complaints import closing_wording, service
from webapp.complaints.forms import ClosingForm, HeardForm
from webapp.complaints.rules.closing import Verdict
from webapp.complaints.rules.states import may_see_person
from webapp.complaints.rules.wishes import Wish
from webapp.complaints.staff_routes.blueprint import NUMBER, bp
from webapp.complaints.staff_routes.hearing import hear_page
from webapp.listening import service as listening
from webapp.shared.uploads.vault import site_vault


@bp.context_processor
def words() -> dict[str, object]:
    return {"closing_wording": closing_wording}


@bp.get("/errands")
def list_errands() -> str:
    """Who waits to be called or written to."""
    officer = accounts.staff_id()
    return render_template(
        "complaints_staff/list_errands.html",
        errands=service.errands(officer),
        letters=service.letters_waiting(listening.LETTERS),
        unreached=service.count_unreached(officer) + listening.count_untold_requests(),
        untold_requests=listening.untold_requests(),
    )


@bp.post("/errands/mail-again")
def mail_again() -> Response:
    """Try letters once more to all whom none reached."""
    service.mail_all_again(accounts.staff_id())
    listening.mail_requests_again(accounts.staff_id())
    flash(_("The letters are tried again now."))
    return redirect(url_for("complaints_staff.list_errands"))


@bp.route(f"/<{NUMBER}:complaint_id>/closing", methods=["GET", "POST"])
def enter_answers(complaint_id: int) -> str | Response:
    """What a person told an officer who called or wrote: the two questions after the end."""
    complaint = service.open_case(complaint_id, accounts.staff_id())
    form = ClosingForm()
    if form.validate_on_submit():
        said = service.Said(
            Verdict(form.was_answered.data),
            Verdict(form.was_solved.data),
            (form.why.data or "").strip(),
        )
        return _answered(complaint, said)
    return render_template(
        "complaints_staff/enter_answers.html",
        complaint=complaint,
        form=form,
        open_now=service.questions_about(complaint),
    )


def _answered(complaint: service.Complaint, said: service.Said) -> str | Response:
    """Keep the answers; who says no is offered to have it taken up again, with the same words."""
    try:
        service.answer_questions(complaint.id, said, accounts.staff_id())
        flash(_("The answers are kept."))
    except service.StepNotAllowed:
        flash(_("It has been answered already, or the message has been taken up again."))
        return redirect(url_for("complaints_staff.list_errands"))
    is_mine = may_see_person(complaint.handler_id, accounts.staff_id())
    if said.says_no and is_mine and service.is_heard_by_officer(complaint):
        flash(_("If the person wants it taken up again, enter it here."))
        return hear_page(complaint, HeardForm(formdata=None, text=said.why, wish=Wish.REOPEN.value))
    return redirect(url_for("complaints_staff.list_errands"))


@bp.post(f"/<{NUMBER}:complaint_id>/closing/no-answer")
def note_no_answer(complaint_id: int) -> Response:
    """The person was asked how it ended, and did not answer."""
    try:
        service.note_no_answer(complaint_id, accounts.staff_id())
        flash(_("It is noted that the person did not answer today."))
    except service.StepNotAllowed:
        flash(_("There is nothing to ask any more."))
    return redirect(url_for("complaints_staff.list_errands"))


@bp.route(f"/<{NUMBER}:complaint_id>/erase", methods=["GET", "POST"])
def erase_complaint(complaint_id: int) -> str | Response:
    complaint = service.open_case(complaint_id, accounts.staff_id())
    form = FlaskForm()
    if form.validate_on_submit():
        try:
            service.erase_at_request(complaint_id, accounts.staff_id(), site_vault())
            flash(_("It is erased. The figures stay."))
        except service.CaseWithAnother:
            flash(_("Only the officer who has the message in hand can erase it."))
        return redirect(url_for("complaints_staff.show_complaint", complaint_id=complaint_id))
    return render_template(
        "complaints_staff/erase_complaint.html",
        complaint=complaint,
        is_mine=may_see_person(complaint.handler_id, accounts.staff_id()),
    )
