"""One improvement with all that may be done with it."""

from collections.abc import Callable

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.complaints import service as complaints
from webapp.improvement import service
from webapp.improvement.forms import (
    FactsForm,
    FollowUpForm,
    MoveForm,
    SourceForm,
    TargetForm,
    TellForm,
)
from webapp.improvement.models import Improvement
from webapp.improvement.rules import PUBLIC, Source, State
from webapp.improvement.staff_routes.blueprint import asked, bp
from webapp.needs import service as needs
from webapp.surveys import service as surveys

# An improvement made of a trend may have thousands.
MOST_SOURCES = 50
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
# At which field a refusal is said, "" for above the form, and in which words.
REFUSALS: dict[type[Exception], tuple[str, LazyString]] = {
    service.MoveRefused: ("", _l("This state cannot follow. Look at the state below first.")),
    service.FollowUpOwed: (
        "", _l("A follow-up is owed: write what was reached in the quarter that has ended first."),
    ),
    service.TargetRefused: (
        "", _l("The quarter has not ended, or its target is followed up already."),
    ),
    service.QuarterOver: (
        "day", _l("This quarter has ended: what was its target stays. Write a day still to come."),
    ),
    service.ReasonMissing: (
        "reason",
        _l(
            "This quarter has begun: write why. The first target stays, and yours stands beside it."
        ),
    ),
    needs.NeedNotFound: (
        "ref", _l("No need has this number. Look it up in the register of needs."),
    ),
    complaints.ComplaintNotFound: (
        "ref", _l("No message has this number. Look it up in the list of messages."),
    ),
    surveys.SurveyNotFound: (
        "ref", _l("No survey has this number. Look it up in the list of surveys."),
    ),
    complaints.CauseNotFound: (
        "ref", _l("No root cause has this number. Look it up in the tree of causes."),
    ),
}  # fmt: skip


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
    decides = accounts.is_on_board()
    return render_template(
        "improvement_staff/show_plan_item.html",
        improvement=improvement,
        sources=service.sources_seen(improvement, accounts.staff_id()),
        most_sources=MOST_SOURCES,
        behind=len(service.complaints_behind(improvement.id)),
        surveys_behind=service.surveys_behind(improvement),
        form=form,
        forms=forms,
        due=next(
            (one for one in service.overdue_follow_ups() if one.improvement_id == improvement.id),
            None,
        ),
        may_tell=decides and State.TOLD_BACK in service.NEXT[improvement.state],
        may_note=decides or improvement.state not in PUBLIC,
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
            number,
            form.day.day,
            form.target.data.strip(),
            officer,
            (form.reason.data or "").strip(),
        ),
        "follow_up": lambda: service.follow_up(
            number, asked("target"), form.met.data == "yes", form.text.data.strip(), officer
        ),
        "source": lambda: service.add_source(
            number, Source(form.source.data), int(form.ref.data), officer
        ),
        "tell": lambda: service.tell_back(
            number, form.text.data.strip(), form.english.data.strip(), officer
        ),
    }
    try:
        deeds[deed]()
    except tuple(REFUSALS) as refusal:
        field, said = next(words for kind, words in REFUSALS.items() if isinstance(refusal, kind))
        if field:
            form[field].errors = [str(said)]
        else:
            form.form_errors.append(str(said))
        return False
    return True
