"""Who is on the board for service improvement, which members of it change."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.improvement.forms import SeatForm
from webapp.improvement.staff_routes.blueprint import bp


@bp.route("/board", methods=["GET", "POST"])
def show_board() -> str | Response:
    form = SeatForm()
    if form.validate_on_submit():
        try:
            accounts.keep_on_board(*form.asked, accounts.staff_id())
        except accounts.LastOfBoard:
            form.form_errors.append(
                _(
                    "The board needs one member: put somebody else on it before you take this one "
                    "off."
                )
            )
        else:
            flash(_("The board is kept."))
            return redirect(url_for("improvement_staff.show_board"))
    return render_template("improvement_staff/show_board.html", form=form, seats=accounts.seats())
