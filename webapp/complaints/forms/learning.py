"""What officers fill in about what messages are about and what they teach."""

from collections.abc import Mapping

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from webapp.complaints import wording
from webapp.complaints.forms.citizens import written
from webapp.complaints.rules.kinds import MAX_NAME
from webapp.shared.bureaux import Bureau
from webapp.shared.written import NotEmpty, Shorter

MOST_CAUSE = 100


class TopicForm(FlaskForm):
    """What a message is about."""

    topic = SelectField(_l("What it is about"), validate_choice=False)
    hand_over = BooleanField(_l("Hand it over to the bureau whose matter it is"))

    def offer(self, names: Mapping[str, str]) -> "TopicForm":
        """Offer the topics by key and name, in this order."""
        self.topic.choices = [SelectChoice("", _("Choose")), *_pairs(names)]
        return self

    def validate_topic(self, field: Field) -> None:
        if field.data not in {choice.value for choice in field.choices} - {""}:
            raise ValidationError(_("Choose what it is about."))


class FindingForm(FlaskForm):
    """What was found out about an answered message."""

    root_cause = SelectField(_l("Root cause"), validate_choice=False)
    cause = TextAreaField(_l("What went wrong, in a few sentences"), [written])
    place = StringField(_l("Where: building, page, channel or event"), [Shorter(MAX_NAME)])
    changed = TextAreaField(_l("What was changed so that it does not happen again"), [written])

    def offer(self, names: Mapping[str, str]) -> "FindingForm":
        """Offer the root causes by id and name, in this order."""
        self.root_cause.choices = [SelectChoice("", _("Choose")), *_pairs(names)]
        return self

    def validate_root_cause(self, field: Field) -> None:
        if field.data not in {choice.value for choice in field.choices} - {""}:
            raise ValidationError(_("Choose the root cause that fits best."))


class PraiseForm(FlaskForm):
    """To whom a compliment is passed on."""

    praised = SelectField(_l("The person praised has an account here"), validate_choice=False)
    name = StringField(_l("Whom the citizen praises, in the citizen's words"), [Shorter(MAX_NAME)])
    bureau = SelectField(_l("Bureau of the person praised"))
    words = TextAreaField(_l("What is passed on"), [written])

    def offer(self, staff: Mapping[int, str]) -> "PraiseForm":
        """Offer the members of staff by account and name, and the bureaux."""
        named = {str(key): name for key, name in staff.items()}
        self.praised.choices = [SelectChoice("", _("No, or not known")), *_pairs(named)]
        bureaux = {bureau.value: wording.bureau_name(bureau) for bureau in Bureau}
        self.bureau.choices = _pairs(bureaux)
        return self

    def validate_praised(self, field: Field) -> None:
        if field.data not in {choice.value for choice in field.choices}:
            raise ValidationError(_("Choose a person from the list."))


class CauseForm(FlaskForm):
    """A root cause in the tree."""

    name_th = StringField(
        _l("Name in Thai"), [NotEmpty(_l("Write the name in Thai.")), Shorter(MOST_CAUSE)]
    )
    name_en = StringField(
        _l("Name in English"), [NotEmpty(_l("Write the name in English.")), Shorter(MOST_CAUSE)]
    )
    parent = SelectField(_l("Below which branch"), validate_choice=False)
    retired = BooleanField(_l("No longer offered"))

    def offer(self, branches: Mapping[str, str]) -> "CauseForm":
        """Offer the branches by id and name."""
        self.parent.choices = [SelectChoice("", _("A new branch")), *_pairs(branches)]
        return self

    def validate_parent(self, field: Field) -> None:
        if (field.data or "") not in {choice.value for choice in field.choices or []} | {""}:
            raise ValidationError(_("Choose a branch from the list."))


def _pairs(names: Mapping[str, str]) -> list[SelectChoice]:
    return [SelectChoice(*pair) for pair in names.items()]
