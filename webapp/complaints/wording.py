"""Kinds, channels, states and refusals in the words that people read."""

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from webapp.complaints.models import ComplaintStep
from webapp.complaints.rules.alerts import SECRETARY_GENERAL, Cause
from webapp.complaints.rules.channels import Channel, ReplyBy
from webapp.complaints.rules.consent import MayPublish
from webapp.complaints.rules.identity import Identity
from webapp.complaints.rules.kinds import UNDECIDED, Kind
from webapp.complaints.rules.standard import StandardFault
from webapp.complaints.rules.states import State
from webapp.shared.bureaux import Bureau
from webapp.shared.languages import language

KIND: dict[str, LazyString] = {
    Kind.COMPLAINT: _l("Complaint"),
    Kind.SUGGESTION: _l("Suggestion"),
    Kind.COMMENT: _l("Comment"),
    Kind.COMPLIMENT: _l("Compliment"),
    Kind.PETITION: _l("Petition to the Senate"),
    UNDECIDED: _l("Not decided yet"),
}
# What a person or an officer can choose.
KINDS = {kind.value: KIND[kind] for kind in Kind}
IDENTITY: dict[str, LazyString] = {
    Identity.NAMED: _l("As myself"),
    Identity.CONFIDENTIAL: _l("Confidentially"),
    Identity.ANONYMOUS: _l("Anonymously, with a codename"),
}
IDENTITY_HINT: dict[str, LazyString] = {
    Identity.NAMED: _l("The officers who deal with messages see your name and address."),
    Identity.CONFIDENTIAL: _l("Only the officer who has your message in hand sees them."),
    Identity.ANONYMOUS: _l(
        "You give no name and no address. You get a codename of six Thai words; with it you read "
        "our questions and the answer, and write to us. Nobody can link two of your messages."
    ),
}
MAY_PUBLISH: dict[str, LazyString] = {
    MayPublish.YES: _l("Yes, without my name and without anything else that tells who I am"),
    MayPublish.NO: _l("No, do not publish it"),
}
KIND_HINT: dict[str, LazyString] = {
    Kind.COMPLAINT: _l("Something went wrong, or somebody treated you badly."),
    Kind.SUGGESTION: _l("Something could be done better, and you know how."),
    Kind.COMMENT: _l("What you think of our work."),
    Kind.COMPLIMENT: _l("Something or somebody did well. We pass it on."),
    Kind.PETITION: _l(
        "You ask the Senate itself to help in a matter of the state or of other agencies. It goes "
        "to the Office of the President of the Senate or to a committee."
    ),
}
CHANNEL: dict[str, LazyString] = {
    Channel.WEB: _l("This website"),
    Channel.EMAIL: _l("E-mail"),
    Channel.API: _l("Another program (API)"),
    Channel.LINE: _l("LINE"),
    Channel.TELEPHONE: _l("Telephone"),
    Channel.IN_PERSON: _l("In person"),
    Channel.PAPER: _l("Letter on paper"),
    Channel.EXECUTIVES: _l("Executives of the office"),
    Channel.FACEBOOK: _l("Facebook"),
}
REPLY_BY: dict[str, LazyString] = {
    ReplyBy.PAGE: _l("On the tracking page only"),
    ReplyBy.MAIL: _l("By e-mail"),
    ReplyBy.LINE: _l("By LINE: the person sends us the receipt code there"),
    ReplyBy.CALL: _l("By telephone: we call"),
    ReplyBy.LETTER: _l("By letter on paper"),
    ReplyBy.TEXT_RELAY: _l("Through the text relay service"),
}
STATE: dict[str, LazyString] = {
    State.RECEIVED: _l("Received"),
    State.ACKNOWLEDGED: _l("Acknowledged"),
    State.ACCEPTED: _l("Accepted"),
    State.REFERRED: _l("Sent on"),
    State.OUT_OF_MANDATE: _l("Not within our mandate"),
    State.EXAMINING: _l("Being examined"),
    State.WAITING: _l("Waiting for you"),
    State.ANSWERED: _l("Answered"),
    State.CLOSED: _l("Closed"),
    State.REOPENED: _l("Reopened"),
    State.WITHDRAWN: _l("Taken back"),
}
# What officers read where the citizen reads "you".
DESK_STATE: dict[str, LazyString] = {**STATE, State.WAITING: _l("Waiting for the citizen")}
# What each step is: the public sentence of the procedure.
STEP: dict[str, LazyString] = {
    State.RECEIVED: _l("Your message is kept as you wrote it, with a receipt code."),
    State.ACKNOWLEDGED: _l(
        "You see the receipt code, and get a letter if you gave an e-mail address. This is done by "
        "itself and is not counted as an answer."
    ),
    State.ACCEPTED: _l("An officer has found that it is for us, and says which bureau has it."),
    State.REFERRED: _l(
        "Where others have to decide, the message is sent on to them. You are told to whom, and "
        "why. If they have not said within this time how it ended, the bureau that sent it on asks "
        "them, and you read here that it did."
    ),
    State.OUT_OF_MANDATE: _l(
        "Where it is no matter of the Senate, you are told so, with the right address."
    ),
    State.EXAMINING: _l("The bureau finds out what happened and what can be done."),
    State.WAITING: _l(
        "Something is asked of you. The clock stands still until you write, and the page says so."
    ),
    State.ANSWERED: _l(
        "The answer is on the tracking page, and you are told so in the way that you chose."
    ),
    State.CLOSED: _l("You have the answer and nothing more is planned."),
    State.REOPENED: _l("You say that you were not answered. An officer takes it up again."),
    State.WITHDRAWN: _l("You took it back. Nothing more is done with it."),
}
# What the citizen may expect next, in each state.
NEXT: dict[str, LazyString] = {
    State.RECEIVED: _l("We acknowledge it at once."),
    State.ACKNOWLEDGED: _l("An officer takes it up and says whether it is for us."),
    State.ACCEPTED: _l("It is for us. The bureau that has it examines it."),
    State.REFERRED: _l(
        "Those whom we sent it to deal with it. When we hear from them, the answer is on this page."
    ),
    State.OUT_OF_MANDATE: _l(
        "It is no matter of the Senate. Read below where you can turn. If you think that it is "
        "ours, tell us on this page."
    ),
    State.EXAMINING: _l("The officer who examines it answers you on this page."),
    State.WAITING: _l("We have asked you something. Read the question below and write to us."),
    State.ANSWERED: _l("Read the answer below. If it does not answer you, tell us on this page."),
    State.CLOSED: _l("Nothing more is planned. If you were not answered, tell us on this page."),
    State.REOPENED: _l("An officer takes it up again, from your last words on."),
    State.WITHDRAWN: _l("You took it back. Nothing more is done with it."),
}
# The first line of the letter that tells of a step.
HEADLINE: dict[str, LazyString] = {
    State.ACCEPTED: _l("Your message has been accepted"),
    State.REFERRED: _l("Your message has been sent on"),
    State.OUT_OF_MANDATE: _l("Your message is for others: where you can turn"),
    State.EXAMINING: _l("Your message is being examined"),
    State.WAITING: _l("We have a question about your message"),
    State.ANSWERED: _l("Your message has been answered"),
    State.CLOSED: _l("Your message is closed"),
    State.REOPENED: _l("Your message is taken up again"),
    State.WITHDRAWN: _l("You have taken your message back"),
}
CAUSE: dict[str, LazyString] = {
    Cause.CALENDAR: _l("The days were counted anew, as days on which offices are closed changed."),
    Cause.WAITING: _l(
        "The day until which we wait for your answer has moved, as days on which offices are "
        "closed changed."
    ),
    Cause.HEARING: _l(
        "The day by which we hear from those to whom it was sent on, or ask them, has moved, as "
        "days on which offices are closed changed."
    ),
    Cause.NO_REPLY: _l("You did not write. We go on with what we know, and the clock runs again."),
    Cause.TIME_OVER: _l("Closed by itself, as you did not say that you were not answered."),
    Cause.HANDED_OVER: _l("Another bureau has it now. The clock runs on."),
    Cause.IMPROVEMENT: _l(
        "There is news of an improvement that your message led to. Read it there."
    ),
    Cause.ASKED_OTHERS: _l(
        "We asked those to whom it was sent on how far it is. When we hear from them, you read it "
        "on this page."
    ),
    Cause.PUBLISHING: _l(
        "You are asked whether your question and its answer may be published without your name. "
        "Say yes or no on the page of your message; as long as you say nothing they are not."
    ),
}
HEADLINE_OF_CAUSE: dict[str, LazyString] = {
    Cause.CALENDAR: _l("The day of your answer has moved"),
    Cause.WAITING: _l("We wait for your answer until another day"),
    Cause.HEARING: _l("The day by which we hear from others has moved"),
    Cause.HANDED_OVER: _l("Another bureau has your message now"),
    Cause.IMPROVEMENT: _l("News of an improvement that your message led to"),
    Cause.ASKED_OTHERS: _l("We asked those to whom your message was sent on"),
    Cause.PUBLISHING: _l("May your question be published?"),
}
STANDARD_FAULT: dict[StandardFault, LazyString] = {
    StandardFault.NOT_LATER: _l(
        "Choose a later day: a standard begins after today, and after the newest one."
    ),
    StandardFault.OUT_OF_RANGE: _l("Write numbers of working days from 1 to 60."),
    StandardFault.OUT_OF_ORDER: _l(
        "The reminder must come before the answer's limit, the decision no later than it, and very "
        "late after it."
    ),
}


def headline(step: ComplaintStep) -> str:
    """The subject of the letter that tells of a step."""
    return str(HEADLINE_OF_CAUSE.get(step.cause) or HEADLINE[step.state])


def news(step: ComplaintStep) -> str:
    """What a letter says of a step, in one or two sentences."""
    return str(CAUSE[step.cause] if step.cause else NEXT[step.state])


def bureau_name(key: str) -> str:
    """A bureau's or a desk address's name: in Thai as it is official, in English our own."""
    if key == SECRETARY_GENERAL:
        return _("The Secretary-General (very late answers)")
    name = Bureau(key).official
    return name.th if language() == "th" else name.en
