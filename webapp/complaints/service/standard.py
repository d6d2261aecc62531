"""The published standard and its versions."""

from sqlalchemy import select

from webapp.complaints.models import StandardVersion
from webapp.complaints.rules.standard import FIRST, PublishedStandard, check, in_force
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.errors import NotFound
from webapp.shared.transaction import transaction


class StandardNotFound(NotFound):
    """There is no such version of the standard."""


def standard_versions() -> list[PublishedStandard]:
    """Every version, the oldest first; a coming one among them."""
    kept = db.session.scalars(select(StandardVersion).order_by(StandardVersion.version))
    return [FIRST, *(version.as_rule() for version in kept)]


def present_standard() -> PublishedStandard:
    """The version in force today."""
    return in_force(standard_versions(), clock.today())


def standard_by_version(version: int) -> PublishedStandard:
    """One version. Raises `StandardNotFound`."""
    if version == FIRST.version:
        return FIRST
    kept = db.session.get(StandardVersion, version)
    if kept is None:
        raise StandardNotFound(f"version {version}")
    return kept.as_rule()


def publish_standard(new: PublishedStandard, staff_id: int | None) -> PublishedStandard:
    """Publish `new` as the next version; its own number is not looked at.

    Messages received before it is in force keep the promise that was made to them.
    Raises `StandardRefused`.
    """
    with transaction():
        last = standard_versions()[-1]
        check(new, last, clock.today())
        names = PublishedStandard.__dataclass_fields__
        values = {name: getattr(new, name) for name in names} | {"version": last.version + 1}
        kept = StandardVersion(**values, published_at=clock.now(), published_by=staff_id)
        db.session.add(kept)
        audit.record(staff_id, "complaints.publish_standard", f"standard {kept.version}")
    return kept.as_rule()
