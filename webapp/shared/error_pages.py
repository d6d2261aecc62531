"""The one place where an error becomes a page."""

from flask import Flask, current_app, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from webapp.extensions import login_manager
from webapp.shared.errors import NotAllowed, NotFound, NotReady, NotSignedIn, Refused, ServiceError

STATUS = {NotFound: 404, NotAllowed: 403, Refused: 409, NotReady: 503}
PAGES = {400, 403, 404, 405, 409, 413, 429}
TOLD = ("Allow", "Content-Range", "Retry-After")
# Hidden fields that nobody typed.
NOT_TYPED = {"csrf_token", "made_for", "unsent"}
Answer = tuple[str, int] | Response


def init_app(app: Flask) -> None:
    """Register the pages for refusals, HTTP errors and a database that is away."""
    app.register_error_handler(ServiceError, refuse)
    app.register_error_handler(CSRFError, show_expired_form)
    app.register_error_handler(HTTPException, show_http_error)
    app.register_error_handler(OperationalError, show_database_away)


def refuse(error: ServiceError) -> Answer:
    if isinstance(error, NotSignedIn):
        return login_manager.unauthorized()
    return error_page(next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS))


def show_expired_form(error: CSRFError) -> Answer:
    """The form was open for too long; what was typed is shown so that it can be kept."""
    typed = [
        (name, value)
        for name, value in request.form.items(multi=True)
        if name not in NOT_TYPED and "password" not in name and value.strip()
    ]
    return render_template("errors/expired_form.html", typed=typed), 400


def show_http_error(error: HTTPException) -> Answer:
    if error.code is None or error.code < 400:
        return error.get_response()
    answer = make_response(error_page(error.code))
    # What may be asked instead, how long the file is, how long to wait: programs go by these.
    own = error.get_response().headers
    answer.headers.update({name: own[name] for name in TOLD if name in own})
    return answer


def show_database_away(error: OperationalError) -> Answer:
    current_app.logger.error("the database did not answer: %s", error.orig)
    return error_page(503)


def error_page(status: int) -> Answer:
    if status >= 500:
        # A plain file: rendering a template loads the signed-in person, so it needs
        # the database, which may be the very thing that is down.
        with current_app.open_resource("static/broken.html", "rt", encoding="utf-8") as page:
            return page.read(), status
    return render_template(f"errors/{status if status in PAGES else 'other'}.html"), status
