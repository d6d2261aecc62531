"""What the last look found, and the needs and messages that show it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sqlalchemy import select

from webapp.complaints.service import counting as complaint_counts
from webapp.extensions import db
from webapp.needs.service import counting as need_counts
from webapp.shared.errors import NotFound
from webapp.trends.models import SurveyFall, TrendLook, TrendReading
from webapp.trends.rules.seasons import Verdict
from webapp.trends.rules.subjects import Way
from webapp.trends.service.heard_again import heard_again

MOST_NAMED = 200
_ORDER = [Verdict.RISING, Verdict.USUAL, Verdict.TOO_FEW]


class TrendNotFound(NotFound):
    """There is no such trend, or the last look did not find it again."""


class Traced(Protocol):
    """What has a subject and the days over which it was looked at."""

    way: Way | None
    key: str | None
    terms: list[int]

    @property
    def since(self) -> date | None:
        """The first day."""

    @property
    def until(self) -> date | None:
        """The last day."""


@dataclass(frozen=True)
class Evidence:
    """The numbers of the needs and messages that a trend is made of, the newest first."""

    needs: list[int]
    messages: list[int]


def last_look() -> TrendLook | None:
    """When it was looked last; None before the first look."""
    return db.session.scalar(select(TrendLook).order_by(TrendLook.id.desc()).limit(1))


def list_readings() -> list[TrendReading]:
    """Everything that the last look found: what rises first, the surest first."""
    found = db.session.scalars(select(TrendReading).order_by(TrendReading.id))
    return sorted(found, key=lambda one: (_ORDER.index(one.verdict), one.chance, -one.now))


def count_rising() -> int:
    """How many aspects and subjects rise by the last look."""
    return sum(one.verdict is Verdict.RISING for one in list_readings())


def reading_by_id(reading_id: int) -> TrendReading:
    """One aspect or subject by the last look. Raises `TrendNotFound`."""
    reading = db.session.get(TrendReading, reading_id)
    if reading is None:
        raise TrendNotFound
    return reading


def reading_of(way: Way, key: str) -> TrendReading | None:
    """An aspect or subject by the last look; None where it was not found again."""
    wanted = select(TrendReading).where(TrendReading.way == way, TrendReading.key == key)
    return db.session.scalar(wanted)


def evidence_of(traced: TrendReading | Traced, seen_by: int | None) -> Evidence:
    """What a trend is made of, of what an officer may see, 200 needs and messages at most."""
    return _evidence(traced, seen_by, MOST_NAMED)


def all_evidence_of(traced: TrendReading | Traced) -> Evidence:
    """Everything that a trend is made of, needs that stand under others among it."""
    return _evidence(traced, None, None)


def _evidence(traced: TrendReading | Traced, seen_by: int | None, most: int | None) -> Evidence:
    if traced.way is None or traced.since is None or traced.until is None:
        return Evidence([], [])
    since, until, key = traced.since, traced.until, traced.key or ""
    if traced.way is Way.TOPIC:
        return Evidence([], complaint_counts.messages_on(key, since, until, seen_by, most))
    aspect = key if traced.way is Way.ASPECT else ""
    again = {need_id for need_id, _week in heard_again(since, until)}
    found = need_counts.needs_with(since, until, aspect, traced.terms, most, again)
    return Evidence(found, [])


def unchecked_of(readings: Iterable[TrendReading]) -> dict[int, int]:
    """Of how many needs among those of an aspect no officer has checked that they are of it, by the
    reading's number; readings of one look all look at the same weeks."""
    of_aspects = [one for one in readings if one.way is Way.ASPECT]
    if not of_aspects:
        return {}
    counts = need_counts.unchecked_by_aspect(of_aspects[0].since, of_aspects[0].until)
    return {one.id: counts.get(one.key, 0) for one in of_aspects}


def survey_falls() -> Sequence[SurveyFall]:
    """The surveys whose satisfaction fell by more than chance, with how it was and is."""
    return db.session.scalars(select(SurveyFall).order_by(SurveyFall.survey_id.desc())).all()
