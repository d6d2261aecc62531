"""The plan as a list, and proposing what is to stand in it."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.complaints import service as complaints
from webapp.improvement import service
from webapp.improvement.forms import FactsForm
from webapp.improvement.rules import Source
from webapp.improvement.staff_routes.blueprint import asked, bp
from webapp.shared.languages import language
from webapp.surveys import service as surveys


@bp.get("")
def list_plan() -> str:
    return render_template(
        "improvement_staff/list_plan.html",
        plan=service.list_plan(),
        overdue=service.overdue_follow_ups(),
        year=service.success_of_year(surveys.present_quarter()),
    )


@bp.route("/new", methods=["GET", "POST"])
def propose() -> str | Response:
    form = FactsForm()
    cause, officer = asked("cause"), accounts.staff_id()
    led = [one for one in ((Source.NEED, asked("need")), (Source.CAUSE, cause)) if one[1]]
    for source, ref in led:
        service.refuse_unseen(source, ref, officer)
    if cause and not form.is_submitted():
        known = complaints.cause_by_id(cause)
        form.title.data = known.name_th if language() == "th" else known.name_en
    if not form.validate_on_submit():
        return render_template("improvement_staff/propose.html", form=form)
    improvement = service.propose(form.facts, officer)
    for source, ref in led:
        service.add_source(improvement.id, source, ref, officer)
    flash(_("The improvement is proposed."))
    return redirect(url_for("improvement_staff.show_plan_item", public_id=improvement.public_id))
