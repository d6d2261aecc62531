"""All that a person follows, in one list that reads well aloud."""

from collections.abc import Sequence

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.extensions import limiter
from webapp.following import asked, service, wording
from webapp.following.forms import EmailForm
from webapp.following.messages import links
from webapp.following.routes.blueprint import (
    Answer,
    bp,
    close_pages,
    known_follower,
    open_pages_of,
    secret,
)
from webapp.following.service import Channel, Follower, Scope, Subscription
from webapp.shared import line
from webapp.shared.kept_forms import keep_typed
from webapp.shared.languages import language
from webapp.shared.settings import settings
from webapp.surveys import service as surveys

# So much of what has not reached a person is named; the rest stands in the feeds.
_MOST_MISSING = 10


@bp.route("", methods=["GET", "POST"])
@limiter.limit("10 per hour", methods=["POST"])
def show_following() -> str | Response:
    """The person's list; to whom is not known, what following is and a letter with the link."""
    form = EmailForm()
    if form.validate_on_submit():
        service.ask_for_list(form.email.data or "", language(), secret())
        flash(_("If this address follows anything, a letter with the link to its page is coming."))
        return redirect(url_for("following.show_following"))
    follower = known_follower()
    if follower is None:
        return render_template("following/_how_to_follow.html", form=form)
    trouble = service.mail_trouble(follower)
    missing = service.undelivered(follower)
    return render_template(
        "following/show_following.html",
        follower=follower,
        items=[entry(one) for one in service.subscriptions_of(follower)],
        feeds=feeds_of(follower),
        own_link=links.manage_url(follower, language()),
        mail_trouble=trouble,
        mail_reason=wording.mail_reason(trouble) if trouble else "",
        most_returned=service.SOFT_MOST,
        put_off=[wording.waiting_words(one) for one in service.put_off_to(follower)],
        missing=[service.tell(news, language()) for news in missing[:_MOST_MISSING]],
        missing_count=len(missing),
        notes=len(service.notes_of(follower)),
        line_waits=[(name_of(one), service.line_code(one)) for one in waiting_for_line(follower)],
        line_account=settings().LINE_ACCOUNT_ID,
    )


def name_of(subscription: Subscription) -> str:
    """What a subscription is called."""
    return service.subject_name(subscription.subject, language())


def waiting_for_line(follower: Follower) -> Sequence[Subscription]:
    """What begins once its code is sent by LINE; nothing where this site has no LINE."""
    return service.waits_for_line(follower) if line.is_set(settings()) else ()


def entry(subscription: Subscription) -> dict[str, object]:
    """A subscription as the list says it."""
    name = name_of(subscription)
    return {
        "id": subscription.id,
        "name": name,
        "sentence": wording.sentence(subscription, name),
        "paused": wording.pause_words(subscription),
        "page": asked.page_of(subscription.subject),
    }


def feeds_of(follower: Follower) -> list[tuple[str, str]]:
    """The names and addresses of the person's own feeds."""
    token = service.follower_token(follower, Scope.FEED, secret())
    files = {"news.atom": Channel.FEED, "podcast.xml": Channel.PODCAST}
    files["calendar.ics"] = Channel.CALENDAR
    return [
        (str(wording.CHANNELS[channel]), service.file_address(f"/feeds/{token}/{file}"))
        for file, channel in files.items()
    ]


@bp.get("/mine/<token>")
def open_mine(token: str) -> Answer:
    """The link in every message: opens the person's own pages without a log-in."""
    try:
        follower = service.opened_follower(token, Scope.MANAGE, secret())
    except service.LinkOver:
        return render_template("following/_link_over.html"), 404
    open_pages_of(follower)
    if follower.email:
        surveys.join_browser(f"mail:{follower.email.lower()}", secret())
    return redirect(url_for("following.show_following"))


@bp.post("/leave")
def leave() -> Response:
    close_pages()
    flash(_("Your list is closed on this device. The link in any message opens it again."))
    return redirect(url_for("following.show_following"))


def _again(message: str) -> str:
    form = EmailForm()
    form.validate()
    form.form_errors.append(message)
    return render_template("following/_how_to_follow.html", form=form)


keep_typed(bp, {"following.show_following": _again})
