"""The figures for staff: every group however small, and what is open."""

from flask import Response, jsonify, render_template

from webapp.complaints import figure_files, figure_notes, figure_words
from webapp.complaints.rules.figures import Scope
from webapp.complaints.service import figures
from webapp.complaints.staff_routes.blueprint import bp


@bp.get("/statistics")
def show_statistics() -> str:
    quarters = figures.quarters_counted()
    quarter = figure_files.asked_quarter(quarters)
    counted = figures.complaint_figures(Scope.STAFF, quarter)
    return render_template(
        "complaints_staff/show_statistics.html",
        quarters=quarters,
        quarter=quarter,
        figures=counted,
        parts=figure_words.parts(counted),
        how_computed=figure_notes.how_computed(),
    )


@bp.get("/statistics.csv")
def download_statistics() -> Response:
    return figure_files.as_csv(Scope.STAFF)


@bp.get("/statistics.json")
def read_statistics() -> Response:
    return jsonify(figure_files.as_data(Scope.STAFF))
