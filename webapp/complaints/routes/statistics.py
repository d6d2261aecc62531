"""The figures of complaints for everybody: a page, a CSV and a JSON."""

from flask import Response, jsonify, render_template

from webapp.complaints import figure_files, figure_notes, figure_words, referral_words
from webapp.complaints.routes.blueprint import bp
from webapp.complaints.rules.figures import Scope
from webapp.complaints.service import figures as counted
from webapp.complaints.service.referrals import with_others


@bp.get("/statistics")
def show_statistics() -> str:
    quarters = counted.quarters_counted()
    quarter = figure_files.asked_quarter(quarters)
    figures = counted.complaint_figures(Scope.PUBLIC, quarter)
    return render_template(
        "complaints/show_statistics.html",
        quarters=quarters,
        quarter=quarter,
        figures=figures,
        parts=figure_words.parts(figures),
        with_others=referral_words.sentences(with_others(), Scope.PUBLIC),
        how_computed=figure_notes.how_computed(),
        how_hidden=figure_notes.how_hidden(),
    )


@bp.get("/statistics.csv")
def download_statistics() -> Response:
    return figure_files.as_csv(Scope.PUBLIC)


@bp.get("/statistics.json")
def read_statistics() -> Response:
    return jsonify(figure_files.as_data(Scope.PUBLIC))
