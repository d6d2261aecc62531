"""The texts of a bill and of a document as saved searches see them: like entries of the index."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from search_index import analysis
from search_index.entry import Entry
from webapp.bills import service as bills
from webapp.documents import service as documents
from webapp.following.rules.happenings import Happening
from webapp.following.rules.percolating import Piece, piece
from webapp.following.rules.subjects import SubjectKind
from webapp.listening import service as listening
from webapp.search import service as search


@dataclass(frozen=True)
class Text:
    """One entry, and its words as terms."""

    entry: Entry

    @cached_property
    def piece(self) -> Piece:
        """The words as a saved search sees them; only where a search is to be met."""
        return piece(analysis.fields(self.entry))


def texts_of_bill(
    bill: bills.Bill, more: str = "", step: bills.BillStep | None = None
) -> list[Text]:
    """A bill in each language that it has a name in, and what more is said of the event.

    By a `step` it was in two places: who follows the bills of one hears that it came, and that it
    left or ended there.
    """
    places = bills.families_around(step) if step else (bill.family,)
    known = bills.search_facts(bill)
    committees = _committees_named("\n".join([*(facts.text for facts in known), more]))
    forms = ["sign-language"] if listening.video_of(bill) else []
    found = []
    for facts in known:
        facets: dict[str, str | list[str]] = {
            "bill_kind": facts.kind,
            "stage": [str(place) for place in dict.fromkeys(places)],
            "proposer": str(bill.proposer_kind),
            "committee": committees,
            "form": forms,
        }
        if facts.year:
            facets["year"] = facts.year
        found.append(
            Text(
                Entry(
                    id=f"{bill.public_id}/{facts.lang}",
                    kind="bill",
                    url="",
                    title=facts.title,
                    short=facts.short,
                    text="\n".join(part for part in (facts.text, more) if part),
                    lang=facts.lang,
                    facets=facets,
                )
            )
        )
    return found


def text_of_vote(vote: bills.VoteEvent) -> Text:
    """A vote by what was voted on, in Thai, as the chamber put it."""
    return Text(
        Entry(
            id=vote.public_id,
            kind="vote",
            url="",
            title=vote.title,
            text=bills.vote_search_text(vote),
            facets={"year": str(vote.on.year + 543)},
        )
    )


def text_of_improvement(happening: Happening) -> Text:
    """An improvement by its name, what was done, and what else its page says."""
    details = happening.details
    return Text(
        Entry(
            id=happening.fact,
            kind="improvement",
            url="",
            title=details.get("what", ""),
            text="\n".join(filter(None, (details.get("meaning"), details.get("words")))),
            facets={"year": details.get("year", "")},
        )
    )


def texts_of_version(version: documents.DocumentVersion) -> list[Text]:
    """A document and each of its sections by itself, with the forms that it can be had in."""
    document = version.document
    facets: dict[str, str | list[str]] = {
        "document_kind": str(document.kind),
        "committee": _committees_named(document.title),
        "form": listening.forms_to_be_had(document, version),
    }
    if document.year_be:
        facets["year"] = str(document.year_be)
    blocks = (unit.block for unit in documents.all_units(version))
    entries = search.document_entries(
        document.public_id, document.title, document.lang, facets, None, blocks
    )
    return list(map(Text, entries))


def _committees_named(text: str) -> list[str]:
    return [one.public_id for one in bills.list_committees() if one.name in text]


def names_in(texts: Iterable[Text]) -> list[str]:
    """The keys of the members and committees whose full names stand in the texts."""
    said = "\n".join(f"{one.entry.title}\n{one.entry.text}" for one in texts)
    members = [
        f"{SubjectKind.MEMBER}:{member.id}"
        for member in bills.list_members()
        if member.full_name in said or f"{member.first_name} {member.last_name}" in said
    ]
    committees = [
        f"{SubjectKind.COMMITTEE}:{one.id}" for one in bills.list_committees() if one.name in said
    ]
    return members + committees
