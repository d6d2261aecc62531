"""Pages for people: what a need is, telling one, following it, a person's own page."""

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.extensions import limiter
from webapp.needs import service, wording
from webapp.needs.forms import OwnNeedForm, TellForm, own_need_form
from webapp.needs.models import NeedPerson
from webapp.needs.rules.keeping import KEPT_FOR
from webapp.needs.rules.lists import Aspect, Channel, Who
from webapp.shared import receipt
from webapp.shared.kept_forms import keep_typed
from webapp.shared.languages import language, marked
from webapp.shared.large_forms import take_large_files
from webapp.shared.pagination import page_number
from webapp.shared.receipt_pages import CodeForm, add_receipt_pages, told
from webapp.shared.uploads.checking import ACCEPT, MAX_REQUEST, Fault, FileRefused
from webapp.shared.uploads.errors import FileHarmful
from webapp.shared.uploads.vault import site_vault
from webapp.shared.uploads.wording import fault, file_news
from webapp.shared.visit import Visit
from webapp.surveys import service as surveys

bp = Blueprint("needs", __name__, url_prefix="/needs")
visit = Visit("need")
NEW = "needs.tell_need"
NUMBER = "int(max=2147483647)"
# Characters that another page may write into the form for the person.
MOST_GIVEN = 200


@bp.context_processor
def words() -> dict[str, object]:
    return {
        "wording": wording,
        "name_of": marked(accounts.name_of),
        "file_news": file_news,
    }


@bp.app_context_processor
def keeping() -> dict[str, object]:
    """For how many days what is told by the form is kept; the pages that promise it say so."""
    return {"needs_kept_days": KEPT_FOR.days}


def secret() -> str:
    return str(current_app.config["SECRET_KEY"])


@bp.get("")
def show_needs() -> str:
    return render_template("needs/show_needs.html", aspects=list(Aspect), channels=list(Channel))


@bp.route("/new", methods=["GET", "POST"])
@limiter.limit("30 per hour", methods=["POST"])
def tell_need() -> str | Response:
    form = TellForm()
    if not form.validate_on_submit():
        if not form.is_submitted():
            # From a search that found nothing: what was looked for.
            form.words.data = request.args.get("words", "")[:MOST_GIVEN]
        return _form_page(form)
    hearing = service.Hearing(
        words=(form.words.data or "").strip(),
        language=language(),
        channel=Channel.INTERNET,
        who=Who.CITIZEN,
        email=(form.email.data or "").strip(),
        uploads=form.uploads,
    )
    try:
        need, code = service.tell_need(hearing, secret(), site_vault())
    except FileHarmful as refusal:
        form.turn_away(refusal)
        return _form_page(form)
    visit.give_receipt(need.id, code)
    if need.email:
        surveys.join_browser(f"mail:{need.email.lower()}", secret())
    return redirect(url_for("needs.show_receipt"))


def _form_page(form: TellForm) -> str:
    return render_template("needs/tell_need.html", form=form, accept=ACCEPT)


def _form_again(message: str) -> str:
    form = TellForm()
    form.form_errors.append(message)
    form.ask_for_files_again()
    return _form_page(form)


def _beside_large_files(typed: MultiDict[str, str]) -> str:
    form = TellForm(formdata=typed)
    form.attachments.errors = [fault(FileRefused(Fault.TOO_LARGE_TOGETHER))]
    return _form_page(form)


keep_typed(bp, {NEW: _form_again})
take_large_files(bp, lambda: MAX_REQUEST, {NEW: _beside_large_files})


def _receipt(need_id: int, code: str) -> str:
    need = service.need_by_id(need_id)
    return render_template("needs/show_receipt.html", need=need, **told(code))


add_receipt_pages(
    bp,
    visit,
    _receipt,
    _l("A receipt is shown for 30 minutes only, in the browser that sent the message."),
    track="needs.track",
    home="needs.show_needs",
)


@bp.route("/track", methods=["GET", "POST"])
@limiter.limit("20 per 15 minutes", methods=["POST"])
def track() -> str | Response:
    form = CodeForm()
    if form.validate_on_submit():
        try:
            need = service.find_by_receipt(form.code.data or "", secret())
        except receipt.CodeMistyped as mistyped:
            form.refuse(mistyped)
        except service.NeedNotFound:
            form.code.errors = [
                _("No need has this code. Compare it with what you wrote down, sign by sign.")
            ]
        else:
            visit.open_case(need.id)
            return redirect(url_for("needs.show_need"))
    return render_template("needs/track.html", form=form)


@bp.get("/track/need")
def show_need() -> str | Response:
    need_id = visit.opened_case()
    if need_id is None:
        flash(_("Type your receipt code to see what became of the need."))
        return redirect(url_for("needs.track"))
    return render_template("needs/show_need.html", need=service.need_by_id(need_id))


@bp.post("/track/leave")
def leave_need() -> Response:
    visit.leave_case()
    flash(_("Your need is closed on this device."))
    return redirect(url_for("needs.track"))


@bp.get("/own/<token>")
def show_own(token: str) -> str:
    person = service.opened_person(token, secret())
    page = service.needs_of(person, page_number())
    return render_template(
        "needs/show_own.html",
        person=person,
        page=page,
        token=token,
        readers={need.id: service.readers_of(need) for need in page.items},
    )


def _is_kept(person: NeedPerson, form: OwnNeedForm) -> bool:
    """Whether what a person put right is kept; else the form says what was changed meanwhile."""
    try:
        if service.correct(person, form.need.id, form.put_right, secret()):
            flash(_("It is put right. The office sees that you did."))
    except service.ChangedMeanwhile as changed:
        form.ask_again(changed.parts)
        return False
    return True


@bp.route(f"/own/<token>/<{NUMBER}:need_id>", methods=["GET", "POST"])
@limiter.limit("60 per hour", methods=["POST"])
def correct_own(token: str, need_id: int) -> str | Response:
    person = service.opened_person(token, secret())
    need = service.need_of(person, need_id)
    form = own_need_form(need)
    previews = False
    if form.validate_on_submit():
        previews = request.form.get("do") == "preview"
        if not previews and _is_kept(person, form):
            return redirect(url_for("needs.show_own", token=token))
    return render_template(
        "needs/correct_own.html",
        form=form,
        need=need,
        token=token,
        preview=form.put_right if previews else None,
        readers=service.readers_of(need),
    )
