"""The desk's pages of complaints, all of them behind the staff gate."""

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.complaints import desk_wording, service, wording
from webapp.shared.languages import marked

bp = Blueprint("complaints_staff", __name__, url_prefix="/staff/complaints")
accounts.guard_staff_pages(bp)


@bp.before_request
def refuse_barred() -> None:
    """Whatever page is asked for of a message: whom it names finds none. Raises `NotFound`."""
    complaint_id = (request.view_args or {}).get("complaint_id")
    if complaint_id is not None:
        service.refuse_barred(complaint_id, accounts.staff_id())


# No id is larger; a longer number is an unknown page rather than a fault of the database.
NUMBER = "int(max=2147483647)"


def to_case(complaint_id: int) -> Response:
    """On to a message; to the queue where what was just done keeps this officer away from it."""
    if complaint_id in service.barred_ids(accounts.staff_id()):
        return redirect(url_for("complaints_staff.list_complaints"))
    return redirect(url_for("complaints_staff.show_complaint", complaint_id=complaint_id))


@bp.context_processor
def words() -> dict[str, object]:
    return {"wording": wording, "desk_wording": desk_wording, "name_of": marked(accounts.name_of)}
