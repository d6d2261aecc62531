"""The desk's pages of bills: the queue, a bill's log, its votes; sessions and holidays."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.bills import entry, service
from webapp.bills.filters import filter_form, wanted
from webapp.bills.forms import (
    BillForm,
    ExceptionForm,
    HolidayForm,
    HouseEndForm,
    SessionForm,
    StepForm,
    VoteForm,
    WithdrawForm,
)
from webapp.bills.wording.clock import SESSION_KIND_NAMES
from webapp.shared import clock
from webapp.shared.languages import marked
from webapp.shared.pagination import Page, page_number

PER_PAGE = 50

bp = Blueprint("bills_staff", __name__, url_prefix="/staff/bills")
accounts.guard_staff_pages(bp)


@bp.get("")
def list_bills() -> str:
    form = filter_form()
    number = page_number()
    found, total = service.list_bills(wanted(form), number, PER_PAGE)
    return render_template(
        "bills_staff/list_bills.html",
        form=form,
        page=Page(found, number, PER_PAGE, total),
        running=service.running_limits() if number == 1 else [],
    )


@bp.route("/new", methods=["GET", "POST"])
def add_bill() -> str | Response:
    form = entry.bill_form(BillForm())
    if form.validate_on_submit() and entry.facts_fit(form):
        try:
            bill = service.add_bill(entry.bill_facts(form), accounts.staff_id())
        except service.ProposerRefused:
            form.proposer_kind.errors = [entry.proposer_message()]
        else:
            flash(_("The bill is added. Record its first step next."))
            return redirect(url_for("bills_staff.show_bill", public_id=bill.public_id))
    return render_template("bills_staff/add_bill.html", form=form)


@bp.get("/<public_id>")
def show_bill(public_id: str) -> str:
    bill = service.get_bill(public_id)
    state = service.bill_state(bill)
    return render_template(
        "bills_staff/show_bill.html",
        bill=bill,
        state=state,
        lead=service.say_state(bill, state),
        votes=[(vote, service.say_vote(vote)) for vote in service.votes_of(bill)],
        name_of=marked(accounts.name_of),
    )


@bp.route("/<public_id>/change", methods=["GET", "POST"])
def change_bill(public_id: str) -> str | Response:
    bill = service.get_bill(public_id)
    form = entry.bill_form(BillForm(data=entry.typed(bill)))
    if form.validate_on_submit() and entry.facts_fit(form, bill):
        try:
            facts = entry.bill_facts(form)
            service.change_bill(public_id, facts, accounts.staff_id())
        except service.ProposerRefused:
            form.proposer_kind.errors = [entry.proposer_message()]
        except service.StepRefused:
            form.kind.errors = [_("A bill of this kind could not have taken the steps recorded.")]
        else:
            flash(_("The change is saved."))
            return redirect(url_for("bills_staff.show_bill", public_id=public_id))
    return render_template("bills_staff/change_bill.html", bill=bill, form=form)


@bp.route("/<public_id>/steps/new", methods=["GET", "POST"])
def record_step(public_id: str) -> str | Response:
    bill = service.get_bill(public_id)
    state = service.bill_state(bill)
    form = StepForm()
    form.kind.choices = entry.step_choices(state)
    if form.validate_on_submit() and _recorded(public_id, form):
        return redirect(url_for("bills_staff.show_bill", public_id=public_id))
    return render_template("bills_staff/record_step.html", bill=bill, state=state, form=form)


@bp.route("/<public_id>/exceptions/new", methods=["GET", "POST"])
def record_exception(public_id: str) -> str | Response:
    bill = service.get_bill(public_id)
    form = ExceptionForm()
    form.kind.choices = entry.every_step(bill)
    if form.validate_on_submit() and _recorded(public_id, form):
        return redirect(url_for("bills_staff.show_bill", public_id=public_id))
    return render_template("bills_staff/record_exception.html", bill=bill, form=form)


@bp.route("/<public_id>/steps/<int(max=2147483647):step_id>/withdraw", methods=["GET", "POST"])
def withdraw_step(public_id: str, step_id: int) -> str | Response:
    bill = service.get_bill(public_id)
    step = service.get_step(bill, step_id)
    form = WithdrawForm()
    if form.validate_on_submit():
        try:
            service.withdraw_step(public_id, step_id, form.why.data or "", accounts.staff_id())
        except service.StepRefused:
            form.why.errors = [
                _("Later steps follow from this one. Withdraw those first, the last one first.")
            ]
        else:
            flash(_("The step is withdrawn. It stays in the log, marked as a mistake."))
            return redirect(url_for("bills_staff.show_bill", public_id=public_id))
    return render_template("bills_staff/withdraw_step.html", bill=bill, step=step, form=form)


@bp.route("/<public_id>/votes/new", methods=["GET", "POST"])
def record_vote(public_id: str) -> str | Response:
    bill = service.get_bill(public_id)
    form = entry.vote_form(VoteForm())
    if form.validate_on_submit():
        try:
            service.record_vote(public_id, entry.vote_facts(form), accounts.staff_id())
        except service.VoteRefused:
            form.approve.errors = [_("Enter both the votes in favour and those against, or none.")]
        else:
            flash(_("The vote is recorded."))
            return redirect(url_for("bills_staff.show_bill", public_id=public_id))
    return render_template("bills_staff/record_vote.html", bill=bill, form=form)


@bp.get("/sessions")
def list_sessions() -> str:
    return render_template(
        "bills_staff/list_sessions.html",
        sessions=service.list_sessions(),
        session_kinds=SESSION_KIND_NAMES,
    )


@bp.route("/sessions/new", methods=["GET", "POST"], defaults={"session_id": None})
@bp.route("/sessions/<int(max=2147483647):session_id>", methods=["GET", "POST"])
def edit_session(session_id: int | None) -> str | Response:
    session = service.get_session(session_id) if session_id else None
    form = SessionForm(data=entry.typed_session(session) if session else None)
    form.kind.choices = list(SESSION_KIND_NAMES.items())
    if form.validate_on_submit():
        facts = entry.session_facts(form)
        try:
            service.save_session(facts, accounts.staff_id(), session_id)
        except service.SessionRefused:
            form.closes.errors = [
                _("A session ends after it begins, and does not lie over another one.")
            ]
        else:
            flash(_("The session is saved. The last days of all bills follow from it at once."))
            return redirect(url_for("bills_staff.list_sessions"))
    return render_template("bills_staff/edit_session.html", form=form, session=session)


@bp.route("/house-ends", methods=["GET", "POST"])
def list_house_ends() -> str | Response:
    form = HouseEndForm()
    if form.validate_on_submit() and form.on.day is not None:
        if form.on.day > clock.today():
            form.on.errors = [_("The date lies in the future.")]
        else:
            source, url = form.source.data or "", form.source_url.data or ""
            lapsed = service.end_house(form.on.day, source, url, accounts.staff_id())
            flash(ngettext("%(num)d bill lapsed.", "%(num)d bills lapsed.", lapsed))
            return redirect(url_for("bills_staff.list_house_ends"))
    return render_template(
        "bills_staff/list_house_ends.html", form=form, ends=service.list_house_ends()
    )


@bp.route("/holidays", methods=["GET", "POST"])
def list_holidays() -> str | Response:
    form = HolidayForm()
    if form.validate_on_submit() and form.on.day is not None:
        facts = service.HolidayFacts(
            form.on.day,
            form.name_th.data or "",
            form.name_en.data or "",
            form.source.data or "",
        )
        service.keep_holiday(facts, accounts.staff_id())
        flash(_("The holiday is saved."))
        return redirect(url_for("bills_staff.list_holidays"))
    return render_template(
        "bills_staff/list_holidays.html", form=form, holidays=service.list_holidays()
    )


@bp.post("/holidays/<day_text>/remove")
def remove_holiday(day_text: str) -> Response:
    day = entry.iso_day(day_text)
    if day is None:
        abort(404)
    service.remove_holiday(day, accounts.staff_id())
    flash(_("The holiday is removed."))
    return redirect(url_for("bills_staff.list_holidays"))


def _recorded(public_id: str, form: StepForm) -> bool:
    """Record what the form says; where it is refused, say why beside the field."""
    try:
        service.record_step(public_id, entry.step_entry(form), accounts.staff_id())
    except service.StepRefused as refused:
        field = form.days if "extension" in refused.why.reason else form.on
        field.errors = [service.say_refusal(refused.why)]
        return False
    flash(_("The step is recorded. Whoever follows the bill is told."))
    return True
