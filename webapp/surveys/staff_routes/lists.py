"""The lists that officers keep: services and their points, the bank of questions."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as Answer

from webapp.accounts import service as accounts
from webapp.shared.languages import language
from webapp.surveys import service
from webapp.surveys.forms.building import NameForm, QuestionForm
from webapp.surveys.staff_routes.blueprint import NUMBER, bp, number


@bp.route("/services", methods=["GET", "POST"])
def list_services() -> str | Answer:
    form = NameForm()
    if form.validate_on_submit():
        under = number(request.args.get("service", ""))
        names = (form.th.data.strip(), form.en.data.strip(), accounts.staff_id())
        if under:
            service.list_point(under, *names)
        else:
            service.list_service(*names)
        return redirect(url_for("surveys_staff.list_services"))
    listed = service.surveyed_services()
    asked = request.args.get("service", "")
    under_one = next((one for one in listed if str(one.id) == asked), None)
    return render_template(
        "surveys_staff/list_services.html", form=form, listed=listed, under=under_one
    )


@bp.post(f"/services/<kind>/<{NUMBER}:listed_id>/end")
def end_listing(kind: str, listed_id: int) -> Answer:
    service.end_listing(kind, listed_id, accounts.staff_id())
    return redirect(url_for("surveys_staff.list_services"))


@bp.route("/bank", methods=["GET", "POST"])
def list_bank() -> str | Answer:
    form = QuestionForm(None, language())
    if form.validate_on_submit():
        service.keep_in_bank(form.asked(), accounts.staff_id())
        flash(_("The question is in the bank."))
        return redirect(url_for("surveys_staff.list_bank"))
    return render_template("surveys_staff/list_bank.html", form=form, bank=service.bank())
