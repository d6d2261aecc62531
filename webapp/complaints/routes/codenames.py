"""Opening an anonymous message by its codename; who guesses waits, longer each time."""

from flask import current_app, make_response, render_template, request
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from webapp.complaints import service
from webapp.complaints.forms import CodenameForm
from webapp.complaints.routes.blueprint import bp, visit
from webapp.complaints.routes.tracking import go_on
from webapp.complaints.rules.guessing import SLOWED_BY
from webapp.extensions import limiter
from webapp.shared import clock

OPEN = "complaints.open_codename"


@bp.context_processor
def waiting() -> dict[str, object]:
    return {"waiting_ticket": new_ticket}


@bp.route("/track/codename", methods=["GET", "POST"])
def open_codename() -> str | Response:
    form = CodenameForm()
    try:
        complaint = _found(form) if form.validate_on_submit() else None
    except service.GuessedTooOften as held:
        return _held_up(form, held)
    if complaint is None:
        return _page(form)
    visit.open_case(complaint.id)
    return go_on(complaint, form)


def _found(form: CodenameForm) -> service.Complaint | None:
    try:
        return opened(form.codename.data or "", form.ticket.data or "")
    except service.CodenameMistyped as mistyped:
        form.refuse(mistyped)
    except service.UnknownCodename:
        form.codename.errors = [no_such_codename()]
    except service.WaitFirst:
        form.ticket.data = new_ticket()
        form.form_errors.append(wait_first())
    return None


def opened(typed: str, ticket: str) -> service.Complaint:
    """The message of a codename, on the page or for a program. Raises as
    `service.open_by_codename`."""
    if not limiter.enabled:
        return service.find_by_codename(typed, _secret())
    return service.open_by_codename(typed, request.remote_addr or "", ticket, _secret())


def new_ticket() -> str:
    """What tells later since when somebody waits."""
    return service.waiting_ticket(_secret())


def no_such_codename() -> str:
    """That a codename opens nothing, and what to do."""
    return _(
        "No message has this codename. Compare each word and their order with what you wrote down, "
        "and try again."
    )


def wait_first() -> str:
    """That all have to wait a little, as many guess."""
    return _(
        "Many wrong codenames are being tried just now. Wait %(count)s seconds, then open "
        "again. What you typed is still here.",
        count=SLOWED_BY.seconds,
    )


def held_up(held: service.GuessedTooOften) -> str:
    """How long a network waits from which too many wrong ones came."""
    return ngettext(
        "Too many wrong codenames were tried from your network, so that nobody can guess one. "
        "Wait %(num)d minute, then try again. Your words are still here.",
        "Too many wrong codenames were tried from your network, so that nobody can guess one. "
        "Wait %(num)d minutes, then try again. Your words are still here.",
        -(-seconds_left(held) // 60),
    )


def seconds_left(held: service.GuessedTooOften) -> int:
    """For how long a network waits yet."""
    return max(1, int((held.until - clock.now()).total_seconds()))


def _held_up(form: CodenameForm, held: service.GuessedTooOften) -> Response:
    """The page, with what was typed, for a network from which too many wrong ones came."""
    form.form_errors.append(held_up(held))
    response = make_response(_page(form), 429)
    response.headers["Retry-After"] = str(seconds_left(held))
    return response


def _secret() -> str:
    return str(current_app.config["SECRET_KEY"])


def _page(form: CodenameForm) -> str:
    return render_template("complaints/open_codename.html", form=form)


def codename_again(message: str) -> str:
    """The form with what was typed, after it was stopped; `message` says why."""
    form = CodenameForm()
    form.form_errors.append(message)
    return _page(form)
