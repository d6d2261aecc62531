"""The page of service standards."""

from flask import Blueprint, render_template

from webapp.standards import rules

bp = Blueprint("standards", __name__, url_prefix="/service-standards")


@bp.get("")
def show_standards() -> str:
    return render_template(
        "standards/show_standards.html",
        days=rules.ANSWER_WITHIN_WORKING_DAYS,
        channels=rules.COMPLAINT_CHANNELS,
        processes=rules.PROCESSES,
    )
