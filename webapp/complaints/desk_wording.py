"""What officers read of bulk steps, templates, personal data and persons named."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from webapp.complaints import service
from webapp.complaints.rules.naming import Named
from webapp.complaints.rules.redaction import Personal
from webapp.complaints.rules.templates import Use
from webapp.complaints.rules.wishes import Wish
from webapp.complaints.service import BulkAction
from webapp.shared.errors import ServiceError

ACTION: dict[str, LazyString] = {
    BulkAction.TAKE_UP: _l("Take up what nobody has in hand"),
    BulkAction.ACCEPT: _l("Accept: it is for us"),
    BulkAction.HAND_OVER: _l("Hand over to another bureau"),
    BulkAction.REFER: _l("Send on to another agency"),
    BulkAction.REMIND: _l("Remind those who owe the answer"),
    BulkAction.CLOSE_COMPLIMENTS: _l("Thank for compliments and close them"),
}
# What a person wants who tells an officer more.
WISH: dict[str, LazyString] = {
    Wish.ADD: _l("To add something"),
    Wish.REOPEN: _l("To have it taken up again: it was not answered"),
    Wish.THANKS: _l("To say thanks, or that nothing more is needed"),
}
WISH_DONE: dict[str, LazyString] = {
    Wish.ADD: _l("What the person said is in the conversation."),
    Wish.REOPEN: _l("It is taken up again for the person. The days are counted anew."),
    Wish.THANKS: _l("What the person said is in the conversation. Nothing is owed anew."),
    Wish.WITHDRAW: _l("It is taken back for the person."),
}
ACTION_DONE: dict[str, LazyString] = {
    BulkAction.TAKE_UP: _l("You have it in hand."),
    BulkAction.ACCEPT: _l("It is accepted; the citizen sees it now."),
    BulkAction.HAND_OVER: _l("The bureau that you chose has it now."),
    BulkAction.REFER: _l("It is sent on; the citizen sees it now."),
    BulkAction.REMIND: _l("A reminder goes out."),
    BulkAction.CLOSE_COMPLIMENTS: _l("The sender is thanked and it is closed."),
}
NOT_DONE: dict[type[ServiceError], LazyString] = {
    service.ComplaintNotFound: _l("Not done: there is no such message."),
    service.CaseWithAnother: _l(
        "Not done: you do not have it in hand. Take it up first, or ask the colleague who has it."
    ),
    service.StepNotAllowed: _l("Not done: its state does not allow this step. Open it to see why."),
    service.NoCompliment: _l("Not done: it is no compliment. It is owed an answer of its own."),
    service.RemindedAlready: _l("Not done: a reminder of this due day went out already."),
    service.NobodyToRemind: _l(
        "Not done: nobody has it in hand, and its bureau has no address. Add one under “Where "
        "reminders go”."
    ),
}
USE: dict[str, LazyString] = {
    Use.ANSWER: _l("Answer the person"),
    Use.ASK: _l("Ask the person"),
    Use.REFER: _l("Send on"),
    Use.DECLINE: _l("Not within our mandate"),
}
FIELD: dict[str, LazyString] = {
    "number": _l("number of the message"),
    "kind": _l("kind"),
    "subject": _l("subject"),
    "received_on": _l("day of receipt"),
    "due_on": _l("day on which the answer is due"),
    "bureau": _l("bureau that has it"),
    "today": _l("today"),
}
PERSONAL: dict[str, LazyString] = {
    Personal.KNOWN: _l("what the sender gave"),
    Personal.EMAIL: _l("e-mail address"),
    Personal.CITIZEN_ID: _l("citizen ID"),
    Personal.TELEPHONE: _l("telephone number"),
    Personal.PLATE: _l("number plate"),
    Personal.ADDRESS: _l("address"),
    Personal.NAME: _l("name"),
}
NAMED: dict[str, LazyString] = {
    Named.WHOLE: _l("the whole name stands in the message"),
    Named.PART: _l("a part of the name stands in the message"),
}
# What the senders of compliments read, unless the officer writes something else. It is the text of
# a letter, in the language in which the person wrote, whatever the officer reads in.
THANKS = {
    "th": "สำนักงานเลขาธิการวุฒิสภาขอขอบคุณสำหรับคำชมเชย เราได้แจ้งให้ผู้ที่เกี่ยวข้องทราบแล้ว",
    "en": "Thank you for your kind words. We have passed them on to those whom they are for.",
}
