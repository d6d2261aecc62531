"""By which way a person hears of each step: asked of citizens, and by officers for a person.

Nothing is taken that is not needed: a number or an address goes with the way that uses it.
"""

from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import Field
from wtforms.validators import ValidationError

from webapp.complaints.rules.channels import TOLD_BY_STAFF, ReplyBy
from webapp.complaints.rules.identity import Identity
from webapp.shared.email_address import is_email

# What reaches somebody on the telephone: the shortest Thai number has nine digits.
_LEAST_DIGITS = 9


def typed(form: FlaskForm, name: str) -> str:
    """What is typed or chosen in a field, without spaces around it."""
    return (form[name].data or "").strip()


def nothing_where_anonymous(form: FlaskForm, field: Field) -> None:
    """Who is anonymous gives no name and no address."""
    if form["identity"].data == Identity.ANONYMOUS and (field.data or "").strip():
        raise ValidationError(
            _("Empty this field, or choose another way: who writes anonymously gives none.")
        )


def page_where_anonymous(form: FlaskForm, field: Field) -> None:
    """Who is anonymous can be told on the page alone."""
    if form["identity"].data == Identity.ANONYMOUS and field.data not in (None, "", ReplyBy.PAGE):
        raise ValidationError(
            _("Choose the tracking page: who writes anonymously cannot be reached otherwise.")
        )


def right_email(form: FlaskForm, field: Field) -> None:
    """An e-mail address, needed for letters."""
    address = typed(form, field.name)
    if address and not is_email(address):
        raise ValidationError(
            _("Write the e-mail address like name@example.org, or leave it empty.")
        )
    if not address and form["reply_by"].data == ReplyBy.MAIL:
        raise ValidationError(_("Write the e-mail address that letters go to."))


def email_where_needed(form: FlaskForm, field: Field) -> None:
    """No e-mail address where another way was chosen."""
    if typed(form, field.name) and form["reply_by"].data not in (None, "", ReplyBy.MAIL):
        raise ValidationError(
            _("Empty this field, or choose to hear by e-mail: we keep no address without need.")
        )


def right_contact(form: FlaskForm, field: Field) -> None:
    """A number or an address, needed where an officer calls or writes."""
    if not typed(form, field.name) and form["reply_by"].data in TOLD_BY_STAFF:
        raise ValidationError(_("Write the number or the address by which we reach the person."))


def own_contact(form: FlaskForm, field: Field) -> None:
    """A number or an address of the person who fills in the form: there where it is needed."""
    said, way = typed(form, field.name), form["reply_by"].data
    if said and way not in TOLD_BY_STAFF:
        raise ValidationError(
            _("Empty this field, or choose to be called or written to: we keep none without need.")
        )
    if way == ReplyBy.CALL and sum(sign.isdecimal() for sign in said) < _LEAST_DIGITS:
        raise ValidationError(_("Write your telephone number with all its digits."))
    if way == ReplyBy.LETTER and not said:
        raise ValidationError(_("Write the address that our letters go to."))
    if way == ReplyBy.TEXT_RELAY and not said:
        raise ValidationError(_("Write the number by which the text relay reaches you."))
