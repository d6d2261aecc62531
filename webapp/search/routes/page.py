"""The search page."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from flask import render_template, request

from search_index.entry import PARENT
from webapp.following.service import Subject, SubjectKind
from webapp.search import service
from webapp.search.forms import SearchForm
from webapp.search.routes.asked import Asked, asked
from webapp.search.routes.blueprint import bp
from webapp.search.routes.naming import chosen_filters, facet_links
from webapp.search.wording import ONE_NAMES
from webapp.shared.languages import language
from webapp.shared.pagination import Page, page_number

PER_PAGE = 10
MOST_PAGES = 100


@dataclass
class Group:
    """One thing found with the sections of the same document that were found beside it, and with
    the same thing by its name in another language."""

    first: service.Item
    others: list[service.Item] = field(default_factory=list)
    twin: service.Item | None = None

    @property
    def document(self) -> str:
        """The id of the document that all are sections of; "" where they are none."""
        return str(self.first.entry.facets.get(PARENT, ""))


@bp.get("/search")
def search_everything() -> str:
    wanted = asked()
    number = min(page_number(), MOST_PAGES)
    answer = service.ask(
        wanted.words, wanted.filters, number, PER_PAGE, wanted.order, wanted.as_typed
    )
    if _found_nothing(wanted, answer):
        service.note_missed(_meant_words(wanted, answer))
    return render_template(
        "search/search_everything.html",
        form=SearchForm(request.args),
        asked=wanted,
        answer=answer,
        page=Page(
            group_sections(answer.items), number, PER_PAGE, min(answer.total, MOST_PAGES * PER_PAGE)
        ),
        start=(number - 1) * PER_PAGE + 1,
        kind_names=ONE_NAMES,
        facets=facet_links(wanted, answer.facets, answer.total),
        chosen=chosen_filters(wanted),
        has_words=service.has_words(wanted.words),
        is_receipt=service.is_receipt(wanted.words),
        followed=_followed(wanted, answer.correction),
        instead=_asked_for(wanted, answer.correction),
        kept=_kept(wanted, answer.correction),
        unfiltered=replace(wanted, filters={}),
        exact=replace(wanted, as_typed=True),
        other_order=replace(wanted, newest_first=not wanted.newest_first),
    )


def _found_nothing(wanted: Asked, answer: service.Answer) -> bool:
    """Nothing is there for what was meant; filters and later pages say nothing of that."""
    is_first = not wanted.filters and "page" not in request.args
    return is_first and answer.from_index and not answer.total


def _meant_words(wanted: Asked, answer: service.Answer) -> str:
    """The words that were meant where the keyboard was in the other language: those are missed."""
    correction = answer.correction
    by_layout = correction is not None and correction.reason is service.Reason.LAYOUT
    return correction.words if correction and by_layout else wanted.words


def _asked_for(wanted: Asked, correction: service.Correction | None) -> Asked | None:
    """The search for the other words that may have been meant."""
    if correction is None:
        return None
    return Asked(correction.words, wanted.filters, wanted.newest_first)


def _kept(wanted: Asked, correction: service.Correction | None) -> Asked:
    """The search for what the page shows: files and feeds take words as they are."""
    meant = _asked_for(wanted, correction)
    return meant if meant and correction and correction.is_answered else wanted


def _followed(wanted: Asked, correction: service.Correction | None) -> dict[str, str]:
    """The address's part that follows what the page shows: the words as typed, or the other words
    that it answers for; empty where nothing could come of it."""
    words = correction.words if correction and correction.is_answered else wanted.words
    subject = Subject(SubjectKind.SEARCH, typed=words, filters=wanted.filters)
    return {"q": words, **wanted.filters} if subject.can_be_met else {}


def group_sections(items: Iterable[service.Item]) -> list[Group]:
    """Sections of one document under the first of them, so that its title is said once, and what
    was found by its names in both languages once."""
    groups: list[Group] = []
    by_document: dict[str, Group] = {}
    by_address: dict[str, Group] = {}
    for item in items:
        document, address = str(item.entry.facets.get(PARENT, "")), item.entry.url
        if document in by_document:
            by_document[document].others.append(item)
        elif address in by_address:
            _put_twin(by_address[address], item)
        else:
            groups.append(Group(item))
            by_address[address] = groups[-1]
            if document:
                by_document[document] = groups[-1]
    return groups


def _put_twin(group: Group, item: service.Item) -> None:
    """Beside the same thing in another language, the one in the page's language first."""
    if item.entry.lang == language():
        group.first, item = item, group.first
    group.twin = item
