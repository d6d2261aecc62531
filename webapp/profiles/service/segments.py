"""Looking for segments in what people do, each under a name that lasts for one look alone."""

import hashlib
import hmac
import secrets
from collections.abc import Iterable, Sequence
from datetime import timedelta

from sqlalchemy import select

from webapp.complaints.service import habits as complaint_habits
from webapp.extensions import db
from webapp.following.service import habits as follower_habits
from webapp.needs.service import habits as need_habits
from webapp.profiles.models import SegmentFinding
from webapp.profiles.rules.segments import Amount, Finding, Segment, find_segments
from webapp.profiles.rules.traits import by_person
from webapp.shared import clock
from webapp.shared.habits import Habit
from webapp.shared.transaction import transaction

# Looks further apart tell of habits; nearer ones would tell of who came and went.
LOOKED_EVERY = timedelta(days=28)
_MESSAGE = "complaint:"


def look_for_segments() -> Finding | None:
    """Look for segments, unless that was done in the last four weeks; gives what was found now."""
    last = latest_finding()
    if last is not None and clock.now() - last.at < LOOKED_EVERY:
        return None
    people = by_person(pseudonymised(gather_habits()))
    found = find_segments([people[whose] for whose in sorted(people)])
    with transaction():
        db.session.add(
            SegmentFinding(
                at=clock.now(),
                verdict=found.verdict,
                people=found.people,
                silhouette=round(100 * found.silhouette),
                stability=round(100 * found.stability),
                segments=[
                    {"people": one.people, "traits": [list(trait) for trait in one.traits]}
                    for one in found.segments
                ],
            )
        )
    return found


def gather_habits() -> Iterable[Habit]:
    """What people do, from following, messages and needs; a message that a follower follows is the
    follower's own. No address is read."""
    own = {message: follower for follower, message in follower_habits.own_messages()}
    messages = list(complaint_habits.habits())
    # What messages leave out, anonymous ones among them, needs taken from them do not bring back.
    known = {habit.whose for habit in messages}
    needs = (
        habit
        for habit in need_habits.habits()
        if habit.whose in known or not habit.whose.startswith(_MESSAGE)
    )
    for habit in (*follower_habits.habits(), *messages, *needs):
        yield Habit(own.get(habit.whose, habit.whose), habit.trait)


def pseudonymised(habits: Iterable[Habit]) -> Iterable[Habit]:
    """The same under names made with a key that is nowhere kept: no later look, and nobody with the
    database, can say whose they were."""
    key = secrets.token_bytes(32)
    for whose, trait in habits:
        yield Habit(hmac.new(key, whose.encode(), hashlib.sha256).hexdigest(), trait)


def latest_finding() -> SegmentFinding | None:
    """What was found last; None before the first look."""
    return db.session.scalar(select(SegmentFinding).order_by(SegmentFinding.id.desc()).limit(1))


def list_findings() -> Sequence[SegmentFinding]:
    """Everything that was found, the newest first."""
    return db.session.scalars(select(SegmentFinding).order_by(SegmentFinding.id.desc())).all()


def segments_of(finding: SegmentFinding) -> list[Segment]:
    """The segments of a finding, the largest first."""
    return [
        Segment(one["people"], tuple((trait, Amount(amount)) for trait, amount in one["traits"]))
        for one in finding.segments
    ]
