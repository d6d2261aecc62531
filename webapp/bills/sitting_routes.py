"""The desk's pages of the agenda: sittings, and the bills on their order papers."""

import re
from datetime import time

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.bills import service
from webapp.bills.forms import SittingForm
from webapp.bills.wording.steps import HOUSE_NAMES
from webapp.shared.dates import day

bp = Blueprint("sittings_staff", __name__, url_prefix="/staff/bills/sittings")
accounts.guard_staff_pages(bp)
_BETWEEN = re.compile(r"[\s,]+")


@bp.get("")
def list_sittings() -> str:
    sittings = [(one, service.say_sitting(one)) for one in service.list_sittings()]
    return render_template("sittings_staff/list_sittings.html", sittings=sittings)


@bp.route("/new", methods=["GET", "POST"], defaults={"sitting_id": None})
@bp.route("/<int(max=2147483647):sitting_id>", methods=["GET", "POST"])
def edit_sitting(sitting_id: int | None) -> str | Response:
    sitting = service.get_sitting(sitting_id) if sitting_id else None
    form = SittingForm(data=_typed(sitting) if sitting else None)
    form.chamber.choices = [(str(one), HOUSE_NAMES[one]) for one in service.CHAMBERS_THAT_SIT]
    if form.validate_on_submit() and (facts := _facts(form)) is not None:
        service.save_sitting(facts, accounts.staff_id(), sitting_id)
        flash(_("The sitting is saved. Whoever follows its bills is told."))
        return redirect(url_for("sittings_staff.list_sittings"))
    return render_template("sittings_staff/edit_sitting.html", form=form, sitting=sitting)


def _typed(sitting: service.Sitting) -> dict[str, object]:
    return {
        "chamber": str(sitting.chamber),
        "on": day(sitting.on),
        "begins": f"{sitting.begins:%H.%M}" if sitting.begins else "",
        "bills": " ".join(bill.public_id for bill in sitting.bills),
        "cancelled": sitting.cancelled,
        "source": sitting.source,
        "source_url": sitting.source_url,
    }


def _facts(form: SittingForm) -> service.SittingFacts | None:
    """The sitting that was typed; None, with an error at the field, where a bill is none."""
    numbers = [one for one in _BETWEEN.split(form.bills.data or "") if one]
    found = []
    for number in numbers:
        try:
            found.append(service.get_bill(number).id)
        except service.BillNotFound:
            form.bills.errors = [
                _("There is no bill “%(number)s”. Write numbers like b-12.", number=number[:40])
            ]
            return None
    hour, _dot, minute = (form.begins.data or "").strip().replace(":", ".").partition(".")
    if form.on.day is None:
        return None
    return service.SittingFacts(
        chamber=service.CHAMBERS_THAT_SIT[
            [str(one) for one in service.CHAMBERS_THAT_SIT].index(form.chamber.data)
        ],
        on=form.on.day,
        begins=time(int(hour), int(minute)) if hour else None,
        bill_ids=frozenset(found),
        source=form.source.data or "",
        source_url=form.source_url.data or "",
        cancelled=bool(form.cancelled.data),
    )
