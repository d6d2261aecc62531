"""The page of reading preferences, and what every page does about them."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.accounts import reading, service
from webapp.accounts.forms import PreferencesForm
from webapp.accounts.rules.preferences import Preferences, read_preferences
from webapp.listening import service as listening
from webapp.shared.languages import other_language_url

bp = Blueprint("preferences", __name__)
bp.add_app_template_global(reading.preferences, "preferences")
bp.add_app_template_global(reading.attributes, "reading_attributes")


@bp.before_app_request
def open_in_chosen_language() -> Response | None:
    """The front page, where the address is short and says nothing of a language."""
    at_front = request.method == "GET" and request.path == "/"
    return redirect(other_language_url()) if at_front and reading.wanted_elsewhere() else None


@bp.after_app_request
def vary_by_cookie(response: Response) -> Response:
    """No cache between may give one person's page to another."""
    if response.mimetype == "text/html":
        response.vary.add("Cookie")
    return response


@bp.route("/preferences", methods=["GET", "POST"])
def show_preferences() -> str | Response:
    form = _form()
    if form.validate_on_submit():
        return _keep(read_preferences(form.chosen()), _("Your reading preferences are kept."))
    return render_template("preferences/show_preferences.html", form=form)


@bp.post("/preferences/reset")
def reset_preferences() -> Response:
    return _keep(Preferences(), _("Everything is as usual again."))


def _keep(chosen: Preferences, done: str) -> Response:
    service.keep_preferences(chosen)
    flash(done)
    response = redirect(url_for("preferences.show_preferences"))
    reading.keep_in_browser(response, chosen)
    return response


def _form() -> PreferencesForm:
    form = PreferencesForm(data=reading.preferences().__dict__)
    usual = [("", _("As usual"))]
    form.voice.choices = usual + listening.voice_choices()
    form.speed.choices = [("0", _("As usual")), *listening.speed_choices()]
    form.grade.choices = [("-1", _("As usual")), *listening.grade_choices()]
    return form
