"""The figures for staff: every group however small, and what is open."""

from flask import Response, jsonify, render_template

from webapp.accounts import service as accounts
from webapp.complaints import (
    figure_files,
    figure_notes,
    figure_words,
    learning_wording,
    referral_words,
    service,
)
from webapp.complaints.rules.figures import Register, Scope
from webapp.complaints.service import causes, figures, learning
from webapp.complaints.service.referrals import with_others
from webapp.complaints.staff_routes.blueprint import bp


@bp.get("/statistics")
def show_statistics() -> str:
    quarters = figures.quarters_counted()
    quarter = figure_files.asked_quarter(quarters)
    officer = accounts.staff_id()
    counted = figures.complaint_figures(Scope.STAFF, quarter, officer)
    first, last = quarter or quarters[0], quarter or quarters[-1]
    hidden = service.barred_ids(officer)
    span = first.first_day, last.last_day
    learned = learning.learned_between(*span, hidden)
    return render_template(
        "complaints_staff/show_statistics.html",
        quarters=quarters,
        quarter=quarter,
        figures=counted,
        parts=figure_words.parts(counted),
        with_others=referral_words.sentences(with_others(hidden), Scope.STAFF),
        how_computed=figure_notes.how_computed(),
        learned=learned,
        petitions=learning.learned_between(*span, hidden, Register.PETITIONS),
        how_many_learned=learning_wording.how_many_learned,
        causes=[(causes.cause_by_id(key), count) for key, count in learned.causes],
        cause_name=learning_wording.cause_name,
        late=service.queue(service.QueueFilter(late=True, seen_by=officer), 1),
    )


@bp.get("/statistics.csv")
def download_statistics() -> Response:
    return figure_files.as_csv(Scope.STAFF, accounts.staff_id())


@bp.get("/statistics.json")
def read_statistics() -> Response:
    return jsonify(figure_files.as_data(Scope.STAFF, accounts.staff_id()))
