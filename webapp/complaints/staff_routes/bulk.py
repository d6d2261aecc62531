"""One action for several messages of the queue, and what became of each."""

from flask import render_template, request
from flask_babel import gettext as _

from webapp.accounts import service as accounts
from webapp.complaints import service
from webapp.complaints.desk_wording import ACTION_DONE, NOT_DONE, THANKS
from webapp.complaints.forms import BulkForm
from webapp.complaints.staff_routes.blueprint import bp
from webapp.shared.bureaux import Bureau


@bp.route("/bulk", methods=["GET", "POST"])
def bulk_step() -> str:
    """What the action needs beside is asked first; a page with the results answers."""
    if request.method == "GET":
        # The choice of the queue page: nothing is done by it.
        form = BulkForm(request.args)
        form.thanks_th.data, form.thanks_en.data = THANKS["th"], THANKS["en"]
        if not form.numbers:
            form.form_errors.append(_("Choose at least one message in the queue."))
        return _page(form)
    form = BulkForm()
    if not form.validate_on_submit():
        return _page(form)
    outcomes = service.do_with_all(form.numbers, _order(form), accounts.staff_id())
    done = ACTION_DONE[form.action.data]
    return render_template(
        "complaints_staff/bulk_step.html",
        form=form,
        results=[(number, NOT_DONE[why] if why else done, why is None) for number, why in outcomes],
        titles=service.titles_of(form.numbers, accounts.staff_id()),
    )


def _page(form: BulkForm) -> str:
    titles = service.titles_of(form.numbers, accounts.staff_id())
    form.chosen.choices = [
        (str(number), f"{number}. {title or _('Message without a subject')}")
        for number, title in titles.items()
    ]
    return render_template("complaints_staff/bulk_step.html", form=form, results=None)


def _order(form: BulkForm) -> service.BulkOrder:
    return service.BulkOrder(
        action=service.BulkAction(form.action.data),
        bureau=Bureau(form.bureau.data) if form.bureau.data else None,
        to=(form.to.data or "").strip(),
        text=(form.text.data or "").strip(),
        thanks={"th": form.thanks_th.data or "", "en": form.thanks_en.data or ""},
    )
