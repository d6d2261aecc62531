"""Pages of documents: the catalogue and the reading page."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from thai_text.compare import Comparison, Kind, Marking
from thai_text.outline import label
from webapp.bills import service as bills
from webapp.documents import service
from webapp.documents.choosing import (
    chosen_pair,
    no_version_message,
    offers_more,
    same_version_message,
    versions_form,
)
from webapp.documents.differences import (
    KIND_WORDS,
    Difference,
    differences,
    marks,
    on_page,
    say_counts,
)
from webapp.documents.forms import FilterForm, MarkingForm, SectionForm, VersionsForm
from webapp.documents.headings import with_levels
from webapp.documents.wording import KIND_NAMES
from webapp.listening import service as listening
from webapp.shared.languages import language
from webapp.shared.pagination import Page, page_number

PER_PAGE = 25

bp = Blueprint("documents", __name__, url_prefix="/documents")
bp.add_app_template_filter(label, "block_label")


@bp.get("")
def list_documents() -> str:
    form = FilterForm(request.args)
    kinds = service.kinds_in_use()
    form.kind.choices = [("", _("Every kind")), *((kind, KIND_NAMES[kind]) for kind in kinds)]
    chosen = next((kind for kind in kinds if kind == form.kind.data), None)
    words = (form.words.data or "").strip()[:200]
    wanted = service.Filter(lang=language(), kind=chosen, words=words)
    number = page_number()
    found, total = service.list_documents(wanted, number, PER_PAGE)
    page = Page(found, number, PER_PAGE, total)
    return render_template(
        "documents/list_documents.html", form=form, page=page, kind_names=KIND_NAMES
    )


@bp.get("/<public_id>", defaults={"version": None, "part": None})
@bp.get("/<public_id>/part/<int:part>", defaults={"version": None})
@bp.get("/<public_id>/v/<int:version>", defaults={"part": None})
@bp.get("/<public_id>/v/<int:version>/part/<int:part>")
def show_document(public_id: str, version: int | None, part: int | None) -> str:
    document = service.get_document(public_id)
    shown = service.get_version(document, version)
    row, page = service.get_part(shown, part or 1)
    several = shown.part_count > 1
    voice, grade = listening.chosen_voice(request.args.get("voice")), listening.preferred_grade()
    newest = service.get_version(document)
    # Beside an older version it is that one with the newest that a reader wants compared.
    pair = () if newest.number == shown.number else (shown, newest)
    versions, choice = service.list_versions(document), versions_form(document, pair)
    return render_template(
        "documents/show_document.html",
        document=document,
        version=shown,
        asked_version=version,
        newest=not pair,
        part=row,
        units=with_levels(page.units, 3 if several else 2, document.lang),
        labels=service.part_labels(shown) if several else [],
        contents=[entry for entry in shown.contents if entry[5] == row.number],
        bills=[bills.bill_by_id(i) for i in service.bills_of_document(document)],
        translation=service.translation(document, language()),
        kind_names=KIND_NAMES,
        forms={form.kind: form for form in listening.forms_of(shown, voice=voice, grade=grade)},
        voice=voice,
        voices=listening.voices(),
        starts=listening.starts_of(shown, voice),
        section_form=SectionForm(),
        versions=versions,
        versions_form=choice if offers_more(choice, versions) else None,
        video=listening.video_of(document),
        people=listening.readers_of(shown),
    )


@bp.get("/<public_id>/whole", defaults={"version": None})
@bp.get("/<public_id>/v/<int:version>/whole")
def show_whole(public_id: str, version: int | None) -> str:
    """The whole text on one page, for printing and for searching with the browser."""
    document = service.get_document(public_id)
    shown = service.get_version(document, version)
    units = with_levels(service.all_units(shown), 2, document.lang)
    return render_template(
        "documents/show_whole.html", document=document, asked_version=version, units=units
    )


@bp.get("/<public_id>/s/<anchor>", defaults={"version": None})
@bp.get("/<public_id>/v/<int(max=2147483647):version>/s/<anchor>")
def show_section(public_id: str, version: int | None, anchor: str) -> Response:
    """The permanent address of a section: leads to the page that holds it, in the version named."""
    document = service.get_document(public_id)
    return _to_anchor(service.get_version(document, version), version, anchor)


@bp.get("/<public_id>/find-section", defaults={"version": None})
@bp.get("/<public_id>/v/<int(max=2147483647):version>/find-section")
def find_section(public_id: str, version: int | None) -> Response | tuple[str, int]:
    """The section asked for by number, or a page that says which numbers there are."""
    document = service.get_document(public_id)
    shown = service.get_version(document, version)
    form = SectionForm(request.args)
    number = (form.section.data or "")[:40]
    try:
        return _to_anchor(shown, version, service.section_anchor(number))
    except service.DocumentNotFound:
        form.section.errors = [
            _("This document has no section %(number)s. Look in the contents.", number=number)
            if number.strip()
            else _("Enter the number of a section, for example 12 or 12/1.")
        ]
    page = render_template(
        "documents/find_section.html", document=document, asked_version=version, form=form
    )
    return page, 404


@bp.get("/<public_id>/compare")
def choose_versions(public_id: str) -> Response | str | tuple[str, int]:
    """Asks which two versions to compare, and leads to their comparison."""
    document = service.get_document(public_id)
    if not {"one", "two"} & set(request.args):
        return _choice(document, versions_form(document))
    form = versions_form(document, chosen=request.args)
    pair = chosen_pair(document, form)
    if pair is None:
        return _choice(document, form), 404
    older, newer = pair
    told = request.args.get("marking")
    address = url_for(
        "documents.compare_versions",
        public_id=newer.document.public_id,
        version=newer.number,
        other=service.name_beside(older, newer.document),
        marking=told if told in list(Marking) else None,
    )
    return redirect(address)


def _choice(document: service.Document, form: VersionsForm) -> str:
    return render_template(
        "documents/choose_versions.html",
        document=document,
        form=form,
        told=request.args.get("marking"),
    )


@bp.get("/<public_id>/compare/<other>", defaults={"version": None})
@bp.get("/<public_id>/v/<int:version>/compare/<other>")
def compare_versions(public_id: str, version: int | None, other: str) -> str | tuple[str, int]:
    """Two versions of a document, or two documents, and what differs between them.

    `other` is the number of a version of this document, the id of another document, or both. Where
    there is no such pair, the page asks which two to compare.
    """
    document = service.get_document(public_id)
    try:
        older, newer = service.versions_to_compare(document, version, other)
    except service.DocumentNotFound as error:
        same = isinstance(error, service.SameVersion)
        message = same_version_message() if same else no_version_message()
        return _choice(document, versions_form(document, message=message)), 404
    comparison = service.comparison_of(newer, older)
    form = MarkingForm(request.args)
    # An unknown choice in an address shows what no choice shows.
    form = form if form.validate() else MarkingForm()
    marking = Marking(form.marking.data)
    found = differences(comparison, marking)
    pages = found[-1].page if found else 1
    number = min(page_number(), pages)
    return render_template(
        "documents/compare_versions.html",
        older=older,
        newer=newer,
        other=service.name_beside(older, newer.document),
        versions_form=versions_form(newer.document, (older, newer)),
        form=form,
        marking=marking,
        counts=say_counts(comparison) if comparison.different else [],
        writing_differs=comparison.writing_differs,
        kind_words=KIND_WORDS,
        listed=_listed(comparison, found, marking),
        marks=marks(newer.document.lang, marking),
        page=Page(on_page(found, number), number, 1, pages),
    )


def _listed(comparison: Comparison, found: list[Difference], marking: Marking) -> list[Difference]:
    """The places that differ; a summary links to where each is told."""
    if marking is Marking.SUMMARY:
        return differences(comparison, Marking.CHANGES)
    return [difference for difference in found if difference.change.kind is not Kind.SAME]


def _to_anchor(shown: service.DocumentVersion, asked: int | None, anchor: str) -> Response:
    part, found = service.find_anchor(shown, anchor)
    page = part if shown.part_count > 1 else None
    name = shown.document.public_id
    return redirect(
        url_for("documents.show_document", public_id=name, version=asked, part=page, _anchor=found)
    )
