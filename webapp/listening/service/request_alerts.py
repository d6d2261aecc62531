"""What the office is told of requests for another form: one came, its day is here, it is past.

Who is told, and who stands above them, is the ladder of complaints; so are the addresses.
"""

from sqlalchemy import select

from webapp.complaints import service as complaints
from webapp.extensions import db
from webapp.listening.models.requests import FormRequest, FormRequestAlert
from webapp.listening.rules.requests import BUREAU, OPEN, RequestAlert
from webapp.shared import clock
from webapp.shared.bureaux import Bureau
from webapp.shared.outbox import enqueue
from webapp.shared.transaction import transaction

MAIL_ALERT, MAIL_ALERT_TO = "listening.mail_request_alert", "listening.mail_request_alert_to"
_ALERT = {
    complaints.Rung.TODAY: RequestAlert.TODAY,
    complaints.Rung.LATE: RequestAlert.LATE,
    complaints.Rung.VERY_LATE: RequestAlert.VERY_LATE,
}
# What is added, and a day that moves, hears who has it in hand, as on its day.
_RUNG = {
    **{alert: rung for rung, alert in _ALERT.items()},
    RequestAlert.MORE_WORDS: complaints.Rung.TODAY,
    RequestAlert.MOVED: complaints.Rung.TODAY,
}


def watch_requests() -> None:
    """Note of every open request what its day makes the office hear, each once for its due day."""
    open_now = select(FormRequest.id).where(FormRequest.state.in_(OPEN))
    for request_id in db.session.scalars(open_now).all():
        with transaction():
            request = db.session.get_one(FormRequest, request_id, with_for_update=True)
            rung = complaints.rung_today(request.due_on)
            if request.is_open and rung is not None:
                note_alert(request, _ALERT[rung])


def note_alert(request: FormRequest, level: RequestAlert, *, again: bool = False) -> None:
    """Keep an alert and have it told, inside the caller's transaction; once for each due day, or
    `again` each time."""
    same = select(FormRequestAlert).where(
        FormRequestAlert.request_id == request.id,
        FormRequestAlert.level == level,
        FormRequestAlert.due_on == request.due_on,
    )
    alert = db.session.scalar(same)
    if alert is not None and not again:
        return
    if alert is None:
        alert = FormRequestAlert(request_id=request.id, level=level, due_on=request.due_on)
        db.session.add(alert)
    alert.at, alert.mailed_at = clock.now(), None
    db.session.flush()
    enqueue(MAIL_ALERT, alert_id=alert.id)


def request_alert(alert_id: int) -> FormRequestAlert:
    """An alert that was noted."""
    return db.session.get_one(FormRequestAlert, alert_id)


def hand_out_request_alert(alert_id: int) -> None:
    """Have each who is to hear of an alert written to, each by a letter of its own; once. What is
    settled meanwhile is told to nobody."""
    with transaction():
        alert = db.session.get_one(FormRequestAlert, alert_id, with_for_update=True)
        if alert.mailed_at is None:
            is_open = db.session.get_one(FormRequest, alert.request_id).is_open
            for one in _recipients(alert) if is_open else []:
                enqueue(MAIL_ALERT_TO, alert_id=alert_id, whom=one.whom)
            alert.mailed_at = clock.now()


def request_alert_given_up(
    alert_id: int, whom: str, error: Exception, instead_of: str = ""
) -> None:
    """Have the letter of an alert that does not reach `whom` go to the next one up.

    Called in the transaction in which the outbox gives the letter up; `error` and `instead_of` are
    not looked at.
    """
    alert = request_alert(alert_id)
    told = {one.email for one in _recipients(alert)} | {complaints.address_of(whom)}
    up = complaints.next_up(whom, BUREAU, told)
    if up is not None:
        enqueue(MAIL_ALERT_TO, alert_id=alert_id, whom=up.whom, instead_of=whom)


def bureaux_asked() -> list[Bureau]:
    """The bureaux that owe somebody another form."""
    waits = select(FormRequest.id).where(FormRequest.state.in_(OPEN)).limit(1)
    return [] if db.session.scalar(waits) is None else [BUREAU]


def _recipients(alert: FormRequestAlert) -> list[complaints.Recipient]:
    request = db.session.get_one(FormRequest, alert.request_id)
    return complaints.told_on(_RUNG.get(alert.level), BUREAU, request.handler_id)
