"""A form that could not be taken comes back with all that was typed, ready to be sent again."""

from collections.abc import Callable

from flask import Blueprint, current_app, request
from flask_babel import gettext as _
from flask_limiter.errors import RateLimitExceeded
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.wrappers import Response
from wtforms import Field, Form

from webapp.shared import error_pages
from webapp.shared.errors import ServiceError

Answer = tuple[str, int] | Response


def refuse_form(form: Form, message: str, file: Field) -> None:
    """Put `message` at the top of a form that comes back, and at `file` that it is chosen anew.

    No browser sends a file a second time by itself.
    """
    form.form_errors.append(message)
    if file.data:
        file.errors = [_("Choose the file again: it was not kept.")]


def pass_the_doors(blueprint: str | None) -> None:
    """Ask what guards the pages of a blueprint, by its name, before a form is shown again that was
    refused earlier than it asks. Raises what the doors raise: `ServiceError`s."""
    for door in current_app.before_request_funcs.get(blueprint, ()):
        door()


def _kept_out(blueprint: str) -> Answer | None:
    """What they see whom the doors of a blueprint keep out; None for all others."""
    try:
        pass_the_doors(blueprint)
    except ServiceError as refusal:
        answer: Answer = current_app.handle_user_exception(refusal)  # type: ignore[assignment]
        return answer
    return None


def keep_typed(
    bp: Blueprint,
    forms: dict[str, Callable[[str], str]],
    expired: Callable[[CSRFError], Answer] = error_pages.show_expired_form,
) -> None:
    """Let the forms of `bp` outlive a token that is too old, a limit, and a database that is away.

    `forms`: by endpoint, what renders the form again with a message at its top. Whom the doors of
    `bp` keep out sees nothing of it. `expired`: what answers any other form with an old token.
    """

    def again(message: str, status: int) -> Answer | None:
        show_again = forms.get(request.endpoint or "")
        if show_again is None or request.method != "POST":
            return None
        return _kept_out(bp.name) or (show_again(message), status)

    @bp.errorhandler(CSRFError)
    def keep_after_expiry(error: CSRFError) -> Answer:
        message = _(
            "The form was open for too long, so nothing was sent. Look through it and send."
        )
        return again(message, 400) or expired(error)

    @bp.errorhandler(RateLimitExceeded)
    def keep_after_too_many(error: RateLimitExceeded) -> Answer:
        message = _("Too many messages came from your network. Wait some minutes, then send again.")
        return again(message, 429) or error_pages.show_http_error(error)

    @bp.errorhandler(OperationalError)
    def keep_while_database_is_away(error: OperationalError) -> Answer:
        message = _("We could not keep your message just now. Wait some minutes, then send again.")
        try:
            kept = again(message, 503)
        except OperationalError:
            # The form itself is made from what the database holds.
            kept = None
        if kept is None:
            return error_pages.show_database_away(error)
        current_app.logger.error("what was sent could not be kept: %s", error.orig)
        return kept
