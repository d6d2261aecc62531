"""What a question is: its kind, what it measures, what it is about. Plain Python."""

from collections.abc import Mapping, Sequence
from enum import StrEnum


class Kind(StrEnum):
    """How a question is answered. There are no grids: a screen reader loses its way in them."""

    SCALE = "scale"
    SINGLE = "single"
    MULTIPLE = "multiple"
    NUMBER = "number"
    TEXT = "text"


class Measure(StrEnum):
    """What a question measures; the first three have a bank of questions each."""

    SATISFACTION = "satisfaction"
    DISSATISFACTION = "dissatisfaction"
    ENGAGEMENT = "engagement"
    OTHER = "other"


class Aspect(StrEnum):
    """What of a service a question is about.

    Source: the four sides of service quality by which Thai public bodies survey (procedure, staff,
    facilities, result), and access for disabled people, which this service is for.
    """

    PROCEDURE = "procedure"
    STAFF = "staff"
    FACILITIES = "facilities"
    RESULT = "result"
    ACCESS = "access"


# The key, beside those of the list of groups, of people whose group is not known.
NOT_KNOWN = "none"


class Channel(StrEnum):
    """The way by which an answer came."""

    LINK = "link"
    QR = "qr"
    TASK = "task"
    MAIL = "mail"
    LINE = "line"
    PAPER = "paper"
    TELEPHONE = "telephone"
    INTERVIEW = "interview"
    # On a device of the office, where one person after the other answers.
    COUNTER = "counter"


# Those that staff enter for a person.
BY_STAFF = (Channel.PAPER, Channel.TELEPHONE, Channel.INTERVIEW)


class SurveyKind(StrEnum):
    """What a survey is for."""

    SERVICE = "service"
    GENERAL = "general"
    PULSE = "pulse"
    BILL_REPORT = "bill_report"
    INTERVIEW = "interview"


class Task(StrEnum):
    """The end of what a person came for, where a survey may be offered."""

    ANSWER = "answer"
    DOWNLOAD = "download"
    FOLLOW = "follow"


class State(StrEnum):
    """Where a survey stands."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


WITH_CHOICES = (Kind.SINGLE, Kind.MULTIPLE)
# Questions on which another may depend: they have one answer out of few.
BRANCHING = (Kind.SCALE, Kind.SINGLE)
MOST_WORDS = 4000
MOST_NUMBER = 1_000_000
MOST_CHOICES = 20


def choices_of(thai: str, english: str) -> list[list[str]]:
    """Choices written one a line in both languages, as pairs.

    Raises ValueError unless there are 2 to 20, as many in English as in Thai.
    """
    pairs = [
        list(pair)
        for pair in zip(_lines(thai), _lines(english), strict=False)
        if len(_lines(thai)) == len(_lines(english))
    ]
    if not 2 <= len(pairs) <= MOST_CHOICES:
        raise ValueError(f"{len(_lines(thai))} and {len(_lines(english))} choices")
    return pairs


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def is_asked(condition: tuple[int, int] | None, answers: Mapping[int, Sequence[object]]) -> bool:
    """Whether a question is asked, given the answers by question.

    `condition`: (an earlier question, the value that it must have been answered with), or None.
    """
    return condition is None or condition[1] in answers.get(condition[0], ())
