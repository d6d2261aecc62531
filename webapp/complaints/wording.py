"""Kinds, states and refusals in the words that people read."""

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from webapp.complaints.rules.attachments import Fault, FileRefused
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.rules.states import State

KIND: dict[str, LazyString] = {
    Kind.COMPLAINT: _l("Complaint"),
    Kind.SUGGESTION: _l("Suggestion"),
    Kind.COMMENT: _l("Comment"),
    Kind.COMPLIMENT: _l("Compliment"),
}
KIND_HINT: dict[str, LazyString] = {
    Kind.COMPLAINT: _l("Something went wrong, or somebody treated you badly."),
    Kind.SUGGESTION: _l("Something could be done better, and you know how."),
    Kind.COMMENT: _l("What you think of our work."),
    Kind.COMPLIMENT: _l("Something or somebody did well. We pass it on."),
}
STATE: dict[str, LazyString] = {
    State.RECEIVED: _l("Received"),
    State.ACKNOWLEDGED: _l("Acknowledged"),
    State.EXAMINING: _l("Being examined"),
    State.REFERRED: _l("Sent on"),
    State.ANSWERED: _l("Answered"),
    State.CLOSED: _l("Closed"),
    State.REOPENED: _l("Reopened"),
}
# What the citizen may expect next, in each state.
NEXT: dict[str, LazyString] = {
    State.RECEIVED: _l("We acknowledge it at once."),
    State.ACKNOWLEDGED: _l("An officer takes it up and examines it."),
    State.EXAMINING: _l("The officer who examines it answers you on this page."),
    State.REFERRED: _l(
        "Those whom we sent it to deal with it. When we hear from them, the answer is on this page."
    ),
    State.ANSWERED: _l("Read the answer below. If it does not answer you, tell us on this page."),
    State.CLOSED: _l("Nothing more is planned. If you were not answered, tell us on this page."),
    State.REOPENED: _l("An officer takes it up again, from your last words on."),
}


def fault(refusal: FileRefused) -> str:
    """Why a file was not taken, and what to do."""
    if refusal.fault is Fault.TOO_MANY:
        return _("Choose three files at most.")
    if refusal.fault is Fault.TOO_LARGE_TOGETHER:
        return _("The files together are larger than 20 MB. Choose fewer or smaller files.")
    if refusal.fault is Fault.TOO_LARGE:
        return _(
            "The file %(name)s is larger than 10 MB. Choose a smaller file, or send without it and "
            "say so in the message.",
            name=refusal.name,
        )
    if refusal.fault is Fault.EMPTY:
        return _("The file %(name)s is empty. Choose another file.", name=refusal.name)
    return _(
        "The file %(name)s is of a kind that we cannot take. Choose a PDF, a Word document (docx), "
        "a text file (txt, csv), a picture (jpg, png, heic) or a sound file (mp3, m4a, ogg, wav).",
        name=refusal.name,
    )
