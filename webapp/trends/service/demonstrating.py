"""Filling an empty register with made-up needs, so that the pages can be seen at work."""

from datetime import timedelta

from webapp.needs import service as needs
from webapp.needs.service import counting
from webapp.shared import clock
from webapp.shared.errors import Refused
from webapp.shared.outbox import enqueue_once
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction
from webapp.trends.rules.demonstration import made_up
from webapp.trends.rules.seasons import last_whole_week, monday
from webapp.trends.service.looking import look


class RegisterInUse(Refused):
    """Made-up needs come into an empty register alone."""


def demonstrate() -> int:
    """Keep the made-up needs, look for trends, and have segments looked for; how many there are.

    Raises `RegisterInUse` where the register has a need.
    """
    if counting.first_heard() is not None:
        raise RegisterInUse(
            "the register of needs is in use: made-up needs would be taken for real"
        )
    last = last_whole_week(clock.today())
    found = list(made_up(monday(last).isocalendar().week))
    with transaction():
        for number, one in enumerate(found):
            day = monday(last + 1 - one.weeks_ago) + timedelta(days=one.day)
            hearing = needs.Hearing(
                one.words,
                "th",
                channel=needs.Channel[one.channel],
                who=needs.Who.GROUP if one.person else needs.Who.CITIZEN,
                name=f"กลุ่มตัวอย่าง {one.person}" if one.person else "",
                aspect=needs.Aspect[one.aspect],
                heard_at=clock.start_of_day(day) + timedelta(hours=9),
            )
            needs.note_need(needs.Origin.STAFF, f"made-up-{number}", hearing, settings().SECRET_KEY)
        enqueue_once("profiles.look_for_segments")
    look()
    return len(found)
