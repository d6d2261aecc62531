"""The officers' pages of needs, closed to who is barred from what a need was taken from."""

from flask import Blueprint, current_app, request

from webapp.accounts import service as accounts
from webapp.needs import service, wording
from webapp.shared.languages import marked
from webapp.shared.visit import Visit

bp = Blueprint("needs_staff", __name__, url_prefix="/staff/needs")
accounts.guard_staff_pages(bp)
NUMBER = "int(max=2147483647)"
# The receipt code that the officer hands on to the person, until it has been shown.
handed_on = Visit("need_entered")


@bp.before_request
def refuse_barred() -> None:
    """A need taken from a message about the officer is none to this person. Raises `NotFound`."""
    need_id = (request.view_args or {}).get("need_id")
    if need_id is not None and need_id in service.hidden_needs(accounts.staff_id()):
        raise service.NeedNotFound


@bp.context_processor
def words() -> dict[str, object]:
    return {"wording": wording, "name_of": marked(accounts.name_of)}


def secret() -> str:
    return str(current_app.config["SECRET_KEY"])
