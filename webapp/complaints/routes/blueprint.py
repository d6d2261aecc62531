"""The public pages of complaints, and what this browser may see of a message."""

from flask import Blueprint

from webapp.complaints import service, wording
from webapp.shared.visit import Visit

bp = Blueprint("complaints", __name__, url_prefix="/complaints")
visit = Visit("complaint")


@bp.context_processor
def words() -> dict[str, object]:
    return {"wording": wording, "standard": service.present_standard()}
