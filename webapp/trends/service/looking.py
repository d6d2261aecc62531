"""Looking: everything that was heard is set beside its season, and what was found is kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select

from webapp.extensions import db
from webapp.needs.service import counting as need_counts
from webapp.shared import clock
from webapp.shared.quarters import Quarter
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction
from webapp.surveys import service as surveys
from webapp.trends.models import SurveyFall, TrendLook, TrendReading
from webapp.trends.rules.chance import adjusted
from webapp.trends.rules.seasons import (
    BEFORE,
    FAST_RISE,
    NOW,
    SUDDEN,
    VERY_SURE,
    Comparison,
    Verdict,
    compare,
    last_whole_week,
    same_week,
)
from webapp.trends.rules.subjects import Subject, Way, name_of, together
from webapp.trends.service.rises import Sudden, note_rises
from webapp.trends.service.subjects import Gathered, gather


@dataclass(frozen=True)
class Seen:
    """A subject beside its season; `chance` is corrected for all that was looked at together."""

    subject: Subject
    found: Comparison
    chance: float
    sudden: Comparison
    is_fast: bool
    verdict: Verdict
    words: str = ""
    terms: tuple[int, ...] = ()


def look() -> None:
    """Look at everything up to the last whole week; done twice in a week it finds the same."""
    last = last_whole_week(clock.today())
    gathered = gather(last)
    seen = _set_beside(gathered)
    kept = [one for one in seen if one.subject.way is not Way.WORDS]
    kept += _as_subjects(gathered, [one for one in seen if one.subject.way is Way.WORDS])
    with transaction():
        _keep(gathered, kept)
        note_rises(
            last,
            [_sudden(one) for one in kept if one.is_fast],
            {(one.subject.way, one.subject.key) for one in seen if _still_rises(one)},
        )
        _keep_survey_falls()
        db.session.add(TrendLook(at=clock.now(), last_week=last))


def _still_rises(seen: Seen) -> bool:
    return seen.is_fast or seen.verdict is Verdict.RISING


def _sudden(seen: Seen) -> Sudden:
    usual = seen.sudden.usual
    key = seen.subject.key
    return Sudden(
        seen.subject.way, key, seen.terms, seen.words, seen.sudden.now, _hundredths(usual)
    )


def _hundredths(number: float | None) -> int | None:
    return None if number is None else round(100 * number)


def _set_beside(gathered: Gathered) -> list[Seen]:
    subjects = gathered.subjects
    firsts = [gathered.first_weeks[one.way] for one in subjects]
    pairs = list(zip(subjects, firsts, strict=True))
    found = [compare(one.weekly, gathered.last, first) for one, first in pairs]
    sudden = [compare(one.weekly, gathered.last, first, SUDDEN) for one, first in pairs]
    chances = _corrected(gathered, found)
    fast = _corrected(gathered, sudden)
    return [
        Seen(
            one,
            found[place],
            chances[place],
            sudden[place],
            sudden[place].verdict(fast[place], FAST_RISE, VERY_SURE) is Verdict.RISING,
            found[place].verdict(chances[place]),
        )
        for place, one in enumerate(subjects)
    ]


def _corrected(gathered: Gathered, found: Sequence[Comparison]) -> list[float]:
    """Each chance corrected for all of its way that were looked at, and for the three ways."""
    chances = [1.0] * len(found)
    for way in Way:
        places = [
            place
            for place, one in enumerate(found)
            if gathered.subjects[place].way is way and one.is_testable
        ]
        many = gathered.words if way is Way.WORDS else 0
        corrected = adjusted([found[place].chance for place in places], many)
        for place, chance in zip(places, corrected, strict=True):
            chances[place] = min(1.0, len(Way) * chance)
    return chances


def _as_subjects(gathered: Gathered, seen: Sequence[Seen]) -> list[Seen]:
    """The rising words, those that stand in the same needs as one subject, with what they are."""
    rising = sorted(filter(_still_rises, seen), key=lambda one: (one.chance, one.subject.key))
    by_term = {int(one.subject.key): one for one in rising}
    subjects = []
    for terms in together(list(by_term), gathered.standing_in):
        words = name_of(need_counts.word_of(term, settings().SECRET_KEY) for term in terms)
        if words:
            first = by_term[terms[0]]
            subjects.append(
                Seen(
                    first.subject, first.found, first.chance, first.sudden, first.is_fast,
                    first.verdict, words, terms,
                )
            )  # fmt: skip
    return subjects


def _keep(gathered: Gathered, kept: Iterable[Seen]) -> None:
    """Keep what was found; a subject that is looked at again keeps its row and its address."""
    known: Mapping[tuple[Way, str], TrendReading] = {
        (one.way, one.key): one for one in db.session.scalars(select(TrendReading))
    }
    present = set()
    for seen in kept:
        name = (seen.subject.way, seen.subject.key)
        reading = known.get(name) or TrendReading(way=name[0], key=name[1])
        _write(reading, seen, gathered)
        db.session.add(reading)
        present.add(name)
    gone = [one.id for name, one in known.items() if name not in present]
    db.session.execute(delete(TrendReading).where(TrendReading.id.in_(gone)))


def _write(reading: TrendReading, seen: Seen, gathered: Gathered) -> None:
    found = seen.found
    reading.words, reading.terms = seen.words, list(seen.terms)
    reading.verdict, reading.basis, reading.years = seen.verdict, found.basis, found.years
    reading.now, reading.usual = found.now, _hundredths(found.usual)
    reading.chance = round(1_000_000 * seen.chance)
    reading.last_week = gathered.last
    weekly, years = seen.subject.weekly, found.years
    reading.weeks = [
        [weekly.get(week, 0), _mean(weekly, week, years)]
        for week in range(gathered.last - NOW - BEFORE + 1, gathered.last + 1)
    ]


def _mean(weekly: Mapping[int, int], week: int, years: int) -> float:
    earlier = [weekly.get(same_week(week, year), 0) for year in range(1, years + 1)]
    return round(sum(earlier) / years, 1) if years else 0.0


def _keep_survey_falls() -> None:
    """Of all surveys with figures of the last year, those whose satisfaction fell by more than
    chance between their last two quarters; what is shown is what their own figures show."""
    db.session.execute(delete(SurveyFall))
    db.session.add_all(
        SurveyFall(
            survey_id=fall.survey_id,
            before=round(100 * fall.before),
            after=round(100 * fall.after),
            year_be=fall.quarter.year_be,
            quarter=fall.quarter.number,
        )
        for fall in surveys.falls_since(_a_year_before(surveys.present_quarter()))
    )


def _a_year_before(quarter: Quarter) -> Quarter:
    return Quarter(quarter.year_be - 1, quarter.number)
