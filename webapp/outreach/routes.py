"""The page of channels and activities."""

from flask import Blueprint, render_template

from webapp.outreach import rules
from webapp.surveys import service as surveys

bp = Blueprint("outreach", __name__)


@bp.get("/channels")
def show_channels() -> str:
    year = surveys.present_quarter().year_be
    return render_template(
        "outreach/show_channels.html",
        channels=rules.CHANNELS,
        activities=list(rules.NamedActivity),
        at_least=rules.AT_LEAST,
        year=year,
        review_due=rules.review_due(year),
    )
