"""The desk's pages of documents: files that come in, their pages side by side, publication."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from office_files import MAX_BYTES, Fault, FileRefused
from webapp.accounts import service as accounts
from webapp.bills import service as bills
from webapp.documents import service
from webapp.documents.changes_said import only_order, page_changes
from webapp.documents.forms import ConfirmForm, FactsForm, FilterForm, PageForm, UploadForm
from webapp.documents.headings import with_levels
from webapp.documents.rules import units_of
from webapp.documents.wording import DOUBTS, FAULTS, KIND_NAMES
from webapp.shared.errors import NotFound
from webapp.shared.kept_forms import keep_typed, refuse_form
from webapp.shared.languages import language, marked
from webapp.shared.large_forms import take_large_files
from webapp.shared.pagination import Page, page_number

PER_PAGE = 25
UPLOAD = "documents_staff.upload_file"

bp = Blueprint("documents_staff", __name__, url_prefix="/staff/documents")
accounts.guard_staff_pages(bp)


@bp.get("")
def list_drafts() -> str:
    form = FilterForm(request.args)
    form.kind.choices = [("", _("Every kind"))]
    words = (form.words.data or "").strip()[:200]
    number = page_number()
    wanted = service.Filter(lang=language(), words=words)
    found, total = service.list_documents(wanted, number, PER_PAGE)
    return render_template(
        "documents_staff/list_drafts.html",
        drafts=service.waiting_drafts(),
        form=form,
        page=Page(found, number, PER_PAGE, total),
        kind_names=KIND_NAMES,
    )


@bp.route("/new", methods=["GET", "POST"])
def upload_file() -> str | Response:
    told = request.args.get("document")
    old = service.get_document(told) if told else None
    form = UploadForm(data=_facts_of(old) if old else None)
    _offer_kinds(form)
    if form.validate_on_submit():
        draft = _taken_in(form, old)
        if draft is not None:
            return redirect(url_for("documents_staff.show_draft", draft_id=draft.id))
    return render_template("documents_staff/upload_file.html", form=form, old=old)


def _offer_kinds(form: UploadForm) -> None:
    form.kind.choices = [("", _("Told by the text")), *KIND_NAMES.items()]


def _beside_large_file(typed: MultiDict[str, str]) -> str:
    form = UploadForm(formdata=typed)
    form.file.errors = [str(FAULTS[Fault.TOO_LARGE])]
    return _upload_page(form)


def _form_again(message: str) -> str:
    form = UploadForm()
    refuse_form(form, message, form.file)
    return _upload_page(form)


def _upload_page(form: UploadForm) -> str:
    told = request.args.get("document")
    _offer_kinds(form)
    old = service.get_document(told) if told else None
    return render_template("documents_staff/upload_file.html", form=form, old=old)


take_large_files(bp, lambda: 2 * MAX_BYTES, {UPLOAD: _beside_large_file})
keep_typed(bp, {UPLOAD: _form_again}, expired=accounts.show_form_again)


def _facts_of(old: service.Document) -> dict[str, object]:
    return {"kind": old.kind, "title": old.title, "lang": old.lang}


def _taken_in(form: UploadForm, old: service.Document | None) -> service.DocumentDraft | None:
    """Take the form's file in; where it is refused, say why beside the field."""
    facts = _facts(form, old.id if old else None)
    if facts is None:
        return None
    try:
        draft, new = service.take_in(form.data_read, form.file_name, facts, accounts.staff_id())
    except FileRefused as refusal:
        form.file.errors = [str(FAULTS[refusal.fault])]
        return None
    flash(_("The file is taken in.") if new else _("This very file is here already."))
    return draft


def _facts(form: FactsForm, document: int | None) -> service.DraftFacts | None:
    """What the form says of a document; None where it names a bill that is not there."""
    bill_id = None
    if told := (form.bill.data or "").strip():
        try:
            bill_id = bills.get_bill(told).id
        except NotFound:
            form.bill.errors = [_("There is no bill with this number. It looks like b-12.")]
            return None
    return service.DraftFacts(
        lang=form.lang.data,
        kind=service.DocumentKind(form.kind.data) if form.kind.data else None,
        title=" ".join((form.title.data or "").split()),
        dated=form.dated.day,
        bill_id=bill_id,
        document=document,
    )


@bp.route("/drafts/<int:draft_id>/facts", methods=["GET", "POST"])
def change_facts(draft_id: int) -> str | Response:
    draft = service.get_draft(draft_id)
    form = FactsForm(data=_told(draft))
    form.kind.choices = list(KIND_NAMES.items())
    if form.validate_on_submit():
        facts = _facts(form, draft.document_id)
        if facts is not None:
            try:
                service.change_facts(draft_id, facts, accounts.staff_id())
            except service.DraftClosed:
                form.form_errors = [_("This draft is closed. Its text no longer changes.")]
            else:
                flash(_("The change is saved."))
                return redirect(url_for("documents_staff.show_draft", draft_id=draft_id))
    return render_template("documents_staff/change_facts.html", draft=draft, form=form)


def _told(draft: service.DocumentDraft) -> dict[str, object]:
    return {
        "kind": draft.kind,
        "title": draft.title,
        "dated": draft.dated,
        "lang": draft.lang,
        "bill": bills.bill_by_id(draft.bill_id).public_id if draft.bill_id else "",
    }


@bp.get("/drafts/<int:draft_id>")
def show_draft(draft_id: int) -> str:
    draft = service.get_draft(draft_id)
    return _draft_page(draft, ConfirmForm())


def _draft_page(draft: service.DocumentDraft, form: ConfirmForm) -> str:
    old = service.document_by_id(draft.document_id) if draft.document_id else None
    return render_template(
        "documents_staff/show_draft.html",
        draft=draft,
        form=form,
        document=old,
        bill=bills.bill_by_id(draft.bill_id) if draft.bill_id else None,
        doubts=DOUBTS,
        kind_names=KIND_NAMES,
        name_of=marked(accounts.name_of),
    )


@bp.route("/drafts/<int:draft_id>/pages/<int:number>", methods=["GET", "POST"])
def edit_page(draft_id: int, number: int) -> str | Response:
    draft = service.get_draft(draft_id)
    page = service.get_page(draft, number)
    form = PageForm(data=_typed(page))
    form.text.label.text = _("Clean text of page %(number)d", number=number)
    theirs, unsaved = "", False
    if form.validate_on_submit():
        entry = service.PageEntry(
            form.text.data or "", form.opened, form.runs_on.data, form.accepted.data
        )
        try:
            service.save_page(draft_id, number, entry, accounts.staff_id())
        except service.PageChanged as changed:
            theirs, form.revision.data = changed.page.text, str(changed.page.revision)
            form.text.errors = [
                _("Another officer has saved this page meanwhile. What you wrote is still here.")
            ]
        except service.DraftClosed:
            unsaved, form.text.label.text = True, _("What you typed")
            form.text.errors = [_("This draft is closed. Its text no longer changes.")]
        else:
            flash(_("Page %(number)d is saved.", number=number))
            return redirect(_next_place(service.get_draft(draft_id), page, form.accepted.data))
    return render_template(
        "documents_staff/edit_page.html",
        draft=draft,
        page=page,
        form=form,
        theirs=theirs,
        unsaved=unsaved,
        changes=page_changes(page.raw, page.text if unsaved else form.text.data or ""),
        only_order=only_order,
        doubts=[DOUBTS[doubt] for doubt in page.doubts.split()],
    )


def _typed(page: service.DraftPage) -> dict[str, object]:
    return {
        "text": page.text,
        "runs_on": page.runs_on,
        "accepted": page.accepted_at is not None,
        "revision": str(page.revision),
    }


def _next_place(draft: service.DocumentDraft, page: service.DraftPage, accepted: bool) -> str:
    """After a page is accepted, the next one that waits; else the page itself again."""
    if not accepted:
        return url_for("documents_staff.edit_page", draft_id=draft.id, number=page.number)
    waiting = [other.number for other in draft.pages_to_look_at]
    later = [number for number in waiting if number > page.number] or waiting
    if later:
        return url_for("documents_staff.edit_page", draft_id=draft.id, number=later[0])
    return url_for("documents_staff.show_draft", draft_id=draft.id)


@bp.get("/drafts/<int:draft_id>/preview")
def preview_draft(draft_id: int) -> str:
    draft = service.get_draft(draft_id)
    outline = service.outline_of_draft(draft)
    return render_template(
        "documents_staff/preview_draft.html",
        draft=draft,
        outline=outline,
        units=with_levels(units_of(outline), 2, draft.lang),
        sections=len(outline.sections()),
    )


@bp.post("/drafts/<int:draft_id>/publish")
def publish_draft(draft_id: int) -> str | Response:
    draft, form = service.get_draft(draft_id), ConfirmForm()
    if form.validate_on_submit():
        try:
            document = service.publish_draft(draft_id, accounts.staff_id())
        except service.PagesFlagged as refusal:
            form.form_errors = [_waiting(refusal.numbers)]
        except service.DraftEmpty:
            form.form_errors = [_("The draft has no text to publish.")]
        except service.DraftClosed:
            form.form_errors = [_("This draft is closed. Its text no longer changes.")]
        else:
            flash(_("The document is published. Its sound and other forms are being made."))
            return redirect(url_for("documents.show_document", public_id=document.public_id))
    return _draft_page(draft, form)


def _waiting(numbers: list[int]) -> str:
    return ngettext(
        "Page %(pages)s waits for a person. Compare and accept it first.",
        "Pages %(pages)s wait for a person. Compare and accept them first.",
        len(numbers),
        pages=", ".join(map(str, numbers)),
    )


@bp.route("/drafts/<int:draft_id>/discard", methods=["GET", "POST"])
def discard_draft(draft_id: int) -> str | Response:
    draft, form = service.get_draft(draft_id), ConfirmForm()
    if form.validate_on_submit():
        try:
            service.discard_draft(draft_id, accounts.staff_id())
        except service.DraftClosed:
            flash(_("This draft is closed. Its text no longer changes."))
        else:
            flash(_("The draft is discarded."))
        return redirect(url_for("documents_staff.list_drafts"))
    return render_template("documents_staff/discard_draft.html", draft=draft, form=form)


@bp.route("/<public_id>/withdraw", methods=["GET", "POST"])
def withdraw_document(public_id: str) -> str | Response:
    document, form = service.get_document(public_id), ConfirmForm()
    if form.validate_on_submit():
        service.withdraw_document(public_id, accounts.staff_id())
        flash(_("The document is withdrawn. It is no longer shown or found."))
        return redirect(url_for("documents_staff.list_drafts"))
    return render_template("documents_staff/withdraw_document.html", document=document, form=form)
