"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta


class StandingClock:
    """Call it for the moment; `app.extensions["clock"] = StandingClock(moment)` puts it in."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment.astimezone(UTC)

    def __call__(self) -> datetime:
        return self.moment

    def advance(self, **by: float) -> None:
        """Move forward: `advance(days=3)`, `advance(hours=1)`."""
        self.moment += timedelta(**by)
