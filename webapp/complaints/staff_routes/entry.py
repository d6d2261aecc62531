"""Entering what came by telephone, in person or on paper, in the person's words."""

from flask import current_app, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.complaints import service
from webapp.complaints.forms import EntryForm
from webapp.complaints.rules.channels import Channel, ReplyBy
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.staff_routes.blueprint import bp
from webapp.shared import line
from webapp.shared.languages import language_of
from webapp.shared.receipt_pages import told
from webapp.shared.settings import settings
from webapp.shared.uploads.vault import site_vault
from webapp.shared.visit import Visit

# Apart from a citizen's own: an officer may have sent a message too.
visit = Visit("entered_complaint")


@bp.route("/new", methods=["GET", "POST"])
def enter_complaint() -> str | Response:
    form = EntryForm()
    if form.validate_on_submit():
        try:
            complaint, code = service.file_complaint(
                _filing(form), current_app.config["SECRET_KEY"], site_vault()
            )
        except service.ReceivedInFuture:
            form.received_on.errors = [_("This is later than now. Write when the office had it.")]
        else:
            visit.give_receipt(complaint.id, code)
            return redirect(url_for("complaints_staff.show_entered"))
    return render_template("complaints_staff/enter_complaint.html", form=form)


def _filing(form: EntryForm) -> service.Filing:
    message = form.message.data.strip()
    return service.Filing(
        kind=Kind(form.kind.data),
        message=message,
        language=language_of(message),
        subject=(form.subject.data or "").strip(),
        name=(form.name.data or "").strip(),
        email=(form.email.data or "").strip(),
        channel=Channel(form.channel.data),
        reply_by=ReplyBy(form.reply_by.data),
        contact=(form.contact.data or "").strip(),
        received_at=form.received_at,
        entered_by=accounts.staff_id(),
    )


@bp.get("/entered")
def show_entered() -> str | Response:
    """The receipt code to be told to the person, as it is shown nowhere else."""
    shown = visit.receipt()
    if shown is None:
        return redirect(url_for("complaints_staff.list_complaints"))
    complaint_id, code = shown
    return render_template(
        "complaints_staff/show_entered.html",
        complaint=service.complaint_by_id(complaint_id),
        line_account=line.account(settings()),
        **told(code),
    )
