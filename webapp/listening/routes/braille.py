"""Print and braille side by side, for a sighted helper."""

from collections.abc import Sequence

from flask import render_template, request
from flask_babel import gettext as _

from braille.side_by_side import Line
from webapp.documents import service as documents
from webapp.listening import service
from webapp.listening.forms import BrailleLinesForm
from webapp.listening.routes.blueprint import bp
from webapp.listening.rules.kinds import BRAILLE, LINE_WIDTHS, layout_for
from webapp.shared.pagination import Page, page_number

PER_PAGE = 100


@bp.get("/documents/<public_id>/braille", defaults={"version": None})
@bp.get("/documents/<public_id>/v/<int:version>/braille")
def show_braille(public_id: str, version: int | None) -> str:
    document = documents.get_document(public_id)
    shown = documents.get_version(document, version)
    labels = documents.part_labels(shown)
    form = _form(labels)
    part, grade, cells = int(form.part.data), int(form.grade.data), int(form.cells.data)
    lines = service.braille_lines(document, shown, part, grade, cells)
    page = _page(lines)
    return render_template(
        "listening/show_braille.html",
        document=document,
        version=shown,
        asked_version=version,
        form=form,
        part=part,
        labels=labels,
        page=page,
        places=_places(page),
        files=[
            service.form_of(shown, kind, service.Variant(grade=grade, layout=layout))
            for kind in BRAILLE
            if (layout := layout_for(kind, cells))
        ],
    )


def _form(labels: Sequence[str]) -> BrailleLinesForm:
    """The choice, as the address has it; what there is not is as usual."""
    form = BrailleLinesForm(request.args)
    form.grade.choices = service.grade_choices()
    form.cells.choices = [(str(n), _("%(number)s cells", number=n)) for n in LINE_WIDTHS]
    form.part.choices = [(str(n), label) for n, label in enumerate(labels, 1)]
    usual = (
        (form.grade, service.preferred_grade()),
        (form.cells, max(LINE_WIDTHS)),
        (form.part, 1),
    )
    for field, value in usual:
        if field.data not in {choice for choice, _name in field.choices}:
            field.data = str(value)
    return form


def _page(lines: Sequence[Line]) -> Page[Line]:
    """The lines of the page asked for; of the last one where there are not so many."""
    last = max(1, -(-len(lines) // PER_PAGE))
    number = min(page_number(), last)
    return Page(lines[(number - 1) * PER_PAGE : number * PER_PAGE], number, PER_PAGE, len(lines))


def _places(page: Page[Line]) -> list[str]:
    """For each line of a page the anchor of the block that begins there, or nothing."""
    before = ""
    places: list[str] = []
    for line in page.items:
        places.append(line.anchor if line.anchor != before and line.anchor not in places else "")
        before = line.anchor
    return places
