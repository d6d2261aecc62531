"""The desk's pages of complaints, all of them behind the staff gate."""

from flask import Blueprint, request

from webapp.accounts import service as accounts
from webapp.complaints import desk_wording, service, wording
from webapp.shared.languages import marked

bp = Blueprint("complaints_staff", __name__, url_prefix="/staff/complaints")
bp.before_request(accounts.require_staff)


@bp.before_request
def refuse_barred() -> None:
    """Whatever page is asked for of a message: whom it names finds none. Raises `NotFound`."""
    complaint_id = (request.view_args or {}).get("complaint_id")
    if complaint_id is not None:
        service.refuse_barred(complaint_id, accounts.staff_id())


# No id is larger; a longer number is an unknown page rather than a fault of the database.
NUMBER = "int(max=2147483647)"


@bp.context_processor
def words() -> dict[str, object]:
    return {"wording": wording, "desk_wording": desk_wording, "name_of": marked(accounts.name_of)}
