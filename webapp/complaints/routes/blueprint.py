"""The public pages of complaints, and what this browser may see of a message."""

from flask import Blueprint, current_app

from webapp.complaints import service, wording
from webapp.shared.visit import Visit

bp = Blueprint("complaints", __name__, url_prefix="/complaints")
visit = Visit("complaint")


def vault() -> service.Vault:
    """Where citizens' files are kept."""
    keys = current_app.extensions["field_keys"]
    return service.Vault(current_app.extensions["settings"].upload_dir, keys)


@bp.context_processor
def words() -> dict[str, object]:
    # Asked only by a page that says it: a form must come back while the database is away.
    return {"wording": wording, "present_standard": service.present_standard}
