"""Pages of following."""

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.bills import service as bills
from webapp.extensions import csrf, limiter
from webapp.following import service
from webapp.following.forms import EmailForm
from webapp.following.service import Scope, Subject, SubjectKind, Wish
from webapp.shared.languages import language

Answer = str | Response | tuple[str, int]

bp = Blueprint("following", __name__, url_prefix="/following")


def secret() -> str:
    return str(current_app.config["SECRET_KEY"])


@bp.route("", methods=["GET", "POST"])
@limiter.limit("10 per hour", methods=["POST"])
def show_following() -> str | Response:
    """What following is, and a letter with the list of what an address follows."""
    form = EmailForm()
    if form.validate_on_submit():
        service.ask_for_list(form.email.data or "", language(), secret())
        flash(_("If this address follows anything, a letter with the list is on its way."))
        return redirect(url_for("following.show_following"))
    return render_template("following/show_following.html", form=form)


@bp.route("/new", methods=["GET", "POST"])
@limiter.limit("20 per hour", methods=["POST"])
def follow_bill() -> str | Response:
    bill = bills.get_bill(request.args.get("bill", ""))
    form = EmailForm()
    if form.validate_on_submit():
        subject = Subject(SubjectKind.BILL, str(bill.id))
        contact = service.Contact(email=form.email.data or "")
        service.ask_to_follow(Wish(subject, language=language()), contact, secret())
        return redirect(url_for("following.show_asked", bill=bill.public_id))
    return render_template("following/follow_bill.html", form=form, bill=bill)


@bp.get("/asked")
def show_asked() -> str:
    bill = bills.get_bill(request.args.get("bill", ""))
    return render_template("following/show_asked.html", bill=bill)


@bp.route("/confirm/<token>", methods=["GET", "POST"])
def confirm(token: str) -> Answer:
    """Acts on POST only: programs that look into letters open every link."""
    try:
        if request.method == "POST":
            subscription = service.confirm(token, secret())
            bill = bills.bill_by_id(int(subscription.subject.ref))
            flash(_("You now follow this bill. A letter comes when a step is recorded."))
            return redirect(url_for("bills.show_bill", public_id=bill.public_id))
        subscription = service.opened(token, Scope.CONFIRM, secret())
    except service.LinkOver:
        return render_template("following/_link_over.html"), 404
    bill = bills.bill_by_id(int(subscription.subject.ref))
    return render_template("following/confirm.html", bill=bill)


@bp.route("/stop/<token>", methods=["GET", "POST"])
@csrf.exempt
def stop(token: str) -> Answer:
    """Stop on POST, from the page or by a mail program's own button (RFC 8058).

    The token in the address is the proof; a mail program has no CSRF token to send.
    """
    try:
        if request.method == "POST":
            subscription = service.stop(token, secret())
            bill = bills.bill_by_id(int(subscription.subject.ref))
            return render_template("following/_stopped.html", bill=bill)
        subscription = service.opened(token, Scope.STOP, secret())
    except service.LinkOver:
        return render_template("following/_link_over.html"), 404
    bill = bills.bill_by_id(int(subscription.subject.ref))
    return render_template("following/stop.html", bill=bill)
