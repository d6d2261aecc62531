"""A form made from the questions of a survey."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    Field,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice

from thai_text.numbers import ARABIC_DIGITS
from webapp.shared.day_field import DayField
from webapp.surveys import wording
from webapp.surveys.models import ServicePoint, SurveyQuestion
from webapp.surveys.rules.questions import MOST_NUMBER, MOST_WORDS, Kind

Given = dict[int, Sequence[int] | str]


class AnswerForm(FlaskForm):
    """Answers to some questions; made by `answer_form`."""

    questions: Sequence[SurveyQuestion] = ()

    def given(self) -> Given:
        """What was answered, by question; questions left out are not there."""
        found: Given = {}
        for question in self.questions:
            value = self[f"q{question.id}"].data
            if question.kind == Kind.TEXT:
                found[question.id] = (value or "").strip()
            elif question.kind == Kind.MULTIPLE:
                found[question.id] = [int(one) for one in value or ()]
            elif question.kind == Kind.NUMBER:
                number = _number(value)
                found[question.id] = [] if number is None else [number]
            else:
                offered = bool(value) and is_offered(question, str(value))
                found[question.id] = [int(value)] if offered else []
        return {key: value for key, value in found.items() if value or value == 0}

    def check(self, asked: Sequence[SurveyQuestion]) -> bool:
        """Whether what was asked has been answered; what has not is said at its field."""
        wrong = [q for q in self.questions if q in asked and not self._is_answered(q)]
        return not wrong

    def _is_answered(self, question: SurveyQuestion) -> bool:
        field = self[f"q{question.id}"]
        fault = _fault(question, field)
        if fault:
            field.errors = [fault]
        return not fault


def _fault(question: SurveyQuestion, field: Field) -> str:
    value = field.data
    if not value or not str(value).strip():
        return _missing(question) if question.is_required else ""
    if question.kind == Kind.NUMBER and _number(value) is None:
        return _(
            "Write a whole number from 0 to 1,000,000 in digits: question %(n)s.", n=question.place
        )
    if question.kind in (Kind.SINGLE, Kind.SCALE) and not is_offered(question, str(value)):
        return _missing(question)
    if question.kind == Kind.TEXT and len(value) > MOST_WORDS:
        return _("Make this shorter: %(most)s characters at most.", most=MOST_WORDS)
    return ""


def is_offered(question: SurveyQuestion, value: str) -> bool:
    """Whether a question of choices or points has this value."""
    return value in {str(one) for one, _said in wording.values(question, "th")}


def _missing(question: SurveyQuestion) -> str:
    if question.kind in (Kind.NUMBER, Kind.TEXT):
        return _("Write an answer to question %(n)s.", n=question.place)
    return _("Choose an answer to question %(n)s.", n=question.place)


def _number(text: str | None) -> int | None:
    plain = (text or "").strip().replace(",", "").translate(ARABIC_DIGITS)
    if not plain.isascii() or not plain.isdigit() or len(plain) > 7:
        return None
    return int(plain) if int(plain) <= MOST_NUMBER else None


def answer_form(
    questions: Sequence[SurveyQuestion],
    language: str,
    kept: Mapping[int, Sequence[int] | str],
    formdata: Any,
) -> AnswerForm:
    """The form for `questions`, with what has been answered before in its fields."""
    fields = {f"q{question.id}": _field(question, language) for question in questions}
    made = type("MadeForm", (AnswerForm,), {**fields, "questions": list(questions)})
    data: dict[str, object] = {f"q{one}": _shown(value) for one, value in kept.items()}
    for question in questions:
        if question.kind == Kind.MULTIPLE and question.id in kept:
            data[f"q{question.id}"] = [str(value) for value in kept[question.id]]
    form: AnswerForm = made(formdata=formdata, data=data)
    return form


def _shown(value: Sequence[int] | str) -> str:
    return value if isinstance(value, str) else str(value[0])


def _field(question: SurveyQuestion, language: str) -> Field:
    label = f"{question.place}. {question.text(language)}"
    if question.kind == Kind.TEXT:
        return TextAreaField(label)
    if question.kind == Kind.NUMBER:
        return StringField(label)
    offered = [SelectChoice(str(value), name) for value, name in wording.values(question, language)]
    if question.kind == Kind.MULTIPLE:
        return SelectMultipleField(label, choices=offered)
    return RadioField(label, choices=offered, validate_choice=False)


class AboutForm(FlaskForm):
    """What a person may say about herself, and where she was served."""

    segment = RadioField(_l("Which group do you belong to?"), validate_choice=False)
    point = SelectField(_l("Where were you served?"), validate_choice=False)

    def __init__(self, points: Sequence[ServicePoint], language: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.segment.choices = [
            *(SelectChoice(key, said) for key, said in wording.segments().items()),
            SelectChoice("", _("I would rather not say")),
        ]
        self.point.choices = [
            SelectChoice("", _("I do not know")),
            *(SelectChoice(str(point.id), getattr(point, language)) for point in points),
        ]
        self.known = {str(point.id) for point in points}

    @property
    def said_segment(self) -> str | None:
        """The group, where one was chosen."""
        return self.segment.data if self.segment.data in wording.segments() else None

    def refuse_group(self) -> None:
        """Say that no more answers of the group are wanted."""
        self.segment.errors = [
            _(
                "Enough people of this group have answered, so these answers are not counted. "
                "Thank you all the same."
            )
        ]

    @property
    def said_point(self) -> int | None:
        """The point of service, where one was chosen."""
        return int(self.point.data) if self.point.data in self.known else None


class EntryAboutForm(AboutForm):
    """The same as staff enter it for a person, with the day on which she answered."""

    filled_on = DayField(_l("On which day did the person answer?"))
    notes = TextAreaField(_l("Notes of the interview"))

    def refuse_day(self, first: str, last: str) -> None:
        """Say from which day to which the person can have answered; `last`: "" for today."""
        self.filled_on.errors = [
            _(
                "Write the day on which the answers came: from %(first)s, when the survey opened, "
                "to %(last)s, its last day.",
                first=first,
                last=last,
            )
            if last
            else _("Write a day from %(first)s, when the survey opened, to today.", first=first)
        ]
