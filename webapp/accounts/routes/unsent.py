"""What an officer typed and sent after the session had ended, there again after log-in."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.accounts import gate, service

bp = Blueprint("unsent", __name__, url_prefix="/staff/unsent")
service.guard_staff_pages(bp)
bp.add_app_template_global(gate.made_for, "made_for")
NUMBER = "int(max=2147483647)"


@bp.get(f"/<{NUMBER}:unsent_id>")
def show_unsent(unsent_id: int) -> str:
    kept = service.unsent_by_id(unsent_id, service.staff_id())
    fields = service.fields_of(kept)
    return render_template(
        "unsent/show_unsent.html",
        kept=kept,
        fields=fields,
        words=[value for _name, value in fields if " " in value.strip() or len(value) > 30],
    )


@bp.post(f"/<{NUMBER}:unsent_id>/forget")
def forget_unsent(unsent_id: int) -> Response:
    service.forget_unsent(unsent_id, service.staff_id())
    flash(_("It is thrown away."))
    return redirect(url_for("staff.show_desk"))
