"""What staff fill in to build a survey, to give it out, and to keep the lists."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    Field,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, NumberRange, Optional, ValidationError

from webapp.bills import service as bills
from webapp.shared.day_field import DayField
from webapp.shared.disclosure import FEWEST
from webapp.shared.errors import NotFound
from webapp.shared.languages import language
from webapp.shared.written import NotEmpty, Shorter
from webapp.surveys import wording
from webapp.surveys.models import Survey, SurveyedService
from webapp.surveys.rules.questions import (
    BRANCHING,
    BY_STAFF,
    WITH_CHOICES,
    Aspect,
    Kind,
    Measure,
    SurveyKind,
    choices_of,
)
from webapp.surveys.service import Asked, Facts

MOST, MOST_ANSWERS = 500, 1_000_000


def _choices(words: Any) -> list[SelectChoice]:
    return [SelectChoice(str(key), said) for key, said in words.items()]


NEEDED = (NotEmpty(), Shorter(MOST))


class FactsForm(FlaskForm):
    """What a survey is, apart from its questions."""

    kind = RadioField(
        _l("What is it for?"),
        [AnyOf(list(SurveyKind), _l("Choose what it is for."))],
        choices=_choices(wording.SURVEY),
        validate_choice=False,
    )
    title_th = StringField(_l("Title in Thai"), NEEDED)
    title_en = StringField(_l("Title in English"), NEEDED)
    intro_th = TextAreaField(_l("What is said first, in Thai"), NEEDED)
    intro_en = TextAreaField(_l("What is said first, in English"), NEEDED)
    service = SelectField(_l("Service"), validate_choice=False)
    bill = StringField(_l("Number of the bill whose report is rated"))
    opens_on = DayField(_l("First day"))
    closes_on = DayField(_l("Last day"))
    quota = IntegerField(
        _l("How many answers at most"),
        [Optional(), NumberRange(1, MOST_ANSWERS, _l("Write a whole number of 1 or more."))],
    )
    one_a_page = BooleanField(_l("One question a page"))
    tasks = SelectMultipleField(_l("Offer it at the end of a task"), choices=_choices(wording.TASK))

    def __init__(self, services: Sequence[SurveyedService], language: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.service.choices = [
            SelectChoice("", _("No one service")),
            *(SelectChoice(str(one.id), getattr(one, language)) for one in services),
        ]
        self.known = {str(one.id) for one in services}

    def validate_closes_on(self, field: DayField) -> None:
        if field.day and self.opens_on.day and field.day < self.opens_on.day:
            raise ValidationError(_("The last day must not be before the first day."))

    def validate_bill(self, field: Field) -> None:
        number = (field.data or "").strip()
        if not number and self.kind.data == SurveyKind.BILL_REPORT:
            raise ValidationError(_("Write the number of the bill whose report is rated."))
        try:
            if number:
                bills.get_bill(number)
        except NotFound:
            raise ValidationError(
                _("There is no bill with this number. Copy it from the address of the bill's page.")
            ) from None

    def facts(self) -> Facts:
        """What was filled in."""
        return Facts(
            SurveyKind(self.kind.data),
            self.title_th.data.strip(),
            self.title_en.data.strip(),
            self.intro_th.data.strip(),
            self.intro_en.data.strip(),
            int(self.service.data) if self.service.data in self.known else None,
            (self.bill.data or "").strip() or None,
            self.opens_on.day,
            self.closes_on.day,
            self.quota.data,
            self.one_a_page.data,
            self.tasks.data or (),
            {key: field.data for key, field in self.of_groups.items() if field.data},
        )

    @property
    def of_groups(self) -> dict[str, Field]:
        """The field of each group: how many answers of it at most."""
        quota = quota_of("")
        names = [name for name in self._fields if name.startswith(quota)]
        return {name.removeprefix(quota): self[name] for name in names}


def quota_of(group: str) -> str:
    """The name of the field that says how many answers of a group are wanted at most."""
    return f"quota_{group}"


# That a group is full is told to everyone, so that no group is smaller than figures may be.
_FEWEST = NumberRange(
    FEWEST, MOST_ANSWERS, _l("Write a whole number of %(fewest)s or more.", fewest=FEWEST)
)


def facts_form(*args: Any, wanted: Mapping[str, int] | None = None, **kwargs: Any) -> FactsForm:
    """The form with a field for each group of the list, and for one that was retired since but of
    which this survey wants so many; `wanted`: how many, by group."""
    names = wording.segment_names(language())
    keys = [*wording.segments(), *(key for key in wanted or {} if key not in wording.segments())]
    fields = {quota_of(key): IntegerField(names[key], [Optional(), _FEWEST]) for key in keys}
    held = {quota_of(key): most for key, most in (wanted or {}).items()}
    form: FactsForm = type("FactsForm", (FactsForm,), fields)(*args, **held, **kwargs)
    return form


class QuestionForm(FlaskForm):
    """A question as staff write it; `condition` joins an earlier question and a value."""

    kind = SelectField(_l("How it is answered"), choices=_choices(wording.KIND))
    th = StringField(_l("Question in Thai"), NEEDED)
    en = StringField(_l("Question in English"), NEEDED)
    choices_th = TextAreaField(_l("Choices in Thai, one a line"))
    choices_en = TextAreaField(_l("Choices in English, one a line"))
    measure = SelectField(_l("What it measures"), choices=_choices(wording.MEASURE))
    aspect = SelectField(_l("What of the service it is about"))
    condition = SelectField(_l("Ask it"))
    optional = BooleanField(_l("It may be left out"))

    pairs: Sequence[Sequence[str]] = ()

    def __init__(self, survey: Survey | None, language: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.aspect.choices = [SelectChoice("", _("No one aspect")), *_choices(wording.ASPECT)]
        self.condition.choices = [SelectChoice("", _("Of everyone"))]
        for question in survey.questions if survey else ():
            if question.kind in BRANCHING:
                self.condition.choices += [
                    SelectChoice(f"{question.id}:{value}", _only_if(question.place, name))
                    for value, name in wording.values(question, language)
                ]

    def validate_choices_en(self, field: Field) -> None:
        if self.kind.data not in WITH_CHOICES:
            return
        try:
            self.pairs = choices_of(self.choices_th.data or "", field.data or "")
        except ValueError:
            raise ValidationError(
                _("Write 2 to 20 choices, one a line, as many in English as in Thai.")
            ) from None

    def asked(self) -> Asked:
        """The question that was written."""
        question, _colon, value = (self.condition.data or "").partition(":")
        return Asked(
            Kind(self.kind.data),
            self.th.data.strip(),
            self.en.data.strip(),
            Measure(self.measure.data),
            Aspect(self.aspect.data) if self.aspect.data else None,
            self.pairs,
            not self.optional.data,
            (int(question), int(value)) if value else None,
        )


def _only_if(place: int, name: str) -> str:
    return _("Only who answered question %(n)s with: %(answer)s", n=place, answer=name)


class BankForm(FlaskForm):
    """A question to take out of the bank."""

    key = SelectField(_l("Question of the bank"))

    def __init__(self, bank: dict[str, Asked], language: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.key.choices = [
            SelectChoice(key, f"{wording.MEASURE[asked.measure]}: {getattr(asked, language)}")
            for key, asked in bank.items()
        ]


class EntryForm(FlaskForm):
    """How a person answered whose answers staff enter."""

    channel = RadioField(
        _l("How did the person answer?"),
        [AnyOf([one.value for one in BY_STAFF], _l("Choose how the person answered."))],
        choices=[SelectChoice(one.value, wording.CHANNEL[one]) for one in BY_STAFF],
        validate_choice=False,
    )


class PaperCodeForm(FlaskForm):
    """The code of a paper form that has come back."""

    code = StringField(_l("Paper code"), [NotEmpty(_l("Write the code that stands on the paper."))])


class SampleForm(FlaskForm):
    """Whom to write to."""

    addresses = TextAreaField(_l("E-mail addresses, one a line"))
    size = IntegerField(
        _l("How many to draw by lot"),
        [NumberRange(1, 10_000, _l("Write a whole number from 1 to 10,000."))],
    )
    segment = SelectField(_l("Which group they belong to"))
    lang = SelectField(
        _l("Language of the letter"),
        choices=[SelectChoice("th", _l("Thai")), SelectChoice("en", _l("English"))],
    )

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        groups = [SelectChoice(key, said) for key, said in wording.segments().items()]
        self.segment.choices = [SelectChoice("", _("All, or not said")), *groups]


class NameForm(FlaskForm):
    """What a service or a point of service is called."""

    th = StringField(_l("Name in Thai"), NEEDED)
    en = StringField(_l("Name in English"), NEEDED)
