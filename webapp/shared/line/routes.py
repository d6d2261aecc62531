"""LINE's webhook: one for all features that people reach by LINE."""

from flask import Blueprint, abort, current_app, request

from webapp.extensions import csrf, db, limiter
from webapp.shared import line
from webapp.shared.line import ForgedMessage, LineEvent
from webapp.shared.line.hearing import hear
from webapp.shared.settings import settings

bp = Blueprint("line", __name__)

_MOST_BYTES = 1_000_000


# The second is the address that was published first.
@bp.post("/line")
@bp.post("/following/line")
@csrf.exempt
@limiter.exempt
def hear_line() -> tuple[str, int]:
    """What people did with our LINE account. The signature is the proof; there is no session."""
    if not line.is_set(settings()):
        abort(404)
    if (request.content_length or 0) > _MOST_BYTES:
        abort(413)
    try:
        signature = request.headers.get("X-Line-Signature", "")
        events = line.read_events(settings(), request.get_data(), signature)
    except ForgedMessage:
        abort(403)
    # Each by itself: LINE tells all of them again where one could not be heard.
    heard = [_is_heard(event) for event in events]
    return "", 200 if all(heard) else 503


def _is_heard(event: LineEvent) -> bool:
    try:
        hear(event)
    except Exception:
        current_app.logger.exception("LINE event %s", event.key)
        db.session.rollback()
        return False
    return True
