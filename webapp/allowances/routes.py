"""The page of meeting allowances."""

from flask import Blueprint, render_template

from webapp.allowances.rules import PAID_THROUGH, Payee

bp = Blueprint("allowances", __name__, url_prefix="/allowances")


@bp.get("")
def show_allowances() -> str:
    return render_template(
        "allowances/show_allowances.html", payees=list(Payee), paid_through=PAID_THROUGH
    )
