"""The page at which everything is stopped that one message brought."""

from collections.abc import Sequence

from flask import Blueprint, render_template, request

from webapp.extensions import csrf, limiter
from webapp.following import service
from webapp.following.service import Subscription
from webapp.shared.languages import language
from webapp.shared.settings import settings

bp = Blueprint("following_messages", __name__, url_prefix="/following/message")


@bp.route("/<token>/stop", methods=["GET", "POST"])
@csrf.exempt
@limiter.exempt
def stop_message(token: str) -> str | tuple[str, int]:
    """Stop on POST, from the page or by a mail program's own button (RFC 8058).

    The token in the address is the proof; a mail program has no CSRF token to send. Mail providers
    send the clicks of many people from few addresses, so these are not counted by address.
    """
    secret = settings().SECRET_KEY
    try:
        if request.method == "POST":
            stopped = _names(service.stop_brought_by(token, secret))
            return render_template("following_messages/_message_stopped.html", names=stopped)
        names = _names(service.brought_by(token, secret))
    except service.LinkOver:
        return render_template("following/_link_over.html"), 404
    return render_template("following_messages/stop_message.html", names=names)


def _names(subscriptions: Sequence[Subscription]) -> list[str]:
    return [service.subject_name(one.subject, language()) for one in subscriptions]
