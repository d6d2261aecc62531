"""What officers fill in about a group."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf, ValidationError

from webapp.groups.service import GroupFacts
from webapp.needs.service import Who
from webapp.profiles import wording
from webapp.profiles.rules.groups import Part
from webapp.profiles.service import ProfileWords
from webapp.shared.bureaux import Bureau
from webapp.shared.written import NotEmpty, Shorter

MOST, MOST_NAME = 4_000, 120
REVIEW, CORRECTION = "review", "correction"


_WRITTEN = (NotEmpty(), Shorter(MOST))


class ProfileForm(FlaskForm):
    """A profile as it is from now on."""

    who = TextAreaField(wording.PART[Part.WHO], _WRITTEN)
    needs = TextAreaField(wording.PART[Part.NEEDS], _WRITTEN)
    expectations = TextAreaField(wording.PART[Part.EXPECTATIONS], _WRITTEN)
    channels = TextAreaField(wording.PART[Part.CHANNELS], _WRITTEN)
    forms = TextAreaField(wording.PART[Part.FORMS], _WRITTEN)
    work = TextAreaField(wording.PART[Part.WORK], _WRITTEN)
    owner = SelectField(_l("Bureau that owns the profile"))
    kind = RadioField(
        _l("What is this?"),
        [AnyOf([REVIEW, CORRECTION], _l("Choose review or correction."))],
        choices=[
            SelectChoice(REVIEW, _l("The yearly review: everything was looked at")),
            SelectChoice(CORRECTION, _l("A correction between two reviews")),
        ],
        validate_choice=False,
    )
    note = TextAreaField(_l("What was found, and what is changed"), _WRITTEN)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owner.choices = [
            SelectChoice(bureau.value, wording.official(bureau.official)) for bureau in Bureau
        ]

    @property
    def words(self) -> ProfileWords:
        """What was written, once it is valid."""
        parts = {part: self[part.value].data.strip() for part in Part}
        return ProfileWords(parts, Bureau(self.owner.data), self.note.data.strip())


_NAMED = (NotEmpty(), Shorter(MOST_NAME))


class GroupForm(FlaskForm):
    """A group as the list has it from now on."""

    th = StringField(_l("Name of the group in Thai"), _NAMED)
    en = StringField(_l("Name of the group in English"), _NAMED)
    owner = SelectField(_l("Bureau that owns the profile"))
    is_future = BooleanField(_l("It is a group that we want to serve in the future"))
    asks_as = SelectField(_l("Who in the register of needs belongs to it without being put there"))
    member_th = StringField(
        _l("What a person of it says in a survey, in Thai"), [Shorter(MOST_NAME)]
    )
    member_en = StringField(
        _l("What a person of it says in a survey, in English"), [Shorter(MOST_NAME)]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owner.choices = [
            SelectChoice(bureau.value, wording.official(bureau.official)) for bureau in Bureau
        ]
        sorts = [one for one in Who if one is not Who.UNKNOWN]
        self.asks_as.choices = [
            SelectChoice("", _("Nobody")),
            *(SelectChoice(one.value, wording.sort_of_people(one.value)) for one in sorts),
        ]

    def validate_member_en(self, field: Field) -> None:
        said = [(one.data or "").strip() for one in (self.member_th, field)]
        if any(said) and not all(said):
            raise ValidationError(
                _("Write what a person says in both languages, or leave both empty.")
            )

    @property
    def facts(self) -> GroupFacts:
        """What was written, once it is valid."""
        texts = {
            name: " ".join((self[name].data or "").split())
            for name in ("th", "en", "member_th", "member_en")
        }
        return GroupFacts(
            owner=Bureau(self.owner.data),
            asks_as=self.asks_as.data,
            is_future=self.is_future.data,
            **texts,
        )


class OverForm(FlaskForm):
    """That a group is retired, or taken up again."""
