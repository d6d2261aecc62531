"""The ways by which a message comes in, and those by which the person hears back.

Source of the five official channels and their bureaux: the self-assessment, 3.4 Basic.
"""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

from webapp.complaints.rules.kinds import Kind
from webapp.shared.bureaux import Bureau


class Channel(StrEnum):
    """How a message came in."""

    WEB = "web"
    EMAIL = "email"
    API = "api"
    LINE = "line"
    TELEPHONE = "telephone"
    IN_PERSON = "in_person"
    PAPER = "paper"
    EXECUTIVES = "executives"
    FACEBOOK = "facebook"


# What officers enter into the register in the person's words; the rest comes in by itself.
BY_STAFF = (
    Channel.TELEPHONE,
    Channel.IN_PERSON,
    Channel.PAPER,
    Channel.EXECUTIVES,
    Channel.FACEBOOK,
)


class ReplyBy(StrEnum):
    """How the person wants to hear of each step; the tracking page shows them all anyway."""

    PAGE = "page"
    MAIL = "mail"
    LINE = "line"
    CALL = "call"
    LETTER = "letter"
    TEXT_RELAY = "text_relay"


# What a person can choose in the form; LINE is chosen by sending the receipt code there.
OWN_WAYS = (ReplyBy.PAGE, ReplyBy.MAIL, ReplyBy.CALL, ReplyBy.LETTER, ReplyBy.TEXT_RELAY)
# An officer has to do it, and to say that it is done.
TOLD_BY_STAFF = frozenset({ReplyBy.CALL, ReplyBy.LETTER, ReplyBy.TEXT_RELAY})


class TellBy(StrEnum):
    """Who tells a person of a step now: nobody but the page, a letter, LINE, or an officer."""

    PAGE = "page"
    MAIL = "mail"
    LINE = "line"
    OFFICER = "officer"


class Unreached(StrEnum):
    """Why letters, or words by LINE, do not reach a person who chose them."""

    # The mail server says that it never takes a letter for this address.
    REFUSED = "refused"
    # It was away, or put the letter off, for as long as letters are tried.
    AWAY = "away"
    # The letter could not be made or sent, for a fault of ours.
    FAILED = "failed"


def tell_by(chosen: ReplyBy, *, by_line: bool, by_mail: bool, by_hand: bool) -> TellBy:
    """How a person is told who chose `chosen`.

    `by_line`: the person's LINE account is linked; `by_mail`: there is an e-mail address;
    `by_hand`: there is a number or an address. Who chose LINE and is not linked there, yet or
    any more, is told by what else was given.
    """
    if chosen is ReplyBy.LINE and by_line:
        return TellBy.LINE
    if chosen in (ReplyBy.MAIL, ReplyBy.LINE) and by_mail:
        return TellBy.MAIL
    if chosen in (ReplyBy.LINE, *TOLD_BY_STAFF) and by_hand:
        return TellBy.OFFICER
    return TellBy.PAGE


_OWNERS = {
    Channel.WEB: Bureau.TECHNOLOGY,
    Channel.EMAIL: Bureau.TECHNOLOGY,
    Channel.API: Bureau.TECHNOLOGY,
    Channel.LINE: Bureau.PUBLIC_RELATIONS,
    Channel.TELEPHONE: Bureau.PUBLIC_RELATIONS,
    Channel.FACEBOOK: Bureau.PUBLIC_RELATIONS,
    Channel.IN_PERSON: Bureau.CENTRAL,
    Channel.PAPER: Bureau.CENTRAL,
    Channel.EXECUTIVES: Bureau.CENTRAL,
}


def first_owner(channel: Channel, kind: Kind | None) -> Bureau:
    """The bureau that answers for a message until another takes it over; no `kind` is decided yet.

    A petition goes to the Office of the President of the Senate, whichever way it came (3.2 Basic).
    """
    return Bureau.PRESIDENT if kind is Kind.PETITION else _OWNERS[channel]


# Where it is equally used, what needs least of the person comes first.
_EASIEST_FIRST = (
    Channel.WEB,
    Channel.TELEPHONE,
    Channel.LINE,
    Channel.EMAIL,
    Channel.IN_PERSON,
    Channel.PAPER,
    Channel.EXECUTIVES,
    Channel.FACEBOOK,
    Channel.API,
)


def by_use(used: dict[Channel, int], closed: Collection[Channel] = ()) -> list[Channel]:
    """The channels but those `closed` here, the most used first; of those equally used the easiest
    first."""
    there = [channel for channel in _EASIEST_FIRST if channel not in closed]
    return sorted(there, key=lambda channel: -used.get(channel, 0))


def quarter_before(day: date) -> tuple[date, date]:
    """The first day of the quarter before the one of `day`, and the first day after it.

    The quarters of the Thai fiscal year are the calendar's; its first is October to December.
    """
    begins = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    last = begins - timedelta(days=1)
    return date(last.year, (last.month - 1) // 3 * 3 + 1, 1), begins
