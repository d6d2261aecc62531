"""The page of the self-assessment."""

from flask import Blueprint, render_template

from webapp.assessment.answers import ANSWERS
from webapp.assessment.rules.points import Level, Point
from webapp.assessment.rules.systems import systems_of

bp = Blueprint("assessment", __name__, url_prefix="/assessment")


@bp.get("")
def show_assessment() -> str:
    systems = {
        point: [(system.value, ANSWERS[system]) for system in systems_of(point)] for point in Point
    }
    return render_template(
        "assessment/show_assessment.html", points=list(Point), levels=list(Level), systems=systems
    )
