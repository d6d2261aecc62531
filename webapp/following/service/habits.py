"""In which form and by which channel people follow, for figures alone: no address, no subject."""

from collections.abc import Iterator

from sqlalchemy import select

from webapp.extensions import db
from webapp.following.models import Subscription
from webapp.following.rules.subjects import SubjectKind
from webapp.following.rules.wishes import Channel, Form, SubscriptionState
from webapp.shared.habits import Habit

# Of channels that the person fetches by himself it is told only that they are fetched.
_CHANNELS = {Channel.FEED: "feed", Channel.PODCAST: "feed", Channel.CALENDAR: "feed"}
_FORMS = {Form.PLAIN: "text", Form.AUDIO_ATTACHED: "sound", Form.AUDIO_LINKED: "sound"}
_FOLLOWED = f"{SubjectKind.COMPLAINT}:"


def habits() -> Iterator[Habit]:
    """Of each follower the channels and whether news is read or heard; large print and braille are
    not told, as they tell of a disability."""
    for follower, channel, form, _subject in _rows():
        yield Habit(f"follower:{follower}", f"channel:{_CHANNELS.get(channel, channel.value)}")
        if form in _FORMS:
            yield Habit(f"follower:{follower}", f"form:{_FORMS[form]}")


def own_messages() -> Iterator[tuple[str, str]]:
    """Who follows which message to the office: ("follower:3", "complaint:12"). Only its receipt
    lets one follow it, so it is the person's own."""
    for follower, _channel, _form, subject in _rows():
        if subject.startswith(_FOLLOWED):
            yield f"follower:{follower}", f"complaint:{subject.removeprefix(_FOLLOWED)}"


def _rows() -> Iterator[tuple[int, Channel, Form, str]]:
    columns = (Subscription.follower_id, Subscription.channel, Subscription.form)
    wanted = select(*columns, Subscription.subject_key).where(
        Subscription.state == SubscriptionState.CONFIRMED
    )
    for row in db.session.execute(wanted.execution_options(yield_per=5000)):
        yield row.follower_id, row.channel, row.form, row.subject_key
