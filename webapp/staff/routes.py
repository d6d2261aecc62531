"""The desk's own pages."""

from flask import Blueprint, render_template

from webapp.accounts import service as accounts
from webapp.shared.pagination import Page, page_number
from webapp.staff import service

PER_PAGE = 50

bp = Blueprint("staff", __name__, url_prefix="/staff")
bp.before_request(accounts.require_staff)


@bp.get("")
def show_desk() -> str:
    return render_template("staff/show_desk.html")


@bp.get("/audit")
def list_audit() -> str:
    number = page_number()
    entries, total = service.audit_entries(number, PER_PAGE)
    page = Page(entries, number, PER_PAGE, total)
    return render_template("staff/list_audit.html", page=page, name_of=accounts.name_of)
