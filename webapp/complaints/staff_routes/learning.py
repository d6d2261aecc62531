"""What messages teach: findings, the tree of causes, the page of a quarter, compliments."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.complaints import learning_wording as learned
from webapp.complaints import service
from webapp.complaints.forms.learning import CauseForm, FindingForm, PraiseForm
from webapp.complaints.rules.figures import Register
from webapp.complaints.rules.repeats import WINDOW_DAYS
from webapp.complaints.service import causes, learning, praising
from webapp.complaints.staff_routes.blueprint import NUMBER, bp
from webapp.shared import clock
from webapp.shared.bureaux import Bureau
from webapp.shared.quarters import Quarter, quarter_of

# Quarters to choose from: two fiscal years.
QUARTERS_SHOWN = 8


@bp.context_processor
def words_of_learning() -> dict[str, object]:
    return {
        "may_learn_from": causes.may_learn_from,
        "finding_of": causes.finding_of,
        "cause_by_id": causes.cause_by_id,
        "can_pass_on": praising.can_pass_on,
        "praises_of": praising.praises_of,
        "unread_praise": lambda: praising.unread_praise(accounts.staff_id()),
    }


@bp.route(f"/<{NUMBER}:complaint_id>/finding", methods=["GET", "POST"])
def write_finding(complaint_id: int) -> str | Response:
    complaint = service.open_case(complaint_id, accounts.staff_id())
    kept = causes.finding_of(complaint_id)
    known = learned.causes_in_tree(causes.cause_tree())
    if kept is not None and str(kept.root_cause_id) not in known:
        known[str(kept.root_cause_id)] = learned.cause_name(causes.cause_by_id(kept.root_cause_id))
    form = FindingForm(obj=kept).offer(known)
    if form.validate_on_submit() and _kept(complaint_id, form):
        flash(_("What was learned is kept."))
        return redirect(url_for("complaints_staff.show_complaint", complaint_id=complaint_id))
    if kept is not None and not form.is_submitted():
        form.root_cause.data = str(kept.root_cause_id)
    return render_template(
        "complaints_staff/write_finding.html",
        complaint=complaint,
        form=form,
        places=causes.places_known(),
    )


def _kept(complaint_id: int, form: FindingForm) -> bool:
    """Keep the finding; False, with the reason in the form, before the message is answered."""
    finding = causes.Finding(
        root_cause_id=int(form.root_cause.data),
        cause=form.cause.data.strip(),
        place=(form.place.data or "").strip(),
        changed=form.changed.data.strip(),
    )
    try:
        causes.keep_finding(complaint_id, finding, accounts.staff_id())
    except causes.NotAnsweredYet:
        form.form_errors.append(_("Answer the message first; then write what it taught."))
        return False
    return True


@bp.route(f"/<{NUMBER}:complaint_id>/praise", methods=["GET", "POST"])
def pass_on_praise(complaint_id: int) -> str | Response:
    complaint = service.open_case(complaint_id, accounts.staff_id())
    staff = {key: accounts.name_of(key) for key in accounts.staff_names()}
    form = PraiseForm().offer(staff)
    if form.validate_on_submit() and _passed(complaint_id, form):
        flash(_("The compliment is on its way to the person and the bureau."))
        return redirect(url_for("complaints_staff.show_complaint", complaint_id=complaint_id))
    if not form.is_submitted():
        form.praised.data = str(praising.named_in(complaint) or "")
        form.bureau.data = complaint.bureau.value
        form.words.data = praising.words_that_praise(complaint)
    return render_template(
        "complaints_staff/pass_on_praise.html",
        complaint=complaint,
        form=form,
        passed=praising.praises_of(complaint_id),
    )


def _passed(complaint_id: int, form: PraiseForm) -> bool:
    """Pass the compliment on; False, with the reason in the form, where it cannot be."""
    passing = praising.Passing(
        bureau=Bureau(form.bureau.data),
        praised_id=int(form.praised.data) if form.praised.data else None,
        praised_name=(form.name.data or "").strip(),
        words=form.words.data.strip(),
    )
    try:
        praising.pass_on(complaint_id, passing, accounts.staff_id())
    except service.CaseWithAnother:
        form.form_errors.append(
            _("You do not have this message in hand: a colleague may have taken it over.")
        )
        return False
    except service.NoCompliment:
        form.form_errors.append(_("Only a compliment is passed on. Change its kind first."))
        return False
    return True


@bp.get("/praise")
def list_praise() -> str:
    found = praising.praise_for(accounts.staff_id() or 0)
    return render_template("complaints_staff/list_praise.html", found=found)


@bp.route("/causes", methods=["GET", "POST"])
def list_causes() -> str | Response:
    tree = causes.cause_tree(with_retired=True)
    branches = {str(one.cause.id): learned.cause_name(one.cause) for one in tree}
    form = CauseForm().offer(branches)
    if form.validate_on_submit():
        parent = int(form.parent.data) if form.parent.data else None
        names = form.name_th.data.strip(), form.name_en.data.strip()
        causes.add_cause(*names, parent, accounts.staff_id())
        flash(_("The cause is in the tree now."))
        return redirect(url_for("complaints_staff.list_causes"))
    return render_template("complaints_staff/list_causes.html", tree=tree, form=form)


@bp.route(f"/causes/<{NUMBER}:cause_id>", methods=["GET", "POST"])
def edit_cause(cause_id: int) -> str | Response:
    cause = causes.cause_by_id(cause_id)
    form = CauseForm(obj=cause).offer({})
    if form.validate_on_submit():
        officer = accounts.staff_id()
        names = form.name_th.data.strip(), form.name_en.data.strip()
        causes.change_cause(cause_id, *names, retired=form.retired.data, account_id=officer)
        flash(_("The cause is kept."))
        return redirect(url_for("complaints_staff.list_causes"))
    if not form.is_submitted():
        form.retired.data = cause.retired_at is not None
    return render_template("complaints_staff/edit_cause.html", cause=cause, form=form)


@bp.get("/learning")
def show_learning() -> str:
    present = quarter_of(clock.today())
    quarters = _quarters_until(present)
    asked = request.args.get("quarter", "")
    quarter = next((one for one in quarters if one.key == asked), present)
    hidden = service.barred_ids(accounts.staff_id())
    periods = [(one.first_day, one.last_day) for one in quarters]
    of_each = list(zip(quarters, learning.learned_each(periods, hidden), strict=True))
    petitions = learning.learned_between(
        quarter.first_day, quarter.last_day, hidden, Register.PETITIONS
    )
    return render_template(
        "complaints_staff/show_learning.html",
        quarter=quarter,
        quarters=[(one.key, one, found) for one, found in of_each],
        found=dict(of_each)[quarter],
        petitions=petitions,
        window=WINDOW_DAYS,
    )


def _quarters_until(last: Quarter) -> list[Quarter]:
    """The newest quarters, the newest first."""
    found = [last]
    while len(found) < QUARTERS_SHOWN:
        year, number = found[-1].year_be, found[-1].number - 1
        found.append(Quarter(year, number) if number else Quarter(year - 1, 4))
    return found
