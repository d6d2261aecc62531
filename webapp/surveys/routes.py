"""The page of surveys."""

from flask import Blueprint, render_template

from webapp.surveys import rules, service

bp = Blueprint("surveys", __name__, url_prefix="/surveys")


@bp.get("")
def show_surveys() -> str:
    return render_template(
        "surveys/show_surveys.html",
        published=rules.PUBLISHED,
        services=rules.SERVICES_SURVEYED,
        members=rules.MEMBERS_INTERVIEWED,
        quarter=service.present_quarter(),
    )
