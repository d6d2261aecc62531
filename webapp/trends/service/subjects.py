"""Everything that is looked at: aspects and words of needs, topics of messages, each by week."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from webapp.complaints.service import counting as complaint_counts
from webapp.complaints.service.topics import topics
from webapp.needs.service import Aspect
from webapp.needs.service import counting as need_counts
from webapp.shared.clock import BANGKOK
from webapp.trends.rules.seasons import (
    BEFORE,
    FEWEST_IN_ALL,
    NOW,
    first_week_needed,
    monday,
    sunday,
    week_of,
)
from webapp.trends.rules.subjects import FEWEST_PEOPLE, MOST_WORDS, Subject, Way, is_common
from webapp.trends.service.heard_again import Again, heard_again


@dataclass
class Gathered:
    """What was heard up to the week `last`. `first_weeks`: the first week of the records that a way
    is counted from; `standing_in`: the needs of the last weeks that have each word."""

    last: int
    subjects: list[Subject] = field(default_factory=list)
    # How many words could have risen; only those that many say now are among the subjects.
    words: int = 0
    first_weeks: dict[Way, int] = field(default_factory=dict)
    standing_in: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))


def gather(last: int) -> Gathered:
    """Every aspect and topic, and words that may be a subject, by week up to the week `last`."""
    since, until = monday(first_week_needed(last)), sunday(last)
    found = Gathered(last)
    again = heard_again(since, until)
    _note_first(found, (Way.ASPECT, Way.WORDS), need_counts.first_heard())
    _note_first(found, (Way.TOPIC,), complaint_counts.first_received())
    found.subjects += _aspects(since, until, again)
    found.subjects += _topics(since, until)
    found.subjects += _words(found, since, until, again)
    return found


def _note_first(found: Gathered, ways: Iterable[Way], first: datetime | None) -> None:
    for way in ways:
        found.first_weeks[way] = _week(first) if first else found.last


def _week(moment: datetime) -> int:
    return week_of(moment.astimezone(BANGKOK).date())


def _aspects(since: date, until: date, again: Again) -> Iterable[Subject]:
    weekly: dict[str, Counter[int]] = {aspect.name: Counter() for aspect in Aspect}
    for aspect, heard_at in need_counts.heard_by_aspect(since, until):
        if aspect in weekly:
            weekly[aspect][_week(heard_at)] += 1
    aspects = need_counts.aspects_of({need_id for need_id, _week in again})
    for (need_id, week), count in again.items():
        if need_id in aspects:
            weekly[aspects[need_id]][week] += count
    return [Subject(Way.ASPECT, key, counts) for key, counts in weekly.items()]


def _topics(since: date, until: date) -> Iterable[Subject]:
    weekly: dict[str, Counter[int]] = {key: Counter() for key in topics()}
    for topic, received_at in complaint_counts.received_by_topic(since, until):
        if topic in weekly:
            weekly[topic][_week(received_at)] += 1
    return [Subject(Way.TOPIC, key, counts) for key, counts in weekly.items()]


def _words(found: Gathered, since: date, until: date, again: Again) -> Iterable[Subject]:
    start = monday(found.last - NOW + 1)
    counts = need_counts.words_of_many(start, until, FEWEST_PEOPLE, MOST_WORDS)
    found.words = need_counts.count_words(since, until, FEWEST_IN_ALL)
    often: Counter[int] = Counter()
    for (need_id, week), count in again.items():
        often[need_id] += count if week > found.last - NOW else 0
    searched = [need_id for need_id, count in often.items() if count >= FEWEST_PEOPLE]
    terms = set(counts) | {term for term, _need in need_counts.words_in(searched)}
    weekly: dict[int, Counter[int]] = {term: Counter() for term in terms}
    for term, need_id, heard_at in need_counts.words_heard(terms, since, until):
        week = _week(heard_at)
        weekly[term][week] += 1
        if week > found.last - NOW:
            found.standing_in[term].add(need_id)
    _add_again(found, weekly, again)
    earlier = range(found.last - NOW - BEFORE + 1, found.last - NOW + 1)
    needs = need_counts.count_heard(monday(earlier[0]), sunday(earlier[-1]))
    return [
        Subject(Way.WORDS, str(term), by_week)
        for term, by_week in weekly.items()
        if not is_common(sum(by_week[week] for week in earlier), needs)
    ]


def _add_again(found: Gathered, weekly: dict[int, Counter[int]], again: Again) -> None:
    by_need: dict[int, Counter[int]] = defaultdict(Counter)
    for (need_id, week), count in again.items():
        by_need[need_id][week] += count
    for term, need_id in need_counts.words_in(by_need):
        if term in weekly:
            weekly[term].update(by_need[need_id])
            found.standing_in[term].add(need_id)
