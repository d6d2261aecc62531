"""What other machines tell us: LINE of those who write to our account, mail providers of letters
that came back. Each proves itself by a signature over what it says."""

import hashlib
import hmac
import json

from flask import Blueprint, Response, abort, current_app, request

from webapp.extensions import csrf, limiter
from webapp.following import service
from webapp.following.messages import answers
from webapp.following.service import Channel, LinkOver
from webapp.shared import line, mail
from webapp.shared.line import ForgedMessage, LineEvent
from webapp.shared.mail import Bounce
from webapp.shared.sending import NotTaken
from webapp.shared.settings import settings

bp = Blueprint("following_hooks", __name__, url_prefix="/following")

_MOST_BYTES = 1_000_000


@bp.post("/line")
@csrf.exempt
@limiter.exempt
def hear_line() -> tuple[str, int]:
    """What people did with our LINE account. The signature is the proof; there is no session."""
    if not line.is_set(settings()):
        abort(404)
    try:
        signature = request.headers.get("X-Line-Signature", "")
        events = line.read_events(settings(), request.get_data(), signature)
    except ForgedMessage:
        abort(403)
    for event in events:
        _hear(event)
    return "", 200


def _hear(event: LineEvent) -> None:
    known = service.follower_of_line(event.user)
    if event.kind == "unfollow":
        if known is not None:
            service.leave(known, Channel.LINE)
        return
    try:
        subscription = service.join_line(event.text, event.user)
        words = answers.joined(subscription)
    except LinkOver:
        words = answers.help_of(known, event.text)
    try:
        line.reply(settings(), event.reply_token, words)
    except NotTaken as trouble:
        # The person is joined all the same; the answer was a courtesy.
        current_app.logger.warning("%s", trouble)


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
