"""What is followed, in words: for "why am I getting this" and for lists."""

from flask_babel import force_locale
from flask_babel import gettext as _

from webapp.bills import service as bills
from webapp.complaints import service as complaints
from webapp.documents import service as documents
from webapp.following.rules.subjects import Subject, SubjectKind
from webapp.following.service.telling.of_bills import short_name
from webapp.listening import service as listening
from webapp.search import service as search
from webapp.shared.errors import NotFound


def subject_name(subject: Subject, lang: str) -> str:
    """What a subject is called in `lang`; what is no more is called by its kind."""
    with force_locale(lang):
        try:
            return _named(subject, lang)
        except (NotFound, ValueError):
            return _("Something that is no longer here")


def _named(subject: Subject, lang: str) -> str:
    kind = subject.kind
    if kind is SubjectKind.BILL:
        return short_name(bills.bill_by_id(int(subject.ref)), lang)
    if kind is SubjectKind.SEARCH:
        return _search(subject)
    if kind is SubjectKind.MEMBER:
        return bills.get_member(f"m-{subject.ref}").full_name
    if kind is SubjectKind.COMMITTEE:
        return bills.get_committee(f"c-{subject.ref}").name
    if kind is SubjectKind.DOCUMENTS:
        return _("Documents: %(kind)s", kind=documents.kind_name(subject.ref))
    if kind is SubjectKind.CASE:
        case = complaints.published_case(int(subject.ref))
        return _("Answered case: %(title)s", title=case.title)
    if kind is SubjectKind.COMPLAINT:
        return _("Your message to the office")
    return {
        SubjectKind.AUDIO_BOOKS: _("The audio books"),
        SubjectKind.DEADLINES: _("Time limits that end soon"),
        SubjectKind.IMPROVEMENTS: _("Improvements of the service"),
    }.get(kind, _("Everything"))


def _search(subject: Subject) -> str:
    words = subject.typed.strip()
    filters = ", ".join(filter_name(name, value) for name, value in subject.filters.items())
    if words and filters:
        return _("Search: %(words)s (%(filters)s)", words=words, filters=filters)
    return _("Search: %(words)s", words=words or filters)


def filter_name(name: str, value: str) -> str:
    """What a value of a filter is called in the language in force; an unknown one as it came."""
    if name == "year":
        return _("B.E. %(year)s", year=value)
    if name == "committee":
        return bills.get_committee(value).name
    if name == "parent":
        return _("in %(document)s", document=documents.get_document(value).title)
    namers = {
        "bill_kind": bills.kind_name,
        "stage": bills.stage_family_name,
        "proposer": bills.proposer_name,
        "document_kind": documents.kind_name,
        "form": listening.term_name,
        "kind": search.kind_name,
    }
    return namers[name](value) if name in namers else value
