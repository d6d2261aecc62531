"""Pages of improvements for everyone: you said, we did."""

from flask import Blueprint, render_template

from webapp.improvement import service, wording
from webapp.improvement.rules import PUBLIC
from webapp.surveys import service as surveys

bp = Blueprint("improvement", __name__, url_prefix="/improvements")


@bp.context_processor
def words() -> dict[str, object]:
    return {"wording": wording}


@bp.get("")
def show_improvements() -> str:
    quarter = surveys.present_quarter()
    return render_template(
        "improvement/show_improvements.html",
        quarter=quarter,
        most=service.SCALE[-1],
        improvements=service.list_public(),
        year=service.success_of_year(quarter),
    )


@bp.get("/<public_id>")
def show_improvement(public_id: str) -> str:
    improvement = service.get_improvement(public_id)
    if improvement.state not in PUBLIC:
        raise service.ImprovementNotFound
    return render_template("improvement/show_improvement.html", improvement=improvement)
