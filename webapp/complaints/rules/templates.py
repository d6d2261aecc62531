"""Templates of answers: their named fields, and which are offered for a message.

A field is a name in braces, such as `{due_on}` or `{วันนัด}`. Those of CASE_FIELDS are filled from
the message, without asking; none of them is a person's name, so that nothing is sent to somebody
under a wrong one. Every other field is asked of the officer.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

_FIELD = re.compile(r"\{([^{}\n]{1,60})\}")


class Use(StrEnum):
    """What a template's text is for."""

    ANSWER = "answer"
    ASK = "ask"
    REFER = "refer"
    DECLINE = "decline"


# Filled from the message.
CASE_FIELDS = ("number", "kind", "subject", "received_on", "due_on", "bureau", "today")


def fields_of(text: str) -> list[str]:
    """The names of the fields in a text, each once, in the order in which they come."""
    return list(dict.fromkeys(name.strip() for name in _FIELD.findall(text)))


def asked_fields(text: str) -> list[str]:
    """The fields that an officer is asked for."""
    return [name for name in fields_of(text) if name not in CASE_FIELDS]


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with its fields filled in; one without a value stays, so that it is seen."""
    return _FIELD.sub(lambda found: values.get(found[1].strip()) or found[0], text)


def fit(kind: str, subject: str, case_kind: str, case_text: str) -> int | None:
    """How well a template of `kind` and `subject` fits a message; None where it does not.

    2 where its subject's words stand in the message, 1 where it is of the message's kind, 0 where
    it is for every message.
    """
    if kind and kind != case_kind:
        return None
    words = subject.casefold().split()
    if words:
        return 2 if all(word in case_text.casefold() for word in words) else None
    return 1 if kind else 0
