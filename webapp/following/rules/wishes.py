"""A wish to hear: of what, of which kinds of news, how often, in which form, by which channel."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from webapp.following.rules.subjects import Subject, SubjectKind

HOURS, WEEKDAYS = range(24), range(7)
LANGUAGES = ("th", "en")


class SubscriptionState(StrEnum):
    """Asked for, confirmed by the address's owner, or stopped."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    STOPPED = "stopped"


class NewsKind(StrEnum):
    """What an event is to a follower."""

    STEP = "step"
    VOTE = "vote"
    NEW_DOCUMENT = "new_document"
    NEW_FORM = "new_form"
    DEADLINE = "deadline"
    # A step that was withdrawn, or a document that came in another version.
    CORRECTED = "corrected"
    BILL_ENDED = "bill_ended"
    COMPLAINT_STEP = "complaint_step"
    IMPROVEMENT = "improvement"
    # The answer of a published case has changed, or it was taken back.
    CASE_CHANGED = "case_changed"
    # A member got a seat in a committee, another role in it or another office, or left one.
    SEAT = "seat"
    # A bill was put on the order paper of a sitting or taken off it, or the sitting changed.
    SITTING = "sitting"
    # Newly found by the search, and of no kind above: an answer, a question, a member, a page of
    # help, a bill without a step.
    FOUND = "found"


# What a person chooses from; the others come with what is followed.
CHOSEN_KINDS = (
    NewsKind.STEP, NewsKind.VOTE, NewsKind.NEW_DOCUMENT, NewsKind.NEW_FORM, NewsKind.DEADLINE,
    NewsKind.CORRECTED, NewsKind.IMPROVEMENT, NewsKind.SEAT,
    NewsKind.SITTING, NewsKind.FOUND,
)  # fmt: skip
# Those that only some subjects bring; of others they are not offered.
_BROUGHT_BY = {
    NewsKind.IMPROVEMENT: (SubjectKind.EVERYTHING, SubjectKind.SEARCH),
    NewsKind.SEAT: (SubjectKind.EVERYTHING, SubjectKind.MEMBER, SubjectKind.COMMITTEE),
    NewsKind.FOUND: (SubjectKind.EVERYTHING, SubjectKind.SEARCH),
}
_BITS = {kind: 1 << place for place, kind in enumerate(NewsKind)}
# Nobody who follows a bill misses its end, nor a complaint's answer who follows the complaint.
_ALWAYS = _BITS[NewsKind.BILL_ENDED] | _BITS[NewsKind.COMPLAINT_STEP] | _BITS[NewsKind.CASE_CHANGED]
# Of these an improvement is what is followed; of all else it is a choice like others.
_OF_IMPROVEMENTS = (SubjectKind.IMPROVEMENTS, SubjectKind.CASE)


class Cadence(StrEnum):
    """How often: with each event, once a day, once a week, or only in the person's own feed."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    WEEKLY = "weekly"
    FEED_ONLY = "feed_only"


# The smaller, the sooner a wish brings what it meets.
URGENCY = {Cadence.AT_ONCE: 0, Cadence.DAILY: 1, Cadence.WEEKLY: 2, Cadence.FEED_ONLY: 3}


class Form(StrEnum):
    """How a message looks, and what it brings along."""

    PLAIN = "plain"
    LARGE = "large"
    AUDIO_ATTACHED = "audio_attached"
    AUDIO_LINKED = "audio_linked"
    BRAILLE_LINKED = "braille_linked"


class Channel(StrEnum):
    """By which way news comes; feeds are fetched by the person, the others are sent."""

    EMAIL = "email"
    FEED = "feed"
    PODCAST = "podcast"
    CALENDAR = "calendar"
    LINE = "line"
    PUSH = "push"


SENT_CHANNELS = (Channel.EMAIL, Channel.LINE, Channel.PUSH)


class WishFault(StrEnum):
    """Why a wish cannot be kept."""

    NO_KIND = "no_kind"
    NO_DAY = "no_day"
    NO_HOUR = "no_hour"
    NO_LANGUAGE = "no_language"
    NO_WORDS = "no_words"
    NO_FILTER = "no_filter"


@dataclass(frozen=True)
class Wish:
    """What a person asks for. `weekday` is 0 for Monday, `hour` 0 to 23, both in Bangkok; the
    weekday counts for weekly messages alone, the hour for daily and weekly ones."""

    subject: Subject
    kinds: frozenset[NewsKind] = field(default=frozenset(CHOSEN_KINDS))
    cadence: Cadence = Cadence.AT_ONCE
    weekday: int = 0
    hour: int = 8
    language: str = "th"
    form: Form = Form.PLAIN
    channel: Channel = Channel.EMAIL


def faults(wish: Wish) -> list[WishFault]:
    """Why this wish cannot be kept; empty for one that can."""
    subject = wish.subject
    wants_search = subject.kind is SubjectKind.SEARCH
    found = {
        WishFault.NO_KIND: not wish.kinds,
        WishFault.NO_DAY: wish.weekday not in WEEKDAYS,
        WishFault.NO_HOUR: wish.hour not in HOURS,
        WishFault.NO_LANGUAGE: wish.language not in LANGUAGES,
        WishFault.NO_WORDS: wants_search and not subject.asks_for_something,
        WishFault.NO_FILTER: wants_search and not subject.filters_are_known,
    }
    return [fault for fault, is_so in found.items() if is_so]


def cadence_of(wish: Wish) -> Cadence:
    """How often it can come: what is fetched is never sent, whatever was chosen."""
    return wish.cadence if wish.channel in SENT_CHANNELS else Cadence.FEED_ONLY


def bit(kind: NewsKind) -> int:
    """The bit of one kind of news."""
    return _BITS[kind]


def bits_for(kind: NewsKind, vote_id: int | None) -> int:
    """The bits of which a wish has one at least that asks for news of a kind: who wants votes wants
    their counts put right too."""
    of_vote = kind is NewsKind.CORRECTED and vote_id is not None
    return _BITS[kind] | (_BITS[NewsKind.VOTE] if of_vote else 0)


def kinds_offered(subject: SubjectKind) -> tuple[NewsKind, ...]:
    """The kinds that one can choose from who follows a subject of this kind."""
    return tuple(kind for kind in CHOSEN_KINDS if subject in _BROUGHT_BY.get(kind, (subject,)))


def mask(kinds: Iterable[NewsKind], subject: SubjectKind) -> int:
    """Kinds of news as one number, as the table of subscriptions keeps them, with those that always
    come of such a subject."""
    total = _ALWAYS | (_BITS[NewsKind.IMPROVEMENT] if subject in _OF_IMPROVEMENTS else 0)
    for kind in kinds:
        total |= _BITS[kind]
    return total


def kinds_in(number: int) -> frozenset[NewsKind]:
    """The kinds that a person chose, from the number kept."""
    return frozenset(kind for kind in CHOSEN_KINDS if number & _BITS[kind])
