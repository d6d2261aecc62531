"""The page of needs."""

from flask import Blueprint, render_template

from webapp.needs.rules import Aspect, Channel

bp = Blueprint("needs", __name__, url_prefix="/needs")


@bp.get("")
def show_needs() -> str:
    return render_template("needs/show_needs.html", aspects=list(Aspect), channels=list(Channel))
