"""How much each channel is used, which orders the public page of channels."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from webapp.complaints.rules.channels import Channel, by_use, quarter_before
from webapp.complaints.rules.figures import Scope, Way
from webapp.complaints.rules.verdicts import Measure
from webapp.complaints.service.figures import EVERY_OUTCOME, list_tallies
from webapp.shared import clock, line
from webapp.shared.quarters import quarter_of
from webapp.shared.settings import settings


@dataclass(frozen=True)
class Usage:
    """The channels in order of their use in the quarter from `first` to `last`.

    `used`: how many messages came by each, of those of which the public figures tell it.
    """

    first: date
    last: date
    channels: list[Channel]
    used: dict[Channel, int]

    @property
    def most_used(self) -> frozenset[Channel]:
        """The channel by which most messages came; several where they are equal."""
        most = max(self.used.values(), default=0)
        return frozenset(channel for channel, count in self.used.items() if count == most > 0)


def channels_by_use() -> Usage:
    """The channels that are open here, the most used in the last whole quarter first; then the
    easiest.

    Of the public figures alone: an order by what they hide would tell what they hide.
    """
    first, after = quarter_before(clock.today())
    used: Counter[Channel] = Counter()
    for row in list_tallies(Scope.PUBLIC, quarter_of(first)):
        is_size = row.measure == Measure.FINAL and row.outcome == EVERY_OUTCOME
        if row.way == Way.CHANNEL and is_size and row.key:
            used[Channel(row.key)] += row.messages
    is_open = {
        Channel.LINE: line.account(settings()),
        Channel.EMAIL: settings().complaints_address,
    }
    closed = [channel for channel, address in is_open.items() if not address]
    return Usage(first, after - timedelta(days=1), by_use(used, closed), dict(used))
