"""Pages of bills and votes, of the Senate's members and of its committees."""

from itertools import groupby

from flask import Blueprint, abort, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.bills import feeds, service
from webapp.bills.filters import filter_form, wanted
from webapp.bills.wording.names import key_name
from webapp.bills.wording.sections import section_words
from webapp.documents import service as documents
from webapp.listening import service as listening
from webapp.shared.languages import language
from webapp.shared.pagination import Page, page_number

PER_PAGE = 25
IN_FEED = 50

bp = Blueprint("bills", __name__)
bp.add_app_template_filter(key_name, "key_name")
bp.add_app_template_filter(section_words, "section_words")
bp.add_app_template_filter(service.say_reason, "say_reason")


@bp.get("/bills")
def list_bills() -> str:
    form = filter_form()
    number = page_number()
    found, total = service.list_bills(wanted(form), number, PER_PAGE)
    page = Page(found, number, PER_PAGE, total)
    asked = {field.name: field.data for field in form if field.data and not field.errors}
    return render_template("bills/list_bills.html", form=form, page=page, asked=asked)


@bp.get("/bills/feed.atom")
def feed_bills() -> Response:
    """The list's feed; a reader that asks for what is not known must not be given every bill."""
    form = filter_form()
    if form.errors:
        abort(404)
    found, _total = service.list_bills(wanted(form), 1, IN_FEED)
    return feeds.list_feed(_("Bills before Parliament"), found)


@bp.get("/bills/<public_id>", defaults={"slug": ""})
@bp.get("/bills/<public_id>/<slug>")
def show_bill(public_id: str, slug: str) -> str:
    """One bill; whatever stands behind the id is for people to read and may change."""
    bill = service.get_bill(public_id)
    state = service.bill_state(bill)
    votes = service.votes_of(bill)
    found = documents.documents_of_bill(bill.id, language())
    return render_template(
        "bills/show_bill.html",
        bill=bill,
        slug=service.slug(bill.name(language())),
        state=state,
        lead=service.say_state(bill, state),
        steps=[step for step in bill.steps if step.withdrawn_at is None],
        withdrawn=[step for step in bill.steps if step.withdrawn_at is not None],
        sittings=[
            (one, service.say_sitting(one)) for one in service.sittings_on(bill, state.today)
        ],
        votes=[(vote, service.say_vote(vote)) for vote in votes],
        merged=service.merged_bills(bill),
        related=_related(bill),
        documents=found,
        comparable=documents.comparable_pairs(found),
        first_with_last=[
            (first, last, documents.name_beside(first, last.document))
            for first, last in documents.first_with_last(found)
        ],
        video=listening.video_of(bill),
    )


def _related(bill: service.Bill) -> list[tuple[str, list[service.Bill]]]:
    """The other bills that its page names, each group with its heading."""
    found = service.relatives_of(bill)
    groups = [
        (_("Later bills on the same law"), found.later),
        (_("Earlier bills on the same law"), found.earlier),
        (_("Merged into the same bill"), found.together),
    ]
    return [(title, group) for title, group in groups if group]


@bp.get("/bills/<public_id>/feed.atom")
def feed_bill(public_id: str) -> Response:
    return feeds.bill_feed(service.get_bill(public_id))


@bp.get("/bills/<public_id>/calendar.ics")
def calendar_of_bill(public_id: str) -> Response:
    return feeds.bill_calendar(service.get_bill(public_id))


@bp.get("/votes/<public_id>")
def show_vote(public_id: str) -> str:
    vote = service.get_vote(public_id)
    return render_template("bills/show_vote.html", vote=vote, sentence=service.say_vote(vote))


@bp.get("/members")
def list_members() -> str:
    members = service.list_members()
    groups = [
        (number, list(group))
        for number, group in groupby(members, key=lambda member: member.group_number)
    ]
    return render_template("bills/list_members.html", groups=groups, total=len(members))


@bp.get("/members/<public_id>")
def show_member(public_id: str) -> str:
    return render_template("bills/show_member.html", member=service.get_member(public_id))


@bp.get("/committees")
def list_committees() -> str:
    return render_template("bills/list_committees.html", committees=service.list_committees())


@bp.get("/committees/<public_id>")
def show_committee(public_id: str) -> str:
    committee = service.get_committee(public_id)
    return render_template("bills/show_committee.html", committee=committee)
