"""Drafts: keeping what is typed, coming back to it by its code, leaving nothing of it."""

from flask import current_app, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.complaints import service, wording
from webapp.complaints.forms import ComplaintForm, DraftCodeForm
from webapp.complaints.routes.blueprint import bp, vault
from webapp.complaints.rules.drafts import KEPT_FOR, lasts
from webapp.complaints.rules.kinds import MAX_MESSAGE
from webapp.extensions import limiter
from webapp.shared.receipt_pages import told
from webapp.shared.uploads import checking as attachments
from webapp.shared.visit import Visit

# Values of the form's buttons that send nothing: keep what is typed as a draft, or go with it to
# the other form, all questions on one page or one a page.
KEEP, CHANGE = "keep", "change"
SHOW = "complaints.show_draft"
visit = Visit(service.DRAFT_VISIT)


@bp.context_processor
def words_of_form() -> dict[str, object]:
    """What every page with questions of the form says."""
    return {
        "KEEP": KEEP,
        "CHANGE": CHANGE,
        "most": MAX_MESSAGE,
        "accept": attachments.ACCEPT,
        "kind_hints": wording.KIND_HINT,
        "identity_hints": wording.IDENTITY_HINT,
        "kept_days": KEPT_FOR.days,
    }


def opened() -> service.ComplaintDraft | None:
    """The draft that this browser may see; None for none, or where it was deleted since."""
    draft_id = visit.opened_case()
    try:
        return service.draft_by_id(draft_id) if draft_id is not None else None
    except service.DraftNotFound:
        return None


def filled(draft: service.ComplaintDraft | None) -> ComplaintForm:
    """The form with what a draft holds, empty for none."""
    if draft is None:
        return ComplaintForm()
    files = [file.stored_as for file in draft.files]
    form = ComplaintForm(data={**service.words_of(draft), "kept": files})
    form.offer(draft.files)
    return form


def beside(form: ComplaintForm) -> service.ComplaintDraft | None:
    """The draft of a form that was sent, if it has one; the form gets its files to choose among."""
    draft = service.draft_of_form(form.token.data or "", secret())
    form.offer(draft.files if draft else ())
    return draft


def keep(form: ComplaintForm, *, by_wish: bool) -> bool:
    """Keep what is typed; False, with the reason in the form, where a file cannot be kept."""
    kept = form.kept.data or ()
    try:
        draft = service.save_draft(form.typed, kept, form.uploads, secret(), vault(), keep=by_wish)
    except service.FileHarmful as refusal:
        form.turn_away(refusal)
        return False
    visit.open_case(draft.id)
    return True


def opens(typed: str) -> bool:
    """Whether the code is of a draft, which then is open in this browser."""
    try:
        visit.open_case(service.find_draft(typed, secret()).id)
    except (service.CodeMistyped, service.UnknownReceipt):
        return False
    return True


@bp.route("/draft", methods=["GET", "POST"])
@limiter.limit("20 per 15 minutes", methods=["POST"])
def show_draft() -> str | Response:
    """The draft that is open here; where none is, its code is asked for."""
    form = DraftCodeForm()
    if form.validate_on_submit():
        if _found(form):
            return redirect(url_for(SHOW))
        return _code_page(form)
    draft = opened()
    if draft is None:
        return _code_page(form)
    code = service.code_of_draft(service.words_of(draft)["token"], secret())
    return render_template(
        "complaints/show_draft.html",
        draft=draft,
        words=service.words_of(draft),
        until=draft.changed_at + lasts(draft.is_kept),
        **told(code),
    )


def _found(form: DraftCodeForm) -> bool:
    """Open the draft of the code that was typed; False, with the reason in the form."""
    try:
        visit.open_case(service.find_draft(form.code.data or "", secret()).id)
        return True
    except service.CodeMistyped:
        form.code.errors = [
            _(
                "Type the code of your draft: 10 digits and English letters, never the letter U. "
                "Check it and try again."
            )
        ]
    except service.UnknownReceipt as unknown:
        form.code.errors = [
            _(
                "No draft has the code %(code)s. Compare it with what you wrote down. A draft that "
                "was sent, or not touched for %(days)s days, is no longer here.",
                code=unknown.code,
                days=KEPT_FOR.days,
            )
        ]
    return False


def _code_page(form: DraftCodeForm) -> str:
    return render_template("complaints/_draft_code.html", form=form)


def code_again(message: str) -> str:
    """The page with the code that was typed, after it was stopped; `message` says why."""
    form = DraftCodeForm()
    form.form_errors.append(message)
    return _code_page(form)


@bp.post("/draft/keep")
def keep_draft() -> Response:
    draft_id = visit.opened_case()
    if draft_id is not None:
        service.keep_carried(draft_id)
    return redirect(url_for(SHOW))


@bp.post("/draft/close")
def close_draft() -> Response:
    draft = opened()
    if draft is not None and not draft.is_kept:
        service.delete_draft(draft.id, vault())
    visit.leave_case()
    flash(_("Your draft is closed on this device."))
    return redirect(url_for("complaints.show_complaints"))


@bp.post("/draft/delete")
def delete_draft() -> Response:
    service.delete_draft(visit.opened_case(), vault())
    visit.leave_case()
    flash(_("Your draft and its files are deleted."))
    return redirect(url_for("complaints.show_complaints"))


def secret() -> str:
    """What codes are made with."""
    return str(current_app.config["SECRET_KEY"])
