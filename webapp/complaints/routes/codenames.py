"""Opening an anonymous message by its codename, with the lock-out of those who guess."""

from collections.abc import Callable

from flask import current_app, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_limiter import RouteLimit
from werkzeug.wrappers import Response

from webapp.complaints import service
from webapp.complaints.forms import CodenameForm, WordsForm
from webapp.complaints.routes.blueprint import bp, visit
from webapp.complaints.routes.tracking import take_words
from webapp.extensions import limiter

OPEN = "complaints.open_codename"


def _was_wrong(_answer: object) -> bool:
    return bool(g.get("wrong_codename", False))


def limit_address(exempt_when: Callable[[], bool] | None = None) -> RouteLimit:
    """How many wrong codenames one address may try, on the page and by programs together."""
    return limiter.shared_limit(
        "10 per hour",
        "wrong codenames of one",
        methods=["POST"],
        deduct_when=_was_wrong,
        exempt_when=exempt_when,
    )


def limit_all(exempt_when: Callable[[], bool] | None = None) -> RouteLimit:
    """How many wrong codenames all together may try, who may come from anywhere.

    Only what was wrong is counted. With 54 bits and 60 guesses an hour, a year finds one of ten
    thousand codenames with a chance of 1 to 3 million (docs/decisions/0016).
    """
    return limiter.shared_limit(
        "60 per hour",
        "wrong codenames",
        key_func=lambda: "all",
        methods=["POST"],
        deduct_when=_was_wrong,
        exempt_when=exempt_when,
    )


@bp.route("/track/codename", methods=["GET", "POST"])
@limit_address()
@limit_all()
def open_codename() -> str | Response:
    form = CodenameForm()
    complaint = _found(form) if form.validate_on_submit() else None
    if complaint is None:
        return _page(form)
    visit.open_case(complaint.id)
    kept = (form.message.data or "").strip()
    if kept:
        return take_words(complaint, WordsForm(formdata=None, text=kept), reopen=False)
    return redirect(url_for("complaints.show_case"))


def _found(form: CodenameForm) -> service.Complaint | None:
    try:
        return service.find_by_codename(form.codename.data or "", current_app.config["SECRET_KEY"])
    except service.CodenameMistyped as mistyped:
        form.refuse(mistyped)
    except service.UnknownCodename:
        g.wrong_codename = True
        form.codename.errors = [no_such_codename()]
    return None


def no_such_codename() -> str:
    """That a codename opens nothing, and what to do."""
    return _(
        "No message has this codename. Compare each word and their order with what you wrote down, "
        "and try again."
    )


def _page(form: CodenameForm) -> str:
    return render_template("complaints/open_codename.html", form=form)


def codename_again(message: str) -> str:
    """The form with what was typed, after it was stopped; `message` says why."""
    form = CodenameForm()
    if limiter.current_limit and limiter.current_limit.breached:
        message = _(
            "Too many wrong codenames were tried, so that nobody can guess one. Wait an hour, "
            "then try again. Your words are still here."
        )
    form.form_errors.append(message)
    return _page(form)
