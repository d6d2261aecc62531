"""Telling the people whose messages led to an improvement that it has moved."""

from flask import current_app
from flask_babel import force_locale
from flask_babel import gettext as _

from webapp.complaints import service as complaints
from webapp.improvement import service, wording
from webapp.improvement.models import Improvement
from webapp.improvement.rules import State
from webapp.needs import service as needs
from webapp.shared.languages import PREFIX
from webapp.shared.outbox import Job


def tell_complaints(improvement_id: int, state: str) -> None:
    """Tell each of them once, in the language in which the person is written to."""
    improvement = service.get_improvement(f"i-{improvement_id}")
    into = State(state)
    mover = next((one.account_id for one in reversed(improvement.moves) if one.state is into), None)
    behind = complaints.languages_of(service.complaints_behind(improvement_id))
    for complaint_id, language in behind.items():
        with force_locale(language):
            text = _news(improvement, into, language)
        complaints.tell_of_improvement(complaint_id, improvement_id, state, text, mover)


def follow_need(need_id: int, origin: str, ref: str, under: list[int]) -> None:
    """Keep what led to improvements true when a need has left the register."""
    taken = origin == needs.Origin.COMPLAINT
    service.follow_need(need_id, int(ref) if taken else None, under)


def _news(improvement: Improvement, state: State, language: str) -> str:
    more = {State.DECLINED: improvement.reason, State.TOLD_BACK: improvement.told_in(language)}
    base = current_app.extensions["settings"].BASE_URL
    prefix = PREFIX if language == "en" else ""
    return "\n".join(
        (
            _("Your message led to an improvement of our work: %(title)s", title=improvement.title),
            _("Where it stands now: %(state)s", state=wording.STATE[state]),
            more.get(state) or improvement.work,
            f"{base}{prefix}/improvements/{improvement.public_id}",
        )
    )


JOBS = {
    service.TELL: Job(tell_complaints, lease_minutes=60),
    service.TELL_NEEDS: Job(service.tell_needs, lease_minutes=60),
    service.FOLLOW_NEED: Job(follow_need),
    "improvement.open_quarters": Job(service.open_quarters, nightly=True),
}
