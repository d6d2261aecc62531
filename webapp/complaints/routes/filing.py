"""Sending a message, and its receipt."""

from collections.abc import Sequence
from typing import Any

from flask import current_app, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from webapp.complaints import service
from webapp.complaints.forms import ComplaintForm
from webapp.complaints.routes import drafts, similar
from webapp.complaints.routes.blueprint import bp, vault, visit
from webapp.complaints.rules.channels import ReplyBy
from webapp.complaints.rules.consent import consent_of
from webapp.complaints.rules.identity import Identity
from webapp.complaints.rules.kinds import Kind
from webapp.extensions import limiter
from webapp.shared import line
from webapp.shared.languages import language
from webapp.shared.receipt_pages import add_receipt_pages, told
from webapp.shared.settings import settings
from webapp.shared.uploads import checking as attachments
from webapp.shared.uploads.wording import fault
from webapp.surveys import service as surveys

NEW = "complaints.new_complaint"
# Where each button leads that keeps what is typed and sends nothing.
_KEPT_FOR = {drafts.KEEP: drafts.SHOW, drafts.CHANGE: "complaints.start_questions"}


@bp.route("/new", methods=["GET", "POST"])
@limiter.limit("30 per hour", methods=["POST"])
def new_complaint() -> str | Response:
    if request.method == "GET":
        return _empty_page()
    form = ComplaintForm()
    draft = drafts.beside(form)
    do = request.form.get("do")
    if do == similar.LOOK:
        return _form_page(form, similar.beside(form))
    if do in _KEPT_FOR:
        return _kept(form, do)
    if form.validate() and _sent(form, draft):
        return redirect(url_for("complaints.show_receipt"))
    return _form_page(form)


def _empty_page() -> Response:
    """The form as it is opened: with what the draft in this browser holds, else empty."""
    draft = drafts.opened()
    form = drafts.filled(draft)
    if request.args.get("kind") in list(Kind):
        form.kind.data = request.args["kind"]
    page = make_response(_form_page(form, draft=draft))
    if draft is not None:
        # Who closes the draft leaves nothing of it behind in the browser.
        page.headers["Cache-Control"] = "no-store"
    return page


def _kept(form: ComplaintForm, do: str) -> str | Response:
    """What is typed, right or wrong, stays in the draft; the page that the button leads to."""
    kept = form.is_right(("attachments", "homepage"))
    if kept and drafts.keep(form, by_wish=do == drafts.KEEP):
        return redirect(url_for(_KEPT_FOR[do]))
    return _form_page(form)


def _sent(form: ComplaintForm, draft: service.ComplaintDraft | None) -> bool:
    """File the message; False, with the reason in the form, where a file cannot go along."""
    secret = current_app.config["SECRET_KEY"]
    try:
        filing = filing_of(
            form,
            language(),
            draft_id=draft.id if draft else None,
            kept_files=form.kept.data or (),
        )
        complaint, code = service.file_complaint(filing, secret, vault())
    except service.FileHarmful as refusal:
        form.turn_away(refusal)
        return False
    except service.DraftNotFound:
        form.attachments.errors = [
            _("Your draft is no longer here, nor are its files. Choose them again, then send.")
        ]
        form.kept.data = []
        return False
    visit.give_receipt(complaint.id, code)
    _share_cap(complaint, secret)
    drafts.visit.leave_case()
    return True


def _share_cap(complaint: service.Complaint, secret: str) -> None:
    """Count the address and this browser as one person to ask, unless she is anonymous."""
    if complaint.email and complaint.identity is not Identity.ANONYMOUS:
        surveys.join_browser(f"mail:{complaint.email.strip().lower()}", secret)


def filing_of(form: ComplaintForm, lang: str, **more: Any) -> service.Filing:
    """What a form that has no errors asks us to take in, in `lang`; `more` are the fields of
    `service.Filing` that only one way in has."""
    return service.Filing(
        kind=Kind(form.kind.data),
        message=(form.message.data or "").strip(),
        language=lang,
        subject=(form.subject.data or "").strip(),
        name=(form.name.data or "").strip(),
        email=(form.email.data or "").strip(),
        reply_by=ReplyBy(form.reply_by.data) if form.reply_by.data else None,
        contact=(form.contact.data or "").strip(),
        uploads=form.uploads,
        token=form.token.data or "",
        identity=Identity(form.identity.data or Identity.CONFIDENTIAL),
        may_publish=consent_of(form.publish.data),
        **more,
    )


def _form_page(
    form: ComplaintForm,
    like_it: Sequence[service.PublishedCase] | None = None,
    draft: service.ComplaintDraft | None = None,
) -> str:
    """The form, under the cases like what is typed where those were asked for."""
    return render_template("complaints/new_complaint.html", form=form, similar=like_it, draft=draft)


def beside_large_files(typed: MultiDict[str, str]) -> str:
    """The form with what was typed, after files far too large."""
    form = ComplaintForm(formdata=typed)
    refusal = attachments.FileRefused(attachments.Fault.TOO_LARGE_TOGETHER)
    form.attachments.errors = [fault(refusal)]
    return _form_page(form)


def form_again(message: str) -> str:
    """The form with what was typed, after it was stopped; `message` says why."""
    form = ComplaintForm()
    form.form_errors.append(message)
    form.ask_for_files_again()
    return _form_page(form)


def _receipt(complaint_id: int, code: str) -> str:
    complaint = service.complaint_by_id(complaint_id)
    if complaint.identity is Identity.ANONYMOUS:
        return render_template(
            "complaints/_codename.html", complaint=complaint, codename=code.split()
        )
    return render_template(
        "complaints/show_receipt.html",
        complaint=complaint,
        line_account=line.account(settings()),
        **told(code),
    )


add_receipt_pages(
    bp,
    visit,
    _receipt,
    _l("A receipt is shown for 30 minutes only, in the browser that sent the message."),
    track="complaints.track",
    home="complaints.show_complaints",
)
