"""Pages of home."""

from datetime import date

from flask import Blueprint, jsonify, render_template
from werkzeug.wrappers import Response

from webapp.bills import service as bills
from webapp.complaints import service as complaints
from webapp.home import service
from webapp.home.forms import QuestionForm

LATEST = 5
# When people last looked the accessibility statement over; change it with the statement.
REVIEWED_ON = date(2026, 11, 23)

bp = Blueprint("home", __name__)


@bp.get("/")
def show_home() -> str:
    return render_template(
        "home/show_home.html",
        question=QuestionForm(),
        latest=bills.latest_steps(LATEST),
        answer_within=complaints.present_standard().answer_within,
    )


@bp.get("/accessibility")
def show_accessibility() -> str:
    return render_template("home/show_accessibility.html", reviewed_on=REVIEWED_ON)


@bp.get("/privacy")
def show_privacy() -> str:
    return render_template("home/show_privacy.html")


@bp.get("/health")
def show_health() -> Response:
    service.check_database()
    health = service.health()
    answer = jsonify(status=health.status, letters_waiting=health.letters_waiting)
    answer.status_code = 200 if health.is_well else 503
    return answer
