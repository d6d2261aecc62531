"""People who follow and ask, put into the tables as their features do."""

from itertools import count

from webapp.extensions import db
from webapp.following.models import Follower, Subscription
from webapp.following.rules.wishes import Cadence, Channel, Form, SubscriptionState
from webapp.needs import service as needs
from webapp.shared import clock

_numbers = count(1)


def follow(number: int, channel: Channel, form: Form) -> None:
    """A follower of everything, with an address of its own."""
    moment = clock.now()
    follower = Follower(
        email=f"person{number}@example.org", email_hash=str(number), made_at=moment, key_version=1
    )
    db.session.add(follower)
    db.session.flush()
    db.session.add(
        Subscription(
            follower_id=follower.id, subject_key="everything", kinds=1, cadence=Cadence.AT_ONCE,
            language="th", form=form, channel=channel, state=SubscriptionState.CONFIRMED,
            asked_at=moment,
        )
    )  # fmt: skip
    db.session.commit()


def say(who: needs.Who, name: str, aspect: needs.Aspect) -> None:
    """A need that an officer heard of a named person."""
    hearing = needs.Hearing("ขอข้อมูล", "th", who=who, name=name, aspect=aspect)
    needs.note_need(needs.Origin.STAFF, str(next(_numbers)), hearing, "test")
