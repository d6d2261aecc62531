"""Changing, pausing and stopping from the person's own list."""

from datetime import datetime, time

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.following import service, wording
from webapp.following.forms import HowForm, PauseForm
from webapp.following.routes.blueprint import bp, present_follower
from webapp.shared.clock import BANGKOK
from webapp.shared.dates import day
from webapp.shared.languages import language


@bp.route("/<int:number>/change", methods=["GET", "POST"])
def change(number: int) -> str | Response:
    follower = present_follower()
    subscription = service.subscription_of(follower, number)
    name = service.subject_name(subscription.subject, language())
    form = HowForm()
    form.offer_kinds(subscription.subject)
    looking = request.form.get("do") == "preview"
    if request.method == "GET":
        form.fill(subscription.wish)
    valid = form.validate_on_submit()
    if valid and not looking:
        changed = form.wish(subscription.subject, subscription.channel)
        kept = service.change(follower, number, changed)
        flash(_("Changed: %(sentence)s", sentence=wording.sentence(kept, name)))
        return _to_list(number)
    wish = form.wish(subscription.subject, subscription.channel) if valid else subscription.wish
    return render_template(
        "following/change.html",
        form=form,
        name=name,
        channel=wording.CHANNELS[subscription.channel],
        amount=wording.amount(service.preview(wish), wish),
        looking=looking and valid,
    )


@bp.route("/<int:number>/pause", methods=["GET", "POST"])
def pause(number: int) -> str | Response:
    follower = present_follower()
    subscription = service.subscription_of(follower, number)
    name = service.subject_name(subscription.subject, language())
    form = PauseForm()
    if form.validate_on_submit():
        service.pause(follower, _begin_of(form), number)
        flash(_("Paused until %(day)s: %(name)s", day=day(form.until.day), name=name))
        return _to_list(number)
    return render_template("following/pause.html", form=form, name=name)


@bp.route("/pause", methods=["GET", "POST"])
def pause_all() -> str | Response:
    follower = present_follower()
    form = PauseForm()
    if form.validate_on_submit():
        service.pause(follower, _begin_of(form))
        flash(_("Everything is paused until %(day)s.", day=day(form.until.day)))
        return redirect(url_for("following.show_following"))
    return render_template("following/pause.html", form=form, name="")


def _begin_of(form: PauseForm) -> datetime | None:
    chosen = form.until.day
    return datetime.combine(chosen, time(), BANGKOK) if chosen else None


@bp.post("/<int:number>/resume")
def resume(number: int) -> Response:
    service.pause(present_follower(), None, number)
    flash(_("It goes on."))
    return _to_list(number)


@bp.post("/<int:number>/stop")
def stop_one(number: int) -> Response:
    subscription = service.stop_one(present_follower(), number)
    name = service.subject_name(subscription.subject, language())
    flash(_("Stopped: %(name)s", name=name))
    return redirect(url_for("following.show_following"))


@bp.route("/stop-all", methods=["GET", "POST"])
def stop_all() -> str | Response:
    follower = present_follower()
    if request.method == "POST":
        service.stop_all(follower)
        flash(_("Everything is stopped. No more messages will come."))
        return redirect(url_for("following.show_following"))
    return render_template("following/stop_all.html", count=len(service.subscriptions_of(follower)))


def _to_list(number: int) -> Response:
    return redirect(url_for("following.show_following", _anchor=f"s{number}"))
