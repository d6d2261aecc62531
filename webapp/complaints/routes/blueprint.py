"""The public pages of complaints, and what this browser may see of a message."""

from flask import Blueprint

from webapp.complaints import letter_wording, service, wording
from webapp.shared.uploads.vault import site_vault
from webapp.shared.uploads.wording import file_news
from webapp.shared.visit import Visit

bp = Blueprint("complaints", __name__, url_prefix="/complaints")
visit = Visit("complaint")


def vault() -> service.Vault:
    """Where citizens' files are kept."""
    return site_vault()


@bp.context_processor
def words() -> dict[str, object]:
    # Asked only by a page that says it: a form must come back while the database is away.
    return {
        "wording": wording,
        "letter_wording": letter_wording,
        "file_news": file_news,
        "present_standard": service.present_standard,
    }
