"""What citizens and officers fill in about needs."""

from collections.abc import Collection
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import MultipleFileField
from wtforms import EmailField, Field, HiddenField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional, ValidationError

from webapp.needs import wording
from webapp.needs.models import Need
from webapp.needs.rules.lists import NAMED, Channel, Who, aspect_of
from webapp.needs.service import UNSORTED, PutRight, mark_of, texts_of
from webapp.shared import clock
from webapp.shared.bureaux import Bureau
from webapp.shared.day_field import DayField
from webapp.shared.email_address import is_email
from webapp.shared.uploads.form import MAX_TRANSCRIPT, FormWithFiles, says_without_words
from webapp.shared.written import Shorter

MOST_WORDS, MOST_LINE = 10_000, 200


def written(form: FlaskForm, field: Field) -> None:
    """A text is needed, of 10,000 characters at most, or a file that says what is needed."""
    count = len((field.data or "").strip())
    if not count and not says_without_words(form):
        if "attachments" in form:
            raise ValidationError(_("Write what is needed, or add a file that says it."))
        raise ValidationError(_("Write what is needed."))
    if count > MOST_WORDS:
        raise ValidationError(
            _(
                "The text has %(count)s characters; %(most)s are the most. All of it is still "
                "here: make it shorter.",
                count=f"{count:,}",
                most=f"{MOST_WORDS:,}",
            )
        )


def an_address(form: FlaskForm, field: Field) -> None:
    """What is written is an e-mail address."""
    if not is_email(field.data.strip()):
        raise ValidationError(
            _("Write the e-mail address like name@example.org, or leave it empty.")
        )


class TellForm(FormWithFiles):
    """What a person needs, in the person's own words, voice, picture or signs."""

    words = TextAreaField(_l("What do you need, or what should be different?"), [written])
    attachments = MultipleFileField(_l("Files"))
    email = EmailField(_l("E-mail address"), [Optional(), an_address])
    # Machines that fill in every field give themselves away here; people never see it.
    homepage = StringField(_l("Leave this field empty"))

    def validate_homepage(self, field: Field) -> None:
        if field.data:
            raise ValidationError(
                _("Empty the last field of the form, then send again. Only machines fill it in.")
            )


class OwnNeedForm(FlaskForm):
    """A need as the person whose it is puts it right; see `own_need_form`."""

    subject = StringField(_l("What it is about, in a few words"), [Shorter(MOST_LINE)])
    words = TextAreaField(_l("What you need, put right"))
    aspect = SelectField(_l("Aspect"))
    # What the parts said when the page was opened: an officer may write meanwhile.
    shown_subject, shown_words, shown_aspect = HiddenField(), HiddenField(), HiddenField()

    def __init__(self, need: Need, **given: Any) -> None:
        super().__init__(**given)
        self.need = need
        # What the office has decided can be called something else, and not left open again; it may
        # have been decided since the page was opened.
        is_decided = need.aspect and self.shown_aspect.data != mark_of("")
        undecided = [] if is_decided else [SelectChoice("", _("Not chosen yet"))]
        self.aspect.choices = [*undecided, *wording.aspect_choices()]

    def validate_words(self, field: Field) -> None:
        if (field.data or "").strip() or not self.need.files:
            written(self, field)

    @property
    def transcripts(self) -> list[tuple[int, Field]]:
        """The fields of what its files say, each with the file's number."""
        return [
            (file.id, self[f"file_{file.id}"])
            for file in self.need.files
            if f"file_{file.id}" in self
        ]

    @property
    def put_right(self) -> PutRight:
        """What was written, once it is valid; of what the person left as it was shown, what the
        office has now."""
        return PutRight(
            self._written("words"),
            self._written("subject"),
            aspect_of(self._written("aspect")),
            {number: self._written(field.name) for number, field in self.transcripts},
            {field.name.removeprefix("shown_"): field.data for field in self.shown},
        )

    @property
    def shown(self) -> list[Field]:
        """The hidden fields that mark what was shown."""
        return [field for field in self if field.name.startswith("shown_")]

    def _written(self, name: str) -> str:
        text = (self[name].data or "").strip()
        is_left = mark_of(text) == self[f"shown_{name}"].data
        return texts_of(self.need)[name] if is_left else text

    def ask_again(self, parts: Collection[str]) -> None:
        """Say which parts the office has changed since the page was opened; sent again, what is
        written there takes their place."""
        for name in parts:
            self[name].errors = [
                _(
                    "The office has changed this since you opened the page. Read above what it "
                    "says now; if yours is right, press “Keep” again."
                )
            ]
            self[f"shown_{name}"].data = mark_of(texts_of(self.need)[name])


def own_need_form(need: Need) -> OwnNeedForm:
    """The form of one need, filled with what the office has, and a field for what each file of it
    says that may be opened."""
    files = {
        f"file_{file.id}": place for place, file in enumerate(need.files, start=1) if file.is_open
    }
    fields = {
        name: TextAreaField(_("What file %(number)s says", number=place), [Shorter(MAX_TRANSCRIPT)])
        for name, place in files.items()
    }
    hidden = {f"shown_{name}": HiddenField() for name in files}
    form = type("OwnNeedFormWithFiles", (OwnNeedForm,), {**fields, **hidden})
    said = texts_of(need)
    return form(need, **said, **{f"shown_{name}": mark_of(text) for name, text in said.items()})


class SortForm(FlaskForm):
    """What a need is about, of which group it is, and who deals with it."""

    aspect = SelectField(_l("Aspect"))
    group = SelectField(_l("Group that it is of"), default="")
    bureau = SelectField(_l("Bureau that deals with it"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.aspect.choices = [SelectChoice("", _("Not sorted yet")), *wording.aspect_choices()]
        self.group.choices = [
            SelectChoice("", _("As who asks says")),
            *wording.group_choices(self.group.data or ""),
        ]
        self.bureau.choices = [SelectChoice("", _("No bureau yet")), *wording.bureau_choices()]


def chosen_bureau(form: FlaskForm) -> Bureau | None:
    """The bureau chosen in a form that sorts."""
    return Bureau(form["bureau"].data) if form["bureau"].data else None


class HeardForm(FormWithFiles, SortForm):
    """A need as an officer heard it."""

    who = SelectField(_l("Who asks"), choices=list(wording.choices(wording.WHO)))
    name = StringField(_l("Name of the senator, committee, officer or group"), [Shorter(MOST_LINE)])
    channel = SelectField(_l("Where it was heard"))
    heard_on = DayField(_l("Day on which it was heard"))
    subject = StringField(_l("What it is about, in a few words"), [Shorter(MOST_LINE)])
    words = TextAreaField(_l("What was said"), [written])
    attachments = MultipleFileField(_l("Files"))
    email = EmailField(_l("The person's e-mail address"), [Optional(), an_address])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.channel.choices = wording.channel_choices()
        if not self.is_submitted():
            self.channel.data = self.channel.data or Channel.STAFF.name

    def validate_name(self, field: Field) -> None:
        named = self.who.data in {str(who) for who in NAMED}
        if self.who.data == Who.SENATOR and not (field.data or "").strip():
            raise ValidationError(_("Write the name of the senator who asks."))
        if field.data and not named:
            raise ValidationError(
                _("Leave the name empty: only senators, committees, officers and groups are named.")
            )

    def validate_heard_on(self, field: DayField) -> None:
        if field.day and field.day > clock.today():
            raise ValidationError(_("This day is still to come."))


class LinkForm(FlaskForm):
    """Where the link to a person's own page is sent."""

    email = EmailField(_l("The person's e-mail address"))

    def validate_email(self, field: Field) -> None:
        if not is_email((field.data or "").strip()):
            raise ValidationError(_("Write the e-mail address like name@example.org."))


class ReplyForm(FlaskForm):
    """What the office tells the person."""

    text = TextAreaField(_l("What the person reads"), [written])


class MergeForm(FlaskForm):
    """Under which need this one is put."""

    into = StringField(_l("Number of the need under which this one is put"))

    def validate_into(self, field: Field) -> None:
        typed = (field.data or "").strip()
        if not (typed.isascii() and typed.isdigit() and len(typed) < 10):
            raise ValidationError(_("Write the number of a need, for example 12."))


class RegisterForm(FlaskForm):
    """Which needs an officer wants to see; what is no choice shows all, and is no error."""

    class Meta:
        csrf = False

    words = StringField(_l("Words"))
    aspect = SelectField(_l("Aspect"), validate_choice=False)
    channel = SelectField(_l("Where it was heard"), validate_choice=False)
    who = SelectField(
        _l("Who asks"),
        choices=[SelectChoice("", _l("All")), *wording.choices(wording.WHO)],
        validate_choice=False,
    )
    origin = SelectField(
        _l("How it came in"),
        choices=[SelectChoice("", _l("All")), *wording.choices(wording.ORIGIN)],
        validate_choice=False,
    )
    bureau = SelectField(_l("Bureau that deals with it"), validate_choice=False)
    group = SelectField(_l("Group that it is of"), validate_choice=False)
    since = DayField(_l("From this day"))
    until = DayField(_l("To this day"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = SelectChoice("", _("All"))
        unsorted = SelectChoice(UNSORTED, _("Not sorted yet"))
        self.aspect.choices = [every, unsorted, *wording.aspect_choices()]
        self.channel.choices = [every, *wording.channel_choices()]
        self.bureau.choices = [every, *wording.bureau_choices()]
        self.group.choices = [every, *wording.group_choices()]


class PeriodForm(FlaskForm):
    """Of which days the needs are counted."""

    class Meta:
        csrf = False

    since = DayField(_l("From this day"))
    until = DayField(_l("To this day"))
