"""The blueprint of the officers' pages of improvements, and what all of them show."""

from flask import Blueprint, request

from webapp.accounts import service as accounts
from webapp.improvement import wording
from webapp.shared.languages import marked

bp = Blueprint("improvement_staff", __name__, url_prefix="/staff/improvements")
accounts.guard_staff_pages(bp)


@bp.context_processor
def words() -> dict[str, object]:
    return {
        "wording": wording,
        "name_of": marked(accounts.name_of),
        "is_on_board": accounts.is_on_board(),
    }


def asked(name: str) -> int:
    """A number in the address; 0 for what is none."""
    number = request.args.get(name, "")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0
