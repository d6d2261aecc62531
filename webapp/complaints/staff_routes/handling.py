"""Beside one message: internal notes, who may not see it, repeats under one leading message."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.complaints import service
from webapp.complaints.forms import BarForm, MergeForm, NoteForm
from webapp.complaints.staff_routes.blueprint import NUMBER, bp, to_case


@bp.route(f"/<{NUMBER}:complaint_id>/notes", methods=["GET", "POST"])
def write_note(complaint_id: int) -> str | Response:
    complaint = service.complaint_by_id(complaint_id)
    form = NoteForm()
    if form.validate_on_submit():
        service.add_note(complaint_id, accounts.staff_id(), form.text.data.strip())
        flash(_("The note is kept. Only officers read it."))
        return to_case(complaint_id)
    notes = service.notes_of(complaint_id)
    return render_template(
        "complaints_staff/write_note.html", complaint=complaint, form=form, notes=notes
    )


@bp.route(f"/<{NUMBER}:complaint_id>/bars", methods=["GET", "POST"])
def edit_bars(complaint_id: int) -> str | Response:
    complaint = service.complaint_by_id(complaint_id)
    bars = service.bars_of(complaint_id)
    away = {bar.account_id for bar in bars if bar.lifted_at is None}
    suggested = service.suggested_bars(complaint)
    # Who is named comes first, and so is chosen by itself.
    order = [*suggested, *(key for key in accounts.staff_names() if key not in suggested)]
    names = {key: accounts.name_of(key) for key in order if key not in away}
    form = BarForm(names)
    if form.validate_on_submit():
        service.bar(complaint_id, form.account.data, accounts.staff_id())
        flash(_("This person neither sees nor handles the message from now on."))
        if form.account.data == accounts.staff_id():
            return to_case(complaint_id)
        return redirect(url_for("complaints_staff.edit_bars", complaint_id=complaint_id))
    return render_template(
        "complaints_staff/edit_bars.html",
        complaint=complaint,
        form=form,
        bars=bars,
        suggested=suggested,
    )


@bp.post(f"/<{NUMBER}:complaint_id>/bars/<{NUMBER}:bar_id>/lift")
def lift_bar(complaint_id: int, bar_id: int) -> Response:
    service.lift_bar(complaint_id, bar_id, accounts.staff_id())
    flash(_("This person may see the message again."))
    return redirect(url_for("complaints_staff.edit_bars", complaint_id=complaint_id))


@bp.route(f"/<{NUMBER}:complaint_id>/merge", methods=["GET", "POST"])
def merge_complaint(complaint_id: int) -> str | Response:
    complaint = service.complaint_by_id(complaint_id)
    form = MergeForm()
    if form.validate_on_submit() and _merged(complaint_id, form):
        flash(_("The message follows the other one now. Its sender hears of every step."))
        return to_case(complaint_id)
    return render_template(
        "complaints_staff/merge_complaint.html",
        complaint=complaint,
        form=form,
        merge=service.merge_of(complaint_id),
        followers=service.merges_under(complaint_id),
    )


def _merged(complaint_id: int, form: MergeForm) -> bool:
    """Put the message under the other; False, with the reason in the form, where it cannot be."""
    try:
        service.merge_case(complaint_id, form.leader.data, accounts.staff_id())
    except service.ComplaintNotFound:
        form.leader.errors = [_("No message has this number. Look it up in the queue.")]
    except service.CaseWithAnother:
        form.leader.errors = [
            _("You do not have the message that leads in hand. Open it and take it up first.")
        ]
    except service.MergeRefused:
        form.leader.errors = [
            _(
                "These two cannot be put together: both must wait for an answer, and neither may "
                "follow another message."
            )
        ]
    else:
        return True
    return False


@bp.post(f"/<{NUMBER}:complaint_id>/merge/undo")
def undo_merge(complaint_id: int) -> Response:
    try:
        service.undo_merge(complaint_id, accounts.staff_id())
        flash(_("The message goes on by itself again, from where it is now."))
    except service.StepNotAllowed:
        flash(_("It cannot be undone: the sender has been told how it ended."))
    return to_case(complaint_id)
