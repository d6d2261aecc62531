"""Asking to follow: the form with its preview, the letter, and the confirmation."""

import json
from dataclasses import asdict
from urllib.parse import urlencode

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.extensions import limiter
from webapp.following import asked, service, wording
from webapp.following.forms import FollowForm
from webapp.following.routes.blueprint import (
    Answer,
    account_id,
    bp,
    known_follower,
    open_pages_of,
    opened_complaint,
    secret,
)
from webapp.following.service import Channel, Contact, Follower, Scope, Subject, Wish
from webapp.shared import line, push
from webapp.shared.kept_forms import keep_typed
from webapp.shared.languages import language
from webapp.shared.settings import settings
from webapp.surveys import service as surveys

MOST_SHOWN = 10


@bp.route("/new", methods=["GET", "POST"])
@limiter.limit("60 per hour", methods=["POST"])
def follow() -> str | Response:
    subject = asked.asked_subject(request.args, opened_complaint)
    follower = known_follower()
    form = follow_form(follower, subject)
    looking, by_push = (request.form.get("do") == what for what in ("preview", "push"))
    if looking or by_push:
        form.needs_email = False
    if form.validate_on_submit() and not looking:
        if by_push:
            return _keep_push(form, subject, follower)
        wish = form.wish(subject, Channel(form.channel.data))
        return _keep(wish, follower, form.email.data or "")
    return show_form(form, subject, follower, looking)


def follow_form(follower: Follower | None, subject: Subject) -> FollowForm:
    """The form, with the usual choices before anything was chosen."""
    form = FollowForm()
    form.offer_kinds(subject)
    form.offer(channels_here())
    form.needs_email = follower is None or not follower.email
    # A form that gives an address alone asks for the usual.
    if "cadence" not in request.form:
        form.fill(Wish(subject, language=language()))
        form.channel.data = str(Channel.EMAIL)
    return form


def channels_here() -> list[Channel]:
    """The ways by which news can come here."""
    found = [Channel.EMAIL, Channel.FEED, Channel.PODCAST, Channel.CALENDAR]
    return [*found, Channel.LINE] if line.is_set(settings()) else found


def show_form(
    form: FollowForm, subject: Subject, follower: Follower | None, looking: bool = False
) -> str:
    """The form under the preview of what it would bring."""
    wish = _wish_to_show(form, subject)
    preview = service.preview(wish)
    shown = preview.happenings[:MOST_SHOWN]
    return render_template(
        "following/follow.html",
        form=form,
        name=service.subject_name(subject, language()),
        page=asked.page_of(subject),
        needs_email=follower is None or not follower.email,
        amount=wording.amount(preview, wish),
        told=[(one.on, service.headline(one, language())) for one in shown],
        more=len(preview.happenings) - len(shown),
        looking=looking and not form.errors,
        push_key=push.public_key(settings()) if push.is_set(settings()) else "",
        in_feed=url_for("bills.feed_bill", public_id=f"b-{subject.ref}")
        if subject.kind is service.SubjectKind.BILL
        else "",
    )


def _wish_to_show(form: FollowForm, subject: Subject) -> Wish:
    """What is chosen now; the usual where a choice is no choice."""
    usual = Wish(subject, language=language())
    wrong = {"cadence", "weekday", "hour", "kinds", "language", "form", "channel"} & set(
        form.errors
    )
    return usual if wrong else form.wish(subject, Channel(form.channel.data))


def _keep(wish: Wish, follower: Follower | None, email: str) -> Response:
    by_mail = wish.channel is Channel.EMAIL
    if follower is not None and (follower.email or not by_mail):
        contact = Contact(follower_id=follower.id)
    elif by_mail:
        contact = Contact(email=email, asking_id=follower.id if follower else None)
    else:
        contact = Contact(account_id=account_id())
    subscription = service.ask_to_follow(wish, contact, secret())
    if contact.email:
        # One cap over everything that asks, whether it asks the browser or the address.
        surveys.join_browser(f"mail:{contact.email.strip().lower()}", secret())
        return redirect(_same("following.show_asked"))
    if follower is None:
        open_pages_of(subscription.follower)
    if subscription.state is service.SubscriptionState.ASKED:
        flash(_("One thing is left to do: send us the code below by LINE."))
        return redirect(url_for("following.show_following"))
    flash(_("You now follow: %(name)s", name=service.subject_name(wish.subject, language())))
    return redirect(
        url_for("following.show_following", followed="yes", _anchor=f"s{subscription.id}")
    )


def _keep_push(form: FollowForm, subject: Subject, follower: Follower | None) -> str | Response:
    """Begin to show messages in this browser, which gave its address in the field `push`."""
    browser = push.read_browser(request.form.get("push", ""))
    if browser is None or not push.is_acceptable(settings(), browser):
        form.form_errors.append(
            _("Your browser gave no address for messages. Try again, or choose another way.")
        )
        return show_form(form, subject, follower)
    contact = Contact(
        push=json.dumps(asdict(browser)),
        follower_id=follower.id if follower else None,
        account_id=account_id(),
    )
    subscription = service.ask_to_follow(form.wish(subject, Channel.PUSH), contact, secret())
    if follower is None:
        open_pages_of(subscription.follower)
    flash(_("You now follow: %(name)s", name=service.subject_name(subject, language())))
    return redirect(url_for("following.show_following", _anchor=f"s{subscription.id}"))


def _same(endpoint: str) -> str:
    """The address of a page about the same thing as the present one."""
    return f"{url_for(endpoint)}?{urlencode(request.args.to_dict())}"


@bp.get("/asked")
def show_asked() -> str:
    subject = asked.asked_subject(request.args, opened_complaint)
    return render_template(
        "following/show_asked.html",
        page=asked.page_of(subject),
        again=_same("following.follow"),
    )


@bp.route("/confirm/<token>", methods=["GET", "POST"])
def confirm(token: str) -> Answer:
    """Acts on POST only: programs that look into letters open every link."""
    own_list = request.args.get("list", "")
    try:
        if request.method == "POST":
            chosen = "" if request.form.get("do") == "apart" else own_list
            return _begin(service.confirm(token, secret(), account_id(), chosen))
        to_join = service.list_to_join(own_list, token, secret())
        subscription = service.opened(token, Scope.CONFIRM, secret())
    except service.LinkOver:
        return render_template("following/_link_over.html"), 404
    name = service.subject_name(subscription.subject, language())
    wish = subscription.wish
    return render_template(
        "following/confirm.html",
        sentence=wording.sentence(subscription, name),
        amount=wording.amount(service.preview(wish), wish),
        one_list=to_join is not None,
    )


def _begin(subscription: service.Subscription) -> Response:
    """The person has proved the address, so the person's own list opens."""
    open_pages_of(subscription.follower)
    flash(
        _("You now follow: %(name)s", name=service.subject_name(subscription.subject, language()))
    )
    return redirect(url_for("following.show_following", _anchor=f"s{subscription.id}"))


def _again(message: str) -> str:
    subject = asked.asked_subject(request.args, opened_complaint)
    follower = known_follower()
    form = follow_form(follower, subject)
    form.validate()
    form.form_errors.append(message)
    return show_form(form, subject, follower)


keep_typed(bp, {"following.follow": _again})
