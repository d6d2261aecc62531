"""The personal home: what changed since the last visit and what is due, in the person's order."""

from datetime import date, datetime

from flask import flash, redirect, render_template, session, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.bills import service as bills
from webapp.complaints import service as complaints
from webapp.following import service, wording
from webapp.following.routes.blueprint import bp, known_follower, present_follower
from webapp.following.routes.listing import entry
from webapp.following.service import Block, Follower
from webapp.shared.dates import day as say_day
from webapp.shared.errors import NotFound
from webapp.shared.languages import language
from webapp.shared.visit import Visit

_SINCE = "following_since"
_OPEN_DRAFT = Visit(complaints.DRAFT_VISIT)


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
        drafts=[(draft, complaints.words_of(draft)) for draft in service.drafts_of(follower)],
    )


def _last_visit(follower: Follower) -> datetime | None:
    """When the person came before this visit: the same for every look within one visit."""
    if _SINCE not in session:
        before = service.note_visit(follower)
        session[_SINCE] = before.isoformat() if before else ""
    kept = session[_SINCE]
    return datetime.fromisoformat(kept) if kept else None


def _due(follower: Follower) -> list[tuple[date, str, str, str]]:
    """What is due, the nearest first: the day, the name, the page and the sentence. Limits and
    sittings of the bills that the person follows, and the answers to the person's own messages."""
    found = []
    for bill in service.bills_followed(follower):
        state = bills.bill_state(bill)
        due = state.deadline.due if state.deadline else None
        page = url_for("bills.show_bill", public_id=bill.public_id)
        for sitting in bills.sittings_on(bill, state.today):
            said = _("On the order paper: %(sitting)s.", sitting=bills.say_sitting(sitting))
            found.append((sitting.on, bill.name(language()), page, said))
        if due is not None:
            found.append((due, bill.name(language()), page, bills.say_deadline(state)))
    for one in service.messages_owed(follower):
        found.append(
            (one.due_on, _("Your message to the office"), url_for("complaints.track"), _owed(one))
        )
    return sorted(found)


def _owed(message: complaints.Complaint) -> str:
    if message.stands_still:
        return _("We have asked you something. The days do not count until you answer.")
    return _("The answer is due on %(day)s.", day=say_day(message.due_on))


@bp.post("/home/<block>/<way>")
def move_block(block: str, way: str) -> Response:
    if block not in set(Block) or way not in ("up", "down"):
        raise NotFound(block)
    service.move_block(present_follower(), Block(block), way == "up")
    return redirect(url_for("following.show_home", _anchor=block))


@bp.post("/home/drafts")
def put_draft() -> Response:
    """Put the draft that is open in this browser on the home."""
    follower = present_follower()
    draft_id = _OPEN_DRAFT.opened_case()
    if draft_id is None:
        raise complaints.DraftNotFound
    service.put_on_home(follower, draft_id)
    flash(_("Your draft is on your home now."))
    return redirect(url_for("complaints.show_draft"))


@bp.post("/home/drafts/<int(max=9223372036854775807):draft_id>")
def open_draft(draft_id: int) -> Response:
    """Open a draft of this person's in this browser."""
    if not service.is_on_home(present_follower(), draft_id):
        raise complaints.DraftNotFound
    _OPEN_DRAFT.open_case(draft_id)
    return redirect(url_for("complaints.show_draft"))


@bp.app_template_global()
def home_for_draft(draft: complaints.ComplaintDraft) -> str:
    """Whether the person here has a home that this draft may be put on: "open", or "there" where
    it is on it, or ""."""
    follower = known_follower()
    if follower is None or not service.may_be_on_home(draft):
        return ""
    return "there" if service.is_on_home(follower, draft.id) else "open"
