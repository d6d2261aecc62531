"""The desk's pages of complaints, all of them behind the staff gate."""

from flask import Blueprint

from webapp.accounts import service as accounts
from webapp.complaints import wording

bp = Blueprint("complaints_staff", __name__, url_prefix="/staff/complaints")
bp.before_request(accounts.require_staff)
# No id is larger; a longer number is an unknown page rather than a fault of the database.
NUMBER = "int(max=2147483647)"


@bp.context_processor
def words() -> dict[str, object]:
    return {"wording": wording, "name_of": accounts.name_of}
