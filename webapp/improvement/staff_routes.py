"""Pages for the board and its officers: the plan, one improvement, the follow-ups."""

from collections.abc import Callable

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.complaints import service as complaints
from webapp.improvement import service, wording
from webapp.improvement.forms import (
    FactsForm,
    FollowUpForm,
    MoveForm,
    SourceForm,
    TargetForm,
    TellForm,
)
from webapp.improvement.models import Improvement
from webapp.improvement.rules import Source, State
from webapp.needs import service as needs
from webapp.shared.languages import language, marked
from webapp.surveys import service as surveys

bp = Blueprint("improvement_staff", __name__, url_prefix="/staff/improvements")
bp.before_request(accounts.require_staff)
FORMS: dict[str, type[FlaskForm]] = {
    "change": FactsForm,
    "move": MoveForm,
    "target": TargetForm,
    "follow_up": FollowUpForm,
    "source": SourceForm,
    "tell": TellForm,
}
DONE: dict[str, LazyString] = {
    "change": _l("The facts are kept."),
    "move": _l("The improvement is in its new state."),
    "target": _l("The target is kept."),
    "follow_up": _l("The follow-up is kept."),
    "source": _l("What led to it is kept."),
    "tell": _l("The people who asked are told."),
}


@bp.context_processor
def words() -> dict[str, object]:
    return {"wording": wording, "name_of": marked(accounts.name_of)}


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
    cause = _asked("cause")
    if cause and not form.is_submitted():
        known = complaints.cause_by_id(cause)
        form.title.data = known.name_th if language() == "th" else known.name_en
    if not form.validate_on_submit():
        return render_template("improvement_staff/propose.html", form=form)
    improvement = service.propose(form.facts, accounts.staff_id())
    for source, ref in ((Source.NEED, _asked("need")), (Source.CAUSE, cause)):
        if ref:
            service.add_source(improvement.id, source, ref, accounts.staff_id())
    flash(_("The improvement is proposed."))
    return redirect(url_for("improvement_staff.show_plan_item", public_id=improvement.public_id))


@bp.route("/<public_id>", methods=["GET", "POST"])
def show_plan_item(public_id: str) -> str | Response:
    improvement = service.get_improvement(public_id)
    deed = request.args.get("do", "")
    form = _form(deed, improvement) if request.method == "POST" else None
    if form is not None and form.validate() and _done(deed, improvement, form):
        flash(str(DONE[deed]))
        return redirect(url_for("improvement_staff.show_plan_item", public_id=public_id))
    forms: dict[str, FlaskForm] = {
        "change": FactsForm(formdata=None, prefix="change", obj=improvement),
        "move": MoveForm(formdata=None, prefix="move").offer(improvement.state),
        "target": TargetForm(formdata=None, prefix="target"),
        "follow_up": FollowUpForm(formdata=None, prefix="follow_up"),
        "source": SourceForm(formdata=None, prefix="source"),
        "tell": TellForm(formdata=None, prefix="tell", text=improvement.reason),
    }
    if form is not None:
        forms[deed] = form
    return render_template(
        "improvement_staff/show_plan_item.html",
        improvement=improvement,
        behind=len(service.complaints_behind(improvement.id)),
        surveys_behind=service.surveys_behind(improvement),
        form=form,
        forms=forms,
        due=next(
            (one for one in service.overdue_follow_ups() if one.improvement_id == improvement.id),
            None,
        ),
        may_tell=State.TOLD_BACK in service.NEXT[improvement.state],
    )


def _form(deed: str, improvement: Improvement) -> FlaskForm:
    if deed not in FORMS:
        abort(400)
    form = FORMS[deed](prefix=deed)
    return form.offer(improvement.state) if isinstance(form, MoveForm) else form


def _done(deed: str, improvement: Improvement, form: FlaskForm) -> bool:
    """Do what the officer sent; False, with the reason in the form, where it cannot be done."""
    number, officer = improvement.id, accounts.staff_id()
    deeds: dict[str, Callable[[], object]] = {
        "change": lambda: service.change_facts(number, form.facts, officer),
        "move": lambda: service.move(
            number, State(form.state.data), officer, (form.reason.data or "").strip()
        ),
        "target": lambda: service.set_target(
            number, form.day.day, form.target.data.strip(), officer
        ),
        "follow_up": lambda: service.follow_up(
            _asked("target"), form.met.data == "yes", form.text.data.strip(), officer
        ),
        "source": lambda: service.add_source(
            number, Source(form.source.data), int(form.ref.data), officer
        ),
        "tell": lambda: service.tell_back(number, form.text.data.strip(), officer),
    }
    try:
        deeds[deed]()
    except service.MoveRefused:
        form.form_errors.append(_("This state cannot follow. Look at the state below first."))
        return False
    except service.TargetRefused:
        form.form_errors.append(
            _("The quarter has not ended, or its target is followed up already.")
        )
        return False
    except needs.NeedNotFound:
        form.ref.errors = [_("No need has this number. Look it up in the register of needs.")]
        return False
    except complaints.ComplaintNotFound:
        form.ref.errors = [_("No message has this number. Look it up in the list of messages.")]
        return False
    except surveys.SurveyNotFound:
        form.ref.errors = [_("No survey has this number. Look it up in the list of surveys.")]
        return False
    except complaints.CauseNotFound:
        form.ref.errors = [_("No root cause has this number. Look it up in the tree of causes.")]
        return False
    return True


def _asked(name: str) -> int:
    """A number in the address; 0 for what is none."""
    number = request.args.get(name, "")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0
