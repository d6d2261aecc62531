"""What the page of one message shows beside the message itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.complaints.models import Complaint, Correspondence, Merge, TemplateVersion
from webapp.complaints.rules.naming import Named
from webapp.complaints.service.barring import suggested_bars
from webapp.complaints.service.correspondence import correspondence_of
from webapp.complaints.service.leading import merge_of, merges_under
from webapp.complaints.service.templates import templates_for


@dataclass(frozen=True)
class Beside:
    """What it follows and what follows it, who may be named, its numbers, fitting templates."""

    follows: Merge | None
    followers: Sequence[Merge]
    suggested: dict[int, Named]
    numbers: Sequence[Correspondence]
    templates: Sequence[TemplateVersion]
    answered: bool


def beside(complaint: Complaint) -> Beside:
    """What stands beside a message at the desk."""
    return Beside(
        follows=merge_of(complaint.id),
        followers=merges_under(complaint.id),
        suggested=suggested_bars(complaint),
        numbers=correspondence_of(complaint.id),
        templates=templates_for(complaint),
        answered=any(message.is_from_office for message in complaint.messages),
    )
