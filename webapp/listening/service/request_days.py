"""The day by which a request for another form is owed, and what moves it: the calendar."""

from datetime import date, datetime

from sqlalchemy import select

from webapp.bills.service import office_due_day
from webapp.extensions import db
from webapp.listening.models.requests import FormRequest
from webapp.listening.rules.requests import OPEN, STANDARD, RequestAlert
from webapp.listening.service.request_alerts import note_alert
from webapp.listening.service.request_untold import leave_to_officers
from webapp.shared.outbox import enqueue_once
from webapp.shared.transaction import transaction

MAIL_MOVED = "listening.mail_request_moved"


def request_due_day(received: datetime) -> date:
    """The day by which what is asked for at `received` is there, or said why it cannot be."""
    return office_due_day(received, STANDARD)


def recount_requests() -> None:
    """Count the day of every open request again after the calendar has changed; tell the office
    and those who asked of each that moved."""
    open_now = select(FormRequest.id).where(FormRequest.state.in_(OPEN))
    for request_id in db.session.scalars(open_now).all():
        with transaction():
            _recount(_locked(request_id))


def due_day_mailed(request_id: int, told: date) -> None:
    """Note, inside the caller's transaction, which day a letter told the person; one that moved
    while the letter was written is told by another."""
    request = _locked(request_id)
    request.mailed_due_on = told
    if request.is_open and request.due_on != told:
        enqueue_once(MAIL_MOVED, request_id=request_id)


def moved_day_mailed(request_id: int, told: date) -> None:
    """Note that the letter went out that the day has moved to `told`."""
    with transaction():
        due_day_mailed(request_id, told)


def _recount(request: FormRequest) -> None:
    due_on = request_due_day(request.counted_from)
    if not request.is_open or due_on == request.due_on:
        return
    request.due_on = due_on
    # The same day again, where a holiday is entered, taken out and entered, is news again.
    note_alert(request, RequestAlert.MOVED, again=True)
    if request.unreached_at is not None:
        leave_to_officers(request)
    enqueue_once(MAIL_MOVED, request_id=request.id)


def _locked(request_id: int) -> FormRequest:
    return db.session.get_one(FormRequest, request_id, with_for_update=True, populate_existing=True)
