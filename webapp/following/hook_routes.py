"""What mail providers tell us of letters that came back, proved by a signature over it."""

import hashlib
import hmac
import json

from flask import Blueprint, Response, abort, request

from webapp.complaints import service as complaints
from webapp.extensions import csrf, limiter
from webapp.following import service
from webapp.shared import mail
from webapp.shared.mail import Bounce
from webapp.shared.settings import settings

bp = Blueprint("following_hooks", __name__, url_prefix="/following")

_MOST_BYTES = 1_000_000


@bp.post("/bounces")
@csrf.exempt
@limiter.exempt
def hear_bounces() -> tuple[Response | str, int]:
    """Letters that came back, from a mail provider: a report as a mail server writes it
    (`message/rfc822`), or JSON. Signed: `X-Signature: sha256=` and the HMAC of the body."""
    if not settings().BOUNCE_SECRET:
        abort(404)
    if (request.content_length or 0) > _MOST_BYTES:
        abort(413)
    body = request.get_data()
    if not _is_signed(body):
        abort(403)
    for bounce in _bounces(body):
        if not complaints.note_bounce(bounce):
            service.note_bounce(bounce)
    return "", 204


def _is_signed(body: bytes) -> bool:
    digest = hmac.new(settings().BOUNCE_SECRET.encode(), body, hashlib.sha256).hexdigest()
    given = request.headers.get("X-Signature", "")
    return hmac.compare_digest(given.encode(), f"sha256={digest}".encode())


def _bounces(body: bytes) -> list[Bounce]:
    if request.mimetype != "application/json":
        return mail.read_bounces(body)
    try:
        told = json.loads(body)
        return [
            Bounce(
                message_id=str(one["message_id"]),
                recipient=str(one.get("recipient", "")),
                hard=mail.is_for_good(str(one["status"])),
                status=str(one["status"])[:20],
                reason=str(one.get("reason", ""))[:300],
            )
            for one in told
        ]
    except (ValueError, KeyError, TypeError, AttributeError):
        abort(400)
