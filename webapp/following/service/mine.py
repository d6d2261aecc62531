"""A person's own matter: notes on bills, the order of the home, visits, and all of it as data."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select

from webapp.bills import service as bills
from webapp.complaints import service as complaints
from webapp.extensions import db
from webapp.following.models import BillNote, Delivery, Follower, Match, News, Subscription
from webapp.following.rules.subjects import SubjectKind
from webapp.following.service.drafts import drafts_of
from webapp.following.service.followers import follower_ids
from webapp.following.service.subscribing import subscriptions_of
from webapp.shared import clock
from webapp.shared.transaction import transaction

MOST_NEWS = 100


class Block(StrEnum):
    """A part of the personal home, in the order in which they stand without a choice."""

    CHANGED = "changed"
    DUE = "due"
    NOTES = "notes"
    FOLLOWED = "followed"
    DRAFTS = "drafts"


def note_of(follower: Follower, bill_id: int) -> str:
    """What a follower noted about a bill; empty for nothing."""
    found = db.session.get(BillNote, (follower.id, bill_id))
    return found.text if found else ""


def notes_of(follower: Follower) -> Sequence[BillNote]:
    """A follower's notes, the newest first."""
    return db.session.scalars(
        select(BillNote)
        .where(BillNote.follower_id == follower.id)
        .order_by(BillNote.changed_at.desc(), BillNote.bill_id)
    ).all()


def keep_note(follower: Follower, bill_id: int, text: str) -> None:
    """Keep a note about a bill, encrypted; an empty one is removed."""
    with transaction():
        found = db.session.get(BillNote, (follower.id, bill_id))
        if not text.strip():
            if found is not None:
                db.session.delete(found)
            return
        if found is None:
            found = BillNote(follower_id=follower.id, bill_id=bill_id)
            db.session.add(found)
        found.text, found.changed_at = text, clock.now()


def keep_reading(follower: Follower, kept: dict[str, Any]) -> None:
    """Keep how the person reads and hears, so that a signed link brings it to another device."""
    with transaction():
        follower.preferences = kept
        follower.voice = str(kept.get("voice", ""))
        follower.speed = int(kept.get("speed", 0))


def home_order(follower: Follower) -> list[Block]:
    """The blocks of a follower's home in the order that the person set."""
    chosen = [Block(name) for name in follower.home_order or () if name in set(Block)]
    return chosen + [block for block in Block if block not in chosen]


def move_block(follower: Follower, block: Block, up: bool) -> None:
    """Move a block of the home one place up or down; at the end it stays."""
    order = home_order(follower)
    place = order.index(block)
    other = place - 1 if up else place + 1
    if 0 <= other < len(order):
        order[place], order[other] = order[other], order[place]
    with transaction():
        follower.home_order = [str(one) for one in order]


def note_visit(follower: Follower) -> datetime | None:
    """Keep that the person has come; gives when the person came before that."""
    before = follower.visited_at
    with transaction():
        follower.visited_at = clock.now()
    return before


def news_for(follower: Follower, since: datetime | None) -> Sequence[News]:
    """What a follower was found to hear of after a moment, the newest first, at most 100."""
    query = (
        select(News)
        .join(Match, Match.news_id == News.id)
        .where(Match.follower_id == follower.id, News.withdrawn_at.is_(None))
    )
    if since is not None:
        query = query.where(News.matched_at > since)
    return db.session.scalars(query.order_by(News.id.desc()).limit(MOST_NEWS)).all()


def messages_owed(follower: Follower) -> list[complaints.Complaint]:
    """The person's own messages to the office that are followed and not answered yet."""
    numbers = [
        int(one.subject.ref)
        for one in subscriptions_of(follower)
        if one.subject.kind is SubjectKind.COMPLAINT
    ]
    return [one for one in map(complaints.complaint_by_id, numbers) if one.is_owed]


def export(follower: Follower) -> dict[str, Any]:
    """All that is held of a follower, for the follower to take along."""
    mine = select(Subscription).where(Subscription.follower_id == follower.id)
    sent = select(Delivery).where(Delivery.follower_id.in_(follower_ids(follower)))
    return {
        "email": follower.email,
        "line": bool(follower.line_user),
        "push": bool(follower.push),
        "language": follower.language,
        "reading_preferences": follower.preferences or {},
        "since": _moment(follower.made_at),
        "last_visit": _moment(follower.visited_at),
        "mail_stopped": follower.mail_stopped_why if follower.mail_stopped_at else None,
        "home_order": [str(block) for block in home_order(follower)],
        "subscriptions": [
            {
                "what": one.subject.key,
                "words": one.subject.typed,
                "filters": dict(one.subject.filters),
                "kinds": sorted(one.wish.kinds),
                "cadence": one.cadence,
                "weekday": one.weekday,
                "hour": one.hour,
                "language": one.language,
                "form": one.form,
                "channel": one.channel,
                "state": one.state,
                "paused_until": _moment(one.paused_until),
                "asked_at": _moment(one.asked_at),
                "confirmed_at": _moment(one.confirmed_at),
                "stopped_at": _moment(one.stopped_at),
            }
            for one in db.session.scalars(mine.order_by(Subscription.id))
        ],
        "notes": [
            {
                "bill": bills.bill_by_id(note.bill_id).public_id,
                "text": note.text,
                "changed_at": _moment(note.changed_at),
            }
            for note in notes_of(follower)
        ],
        "drafts": [complaints.words_of(draft) for draft in drafts_of(follower)],
        "messages": [
            {
                "channel": one.channel,
                "state": one.state,
                "made_at": _moment(one.made_at),
                "sent_at": _moment(one.sent_at),
            }
            for one in db.session.scalars(sent.order_by(Delivery.id))
        ],
    }


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None
