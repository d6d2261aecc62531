"""What others asked that is like a message: beside the form when asked for, and on the receipt."""

from collections.abc import Sequence

from webapp.complaints import service
from webapp.complaints.forms import ComplaintForm
from webapp.complaints.routes.blueprint import bp
from webapp.complaints.service import similar

# The value of the form's second button, which shows similar cases and sends nothing.
LOOK = "similar"


@bp.context_processor
def words_of_similar() -> dict[str, object]:
    return {"similar_to": _similar_to, "LOOK": LOOK}


def _similar_to(complaint: service.Complaint) -> Sequence[service.PublishedCase]:
    return similar.similar_cases(complaint.subject, complaint.words)


def beside(form: ComplaintForm) -> Sequence[service.PublishedCase]:
    """The cases like what is typed in the form; files are to be chosen again, as after any page."""
    form.ask_for_files_again()
    return like(form)


def like(form: ComplaintForm) -> Sequence[service.PublishedCase]:
    """The cases like what is typed in the form."""
    return similar.similar_cases(form.subject.data or "", form.message.data or "")
