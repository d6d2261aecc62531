"""Publishing a version of the standard, and where reminders and escalations go."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.complaints import alert_wording, service, wording
from webapp.complaints.forms import DESK_KEYS, DeskAddressesForm, StandardForm
from webapp.complaints.rules.standard import PublishedStandard, StandardFault, StandardRefused
from webapp.complaints.staff_routes.blueprint import NUMBER, bp
from webapp.shared.dates import day

DAYS = ("decide_within", "answer_within", "very_late_after", "remind_before", "wait_for_citizen",
        "close_after", "hear_within", "tell_within")  # fmt: skip


@bp.route("/standard", methods=["GET", "POST"])
def edit_standard() -> str | Response:
    present = service.standard_versions()[-1]
    form = StandardForm(
        **{name: getattr(present, name) for name in DAYS}, cut_off=f"{present.cut_off:%H.%M}"
    )
    if form.validate_on_submit() and _published(form):
        flash(_("It is published, and in force from %(day)s.", day=day(form.in_force_from.day)))
        return redirect(url_for("complaints.show_standard"))
    return render_template(
        "complaints_staff/edit_standard.html", form=form, versions=service.standard_versions()
    )


def _published(form: StandardForm) -> bool:
    """Publish what was typed; False, with the reason in the form, where it cannot be."""
    first, hour = form.in_force_from.day, form.hour
    if first is None or hour is None:
        return False
    numbers = {name: form[name].data for name in DAYS}
    new = PublishedStandard(version=0, in_force_from=first, cut_off=hour, **numbers)
    try:
        service.publish_standard(new, accounts.staff_id())
    except StandardRefused as refused:
        at = "in_force_from" if refused.fault is StandardFault.NOT_LATER else "answer_within"
        form[at].errors = [str(wording.STANDARD_FAULT[refused.fault])]
        return False
    return True


@bp.route("/addresses", methods=["GET", "POST"])
def edit_addresses() -> str | Response:
    form = DeskAddressesForm(data=service.desk_addresses())
    for key in DESK_KEYS:
        form[key].label.text = wording.bureau_name(key)
    if request.method == "POST" and form.validate():
        typed = {key: (form[key].data or "").strip() for key in DESK_KEYS}
        service.keep_desk_addresses(typed, accounts.staff_id())
        flash(_("The addresses are saved."))
        return redirect(url_for("complaints_staff.edit_addresses"))
    return render_template(
        "complaints_staff/edit_addresses.html",
        form=form,
        keys=DESK_KEYS,
        unreached_staff=service.unreached_addresses(accounts.staff_id()),
        alert_wording=alert_wording,
    )


@bp.post(f"/addresses/<{NUMBER}:row_id>/reached")
def note_reached(row_id: int) -> Response:
    """An officer says that letters reach an address of staff again."""
    service.note_reached(row_id, accounts.staff_id())
    flash(_("It is noted that letters arrive again."))
    return redirect(url_for("complaints_staff.edit_addresses"))
