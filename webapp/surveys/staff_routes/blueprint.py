"""The officers' pages' common ground: the blueprint and its addresses."""

from flask import Blueprint, current_app

from webapp.accounts import service as accounts
from webapp.surveys import wording

bp = Blueprint("surveys_staff", __name__, url_prefix="/staff/surveys")
accounts.guard_staff_pages(bp)
NUMBER = "int(max=2147483647)"
ONE = f"/<{NUMBER}:survey_id>"


@bp.context_processor
def words() -> dict[str, object]:
    return {"wording": wording}


def secret() -> str:
    """What keyed hashes and signed links are made with."""
    return str(current_app.config["SECRET_KEY"])


def number(text: str) -> int:
    """The id that an address has; 0 where it has none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
