"""What our LINE account says about messages to the office, in the language now in force."""

from flask_babel import gettext as _
from flask_babel import ngettext

from webapp.complaints import letter_wording, wording
from webapp.complaints.models import Complaint
from webapp.complaints.rules.channels import ReplyBy
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.rules.line_words import NUMBERED
from webapp.complaints.rules.states import State, can_add
from webapp.shared import receipt
from webapp.shared.dates import day
from webapp.shared.languages import PREFIX, language
from webapp.shared.settings import settings

TRACKING = "/complaints/track"
# The office's words are read whole on the page; LINE takes 5,000 characters.
_MOST_OF_ANSWER = 3500
_OTHER_LANGUAGE = {"th": "English: send the word “menu”.", "en": "ภาษาไทย: ส่งคำว่า “เมนู”"}


def tracking() -> str:
    """The address at which a receipt code opens its message."""
    return f"{settings().BASE_URL}{PREFIX if language() == 'en' else ''}{TRACKING}"


def menu(words_kept: bool) -> str:
    """What can be done here."""
    kinds = "\n".join(
        f"{place} {wording.KIND[kind]}" for place, kind in enumerate(NUMBERED, start=1)
    )
    lines = [
        _("What you wrote is kept for an hour. Send the number of what it is, and we take it in:")
        if words_kept
        else _("To send the office a message, send the number of what it is:"),
        kinds,
        _("To know where your message is, send its receipt code."),
        _OTHER_LANGUAGE[language()],
    ]
    return "\n".join(lines)


def chosen(kind: Kind) -> str:
    """That a kind was chosen, and what to do now."""
    return _(
        "%(kind)s: now write it in your own words, in one message, or say it in a voice message. "
        "What happens with it: an officer reads it and answers you. Your name is not needed.",
        kind=wording.KIND[kind],
    )


def filed(complaint: Complaint, code: str) -> str:
    """The receipt of a message that came by LINE."""
    return "\n\n".join(
        [
            letter_wording.received(complaint),
            f"{_('Your receipt code is:')} {receipt.grouped(code)}",
            _("You have an answer by %(day)s at the latest.", day=day(complaint.due_on)),
            _(
                "You hear of each step here. What you send within an hour, files too, is added to "
                "it; send “end” when you have done. To know later where it is, send the code here "
                "or type it on this page:"
            )
            + f"\n{tracking()}",
        ]
    )


def added() -> str:
    """That further words are with the message."""
    return _("Added to your message. Send “end” when you have done.")


def ended_talk() -> str:
    """That the next words begin something new."""
    return _("Good. What you write next begins a new message.")


def where(complaint: Complaint, linked_now: bool) -> str:
    """Where a message stands, what the office said last, and what can be done now."""
    state = State(complaint.state)
    parts = [
        letter_wording.standing(complaint),
        _due(complaint),
        _said(complaint),
        _("What you write now is added to it. Send “end” when you have done.")
        if can_add(state)
        else _("If you were not answered, write why; then we ask whether to take it up again."),
        _telling(complaint, linked_now),
        tracking(),
    ]
    return "\n\n".join(part for part in parts if part)


def _due(complaint: Complaint) -> str:
    if complaint.stands_still and complaint.days_left is not None:
        return ngettext(
            "The clock stands still until you write. After that we have %(num)d working day left.",
            "The clock stands still until you write. After that we have %(num)d working days left.",
            complaint.days_left,
        )
    if complaint.is_owed:
        return _("You have the answer by %(day)s at the latest.", day=day(complaint.due_on))
    return ""


def _said(complaint: Complaint) -> str:
    said = [message.text for message in complaint.messages if message.is_from_office]
    if not said:
        return ""
    last = said[-1]
    if len(last) > _MOST_OF_ANSWER:
        last = last[:_MOST_OF_ANSWER] + "…"
    return "\n".join([_("The office wrote:"), last])


def _telling(complaint: Complaint, linked_now: bool) -> str:
    if linked_now:
        return _("From now on you hear of each step here. To end that, send “stop”.")
    if complaint.reply_by is ReplyBy.LINE:
        return ""
    return _("To hear of each step here and not otherwise, send “line”.")


def codename_elsewhere() -> str:
    """That a codename is not for LINE."""
    return _(
        "This is a codename. So that nobody can tell who you are, open your message on this page "
        "and not here, and unsend what you just wrote:"
    ) + (f"\n{tracking()}")


def unknown_code(code: str) -> str:
    """That a code opens nothing."""
    return _(
        "No message has the code %(code)s. Compare it with what you wrote down, sign by sign, and "
        "try again.",
        code=receipt.grouped(code),
    )


def too_many_codes() -> str:
    """That no more codes are taken now."""
    return _("Too many codes opened nothing. Try again in an hour.")


def too_many_messages() -> str:
    """That no more messages are taken now."""
    return _("So many messages at once cannot be taken. Try again in an hour.")


def ended() -> str:
    """That the message needs the citizen's word to be taken up again."""
    return _(
        "The office has ended this message. If you were not answered, send “reopen”: what you "
        "just wrote is added and it is taken up again. Otherwise send “end”."
    )


def reopened() -> str:
    """That a message is taken up again."""
    return _("Your message is taken up again, with your last words.")


def nothing_to_reopen() -> str:
    """That it is not clear what is to be taken up again."""
    return _("Send the receipt code first, then write why you were not answered.")


def stopped() -> str:
    """That nothing is told here any more."""
    return _("You hear no more steps here. Where your messages are, the page tells:") + (
        f"\n{tracking()}"
    )


def kind_first() -> str:
    """That a file needs a message that it belongs to."""
    return _("To send a file, first send the number of what your message is, then the file again.")


def file_alone(form: str) -> str:
    """What stands in a message that came without a word."""
    if form == "audio":
        return _("(a voice message without written words)")
    return _("(a file without written words)")


def file_sent(name: str) -> str:
    """What stands in the conversation where a file was added."""
    return _("[File: %(name)s]", name=name)


def file_taken() -> str:
    """That a file is with the message."""
    return _("Your file is added to your message.")


def file_untaken(why: str) -> str:
    """That a file could not be kept, and why."""
    return " ".join([_("Your file could not be taken."), why])


def file_gone() -> str:
    """Why a file could not be fetched."""
    return _("LINE keeps it no longer. Send it again.")


def too_late() -> str:
    """Why nothing more can be added."""
    return _("The office has ended this message. Send the receipt code to see what it wrote.")


def step_told(headline: str, news: str, complaint: Complaint) -> str:
    """That a step was made."""
    lines = [headline, news, _due(complaint)]
    about = letter_wording.about(complaint)
    read = _("To read what the office wrote, send your receipt code here, or type it on this page:")
    return "\n\n".join([*(line for line in lines if line), about, f"{read}\n{tracking()}"])


def questions(address: str) -> str:
    """The questions after the end."""
    asked = _(
        "We have two questions: was it answered, was it solved? This page asks them, without a "
        "code. We ask once more in four weeks, and nothing else within 90 days:"
    )
    return f"{asked}\n{address}"


def questions_again(complaint: Complaint, address: str) -> str:
    """The same questions four weeks later."""
    about = letter_wording.four_weeks_ago(complaint)
    asked = _(
        "We have the same two questions as then: was it answered, was it solved? This page asks "
        "them, without a code:"
    )
    return f"{about}\n\n{asked}\n{address}"
