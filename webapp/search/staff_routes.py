"""Pages for officers: searching messages and needs, what people do not find, synonyms."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.search import service
from webapp.search.forms import DeskSearchForm, SynonymForm
from webapp.shared.languages import marked
from webapp.shared.pagination import page_number

bp = Blueprint("search_staff", __name__, url_prefix="/staff/search")
accounts.guard_staff_pages(bp)
NUMBER = "int(max=2147483647)"


@bp.get("")
def search_desk() -> str:
    form = DeskSearchForm(request.args)
    typed = (form.q.data or "").strip()
    before = request.args.get("before", "")
    older = int(before) if before.isascii() and before.isdigit() and len(before) < 10 else None
    found = service.search_desk(typed, older, accounts.staff_id())
    return render_template("search_staff/search_desk.html", form=form, typed=typed, found=found)


@bp.get("/missed")
def list_missed() -> str:
    return render_template(
        "search_staff/list_missed.html", page=service.missed_searches(page_number())
    )


@bp.post(f"/missed/<{NUMBER}:missed_id>/settle")
def settle_missed(missed_id: int) -> Response:
    service.settle_missed(missed_id, accounts.staff_id())
    flash(_("It is off the list. If people look for it again, it comes back."))
    return redirect(url_for("search_staff.list_missed"))


@bp.get("/synonyms")
def list_synonyms() -> str:
    return render_template(
        "search_staff/list_synonyms.html",
        synonyms=service.list_synonyms(),
        name_of=marked(accounts.name_of),
    )


@bp.route("/synonyms/new", methods=["GET", "POST"])
def add_synonym() -> str | Response:
    form = SynonymForm()
    if not form.is_submitted() and not form.term.data:
        form.term.data = request.args.get("term", "")
    if form.validate_on_submit():
        try:
            service.add_synonym(form.term.data, form.means.data, accounts.staff_id())
        except service.SynonymRefused:
            form.means.errors = [_("Type other words than those that people search for.")]
        else:
            service.settle_found(form.term.data, accounts.staff_id())
            flash(_("It is kept. Searches are answered with it from now on."))
            return redirect(url_for("search_staff.list_synonyms"))
    return render_template("search_staff/add_synonym.html", form=form)


@bp.post(f"/synonyms/<{NUMBER}:synonym_id>/remove")
def remove_synonym(synonym_id: int) -> Response:
    service.remove_synonym(synonym_id, accounts.staff_id())
    flash(_("The synonym is removed."))
    return redirect(url_for("search_staff.list_synonyms"))
