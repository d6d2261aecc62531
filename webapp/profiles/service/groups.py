"""The profiles: what each says now and said before, and when it is to be reviewed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from webapp.extensions import db
from webapp.groups import service as groups
from webapp.profiles.models import ProfileVersion
from webapp.profiles.rules.groups import Part, first_words
from webapp.profiles.rules.review import Due, due_on, standing
from webapp.shared import audit, clock
from webapp.shared.bureaux import Bureau
from webapp.shared.clock import BANGKOK
from webapp.shared.transaction import transaction

_ORDER = [Due.NEVER, Due.OVERDUE, Due.SOON, Due.LATER]


@dataclass(frozen=True)
class ProfileWords:
    """What an officer writes of a group; `note` says what was found and changed."""

    parts: Mapping[Part, str]
    owner: Bureau
    note: str


@dataclass(frozen=True)
class Profile:
    """A group with the newest version of its profile; None before the first one was written."""

    group: groups.StakeholderGroup
    version: ProfileVersion | None
    reviewed_at: datetime | None

    @property
    def owner(self) -> Bureau:
        """The bureau that owns it."""
        return Bureau(self.version.owner if self.version else self.group.owner)

    @property
    def due_on(self) -> date | None:
        """The day by which it is to be reviewed; None where it never was, which is due at once."""
        return due_on(self._reviewed_on) if self._reviewed_on else None

    @property
    def standing(self) -> Due:
        """How it stands with the review today."""
        return standing(self._reviewed_on, clock.today())

    @property
    def _reviewed_on(self) -> date | None:
        return self.reviewed_at.astimezone(BANGKOK).date() if self.reviewed_at else None

    def says(self, part: Part, language: str) -> str:
        """What it says of a part: an officer's words as they are, else the first ones."""
        if self.version is None:
            return first_words(self.group.key, part, language)
        return str(getattr(self.version, part.value))


def list_profiles() -> list[Profile]:
    """The profiles of the groups in use, in the order of the list, those of the future last."""
    return _profiles(groups.list_groups())


def _profiles(wanted: Sequence[groups.StakeholderGroup]) -> list[Profile]:
    found: dict[str, ProfileVersion] = {}
    reviewed: dict[str, datetime] = {}
    for version in db.session.scalars(select(ProfileVersion).order_by(ProfileVersion.id)):
        found[version.group_key] = version
        if version.is_review:
            reviewed[version.group_key] = version.at
    return [Profile(group, found.get(group.key), reviewed.get(group.key)) for group in wanted]


def by_urgency(profiles: Sequence[Profile]) -> list[Profile]:
    """Those that were never reviewed or are overdue first, then by due day."""
    return sorted(profiles, key=lambda one: (_ORDER.index(one.standing), one.due_on or date.min))


def get_profile(key: str) -> Profile:
    """The profile of one group, in use or retired. Raises `GroupNotFound`."""
    return _profiles([groups.group_by_key(key)])[0]


def history_of(key: str) -> Sequence[ProfileVersion]:
    """Every version of a profile, the newest first."""
    wanted = select(ProfileVersion).where(ProfileVersion.group_key == key)
    return db.session.scalars(wanted.order_by(ProfileVersion.id.desc())).all()


def keep_profile(
    key: str, words: ProfileWords, is_review: bool, account_id: int | None
) -> ProfileVersion:
    """Keep what a profile says from now on; a review moves the due day by a year.

    Raises `GroupNotFound`.
    """
    groups.group_by_key(key)
    with transaction():
        version = ProfileVersion(
            group_key=key,
            at=clock.now(),
            account_id=account_id,
            is_review=is_review,
            owner=words.owner.value,
            note=words.note,
            **{part.value: words.parts[part] for part in Part},
        )
        db.session.add(version)
        audit.record(account_id, "profiles.review" if is_review else "profiles.correct", key)
    return version
