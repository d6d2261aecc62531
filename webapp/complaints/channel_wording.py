"""Each channel in words: how it is used, when, for how much, by whom, where, and how much it is."""

from dataclasses import dataclass

from flask_babel import LazyString, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from webapp.complaints.rules.channels import Channel
from webapp.complaints.service import Usage
from webapp.shared import line
from webapp.shared.languages import language
from webapp.shared.settings import settings

# How each channel is used, when, for how much, and by whom it can be used.
_OFFICE_HOURS = _l("On working days from 8.30 to 16.30")
CHANNEL_HOW: dict[str, LazyString] = {
    Channel.WEB: _l("Fill in the form. You need no account and no name, and see the receipt code."),
    Channel.EMAIL: _l(
        "Write to the office's address, and begin the subject with what it is, such as "
        "“Suggestion”. The first letter back has the receipt code."
    ),
    Channel.LINE: _l(
        "Write to the office's LINE account, or send a voice message. It answers at once with the "
        "receipt code, and tells you of each step there."
    ),
    Channel.API: _l("A program of yours sends the message and asks where it is, in JSON."),
    Channel.TELEPHONE: _l(
        "Call the office's Call Center and say it. An officer writes it down in your words and "
        "tells you the receipt code."
    ),
    Channel.IN_PERSON: _l("Come to the Parliament building. An officer writes it down."),
    Channel.PAPER: _l("Write to the Secretariat of the Senate."),
    Channel.EXECUTIVES: _l("Tell an executive of the office. It is passed on to the register."),
    Channel.FACEBOOK: _l("Write to the office's page. An officer enters it into the register."),
}
CHANNEL_WHEN: dict[str, LazyString] = {
    **dict.fromkeys((Channel.WEB, Channel.EMAIL, Channel.LINE, Channel.API), _l("At any hour")),
    **dict.fromkeys((Channel.TELEPHONE, Channel.IN_PERSON, Channel.EXECUTIVES), _OFFICE_HOURS),
    **dict.fromkeys((Channel.PAPER, Channel.FACEBOOK), _l("At any hour; read on working days")),
}
CHANNEL_COST: dict[str, LazyString] = {
    **dict.fromkeys(
        (Channel.WEB, Channel.EMAIL, Channel.LINE, Channel.API, Channel.FACEBOOK),
        _l("Nothing but your internet connection"),
    ),
    Channel.TELEPHONE: _l("The price of the call"),
    Channel.IN_PERSON: _l("Nothing but the way there"),
    Channel.PAPER: _l("A stamp"),
    Channel.EXECUTIVES: _l("Nothing"),
}
CHANNEL_ACCESS: dict[str, LazyString] = {
    Channel.WEB: _l("Made for screen readers, keyboards and old phones, in Thai and English."),
    Channel.EMAIL: _l("With any mail program; plain text is enough. Files may be added."),
    Channel.LINE: _l(
        "As accessible as LINE is, with a screen reader too; by voice without writing. It needs an "
        "account there, and that company carries what you write."
    ),
    Channel.API: _l("For programs, plain JSON."),
    Channel.TELEPHONE: _l("Without reading or writing. Deaf people: through the text relay."),
    Channel.IN_PERSON: _l("With an officer's help; you need not write."),
    Channel.PAPER: _l("By hand, print or large print."),
    Channel.EXECUTIVES: _l("By word of mouth."),
    Channel.FACEBOOK: _l("As accessible as that company's site is; it needs an account there."),
}


@dataclass(frozen=True)
class Contact:
    """Where a channel is reached: its words, and the link that leads there, "" for none."""

    words: str
    link: str = ""


def contact(channel: Channel) -> Contact | None:
    """The number or the address of a channel, as the office's settings have it; None for none."""
    office = settings()
    account, telephone = line.account(office), office.OFFICE_TELEPHONE
    address = office.OFFICE_ADDRESS_TH if language() == "th" else office.OFFICE_ADDRESS_EN
    digits = "".join(sign for sign in telephone if sign.isdecimal() or sign == "+")
    known = {
        Channel.EMAIL: Contact(office.complaints_address, f"mailto:{office.complaints_address}"),
        Channel.LINE: Contact(account, f"https://line.me/R/ti/p/{account}"),
        Channel.TELEPHONE: Contact(telephone, f"tel:{digits}"),
        Channel.IN_PERSON: Contact(address),
        Channel.PAPER: Contact(address),
        Channel.FACEBOOK: Contact(office.OFFICE_FACEBOOK, office.OFFICE_FACEBOOK),
    }
    found = known.get(channel)
    return found if found and found.words else None


# Where nothing is reached without one.
_NEED_ONE = frozenset({Channel.TELEPHONE, Channel.FACEBOOK, Channel.PAPER, Channel.IN_PERSON})


def lacks_contact(channel: Channel) -> bool:
    """Whether the office has given no number or address by which this channel could be used."""
    return channel in _NEED_ONE and contact(channel) is None


def use_said(usage: Usage, channel: Channel) -> str:
    """How much a channel was used in the last whole quarter, as far as that may be told."""
    used = usage.used.get(channel, 0)
    if not used:
        return _("Not told: fewer than 5 messages, too few by themselves to be shown, or none")
    said = ngettext("%(num)d message", "%(num)d messages", used)
    return _("%(number)s: the most used", number=said) if channel in usage.most_used else said
