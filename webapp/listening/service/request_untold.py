"""What an officer is to tell who asked for another form, as no letter does; in a transaction."""

from datetime import datetime

from webapp.listening.models.requests import FormRequest
from webapp.shared import clock


def leave_to_officers(request: FormRequest) -> None:
    """Have an officer tell what a letter cannot: an answer is none until it is told."""
    request.untold_since = request.untold_since or clock.now()
    if not request.is_open and request.replies:
        request.replies[-1].told_at = None


def note_as_told(request: FormRequest, moment: datetime) -> None:
    """Note that the person knows since `moment`; nothing where nothing waited to be told."""
    if request.untold_since is None:
        return
    request.untold_since = None
    if not request.is_open and request.replies:
        request.replies[-1].told_at = moment
