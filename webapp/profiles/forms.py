"""What officers fill in about a group."""

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import RadioField, SelectField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import AnyOf

from webapp.profiles import wording
from webapp.profiles.rules.groups import Part
from webapp.profiles.service import ProfileWords
from webapp.shared.bureaux import Bureau
from webapp.shared.written import NotEmpty, Shorter

MOST = 4_000
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
