"""Entering what came by telephone, in person or on paper, in the person's words."""

from flask import current_app, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.complaints import service
from webapp.complaints.forms import EntryForm
from webapp.complaints.rules.channels import Channel, ReplyBy
from webapp.complaints.rules.consent import consent_of
from webapp.complaints.rules.identity import Identity
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.staff_routes import hearing
from webapp.complaints.staff_routes.blueprint import bp
from webapp.shared import line
from webapp.shared.languages import language_of
from webapp.shared.large_forms import take_large_files
from webapp.shared.receipt_pages import told
from webapp.shared.settings import settings
from webapp.shared.uploads import checking as attachments
from webapp.shared.uploads.vault import site_vault
from webapp.shared.uploads.wording import fault
from webapp.shared.visit import Visit

# Apart from a citizen's own: an officer may have sent a message too.
visit = Visit("entered_complaint")


@bp.route("/new", methods=["GET", "POST"])
def enter_complaint() -> str | Response:
    form = EntryForm()
    if form.validate_on_submit() and _entered(form):
        return redirect(url_for("complaints_staff.show_entered"))
    return _form_page(form)


def _form_page(form: EntryForm) -> str:
    return render_template(
        "complaints_staff/enter_complaint.html", form=form, accept=attachments.ACCEPT
    )


def _entered(form: EntryForm) -> bool:
    """Keep the message; False, with the reason in the form, where it cannot be."""
    secret = current_app.config["SECRET_KEY"]
    try:
        complaint, code = service.file_complaint(_filing(form), secret, site_vault())
    except service.ReceivedInFuture:
        form.received_on.errors = [_("This is later than now. Write when the office had it.")]
        form.ask_for_files_again()
        return False
    except service.FileHarmful as refusal:
        form.turn_away(refusal)
        return False
    visit.give_receipt(complaint.id, code)
    return True


def _filing(form: EntryForm) -> service.Filing:
    message, reply_by = (form.message.data or "").strip(), ReplyBy(form.reply_by.data)
    identity = Identity(form.identity.data or Identity.CONFIDENTIAL)
    return service.Filing(
        kind=Kind(form.kind.data),
        message=message,
        language=language_of(message) if message else "th",
        subject=(form.subject.data or "").strip(),
        name=(form.name.data or "").strip(),
        email=(form.email.data or "").strip(),
        uploads=form.uploads,
        channel=Channel(form.channel.data),
        reply_by=reply_by,
        contact=(form.contact.data or "").strip(),
        received_at=form.received_at,
        entered_by=accounts.staff_id(),
        # A codename is kept nowhere that it could be read; who hears on the page is told now.
        seal_code=identity is not Identity.ANONYMOUS and reply_by is not ReplyBy.PAGE,
        identity=identity,
        may_publish=consent_of(form.publish.data),
        token=form.token.data or "",
    )


def _beside_large_files(typed: MultiDict[str, str]) -> str:
    """The form with what was typed, after files far too large."""
    form = EntryForm(formdata=typed)
    refusal = attachments.FileRefused(attachments.Fault.TOO_LARGE_TOGETHER)
    form.attachments.errors = [fault(refusal)]
    return _form_page(form)


take_large_files(
    bp,
    lambda: attachments.MAX_REQUEST,
    {
        "complaints_staff.enter_complaint": _beside_large_files,
        hearing.HEAR: hearing.beside_large_files,
    },
)


@bp.get("/entered")
def show_entered() -> str | Response:
    """The receipt code or codename to be told to the person; a codename is shown nowhere else."""
    shown = visit.receipt()
    if shown is None:
        return redirect(url_for("complaints_staff.list_complaints"))
    complaint_id, code = shown
    complaint = service.complaint_by_id(complaint_id)
    is_anonymous = complaint.identity is Identity.ANONYMOUS
    key = {"codename": code.split()} if is_anonymous else {"codename": None, **told(code)}
    return render_template(
        "complaints_staff/show_entered.html",
        complaint=complaint,
        told_by=service.told_now_by(complaint),
        waits=bool(service.untold_steps(complaint_id)),
        line_account=line.account(settings()),
        **key,
    )
