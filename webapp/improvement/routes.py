"""The page of improvements."""

from flask import Blueprint, render_template

from webapp.improvement.rules import SCALE
from webapp.surveys import service as surveys

bp = Blueprint("improvement", __name__, url_prefix="/improvements")


@bp.get("")
def show_improvements() -> str:
    return render_template(
        "improvement/show_improvements.html", quarter=surveys.present_quarter(), most=SCALE[-1]
    )
