"""Members of the Senate and its committees."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import func, select

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


def keep_member(source_key: str, facts: MemberFacts) -> Outcome:
    """Take a member in from a record; where the member is known from another, that stays named as
    the source."""
    with transaction():
        found = db.session.scalar(select(Member).where(Member.source_key == source_key))
        member = found or Member(source_key=source_key, full_name=_whole_name(facts))
        told = asdict(facts)
        if found is not None:
            told = {name: value for name, value in told.items() if not name.startswith("source")}
        changed = _write(member, {name: value for name, value in told.items() if value})
        db.session.add(member)
        db.session.flush()
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
    return _outcome(found is None, changed)


def seat_member(committee: Committee, member: Member, role: str = "") -> Outcome:
    """Give a member a seat in a committee, or another role in it."""
    with transaction():
        seat = db.session.scalar(
            select(CommitteeMember).where(
                CommitteeMember.committee_id == committee.id,
                CommitteeMember.member_id == member.id,
            )
        )
        if seat is not None and seat.role == role:
            return "unchanged"
        if seat is None:
            db.session.add(
                CommitteeMember(committee_id=committee.id, member_id=member.id, role=role)
            )
            return "new"
        seat.role = role
    return "changed"


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
