"""Kinds, groups and states of surveys in the words that people read."""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from webapp.groups import service as groups
from webapp.shared.disclosure import REMAINDER
from webapp.shared.languages import language as page_language
from webapp.surveys.models import Survey, SurveyQuestion
from webapp.surveys.rules.questions import (
    NOT_KNOWN,
    Aspect,
    Channel,
    Kind,
    Measure,
    State,
    SurveyKind,
    Task,
)
from webapp.surveys.rules.satisfaction import Attitude
from webapp.surveys.rules.themes import Theme

KIND: dict[str, LazyString] = {
    Kind.SCALE: _l("A scale of five points"),
    Kind.SINGLE: _l("One choice"),
    Kind.MULTIPLE: _l("Several choices"),
    Kind.NUMBER: _l("A number"),
    Kind.TEXT: _l("Words"),
}
POINTS: dict[int, LazyString] = {
    5: _l("5, the most"),
    4: _l("4, much"),
    3: _l("3, middling"),
    2: _l("2, little"),
    1: _l("1, the least"),
}
MEASURE: dict[str, LazyString] = {
    Measure.SATISFACTION: _l("Satisfaction"),
    Measure.DISSATISFACTION: _l("Dissatisfaction"),
    Measure.ENGAGEMENT: _l("Engagement"),
    Measure.OTHER: _l("Something else"),
}
ATTITUDE: dict[str, LazyString] = {
    Attitude.SATISFIED: _l("Satisfied (4 or 5)"),
    Attitude.DISSATISFIED: _l("Dissatisfied"),
    Attitude.ENGAGED: _l("Engaged (4 or 5)"),
}
# The series of each but the first, whose series is that of the whole.
TREND: dict[Attitude, LazyString] = {
    Attitude.DISSATISFIED: _l("Dissatisfaction quarter by quarter"),
    Attitude.ENGAGED: _l("Engagement quarter by quarter"),
}
ASPECT: dict[str, LazyString] = {
    Aspect.PROCEDURE: _l("Procedure"),
    Aspect.STAFF: _l("Members of staff"),
    Aspect.FACILITIES: _l("Place and website"),
    Aspect.RESULT: _l("Result"),
    Aspect.ACCESS: _l("Access for disabled people"),
}
CHANNEL: dict[str, LazyString] = {
    Channel.LINK: _l("Link"),
    Channel.QR: _l("QR code"),
    Channel.TASK: _l("End of a task on this site"),
    Channel.MAIL: _l("E-mail"),
    Channel.LINE: _l("LINE"),
    Channel.PAPER: _l("Paper"),
    Channel.TELEPHONE: _l("Telephone"),
    Channel.INTERVIEW: _l("Interview"),
    Channel.COUNTER: _l("Device at the counter"),
}
SURVEY: dict[str, LazyString] = {
    SurveyKind.SERVICE: _l("A service, where it is given"),
    SurveyKind.GENERAL: _l("All services"),
    SurveyKind.PULSE: _l("Pulse: a few questions every quarter"),
    SurveyKind.BILL_REPORT: _l("Report on a bill, rated by committees"),
    SurveyKind.INTERVIEW: _l("Interview"),
}
STATE: dict[str, LazyString] = {
    State.DRAFT: _l("Draft"),
    State.OPEN: _l("Open for answers"),
    State.CLOSED: _l("Closed"),
}
TASK: dict[str, LazyString] = {
    Task.ANSWER: _l("After an answer to a message"),
    Task.DOWNLOAD: _l("After a document"),
    Task.FOLLOW: _l("After following a bill"),
}
THEME: dict[str, LazyString] = {
    Theme.SPEED: _l("Time and waiting"),
    Theme.STAFF: _l("Members of staff"),
    Theme.INFORMATION: _l("Information and documents"),
    Theme.ACCESS: _l("Access for disabled people"),
    Theme.WEBSITE: _l("Website and systems"),
    Theme.PLACE: _l("Place"),
    Theme.PRAISE: _l("Praise"),
    Theme.OTHER: _l("Other"),
}
WAY: dict[str, LazyString] = {
    "point": _l("Point of service"),
    "segment": _l("Group of people"),
    "channel": _l("Channel"),
}
TOO_FEW = _l("Groups too small to be shown by themselves")
FEW_CHOSE = _l("Answers of too few people to be shown by themselves")


def group(survey: Survey, way: str, key: str, language: str) -> str:
    """What a group of people is called."""
    if key == REMAINDER:
        return str(TOO_FEW)
    if way == "point":
        points = survey.service.points if survey.service else []
        names = {str(point.id): getattr(point, language) for point in points}
        return str(names.get(key, _("No point of service")))
    if way == "segment":
        return segment_names(language).get(key, key)
    return str(CHANNEL[key])


def segments() -> dict[str, str]:
    """The groups that a person may say to belong to, by the key under which answers keep them."""
    return segments_in(page_language())


def segments_in(language: str) -> dict[str, str]:
    """The same in "th" or "en", for who writes to us from elsewhere."""
    return {one.said_as: one.member(language) for one in groups.said_in_surveys()}


def segment_names(language: str) -> dict[str, str]:
    """What every group is called of which there are answers, those that were retired too."""
    names = {one.said_as: one.member(language) or one.name(language) for one in groups.all_groups()}
    return names | {NOT_KNOWN: _("Not said")}


def values(question: SurveyQuestion, language: str) -> list[tuple[int, str]]:
    """What each value of a question is called, in the order in which it is offered."""
    if question.kind == Kind.SCALE:
        return [(point, str(said)) for point, said in POINTS.items()]
    if question.kind == Kind.TEXT:
        return [(at, str(THEME[theme])) for at, theme in enumerate(Theme)]
    return [(at, pair[0 if language == "th" else 1]) for at, pair in enumerate(question.choices)]


def conditions(survey: Survey, language: str) -> dict[int, str]:
    """Of each question that is not asked of everyone, by its id, when it is to be answered."""
    by_id = {question.id: question for question in survey.questions}
    said = {}
    for question in survey.questions:
        earlier = by_id.get(question.asked_if_id or 0)
        if earlier:
            name = dict(values(earlier, language)).get(question.asked_if_value or 0, "")
            said[question.id] = _(
                "Only if you answered question %(n)s with: %(answer)s", n=earlier.place, answer=name
            )
    return said


def volunteers(by_group: Mapping[str, int]) -> list[str]:
    """How many of each group let themselves be asked, as lines."""
    names: dict[str, object] = {
        **segment_names(page_language()),
        NOT_KNOWN: _("Group not known"),
        REMAINDER: _("Group not known, or of fewer than five people"),
    }
    return [f"{names[key]}: {count:,}" for key, count in by_group.items()]
