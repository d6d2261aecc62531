"""How long a draft is kept, and which questions its form asks, one on a page.

Personal Data Protection Act B.E. 2562 s.37(3): what is no longer needed is deleted. The days are
those that the form and the privacy page tell.
"""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum

from webapp.complaints.rules.identity import Identity

# Since the last change: where the person asked for it, and where it only carries words from page
# to page.
KEPT_FOR, CARRIED_FOR = timedelta(days=30), timedelta(days=1)
# What is typed or chosen, by the names of the form's fields; `token` tells one form from another.
TYPED = ("kind", "subject", "message", "identity", "name", "email", "token")


class Question(StrEnum):
    """One page of the form that asks one question a page."""

    KIND = "kind"
    SUBJECT = "subject"
    MESSAGE = "message"
    IDENTITY = "identity"
    REACH = "reach"


# The fields of the form that each page asks for.
FIELDS: dict[Question, tuple[str, ...]] = {
    Question.KIND: ("kind",),
    Question.SUBJECT: ("subject",),
    Question.MESSAGE: ("message", "kept", "attachments"),
    Question.IDENTITY: ("identity",),
    Question.REACH: ("name", "email"),
}


def lasts(is_kept: bool) -> timedelta:
    """How long after its last change a draft is deleted."""
    return KEPT_FOR if is_kept else CARRIED_FOR


def questions(typed: Mapping[str, str]) -> list[Question]:
    """The questions in their order; who is anonymous is not asked for a name and an address.

    Where both are there already they are asked all the same: they have to be taken out.
    """
    known = typed.get("name", "").strip() or typed.get("email", "").strip()
    if typed.get("identity") == Identity.ANONYMOUS and not known:
        return [question for question in Question if question is not Question.REACH]
    return list(Question)


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
