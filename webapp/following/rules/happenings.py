"""What happened, before anybody is told: the same for what is announced and for what is past."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from webapp.following.rules.wishes import NewsKind

# One of each family of forms is news, not every file of it: sound, book, braille, large print.
AUDIO_FORMS = ("mp3", "daisy")
NEWS_FORMS = (*AUDIO_FORMS, "brf", "large-print")

# Among the details of what happened long ago: it is news to those alone who follow its bill.
LATE = "late"


@dataclass(frozen=True)
class Happening:
    """One event. `fact` names it once and for all; ids are database ids; `actor_id` is the account
    of whoever did it."""

    fact: str
    kind: NewsKind
    on: date | None = None
    actor_id: int | None = None
    bill_id: int | None = None
    step_id: int | None = None
    vote_id: int | None = None
    document_id: int | None = None
    version_id: int | None = None
    complaint_id: int | None = None
    details: Mapping[str, str] = field(default_factory=dict, hash=False)


def forms_in(happening: Happening) -> list[str]:
    """The kinds of form that news of new forms tells of; none for other news."""
    return happening.details.get("form", "").split()


def step_fact(step_id: int) -> str:
    """The name of a step as an event."""
    return f"step:{step_id}"
