"""Stopping from a message, by its link or by the mail program's own button."""

from flask import render_template, request

from webapp.extensions import csrf, limiter
from webapp.following import asked, service
from webapp.following.routes.blueprint import Answer, bp, secret
from webapp.following.service import Scope
from webapp.shared.languages import language


@bp.route("/stop/<token>", methods=["GET", "POST"])
@csrf.exempt
@limiter.exempt
def stop(token: str) -> Answer:
    """Stop on POST, from the page or by a mail program's own button (RFC 8058).

    The token in the address is the proof; a mail program has no CSRF token to send. Mail providers
    send the clicks of many people from few addresses, so these are not counted by address.
    """
    try:
        if request.method == "POST":
            subject = service.stop(token, secret()).subject
            page = "following/_stopped.html"
        else:
            subject = service.opened(token, Scope.STOP, secret()).subject
            page = "following/stop.html"
    except service.LinkOver:
        return render_template("following/_link_over.html"), 404
    name = service.subject_name(subject, language())
    return render_template(page, name=name, page=asked.page_of(subject))
