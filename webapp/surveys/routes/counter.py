"""The pages of a device at a point of service: a fresh start for each person."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from webapp.extensions import limiter
from webapp.surveys import service
from webapp.surveys.routes.blueprint import bp, secret


@bp.route("/counter/<token>", methods=["GET", "POST"])
@limiter.limit("120 per 10 minutes", methods=["POST"])
def start_at_counter(token: str) -> str | Answer:
    survey, point_id = service.counter_of(token, secret())
    if request.method == "POST":
        try:
            response = service.begin_at_counter(token, secret())
        except service.NotOpen:
            pass
        else:
            going_on = service.link_token(response, secret())
            return redirect(url_for("surveys.answer_survey", token=going_on))
    return render_template(
        "surveys/start_at_counter.html",
        survey=survey,
        point=next((p for p in service.points_of(survey.service) if p.id == point_id), None),
        closed=not service.is_open(survey) or service.is_full(survey),
        thanks="answered" in request.args,
    )
