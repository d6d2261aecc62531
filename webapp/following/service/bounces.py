"""Messages that came back: what that means for the person, and how it is undone."""

import hashlib
import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from webapp.extensions import db
from webapp.following.models import Delivery, DeliveryState, Follower
from webapp.following.rules.wishes import Channel
from webapp.following.service.followers import follower_by_id, follower_ids, person
from webapp.following.service.handing_over import hand_over
from webapp.shared import clock
from webapp.shared.mail import Bounce, is_for_good, status_in
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction

# A mailbox that is full once is no reason to stop; one that stays full is.
SOFT_MOST = 3
_NAME = re.compile(r"<news\.(\d{1,18})\.([0-9a-f]{16})@")


def letter_name(delivery_id: int) -> str:
    """What a letter is called in its Message-ID. Only its recipient knows it: whoever invents a
    report of failure does not."""
    return f"news.{delivery_id}.{_signature(delivery_id)}"


def _signature(delivery_id: int) -> str:
    secret = settings().SECRET_KEY.encode()
    said = f"following letter:{delivery_id}".encode()
    return hmac.new(secret, said, hashlib.sha256).hexdigest()[:16]


def delivery_named(message_id: str) -> Delivery | None:
    """The delivery whose letter has this Message-ID; None for any other letter."""
    found = _NAME.match(message_id)
    if found is None or not hmac.compare_digest(found[2], _signature(int(found[1]))):
        return None
    return db.session.get(Delivery, int(found[1]))


def note_bounce(bounce: Bounce) -> bool:
    """Keep that a letter came back, and stop mail to an address that is no good; what it told comes
    by another way where the person has one. The same report twice does nothing more. Gives whether
    the letter was ours."""
    with transaction():
        delivery = delivery_named(bounce.message_id)
        if delivery is None:
            return False
        if delivery.state is DeliveryState.SENT:
            delivery.state = DeliveryState.FAILED
            delivery.failure = f"{bounce.status} {bounce.reason}".strip()[:1000]
            reached = person(delivery.follower)
            count_bounce(reached, bounce.hard, bounce.status)
            hand_over(reached.id)
    return True


def note_refusal(follower_id: int, status: str) -> None:
    """Keep that the mail server refused an address at once, with this status (RFC 3463)."""
    with transaction():
        count_bounce(person(follower_by_id(follower_id)), is_for_good(status), status)


def count_bounce(follower: Follower, hard: bool, why: str) -> None:
    """Stop mail to a follower, in the caller's transaction: at once where the address is no good,
    after three letters in a row that came back otherwise."""
    db.session.flush()
    follower.soft_bounces = 0 if hard else _in_a_row(follower)
    if follower.mail_stopped_at is None and (hard or follower.soft_bounces >= SOFT_MOST):
        follower.mail_stopped_at, follower.mail_stopped_why = clock.now(), why
        hand_over(follower.id)


@dataclass(frozen=True)
class MailTrouble:
    """How many of the last letters to a follower came back in a row, and with which status (RFC
    3463) the last did; `for_good` where it says that the address will never work."""

    letters: int
    status: str
    for_good: bool


def mail_trouble(follower: Follower) -> MailTrouble | None:
    """Why mail to a follower was stopped, or may be soon; None where letters arrive."""
    row = _in_a_row(follower)
    if follower.mail_stopped_at is not None:
        status = follower.mail_stopped_why
    elif row:
        status = status_in(_last_letters(follower)[0].failure)
    else:
        return None
    return MailTrouble(row, status, is_for_good(status))


def _in_a_row(follower: Follower) -> int:
    """How many of the last letters came back, until one that did not."""
    failed = [one.state is DeliveryState.FAILED for one in _last_letters(follower)]
    return failed.index(False) if False in failed else len(failed)


def _last_letters(follower: Follower) -> Sequence[Delivery]:
    """As many of the last letters as decide whether mail goes on, the newest first."""
    return db.session.scalars(
        select(Delivery)
        .where(
            Delivery.follower_id.in_(follower_ids(follower)),
            Delivery.channel == Channel.EMAIL,
            Delivery.state.in_([DeliveryState.SENT, DeliveryState.FAILED]),
        )
        .order_by(Delivery.id.desc())
        .limit(SOFT_MOST)
    ).all()


def resume_mail(follower: Follower) -> None:
    """Send to the address again, as the person says that it works: what waited, and what failed in
    the last 28 days."""
    with transaction():
        follower.mail_stopped_at, follower.mail_stopped_why = None, ""
        follower.soft_bounces = 0
        hand_over(follower.id, again=True)
