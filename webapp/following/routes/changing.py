"""Changing, pausing and stopping from the person's own list."""

from collections.abc import Callable
from datetime import datetime, time

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.following import service, wording
from webapp.following.forms import HowForm, PauseForm
from webapp.following.routes.blueprint import bp, present_follower
from webapp.following.service import Follower
from webapp.shared.clock import BANGKOK
from webapp.shared.dates import day
from webapp.shared.languages import language

# No id is larger; a longer number is an unknown page rather than a fault of the database.
NUMBER = "int(max=2147483647)"


@bp.route(f"/<{NUMBER}:number>/change", methods=["GET", "POST"])
def change(number: int) -> str | Response:
    return change_wish(present_follower(), number, list_url)


def list_url(number: int | None = None) -> str:
    """The address of the person's list, or of a wish in it."""
    return url_for("following.show_following", _anchor=f"s{number}" if number else None)


def change_wish(follower: Follower, number: int, to_list: Callable[..., str]) -> str | Response:
    """The form that changes a wish, and then the list; `to_list` gives the address of the list, and
    with the wish's number that of its place there."""
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
        return redirect(to_list(number))
    wish = form.wish(subscription.subject, subscription.channel) if valid else subscription.wish
    return render_template(
        "following/change.html",
        form=form,
        name=name,
        channel=wording.CHANNELS[subscription.channel],
        amount=wording.amount(service.preview(wish), wish),
        looking=looking and valid,
        list_url=to_list(),
    )


@bp.route(f"/<{NUMBER}:number>/pause", methods=["GET", "POST"])
def pause(number: int) -> str | Response:
    follower = present_follower()
    subscription = service.subscription_of(follower, number)
    name = service.subject_name(subscription.subject, language())
    form = PauseForm()
    if form.validate_on_submit():
        service.pause(follower, _begin_of(form), number)
        flash(_("Paused until %(day)s: %(name)s", day=day(form.until.day), name=name))
        return redirect(list_url(number))
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


@bp.post(f"/<{NUMBER}:number>/resume")
def resume(number: int) -> Response:
    service.pause(present_follower(), None, number)
    flash(_("It goes on."))
    return redirect(list_url(number))


@bp.post(f"/<{NUMBER}:number>/stop")
def stop_one(number: int) -> Response:
    stop_wish(present_follower(), number)
    return redirect(list_url())


def stop_wish(follower: Follower, number: int) -> None:
    """Stop a wish and say so."""
    subscription = service.stop_one(follower, number)
    name = service.subject_name(subscription.subject, language())
    flash(_("Stopped: %(name)s", name=name))


@bp.route("/stop-all", methods=["GET", "POST"])
def stop_all() -> str | Response:
    follower = present_follower()
    if request.method == "POST":
        service.stop_all(follower)
        flash(_("Everything is stopped. No more messages will come."))
        return redirect(url_for("following.show_following"))
    return render_template("following/stop_all.html", count=len(service.subscriptions_of(follower)))
