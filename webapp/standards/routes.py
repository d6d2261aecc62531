"""The page of service standards."""

from flask import Blueprint, render_template

from webapp.complaints import service as complaints
from webapp.standards import rules

bp = Blueprint("standards", __name__, url_prefix="/service-standards")


@bp.get("")
def show_standards() -> str:
    return render_template(
        "standards/show_standards.html",
        days=complaints.present_standard().answer_within,
        channels=rules.COMPLAINT_CHANNELS,
        processes=rules.PROCESSES,
    )
