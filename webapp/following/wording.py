"""What the choices of following are called, and a subscription in one sentence."""

from flask_babel import LazyString, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from webapp.following import service
from webapp.following.service import Block, Cadence, Channel, Form, NewsKind
from webapp.shared.dates import day

KINDS: dict[NewsKind, LazyString] = {
    NewsKind.STEP: _l("A step of a bill"),
    NewsKind.VOTE: _l("A vote"),
    NewsKind.NEW_DOCUMENT: _l("A new document"),
    NewsKind.NEW_FORM: _l("A new form of a document: sound, braille, print"),
    NewsKind.DEADLINE: _l("A time limit that ends soon"),
    NewsKind.CORRECTED: _l("A record that was corrected"),
    NewsKind.IMPROVEMENT: _l("An improvement of this service"),
    NewsKind.SITTING: _l("A sitting with a bill on its order paper"),
    NewsKind.SEAT: _l("A seat in a committee, or an office"),
    NewsKind.FOUND: _l(
        "What else is new here: a bill without a step, an answer, a question, a member, a page"
    ),
}
CADENCES: dict[Cadence, LazyString] = {
    Cadence.AT_ONCE: _l("At once, each time"),
    Cadence.DAILY: _l("Once a day, all together"),
    Cadence.WEEKLY: _l("Once a week, all together"),
    Cadence.FEED_ONLY: _l("Only in my own feed: no message"),
}
CHANNELS: dict[Channel, LazyString] = {
    Channel.EMAIL: _l("E-mail"),
    Channel.FEED: _l("My own feed (Atom)"),
    Channel.PODCAST: _l("My own podcast, to hear"),
    Channel.CALENDAR: _l("My own calendar of sittings and time limits"),
    Channel.LINE: _l("LINE"),
    Channel.PUSH: _l("A notice of my browser"),
}
FORMS: dict[Form, LazyString] = {
    Form.PLAIN: _l("Plain text"),
    Form.LARGE: _l("Large letters"),
    Form.AUDIO_ATTACHED: _l("Plain text with the sound attached"),
    Form.AUDIO_LINKED: _l("Plain text with a link to the sound"),
    Form.BRAILLE_LINKED: _l("Plain text with a link to a braille file"),
}
WEEKDAYS: tuple[LazyString, ...] = (
    _l("Monday"), _l("Tuesday"), _l("Wednesday"), _l("Thursday"), _l("Friday"), _l("Saturday"),
    _l("Sunday"),
)  # fmt: skip
LANGUAGES: dict[str, LazyString] = {"th": _l("Thai"), "en": _l("English")}
BLOCKS: dict[Block, LazyString] = {
    Block.CHANGED: _l("What has changed since your last visit"),
    Block.DUE: _l("What is due"),
    Block.NOTES: _l("Your notes"),
    Block.FOLLOWED: _l("What you follow"),
    Block.DRAFTS: _l("Your drafts of messages to us"),
}


# By the status of a report (RFC 3463, section 3), without its class.
_MAIL_REASONS: dict[str, LazyString] = {
    "0.": _l("there is no such address"),
    "1.": _l("there is no such address"),
    "2.1": _l("the mailbox is closed"),
    "2.2": _l("the mailbox is full"),
    "2.": _l("the mailbox takes no letters now"),
    "7.": _l("your mail provider refused the letter"),
}


def mail_reason(trouble: service.MailTrouble) -> str:
    """Why letters came back, with the code that a mail provider's help desk knows."""
    return _reason(trouble.status)


def _reason(status: str) -> str:
    detail = status.partition(".")[2]
    found = [words for begin, words in _MAIL_REASONS.items() if detail.startswith(begin)]
    words = found[0] if found else _("your mail provider did not take the letter")
    return f"{words} ({status})" if status else str(words)


def waiting_words(waiting: service.Waiting) -> str:
    """That messages wait as the other side puts them off, and why where it said so."""
    facts = {"channel": CHANNELS[waiting.channel], "day": day(waiting.since)}
    said = ngettext(
        "%(num)d message to you waits (%(channel)s): it is not taken now, first on %(day)s.",
        "%(num)d messages to you wait (%(channel)s): they are not taken now, first on %(day)s.",
        waiting.messages,
        **facts,
    )
    if waiting.channel is Channel.EMAIL:
        said += " " + _("The reason: %(reason)s.", reason=_reason(waiting.status))
    return said


def rhythm(wish: service.Wish) -> str:
    """How often a wish is told, within a sentence."""
    time = f"{wish.hour:02}.00"
    if wish.cadence is Cadence.AT_ONCE:
        return _("as soon as something happens")
    if wish.cadence is Cadence.DAILY:
        return _("every day at %(time)s", time=time)
    if wish.cadence is Cadence.WEEKLY:
        return _("every week on %(day)s at %(time)s", day=WEEKDAYS[wish.weekday], time=time)
    return _("whenever you open it")


def sentence(subscription: service.Subscription, name: str) -> str:
    """A subscription in one sentence, its name first."""
    wish = subscription.wish
    facts = {"name": name, "channel": CHANNELS[wish.channel], "rhythm": rhythm(wish)}
    said = _("%(name)s: %(channel)s, %(rhythm)s.", **facts)
    if wish.form is not Form.PLAIN and wish.channel is Channel.EMAIL:
        said = _("%(name)s: %(channel)s, %(rhythm)s (%(form)s).", form=FORMS[wish.form], **facts)
    return said


def pause_words(subscription: service.Subscription) -> str:
    """Until when a subscription is paused."""
    until = subscription.paused_until
    return _("Paused until %(day)s.", day=day(until)) if until else ""


def amount(preview: service.Preview, wish: service.Wish) -> str:
    """The honest sentence before a wish is confirmed: about how many messages it brings, and of
    what is not known how much came."""
    said = _amount(preview, wish)
    if preview.known_since is None:
        return said
    since = _(
        "New forms, sittings, improvements, seats, cases, answers, members, pages and corrections "
        "of bills and votes are counted only from %(day)s on: nothing earlier is recorded.",
        day=day(preview.known_since),
    )
    return f"{said} {since}"


def _amount(preview: service.Preview, wish: service.Wish) -> str:
    if wish.channel not in (Channel.EMAIL, Channel.LINE, Channel.PUSH) or (
        wish.cadence is Cadence.FEED_ONLY
    ):
        return ngettext(
            "No message is sent. In the last 90 days %(num)d entry would have come.",
            "No message is sent. In the last 90 days %(num)d entries would have come.",
            len(preview.happenings),
        )
    if not preview.messages:
        return _("In the last 90 days no message would have come.")
    came = ngettext(
        "In the last 90 days %(num)d message would have come:",
        "In the last 90 days %(num)d messages would have come:",
        preview.messages,
    )
    week, month = round(preview.per_week), round(preview.per_week * 30 / 7)
    if week >= 1:
        often = ngettext("about %(num)d message a week", "about %(num)d messages a week", week)
    elif month >= 1:
        often = ngettext("about %(num)d message a month", "about %(num)d messages a month", month)
    else:
        often = _("less than one message a month")
    return f"{came} {often}."
