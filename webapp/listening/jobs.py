"""Work that listening does later: making forms takes minutes."""

from webapp.documents import service as documents
from webapp.listening import service
from webapp.shared.outbox import Job, enqueue_later, enqueue_once
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction

# Longer than the longest slice of a maker with the slowest voice.
_LEASE_MINUTES = 15


def ask_for_forms(version_id: int) -> None:
    """A version that has just been published gets every form, however full the disk's share is."""
    if settings().FORMS_DISK_GB:
        version = documents.version_by_id(version_id)
        service.request_standard_forms(version, service.Urgency.NEW)
        _ask_for_comparison(version)


def _ask_for_comparison(version: documents.DocumentVersion) -> None:
    """What a new version changed can be heard too."""
    if version.number > 1:
        older = documents.get_version(version.document, version.number - 1)
        for kind in (service.FormKind.MP3_LIGHT, service.FormKind.MP3):
            service.request_form(version, kind, None, older, service.Urgency.NEW)


def make_forms() -> None:
    """Make what somebody waits for."""
    _go_on(service.make_waiting())


def fill_shelves() -> None:
    """Make, for the length of a slice, what nobody has asked for and every document should have."""
    _go_on(service.make_waiting(fill=service.fill))


def sweep_forms() -> None:
    """Remove files that belong to no form and to no recording, and look for what is missing."""
    service.sweep()
    service.sweep_recordings()
    with transaction():
        enqueue_once("listening.fill_shelves")


def align_narration(narration_id: int) -> None:
    """Put a recording in step with its text; half an hour of sound takes some minutes."""
    service.align_narration(narration_id)


def align_again() -> None:
    """A night finds the recordings whose text the voice divides otherwise by now."""
    service.align_again()


def _go_on(left: service.Left | None) -> None:
    """Leave the rest to the next slice; other work comes in between."""
    if left is None:
        return
    with transaction():
        if left.somebody_waits:
            enqueue_once("listening.make_forms")
        if left.not_full:
            enqueue_later("listening.fill_shelves", service.FILL_AGAIN_AFTER)
        if left.rest is not None:
            enqueue_later("listening.make_forms", left.rest)


JOBS = {
    "listening.align_again": Job(align_again, nightly=True),
    "listening.align_narration": Job(align_narration, lease_minutes=_LEASE_MINUTES),
    "listening.ask_for_forms": Job(ask_for_forms),
    "listening.make_forms": Job(make_forms, lease_minutes=_LEASE_MINUTES),
    "listening.fill_shelves": Job(fill_shelves, lease_minutes=_LEASE_MINUTES),
    "listening.sweep_forms": Job(sweep_forms, nightly=True),
}
