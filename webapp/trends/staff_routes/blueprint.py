"""The blueprint of the pages of trends, and what all of them show."""

from flask import Blueprint

from webapp.accounts import service as accounts
from webapp.shared.languages import marked
from webapp.trends import wording

NUMBER = "int(max=2147483647)"
bp = Blueprint("trends_staff", __name__, url_prefix="/staff/trends")
accounts.guard_staff_pages(bp)


@bp.context_processor
def words() -> dict[str, object]:
    return {"wording": wording, "name_of": marked(accounts.name_of)}
