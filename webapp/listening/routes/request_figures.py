"""The figures of requests for another form: a page and a CSV for everybody, and for staff."""

from flask import Blueprint, Response, render_template, request

from webapp.accounts import service as accounts
from webapp.listening import request_figure_words as words
from webapp.listening.rules.request_figures import RequestCount
from webapp.listening.service import request_figures as counted
from webapp.shared.told_groups import Told

bp = Blueprint("form_figures", __name__, url_prefix="/forms/request")
staff_bp = Blueprint("form_figures_staff", __name__, url_prefix="/staff/form-requests")
accounts.guard_staff_pages(staff_bp)


def _asked_for(figures: list[counted.QuarterFigures]) -> counted.QuarterFigures | None:
    """The quarter of `?quarter=2569-1`; None, all together, where it names none that is there."""
    wanted = request.args.get("quarter", "")
    return next((one for one in figures if one.quarter.key == wanted), None)


@bp.get("/figures")
def show_figures() -> str:
    figures = counted.public_figures()
    one = _asked_for(figures)
    whole, told = counted.all_quarters(figures)
    shown: dict[str, Told] | None = one.told if one else told
    return render_template(
        "form_figures/show_figures.html",
        figures=figures,
        quarter=one.quarter if one else None,
        lead=words.lead(whole),
        told=shown,
        is_few=one is not None and one.whole is None,
        words=words,
    )


@bp.get("/figures.csv")
def download_figures() -> Response:
    return words.as_csv(counted.public_figures(), "public")


@staff_bp.get("/figures")
def show_figures_to_staff() -> str:
    figures = counted.staff_figures()
    one = _asked_for(figures)
    forms: dict[str, RequestCount] = {}
    for period in [one] if one else figures:
        for key, count in period.forms.items():
            forms[key] = count.and_of(forms[key]) if key in forms else count
    return render_template(
        "form_figures_staff/show_figures_to_staff.html",
        figures=figures,
        quarter=one.quarter if one else None,
        forms=forms,
        words=words,
    )


@staff_bp.get("/figures.csv")
def download_figures_for_staff() -> Response:
    return words.as_csv(counted.staff_figures(), "staff")
