"""What messages are about and how they came in, for figures alone: no words, no person."""

from collections.abc import Iterator

from sqlalchemy import select

from webapp.complaints.models import Complaint
from webapp.complaints.rules.channels import Channel
from webapp.complaints.rules.identity import Identity
from webapp.complaints.rules.states import State
from webapp.extensions import db
from webapp.shared.habits import Habit

_CHANNELS = {Channel.WEB: "internet", Channel.API: "internet"}


def habits() -> Iterator[Habit]:
    """Of each message its channel and, where an officer has decided it, its topic.

    Anonymous messages and those taken back are left out.
    """
    columns = select(Complaint.id, Complaint.channel, Complaint.topic).where(
        Complaint.identity != Identity.ANONYMOUS, Complaint.state != State.WITHDRAWN.value
    )
    for number, channel, topic in db.session.execute(columns.execution_options(yield_per=5000)):
        whose = f"complaint:{number}"
        yield Habit(whose, f"channel:{_CHANNELS.get(channel, channel.value)}")
        if topic:
            yield Habit(whose, f"problem:{topic}")
