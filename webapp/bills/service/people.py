"""Members of the Senate and its committees."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import func, select

from webapp.bills import events
from webapp.bills.models import Committee, CommitteeMember, Member
from webapp.extensions import db
from webapp.shared.errors import NotFound
from webapp.shared.importing import Outcome
from webapp.shared.transaction import transaction


class MemberNotFound(NotFound):
    """There is no such member."""


class CommitteeNotFound(NotFound):
    """There is no such committee."""


@dataclass(frozen=True)
class MemberFacts:
    """What is known of a member of the Senate; the full name may be left out."""

    first_name: str
    last_name: str = ""
    full_name: str = ""
    prefix: str = ""
    group_number: int | None = None
    group_name: str = ""
    office: str = ""
    source: str = ""
    source_url: str = ""
    as_of: date | None = None


@dataclass(frozen=True)
class CommitteeFacts:
    """What is known of a committee."""

    number: int
    name: str
    name_en: str = ""
    short_name: str = ""
    keywords: tuple[str, ...] = ()
    source: str = ""


def list_members() -> Sequence[Member]:
    """Every member, group by group in the order of the Senate's list."""
    return db.session.scalars(
        select(Member).order_by(Member.group_number, Member.first_name, Member.last_name)
    ).all()


def get_member(public_id: str) -> Member:
    """The member of this public id (`m-12`). Raises MemberNotFound."""
    number = _number(public_id, "m-")
    member = db.session.get(Member, number) if number else None
    if member is None:
        raise MemberNotFound(f"no member {public_id}")
    return member


def list_committees() -> Sequence[Committee]:
    """Every committee, by its number."""
    return db.session.scalars(select(Committee).order_by(Committee.number)).all()


def count_members() -> int:
    """How many members are known."""
    return db.session.scalar(select(func.count(Member.id))) or 0


def get_committee(public_id: str) -> Committee:
    """The committee of this public id (`c-3`). Raises CommitteeNotFound."""
    number = _number(public_id, "c-")
    committee = db.session.get(Committee, number) if number else None
    if committee is None:
        raise CommitteeNotFound(f"no committee {public_id}")
    return committee


def committee_by_source(source_key: str) -> Committee:
    """The committee made from the record of this key. Raises CommitteeNotFound."""
    found = db.session.scalar(select(Committee).where(Committee.source_key == source_key))
    if found is None:
        raise CommitteeNotFound(f"no committee {source_key}")
    return found


def keep_member(source_key: str, facts: MemberFacts) -> Outcome:
    """Take a member in from a record; where the member is known from another, that stays named as
    the source."""
    with transaction():
        found = db.session.scalar(select(Member).where(Member.source_key == source_key))
        member = found or Member(source_key=source_key, full_name=_whole_name(facts))
        told, office = asdict(facts), member.office or ""
        if found is not None:
            told = {name: value for name, value in told.items() if not name.startswith("source")}
        changed = _write(member, {name: value for name, value in told.items() if value})
        db.session.add(member)
        db.session.flush()
        if found is not None and member.office != office:
            events.seat_changed.send(
                "bills", member_id=member.id, committee_id=None, before=office, after=member.office
            )
        if found is None or changed:
            events.member_kept.send("bills", member_id=member.id)
    return _outcome(found is None, changed)


def keep_committee(source_key: str, facts: CommitteeFacts) -> Outcome:
    """Take a committee in from a record; one that knows no English name says nothing new of a
    committee that has one."""
    with transaction():
        found = db.session.scalar(select(Committee).where(Committee.source_key == source_key))
        if found is not None and found.name_en and not facts.name_en:
            return "unchanged"
        committee = found or Committee(source_key=source_key)
        changed = _write(committee, {**asdict(facts), "keywords": list(facts.keywords)})
        db.session.add(committee)
        db.session.flush()
        if found is None or changed:
            events.committee_kept.send("bills", committee_id=committee.id)
    return _outcome(found is None, changed)


def seat_member(committee: Committee, member: Member, role: str = "") -> Outcome:
    """Give a member a seat in a committee, or another role in it, and announce it."""
    with transaction():
        return _seat(committee, member, role, announce=True)


def keep_seats(committee: Committee, seats: Sequence[tuple[Member, str]]) -> Outcome:
    """Take the members of a committee in from a record, each with the role: who is not among them
    has no seat any more. The first record of a committee's members is no change of them."""
    with transaction():
        known = {seat.member_id: seat for seat in committee.seats}
        told = {_seat(committee, member, role, announce=bool(known)) for member, role in seats}
        for gone in set(known) - {member.id for member, _role in seats}:
            db.session.delete(known[gone])
            events.seat_changed.send(
                "bills",
                member_id=gone,
                committee_id=committee.id,
                before=known[gone].role,
                after=None,
            )
            told.add("changed")
        db.session.flush()
        db.session.expire(committee, ["seats"])
        if told - {"unchanged"}:
            events.committee_kept.send("bills", committee_id=committee.id)
    return "changed" if told - {"unchanged"} else "unchanged"


def _seat(committee: Committee, member: Member, role: str, announce: bool) -> Outcome:
    seat = db.session.scalar(
        select(CommitteeMember).where(
            CommitteeMember.committee_id == committee.id,
            CommitteeMember.member_id == member.id,
        )
    )
    if seat is not None and seat.role == role:
        return "unchanged"
    before = seat.role if seat is not None else None
    if seat is None:
        db.session.add(CommitteeMember(committee_id=committee.id, member_id=member.id, role=role))
    else:
        seat.role = role
    db.session.flush()
    if announce:
        events.seat_changed.send(
            "bills", member_id=member.id, committee_id=committee.id, before=before, after=role
        )
    return "new" if before is None else "changed"


def members_named(name: str) -> list[Member]:
    """The members of this name, with its prefix or without."""
    wanted = " ".join(name.split())
    return [
        one
        for one in list_members()
        if wanted in (one.full_name, f"{one.first_name} {one.last_name}".strip())
    ]


def _whole_name(facts: MemberFacts) -> str:
    """A name as it is written: นาย and its like stand close to the name, ranks apart from it."""
    gap = "" if facts.prefix in ("", "นาย", "นาง", "นางสาว") else " "
    return f"{facts.prefix}{gap}{facts.first_name} {facts.last_name}".strip()


def _number(public_id: str, prefix: str) -> int | None:
    number = public_id.removeprefix(prefix)
    fits = public_id.startswith(prefix) and number.isascii() and number.isdigit()
    return int(number) if fits and len(number) < 10 else None


def _write(row: Member | Committee, facts: dict[str, object]) -> bool:
    changed = False
    for name, value in facts.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
            changed = True
    return changed


def _outcome(is_new: bool, changed: bool) -> Outcome:
    if is_new:
        return "new"
    return "changed" if changed else "unchanged"
