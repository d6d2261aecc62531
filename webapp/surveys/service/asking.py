"""The one cap over everything that asks: nobody is asked for an opinion twice within 90 days.

Surveys offered at the end of a task, letters to a sample, pulses and the closing questions of
complaints all ask here first.
"""

from datetime import date

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from webapp.extensions import db
from webapp.shared import clock
from webapp.shared.transaction import transaction
from webapp.surveys import browser
from webapp.surveys.models import Asking
from webapp.surveys.rules import cap


def may_ask(person: str, secret: str) -> bool:
    """Whether a person has not been asked within 90 days.

    `person`: what tells the person again, for example "mail:" and an address. It is not kept.
    """
    asked = db.session.get(Asking, cap.keyed(secret, "asking", person))
    return cap.may_ask(asked.asked_on if asked else None, clock.today())


def claim_asking(person: str, secret: str) -> bool:
    """Note that a person is asked now, unless that was done within 90 days; whether it may be.

    Ask only where this gives True: of two that claim at once, one gets it. Joins the caller's
    transaction.
    """
    key, today = cap.keyed(secret, "asking", person), clock.today()
    with transaction():
        asked = db.session.get(Asking, key, with_for_update=True, populate_existing=True)
        if asked is None:
            return _first(key, today)
        if not cap.may_ask(asked.asked_on, today):
            return False
        asked.asked_on = today
        return True


def give_back_asking(person: str, secret: str) -> None:
    """Forget that a person was to be asked who in the end is not. Joins the transaction."""
    key = cap.keyed(secret, "asking", person)
    with transaction():
        db.session.execute(delete(Asking).where(Asking.person_key == key))


def claim_browser() -> bool:
    """The same for the browser of who gave no address, which keeps the day by itself."""
    kept = browser.present()
    if not cap.may_ask(kept.asked_on, clock.today()):
        return False
    browser.note_asked(kept)
    return True


def _first(key: str, today: date) -> bool:
    """Note a first asking; False where another process has just done so."""
    try:
        with db.session.begin_nested():
            db.session.add(Asking(person_key=key, asked_on=today))
    except IntegrityError:
        return False
    return True


def forget_askings() -> int:
    """Forget who was asked more than 90 days ago; how many there were."""
    with transaction():
        old = delete(Asking).where(Asking.asked_on <= clock.today() - cap.NOT_WITHIN)
        return int(db.session.execute(old).rowcount)  # type: ignore[attr-defined]
