"""The one cap over everything that asks: nobody is asked for an opinion twice within 90 days.

Surveys offered at the end of a task, letters to a sample, pulses and the closing questions of
complaints all ask here first.
"""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete, select
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
    asked = db.session.get(Asking, asking_key(person, secret))
    return cap.may_ask(asked.asked_on if asked else None, clock.today())


def claim_asking(person: str, secret: str) -> bool:
    """Note that a person is asked now, unless that was done within 90 days; whether it may be.

    Ask only where this gives True: of two that claim at once, one gets it. Joins the caller's
    transaction.
    """
    key, today = asking_key(person, secret), clock.today()
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
    key = asking_key(person, secret)
    with transaction():
        db.session.execute(delete(Asking).where(Asking.person_key == key))


def claim_browser() -> bool:
    """The same for a browser, which keeps the day by itself, and for every address that it is known
    with."""
    kept = browser.present()
    if not cap.may_ask(last_asked(kept), clock.today()):
        return False
    note_asked(kept)
    return True


def last_asked(kept: browser.Browser) -> date | None:
    """The day on which a browser, or an address that it is known with, was last asked."""
    days = [kept.asked_on] if kept.asked_on else []
    if kept.known:
        wanted = select(Asking.asked_on).where(Asking.person_key.in_(kept.known))
        days += db.session.scalars(wanted).all()
    return max(days, default=None)


def note_asked(kept: browser.Browser) -> None:
    """Note that a browser, and with it every address that it is known with, is asked today."""
    kept.asked_on = clock.today()
    browser.remember(kept)
    _note_keys(kept.known, kept.asked_on)


def join_browser(person: str, secret: str) -> None:
    """Let the present browser and a person with an address share one cap from now on.

    `person`: as for `claim_asking`, whose address was given in this browser, or whose letter's link
    was opened in it. Only its keyed hash is kept, in the browser.
    """
    join_by_key(asking_key(person, secret))


def join_by_key(key: str) -> None:
    """The same by the person's `asking_key`; "" for nobody."""
    kept = browser.present()
    if not key or key in kept.known:
        return
    kept.known.append(key)
    browser.remember(kept)
    if kept.asked_on:
        _note_keys([key], kept.asked_on)


def asking_key(person: str, secret: str) -> str:
    """What is kept in the place of a person who may be asked."""
    return cap.keyed(secret, "asking", person)


def _note_keys(keys: Sequence[str], day: date) -> None:
    """Note that these persons were asked on a day, where they were not asked later."""
    if not keys:
        return
    with transaction():
        for key in keys:
            asked = db.session.get(Asking, key, with_for_update=True, populate_existing=True)
            if asked is None:
                _first(key, day)
            elif asked.asked_on < day:
                asked.asked_on = day


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
