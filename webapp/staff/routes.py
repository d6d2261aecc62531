"""The desk's own pages: what waits, and what staff did."""

from flask import Blueprint, render_template

from webapp.accounts import service as accounts
from webapp.bills import service as bills
from webapp.complaints import service as complaints
from webapp.following import service as following
from webapp.listening import service as listening
from webapp.search import service as search
from webapp.shared.languages import language, marked, with_languages
from webapp.shared.pagination import Page, page_number
from webapp.staff import service, wording

PER_PAGE = 50
MOST_LIMITS = 10

bp = Blueprint("staff", __name__, url_prefix="/staff")
accounts.guard_staff_pages(bp)


@bp.get("")
def show_desk() -> str:
    officer = accounts.staff_id()
    waiting = complaints.queue(complaints.QueueFilter(seen_by=officer), 1)
    asked = listening.waiting_requests()
    return render_template(
        "staff/show_desk.html",
        form_requests=asked,
        days_left=bills.office_days_left([one.due_on for one in asked.first]),
        waiting=waiting.total,
        late=complaints.count_late(officer),
        untold=complaints.late_errands(officer),
        letters=complaints.letters_waiting(listening.LETTERS),
        unreached=complaints.count_unreached(officer) + listening.count_untold_requests(),
        put_off=following.people_put_off(),
        unsent=accounts.unsent_forms(officer),
        unreached_staff=complaints.unreached_addresses(officer),
        silent_desks=complaints.desks_without_address(listening.bureaux_asked()),
        next_due=waiting.items[0].due_on if waiting.items else None,
        limits=[
            (bill, bills.say_deadline(state)) for bill, state in bills.running_limits(MOST_LIMITS)
        ],
        too_many_entries=search.outgrown_by(),
        most_entries=search.most_entries(),
    )


@bp.get("/audit")
def list_audit() -> str:
    number = page_number()
    entries, total = service.audit_entries(number, PER_PAGE, accounts.staff_id())
    page = Page(entries, number, PER_PAGE, total)
    return render_template(
        "staff/list_audit.html",
        page=page,
        name_of=marked(accounts.name_of),
        action_said=wording.action_said,
        subject_said=lambda subject: with_languages(
            wording.subject_said(subject, accounts.name_of), language()
        ),
    )
