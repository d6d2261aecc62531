"""Pages of accounts."""

from urllib.parse import urlsplit

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import login_user, logout_user
from werkzeug.wrappers import Response

from webapp.accounts import service
from webapp.accounts.forms import PasswordForm, SignInForm
from webapp.extensions import limiter, login_manager

bp = Blueprint("accounts", __name__, url_prefix="/account")
login_manager.login_view = "accounts.sign_in"
login_manager.login_message = _l("Sign in to open this page.")


@bp.route("/sign-in", methods=["GET", "POST"])
@limiter.limit("10 per 15 minutes", methods=["POST"])
def sign_in() -> str | Response:
    form = SignInForm()
    if form.validate_on_submit():
        try:
            account = service.sign_in(form.email.data or "", form.password.data or "")
        except service.WrongPassword:
            message = _("The e-mail address or the password is wrong. Check both and try again.")
            form.email.errors = [message]
        else:
            login_user(account)
            return redirect(_inside(request.args.get("next")) or url_for("staff.show_desk"))
    return render_template("accounts/sign_in.html", form=form)


@bp.post("/sign-out")
def sign_out() -> Response:
    logout_user()
    flash(_("You have signed out."))
    return redirect(url_for("home.show_home"))


@bp.route("/invitation/<token>", methods=["GET", "POST"])
@limiter.limit("10 per 15 minutes", methods=["POST"])
def accept_invitation(token: str) -> str | Response | tuple[str, int]:
    secret = current_app.config["SECRET_KEY"]
    try:
        account = service.invited(token, secret)
    except service.InvitationOver:
        return render_template("accounts/_invitation_over.html"), 404
    form = PasswordForm()
    if form.validate_on_submit():
        service.accept_invitation(token, secret, form.password.data or "")
        flash(_("Your password is set. You can sign in now."))
        return redirect(url_for("accounts.sign_in"))
    return render_template("accounts/accept_invitation.html", form=form, email=account.email)


def _inside(target: str | None) -> str | None:
    """`target` where it is a page of this site; never another site's address."""
    if not target:
        return None
    parts = urlsplit(target)
    inside = not parts.scheme and not parts.netloc and parts.path.startswith("/")
    return target if inside and not parts.path.startswith(("//", "/\\")) else None
