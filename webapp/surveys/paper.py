"""A survey as it stands on paper, in words: from this the page to print and the PDF are made."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from webapp.surveys import wording
from webapp.surveys.models import ServicePoint, Survey, SurveyQuestion
from webapp.surveys.rules.questions import Kind

# As many signs of a code stand before its dash.
_BEFORE_DASH = 3


@dataclass(frozen=True)
class Asked:
    """One question: what it is, how to answer it, boxes to mark, and how much room to write."""

    title: str
    hint: str
    boxes: Sequence[str] = ()
    # "": none; "line": a number or a day; "lines": words.
    room: str = ""


@dataclass(frozen=True)
class Sheet:
    """All that stands on the paper; `code` says of which survey it is when it comes back."""

    title: str
    intro: str
    code: str
    questions: Sequence[Asked]


def paper_code(survey: Survey) -> str:
    """What the paper is found by again: `7KM-4QX`. Another version has another one."""
    return f"{survey.key[:_BEFORE_DASH]}-{survey.key[_BEFORE_DASH:]}"


def sheet(survey: Survey, points: Sequence[ServicePoint], language: str) -> Sheet:
    """The survey on paper, in "th" or "en", with the points at which its service is given."""
    conditions = wording.conditions(survey, language)
    asked = [_question(one, conditions.get(one.id, ""), language) for one in survey.questions]
    optional = _("You need not say.")
    groups = list(wording.segments().values())
    asked.append(Asked(_("Which group do you belong to?"), optional, groups))
    if points:
        names = [str(getattr(point, language)) for point in points]
        asked.append(Asked(_("Where were you served?"), optional, names))
    asked.append(
        Asked(_("Day on which you filled this in"), _("Day, month and year."), room="line")
    )
    return Sheet(survey.title(language), survey.intro(language), paper_code(survey), asked)


def _question(question: SurveyQuestion, condition: str, language: str) -> Asked:
    hints = [condition, "" if question.is_required else _("You may leave this out.")]
    room, boxes = "", [name for _value, name in wording.values(question, language)]
    if question.kind == Kind.TEXT:
        room, boxes = "lines", []
    elif question.kind == Kind.NUMBER:
        room, boxes = "line", []
        hints.append(_("A whole number in digits."))
    elif question.kind == Kind.MULTIPLE:
        hints.append(_("You may choose several."))
    else:
        hints.append(_("Mark one box."))
    title = f"{question.place}. {question.text(language)}"
    return Asked(title, " ".join(hint for hint in hints if hint), boxes, room)
