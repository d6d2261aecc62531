"""Looking for segments, which takes a while; each night it is asked whether it is time."""

from webapp.profiles import service
from webapp.shared.outbox import Job


def look_for_segments() -> None:
    """Look for segments where four weeks have passed since the last look."""
    service.look_for_segments()


JOBS = {"profiles.look_for_segments": Job(look_for_segments, lease_minutes=60, nightly=True)}
