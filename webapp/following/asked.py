"""What the address of the follow form asks to follow, and the page that each thing has."""

from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from flask import url_for

from webapp.bills import service as bills
from webapp.complaints import service as complaints
from webapp.documents import service as documents
from webapp.following.service import FILTERS, Subject, SubjectKind
from webapp.shared.errors import NotFound

LONGEST_WORDS, LONGEST_VALUE = 200, 60
BUDDHIST_ERA = 543


class NothingToFollow(NotFound):
    """The address names nothing that can be followed."""


def asked_subject(args: Mapping[str, str], complaint: Callable[[str], int]) -> Subject:
    """The subject that an address names: `bill=b-1`; `of=member&id=m-3`; else the words (`q`) and
    filters of a search. `complaint` opens a sealed id. Raises NotFound."""
    if args.get("bill"):
        return Subject(SubjectKind.BILL, str(bills.get_bill(args["bill"]).id))
    kind = args.get("of", "search")
    if kind not in set(SubjectKind):
        raise NothingToFollow(kind)
    return _named(SubjectKind(kind), args, complaint)


def _named(kind: SubjectKind, args: Mapping[str, str], complaint: Callable[[str], int]) -> Subject:
    name = args.get("id", "")
    if kind is SubjectKind.SEARCH:
        filters = {one: args[one][:LONGEST_VALUE] for one in FILTERS if args.get(one)}
        words = args.get("q", "").strip()[:LONGEST_WORDS]
        found = Subject(kind, typed=words, filters=filters)
        if not found.can_be_met:
            raise NothingToFollow("a search without words, or for what is never announced")
        return found
    readers: dict[SubjectKind, Callable[[], object]] = {
        SubjectKind.BILL: lambda: bills.get_bill(name).id,
        SubjectKind.MEMBER: lambda: bills.get_member(name).id,
        SubjectKind.COMMITTEE: lambda: bills.get_committee(name).id,
        SubjectKind.DOCUMENTS: lambda: _document_kind(name),
        SubjectKind.COMPLAINT: lambda: complaint(name),
        SubjectKind.CASE: lambda: complaints.published_case(_number(name)).id,
    }
    return Subject(kind, str(readers[kind]()) if kind in readers else "")


def _number(name: str) -> int:
    """A database id in an address; 0 for what is none."""
    return int(name) if name.isascii() and name.isdigit() and len(name) < 10 else 0


def _document_kind(name: str) -> str:
    if name not in set(documents.DocumentKind):
        raise NothingToFollow(name)
    return name


def page_of(subject: Subject) -> str:
    """The page on which what is followed can be read, in the language of the present page."""
    ref = subject.ref
    simple = {
        SubjectKind.AUDIO_BOOKS: "listening.list_audio_books",
        SubjectKind.IMPROVEMENTS: "improvement.show_improvements",
        SubjectKind.COMPLAINT: "complaints.track",
    }
    if subject.kind is SubjectKind.BILL:
        return url_for("bills.show_bill", public_id=f"b-{ref}")
    if subject.kind is SubjectKind.MEMBER:
        return url_for("bills.show_member", public_id=f"m-{ref}")
    if subject.kind is SubjectKind.COMMITTEE:
        return url_for("bills.show_committee", public_id=f"c-{ref}")
    if subject.kind is SubjectKind.DOCUMENTS:
        return url_for("documents.list_documents", kind=ref)
    if subject.kind is SubjectKind.CASE:
        return url_for("complaints.show_answered", case_id=int(ref))
    if subject.kind is SubjectKind.SEARCH:
        return _page_of_search(subject)
    return url_for(simple.get(subject.kind, "bills.list_bills"))


def _page_of_search(subject: Subject) -> str:
    """The page of a search; filters without words are a list's."""
    filters = subject.filters
    if subject.typed or filters.get("kind") not in ("bill", "document"):
        query = urlencode({"q": subject.typed, **filters})
        return f"{url_for('search.search_everything')}?{query}"
    if filters["kind"] == "document":
        return url_for("documents.list_documents", kind=filters.get("document_kind"))
    year = filters.get("year", "")
    return url_for(
        "bills.list_bills",
        kind=filters.get("bill_kind"),
        family=filters.get("stage"),
        proposer=filters.get("proposer"),
        committee=filters.get("committee"),
        # The list counts years as the records do.
        year=int(year) - BUDDHIST_ERA if year.isdecimal() else None,
    )
