"""Members of the Senate and its committees."""

from collections.abc import Iterable, Iterator, Mapping

from search_index.entry import Entry
from webapp.bills import service as bills
from webapp.search.service import Source, version_of

# How members are called before their names.
_MEMBER_OF_THE_SENATE = "สมาชิกวุฒิสภา"


def sources() -> Iterator[Source]:
    """Every committee and every member."""
    yield from map(committee_source, bills.list_committees())
    yield from map(member_source, bills.list_members())


def committee_source(committee: bills.Committee) -> Source:
    """One committee, with whoever sits in it."""
    return _source(committee.public_id, _committee_entries(committee))


def member_source(member: bills.Member) -> Source:
    """One member, with the committees of the member."""
    return _source(member.public_id, [_member_entry(member)])


def committee_names() -> Mapping[str, str]:
    """The id of each committee by the name that stands in titles and notes."""
    return {committee.name: committee.public_id for committee in bills.list_committees()}


def _source(key: str, made: Iterable[Entry]) -> Source:
    entries = list(made)
    return Source(key, version_of(entries), lambda: entries)


def _committee_entries(committee: bills.Committee) -> Iterator[Entry]:
    names = [seat.member.full_name for seat in committee.seats]
    thai = (committee.name, committee.short_name, "th", [*committee.keywords, *names])
    # What it deals with and who sits in it is known in Thai alone.
    for title, short, lang, words in (thai, (committee.name_en, "", "en", [])):
        if title:
            yield Entry(
                id=committee.public_id if lang == "th" else f"{committee.public_id}/{lang}",
                kind="committee",
                url=f"/committees/{committee.public_id}",
                title=title,
                short=short,
                text="\n".join(words),
                lang=lang,
                facets={"committee": committee.public_id},
            )


def _member_entry(member: bills.Member) -> Entry:
    committees = [seat.committee for seat in member.seats]
    names = [member.group_name, *(committee.name for committee in committees)]
    words = [member.office, _MEMBER_OF_THE_SENATE, *names]
    return Entry(
        id=member.public_id,
        kind="member",
        url=f"/members/{member.public_id}",
        title=member.full_name,
        short=f"{member.first_name} {member.last_name}".strip(),
        text="\n".join(word for word in words if word),
        facets={"committee": tuple(committee.public_id for committee in committees)},
    )
