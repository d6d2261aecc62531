"""How long a draft is kept, and which questions its form asks, one on a page.

Personal Data Protection Act B.E. 2562 s.37(3): what is no longer needed is deleted. The days are
those that the form and the privacy page tell.
"""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum

from webapp.complaints.rules.channels import TOLD_BY_STAFF, ReplyBy
from webapp.complaints.rules.identity import Identity

# Since the last change: where the person asked for it, and where it only carries words from page
# to page.
KEPT_FOR, CARRIED_FOR = timedelta(days=30), timedelta(days=1)
# What is typed or chosen, by the names of the form's fields; `token` tells one form from another.
TYPED = (
    "kind", "subject", "message", "identity", "name", "reply_by", "email", "contact", "publish",
    "token",
)  # fmt: skip


class Question(StrEnum):
    """One page of the form that asks one question a page."""

    KIND = "kind"
    SUBJECT = "subject"
    MESSAGE = "message"
    IDENTITY = "identity"
    REACH = "reach"
    CONTACT = "contact"
    PUBLISH = "publish"


# The fields of the form that each page asks for.
FIELDS: dict[Question, tuple[str, ...]] = {
    Question.KIND: ("kind",),
    Question.SUBJECT: ("subject",),
    Question.MESSAGE: ("message", "kept", "attachments"),
    Question.IDENTITY: ("identity",),
    Question.REACH: ("name", "reply_by", "email"),
    Question.CONTACT: ("contact",),
    Question.PUBLISH: ("publish",),
}


def lasts(is_kept: bool) -> timedelta:
    """How long after its last change a draft is deleted."""
    return KEPT_FOR if is_kept else CARRIED_FOR


def questions(typed: Mapping[str, str]) -> list[Question]:
    """The questions in their order; who is anonymous is not asked for a name and an address, and
    who is not to be called or written to for no number.

    What is there already is asked for all the same: it has to be taken out.
    """
    way = typed.get("reply_by", "")
    known = _there(typed, "name") or _there(typed, "email") or way not in ("", ReplyBy.PAGE)
    left_out = set()
    if typed.get("identity") == Identity.ANONYMOUS and not known:
        left_out.add(Question.REACH)
    if way not in TOLD_BY_STAFF and not _there(typed, "contact"):
        left_out.add(Question.CONTACT)
    return [question for question in Question if question not in left_out]


def _there(typed: Mapping[str, str], name: str) -> bool:
    return bool(typed.get(name, "").strip())


def before(question: Question, typed: Mapping[str, str]) -> Question | None:
    """The question before this one; None before the first."""
    asked = questions(typed)
    place = asked.index(question) if question in asked else len(asked)
    return asked[place - 1] if place else None


def after(question: Question, typed: Mapping[str, str]) -> Question | None:
    """The question after this one; None after the last, where the answers are looked through."""
    asked = questions(typed)
    place = asked.index(question) if question in asked else len(asked)
    return asked[place + 1] if place + 1 < len(asked) else None


def asked_on(fields: set[str]) -> Question:
    """The first question that asks for one of these fields of the form."""
    return next((one for one in Question if fields & {*FIELDS[one]}), Question.KIND)
