"""The search page."""

from collections.abc import Mapping
from urllib.parse import urlencode

from flask import Blueprint, render_template, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from search_index.query import LONGEST
from webapp.bills import service as bills
from webapp.documents import service as documents
from webapp.search import service
from webapp.search.forms import SearchForm
from webapp.shared.pagination import Page, page_number

PER_PAGE = 10
MOST_FACETS = 12
KIND_NAMES = {
    "bill": _l("Bills"),
    "document": _l("Documents"),
    "section": _l("Sections of documents"),
}
FILTERS = ("kind", "year", "bill_kind", "document_kind")

bp = Blueprint("search", __name__)


@bp.get("/search")
def search_everything() -> str:
    form = SearchForm(request.args)
    typed = (form.q.data or "").strip()
    filters = {name: request.args[name] for name in FILTERS if request.args.get(name)}
    number = min(page_number(), 100)
    answer = service.ask(typed, filters, number, PER_PAGE)
    page = Page(answer.items, number, PER_PAGE, answer.total)
    return render_template(
        "search/search_everything.html",
        form=form,
        typed=typed,
        cut=len(typed) > LONGEST,
        answer=answer,
        page=page,
        kind_names=KIND_NAMES,
        facets=facet_links(typed, filters, answer.facets),
        chosen=[(facet_name(n, v), _url(typed, _without(filters, n))) for n, v in filters.items()],
    )


def facet_links(
    typed: str, filters: Mapping[str, str], facets: Mapping[str, Mapping[str, int]]
) -> list[tuple[str, list[tuple[str, int, str]]]]:
    """For each filter not chosen yet: its name, and (words, count, address) for its values."""
    titles = {
        "kind": _("By what it is"),
        "year": _("By year"),
        "bill_kind": _("By kind of bill"),
        "document_kind": _("By kind of document"),
    }
    links = []
    for name, title in titles.items():
        values = facets.get(name, {})
        if name in filters or len(values) < 2:
            continue
        ordered = sorted(values.items(), reverse=True) if name == "year" else values.items()
        shown = [
            (facet_name(name, value), count, _url(typed, {**filters, name: value}))
            for value, count in list(ordered)[:MOST_FACETS]
        ]
        links.append((title, shown))
    return links


def facet_name(name: str, value: str) -> str:
    """What a filter's value is called in the language of the page."""
    if name == "kind":
        return str(KIND_NAMES.get(value, value))
    if name == "bill_kind":
        return bills.kind_name(value)
    if name == "document_kind":
        return documents.kind_name(value)
    return _("B.E. %(year)s", year=value)


def _without(filters: Mapping[str, str], name: str) -> dict[str, str]:
    return {key: value for key, value in filters.items() if key != name}


def _url(typed: str, filters: Mapping[str, str]) -> str:
    return f"{request.script_root}{request.path}?{urlencode({'q': typed, **filters})}"
