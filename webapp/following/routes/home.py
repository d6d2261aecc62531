"""The personal home: what changed since the last visit and what is due, in the person's order."""

from datetime import date, datetime

from flask import redirect, render_template, session, url_for
from werkzeug.wrappers import Response

from webapp.bills import service as bills
from webapp.following import service, wording
from webapp.following.routes.blueprint import bp, present_follower
from webapp.following.routes.listing import entry
from webapp.following.service import Block, Follower
from webapp.shared.errors import NotFound
from webapp.shared.languages import language

_SINCE = "following_since"


@bp.get("/home")
def show_home() -> str:
    follower = present_follower()
    since = _last_visit(follower)
    return render_template(
        "following/show_home.html",
        order=service.home_order(follower),
        names=wording.BLOCKS,
        since=since,
        changed=[
            (news.announced_at, service.tell(news, language()))
            for news in service.news_for(follower, since)
        ],
        due=_due(follower),
        notes=[(bills.bill_by_id(one.bill_id), one) for one in service.notes_of(follower)],
        followed=[entry(one) for one in service.subscriptions_of(follower)],
    )


def _last_visit(follower: Follower) -> datetime | None:
    """When the person came before this visit: the same for every look within one visit."""
    if _SINCE not in session:
        before = service.note_visit(follower)
        session[_SINCE] = before.isoformat() if before else ""
    kept = session[_SINCE]
    return datetime.fromisoformat(kept) if kept else None


def _due(follower: Follower) -> list[tuple[date, bills.Bill, str]]:
    """The time limits that run on the bills that the person follows, the nearest first."""
    found = []
    for bill in service.bills_followed(follower):
        state = bills.bill_state(bill)
        due = state.deadline.due if state.deadline else None
        if due is not None:
            found.append((due, bill, bills.say_deadline(state)))
    return sorted(found, key=lambda one: one[0])


@bp.post("/home/<block>/<way>")
def move_block(block: str, way: str) -> Response:
    if block not in set(Block) or way not in ("up", "down"):
        raise NotFound(block)
    service.move_block(present_follower(), Block(block), way == "up")
    return redirect(url_for("following.show_home", _anchor=block))
