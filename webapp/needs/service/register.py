"""What officers do with the register: look through it, sort, answer, merge, count."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, not_, or_, select
from sqlalchemy.orm import joinedload, selectinload

from webapp.complaints import service as complaints
from webapp.extensions import db
from webapp.groups import service as groups
from webapp.needs.events import need_answered
from webapp.needs.models import Need, NeedReply
from webapp.needs.rules.lists import Aspect, Origin
from webapp.needs.service import aspects
from webapp.needs.service.errors import MergeRefused, NeedNotFound
from webapp.needs.service.readings import note_readings
from webapp.needs.service.words import holding, matching, must_be_read
from webapp.shared import audit, clock
from webapp.shared.bureaux import Bureau
from webapp.shared.pagination import Page
from webapp.shared.transaction import transaction

PER_PAGE = 25
# Needs that are decrypted at a time for a phrase or a NOT, the latest heard of those that may meet
# it: as many as a page can wait for. From the last of them on it is gone on.
MOST_READ = 700
UNSORTED = "unsorted"


@dataclass(frozen=True)
class NeedFilter:
    """Which needs to list; empty is all. `aspect` may be "unsorted"; days are those of hearing.

    Of an aspect are those that officers decided, or, where `is_checked` is false, those that only
    their words suggest; None: both.
    """

    words: str = ""
    aspect: str = ""
    is_checked: bool | None = True
    channel: str = ""
    origin: str = ""
    who: str = ""
    bureau: str = ""
    group: str = ""
    person_id: int | None = None
    # The officer who looks: needs taken from messages that this person may not see are left out.
    seen_by: int | None = None
    since: date | None = None
    until: date | None = None
    # Only what was heard before this need.
    before: int | None = None


@dataclass(frozen=True)
class RegisterPage(Page[Need]):
    """A page of the register. `read`: how many needs were decrypted to find what is shown, 0 where
    that was not needed; `older`: the number of the need from which it is gone on, as those before
    it were not looked through; None where all were."""

    read: int = 0
    older: int | None = None


def list_needs(wanted: NeedFilter, number: int, secret: str) -> RegisterPage:
    """One page of the register, `number` from 1, the latest heard first; merged needs are left
    out, as they stand under the one that they were merged into. That the officer saw them is noted.

    Where needs must be decrypted to find them it is a page of those found among the latest.
    """
    if must_be_read(wanted.words):
        looked = _look_through(wanted, secret)
        first = (number - 1) * PER_PAGE
        shown = needs_numbered(looked.found[first : first + PER_PAGE], wanted.seen_by)
        count = len(looked.found)
        return RegisterPage(shown, number, PER_PAGE, count, looked.read, looked.older)
    total = count_needs(wanted, secret)
    order = Need.heard_at.desc(), Need.id.desc()
    # Numbers alone are sorted: what people said is long, and would be sorted with them.
    first = (number - 1) * PER_PAGE
    numbers = _wanted(select(Need.id), wanted, secret).order_by(*order).limit(PER_PAGE)
    ids = db.session.scalars(numbers.offset(first)).all()
    return RegisterPage(needs_numbered(ids, wanted.seen_by), number, PER_PAGE, total)


def count_needs(wanted: NeedFilter, secret: str) -> int:
    """How many needs there are of a list, or among the latest of it that are looked through."""
    if must_be_read(wanted.words):
        return len(_look_through(wanted, secret).found)
    return db.session.scalar(_wanted(select(func.count(Need.id)), wanted, secret)) or 0


def count_unchecked(wanted: NeedFilter, secret: str) -> int:
    """How many more the words of needs suggest for the aspect of a list; 0 without an aspect."""
    if wanted.aspect in ("", UNSORTED) or not wanted.is_checked:
        return 0
    return count_needs(replace(wanted, is_checked=False), secret)


@dataclass(frozen=True)
class _Looked:
    """What was found among needs that were decrypted; see `RegisterPage`."""

    found: list[int]
    read: int
    older: int | None


def _look_through(wanted: NeedFilter, secret: str) -> _Looked:
    """The numbers of the needs that hold what stands in quotes, in its order, and nothing of what
    is left out; hashes and filters tell which may, and the latest of these are decrypted."""
    order = Need.heard_at.desc(), Need.id.desc()
    listed = _wanted(select(Need.id), wanted, secret).order_by(*order).limit(MOST_READ + 1)
    numbers = db.session.scalars(listed).all()
    read = numbers[:MOST_READ]
    more = len(numbers) > MOST_READ
    # The site reads them and no officer does.
    return _Looked(holding(read, wanted.words), len(read), read[-1] if more else None)


def needs_numbered(numbers: Sequence[int], account_id: int | None) -> Sequence[Need]:
    """The needs with these numbers as an officer reads them in a list, the latest heard first."""
    note_readings(numbers, account_id)
    beside = selectinload(Need.files), selectinload(Need.corrections), joinedload(Need.person)
    listed = select(Need).options(*beside)
    order = Need.heard_at.desc(), Need.id.desc()
    return db.session.scalars(listed.where(Need.id.in_(numbers)).order_by(*order)).all()


def _wanted(listed: Select[Any], wanted: NeedFilter, secret: str) -> Select[Any]:
    listed = listed.where(Need.merged_into_id.is_(None))
    # Said only where somebody is barred: the index alone then tells the rest.
    if barred := complaints.barred_ids(wanted.seen_by):
        listed = listed.where(not_(_taken_from(barred)))
    for name in ("channel", "origin", "who", "bureau", "person_id"):
        if value := getattr(wanted, name):
            listed = listed.where(getattr(Need, name) == value)
    if wanted.group:
        listed = listed.where(_of_group(wanted.group))
    if wanted.aspect == UNSORTED:
        listed = listed.where(Need.aspect.is_(None))
    elif wanted.aspect:
        listed = listed.where(aspects.is_of(wanted.aspect, wanted.is_checked))
    listed = _heard_before(within(listed, wanted.since, wanted.until), wanted.before)
    return matching(listed, wanted.words, secret) if wanted.words.strip() else listed


def _heard_before(listed: Select[Any], need_id: int | None) -> Select[Any]:
    edge = db.session.get(Need, need_id) if need_id else None
    if edge is None:
        return listed
    same = and_(Need.heard_at == edge.heard_at, Need.id < edge.id)
    return listed.where(or_(Need.heard_at < edge.heard_at, same))


def _of_group(key: str) -> ColumnElement[bool]:
    """Needs of a group: those that an officer put there, and those of the sort of people that it
    stands for."""
    sorts = [sort for sort, group in groups.asks_as().items() if group == key]
    return or_(Need.group_key == key, and_(Need.group_key.is_(None), Need.who.in_(sorts)))


def within(listed: Any, since: date | None, until: date | None) -> Any:
    """`listed`, only what was heard on these days."""
    if since:
        listed = listed.where(Need.heard_at >= clock.start_of_day(since))
    if until:
        listed = listed.where(Need.heard_at < clock.start_of_day(until + timedelta(days=1)))
    return listed


def _taken_from(messages: Collection[int]) -> ColumnElement[bool]:
    """Where a need was taken from one of these messages of citizens."""
    refs = [str(number) for number in messages]
    return and_(Need.origin == Origin.COMPLAINT, Need.origin_ref.in_(refs))


def hidden_needs(account_id: int | None) -> frozenset[int]:
    """The needs that an officer may not see, as they stand in messages about this person."""
    barred = complaints.barred_ids(account_id)
    return frozenset(db.session.scalars(select(Need.id).where(_taken_from(barred))))


def need_by_id(need_id: int) -> Need:
    """One need. Raises `NeedNotFound`."""
    need = db.session.get(Need, need_id)
    if need is None:
        raise NeedNotFound
    return need


def merged_into(need_id: int) -> list[Need]:
    """The needs that were merged into this one."""
    listed = select(Need).where(Need.merged_into_id == need_id).order_by(Need.id)
    return list(db.session.scalars(listed))


def family_of(need_id: int) -> list[Need]:
    """The need that speaks for this one, or this one itself, and all that stand under it.

    Raises `NeedNotFound`.
    """
    lead = need_by_id(need_by_id(need_id).merged_into_id or need_id)
    return [lead, *merged_into(lead.id)]


def open_need(need_id: int, account_id: int | None) -> Need:
    """One need as an officer reads it; who read it, the person whose it is can see.

    Raises `NeedNotFound`. Official Information Act B.E. 2540 s.24.
    """
    note_readings([need_id], account_id)
    return need_by_id(need_id)


def sort_need(
    need_id: int,
    account_id: int | None,
    aspect: Aspect | None,
    bureau: Bureau | None,
    group: str = "",
) -> None:
    """Say what a need is about, which bureau deals with it, and of which group it is, "" for what
    the sort of who asks says.

    Raises `NeedNotFound`.
    """
    with transaction():
        need = need_by_id(need_id)
        need.aspect = aspect.name if aspect else None
        need.bureau = bureau.value if bureau else None
        need.group_key = group or None
        audit.record(account_id, "needs.sort", f"need {need_id}")


def answer_need(need_id: int, account_id: int | None, text: str) -> None:
    """Tell the person something, and those whose needs were merged into it.

    Raises `NeedNotFound`.
    """
    with transaction():
        for need in [need_by_id(need_id), *merged_into(need_id)]:
            tell(need, text, account_id)
        audit.record(account_id, "needs.answer", f"need {need_id}")


def tell(need: Need, text: str, account_id: int | None, about: str | None = None) -> None:
    """Keep what a person is told, and have a letter announce it, in the caller's transaction."""
    reply = NeedReply(text=text, at=clock.now(), account_id=account_id, about=about)
    need.replies.append(reply)
    db.session.flush()
    need_answered.send("needs", need_id=need.id, reply_id=reply.id)


def merge(need_id: int, into_id: int, account_id: int | None) -> None:
    """Put a need, and what was merged into it, under another that says the same.

    Nothing is lost: each keeps its words and its person, and is told what the other was told last,
    and of every improvement: who was told of one is not told of it with the other later.
    Raises `NeedNotFound`, `MergeRefused`, also where the officer may not see the other.
    """
    with transaction():
        need, into = need_by_id(need_id), need_by_id(into_id)
        refused = into.merged_into_id is not None or into_id in hidden_needs(account_id)
        if need_id == into_id or refused:
            raise MergeRefused
        for one in [need, *merged_into(need_id)]:
            one.merged_into_id = into_id
            for said in into.replies:
                if said.about is not None or said is into.replies[-1]:
                    _tell_too(one, said)
        audit.record(account_id, "needs.merge", f"need {need_id} into {into_id}")


def _tell_too(need: Need, said: NeedReply) -> None:
    """Tell a person what another was told, unless she was told of the same by herself."""
    if said.about is None or all(reply.about != said.about for reply in need.replies):
        tell(need, said.text, said.account_id, said.about)


def take_apart(need_id: int, account_id: int | None) -> None:
    """Let a merged need stand by itself again. Raises `NeedNotFound`."""
    with transaction():
        need_by_id(need_id).merged_into_id = None
        audit.record(account_id, "needs.take_apart", f"need {need_id}")
