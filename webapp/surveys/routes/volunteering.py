"""Letting oneself be asked: give an address, confirm it, leave again."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from webapp.extensions import limiter
from webapp.shared import line
from webapp.shared.languages import language
from webapp.shared.settings import settings
from webapp.surveys import service
from webapp.surveys.forms.volunteering import VolunteerForm
from webapp.surveys.routes.blueprint import bp, secret

ONE = "/be-asked/<token>"


@bp.route("/be-asked", methods=["GET", "POST"])
@limiter.limit("20 per hour", methods=["POST"])
def be_asked() -> str | Answer:
    form = VolunteerForm()
    if form.validate_on_submit():
        address = form.email.data.strip()
        service.ask_to_be_asked(address, form.said_segment, language(), secret())
        service.join_browser(f"mail:{address.lower()}", secret())
        return redirect(url_for("surveys.look_into_mailbox"))
    return render_template("surveys/be_asked.html", form=form, has_line=line.is_set(settings()))


@bp.get("/be-asked/sent")
def look_into_mailbox() -> str:
    return render_template("surveys/look_into_mailbox.html")


@bp.route(ONE, methods=["GET", "POST"])
def confirm_asking(token: str) -> str | Answer:
    volunteer = service.volunteer_of(token, secret())
    service.join_browser(f"{volunteer.channel.value}:{volunteer.contact}", secret())
    if request.method == "POST":
        service.confirm_volunteer(token, secret())
        return redirect(url_for("surveys.confirm_asking", token=token))
    return render_template("surveys/confirm_asking.html", volunteer=volunteer, token=token)


@bp.post(f"{ONE}/stop")
def stop_asking(token: str) -> str:
    service.forget_volunteer(service.volunteer_of(token, secret()), secret())
    return render_template("surveys/stop_asking.html")
