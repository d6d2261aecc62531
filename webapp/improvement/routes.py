"""Pages of improvements for everyone: you said, we did."""

from collections.abc import Iterable

from flask import Blueprint, render_template

from webapp.improvement import service, wording
from webapp.improvement.models import Improvement
from webapp.improvement.rules import PUBLIC
from webapp.surveys import service as surveys

bp = Blueprint("improvement", __name__, url_prefix="/improvements")


@bp.context_processor
def words() -> dict[str, object]:
    return {"wording": wording}


@bp.app_context_processor
def answers() -> dict[str, object]:
    """`improvements_for(need.id)`: what the office does about a need, each with its state in words.

    With `public=true` only what everyone may see. `improvements_of_survey(survey.id)`: the same of
    what a survey's results led to.
    """
    return {
        "improvements_for": _improvements_for,
        "improvements_of_survey": lambda survey_id: _in_words(
            service.improvements_of_survey(survey_id)
        ),
    }


def _improvements_for(need_id: int, public: bool = False) -> list[tuple[Improvement, str]]:
    found = service.improvements_for(need_id)
    return _in_words(one for one in found if one.state in PUBLIC or not public)


def _in_words(improvements: Iterable[Improvement]) -> list[tuple[Improvement, str]]:
    return [(one, str(wording.STATE[one.state])) for one in improvements]


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
