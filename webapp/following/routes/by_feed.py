"""What one's own feeds lead to: the wishes, to be changed and stopped with the feed's own key.

A feed lies with whoever fetches it for its person, so its key opens no address, note, preference or
file of the person, and not the person's pages.
"""

from functools import partial

from flask import make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response

from webapp.following import service
from webapp.following.routes.blueprint import Answer, bp, secret
from webapp.following.routes.changing import change_wish, stop_wish
from webapp.following.routes.listing import entry
from webapp.following.service import Follower, LinkOver, Scope


def _follower(token: str) -> Follower:
    return service.opened_follower(token, Scope.FEED, secret())


@bp.errorhandler(LinkOver)
def say_link_over(_error: LinkOver) -> tuple[str, int]:
    """The same page for every link that is over, wherever it led."""
    return render_template("following/_link_over.html"), 404


@bp.get("/feed/<token>")
def list_by_feed(token: str) -> Response:
    found = service.subscriptions_of(_follower(token))
    items = [entry(one) for one in found]
    answer = make_response(render_template("following/list_by_feed.html", token=token, items=items))
    # Nobody finds by a search engine what somebody follows.
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


@bp.route("/feed/<token>/<int(max=2147483647):number>/change", methods=["GET", "POST"])
def change_by_feed(token: str, number: int) -> Answer:
    return change_wish(_follower(token), number, partial(_list_url, token))


@bp.post("/feed/<token>/<int(max=2147483647):number>/stop")
def stop_by_feed(token: str, number: int) -> Response:
    stop_wish(_follower(token), number)
    return redirect(_list_url(token))


def _list_url(token: str, number: int | None = None) -> str:
    anchor = f"s{number}" if number else None
    return url_for("following.list_by_feed", token=token, _anchor=anchor)
