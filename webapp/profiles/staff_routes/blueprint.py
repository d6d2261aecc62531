"""The blueprint of the pages of groups and profiles, and what all of them show."""

from flask import Blueprint

from webapp.accounts import service as accounts
from webapp.profiles import wording
from webapp.shared.languages import marked

bp = Blueprint("profiles_staff", __name__, url_prefix="/staff/profiles")
accounts.guard_staff_pages(bp)


@bp.context_processor
def words() -> dict[str, object]:
    return {"wording": wording, "name_of": marked(accounts.name_of)}
