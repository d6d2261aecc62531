"""The page of the self-assessment."""

from calendar import month_name

from flask import Blueprint, render_template

from thai_text.dates import MONTHS
from webapp.assessment.answers import ANSWERS
from webapp.assessment.rules import plan
from webapp.assessment.rules.points import Level, Point
from webapp.assessment.rules.systems import systems_of
from webapp.shared.languages import language

bp = Blueprint("assessment", __name__, url_prefix="/assessment")


@bp.get("")
def show_assessment() -> str:
    systems = {
        point: [(system.value, ANSWERS[system]) for system in systems_of(point)] for point in Point
    }
    return render_template(
        "assessment/show_assessment.html",
        points=list(Point),
        levels=list(Level),
        systems=systems,
        plan=plan.PLAN,
        disagreeing=plan.in_disagreement(),
        months=["", *MONTHS] if language() == "th" else list(month_name),
    )
