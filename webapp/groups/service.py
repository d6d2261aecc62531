"""What can be done with the list of groups: read, add, rename, retire, take up again."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from webapp.extensions import db
from webapp.groups.models import GroupVersion, StakeholderGroup
from webapp.groups.rules.first import new_key
from webapp.shared import audit, clock
from webapp.shared.bureaux import Bureau
from webapp.shared.errors import NotFound, Refused
from webapp.shared.transaction import transaction

__all__ = [
    "GroupFacts", "GroupNotFound", "GroupVersion", "LastGroup", "SortTaken", "StakeholderGroup",
    "add_group", "all_groups", "asks_as", "change_group", "group_by_key", "list_groups",
    "said_in_surveys", "set_over",
]  # fmt: skip


class GroupNotFound(NotFound):
    """There is no such group."""


class SortTaken(Refused):
    """Another group stands for this sort of people in the register of needs already."""


class LastGroup(Refused):
    """A list without a group says nothing."""


@dataclass(frozen=True)
class GroupFacts:
    """What an officer writes of a group. `member_th` and `member_en`: what a person of it says of
    herself in a survey, both empty where surveys do not ask for it."""

    th: str
    en: str
    owner: Bureau
    asks_as: str = ""
    is_future: bool = False
    member_th: str = ""
    member_en: str = ""


def list_groups() -> Sequence[StakeholderGroup]:
    """The groups in use, those of the future last, else in the order in which they were listed."""
    return [one for one in all_groups() if not one.is_over]


def all_groups() -> Sequence[StakeholderGroup]:
    """Those that are retired too."""
    listed = select(StakeholderGroup).order_by(StakeholderGroup.is_future, StakeholderGroup.id)
    return db.session.scalars(listed).all()


def said_in_surveys() -> list[StakeholderGroup]:
    """The groups that a person may say to belong to in a survey."""
    return [one for one in list_groups() if one.member_th]


def asks_as() -> dict[str, str]:
    """Which group stands for a sort of people in the register of needs, by that sort."""
    return {one.asks_as: one.key for one in list_groups() if one.asks_as}


def group_by_key(key: str) -> StakeholderGroup:
    """One group, in use or retired. Raises `GroupNotFound`."""
    group = db.session.scalar(select(StakeholderGroup).where(StakeholderGroup.key == key))
    if group is None:
        raise GroupNotFound
    return group


def add_group(facts: GroupFacts, account_id: int | None) -> StakeholderGroup:
    """Put a group on the list. Raises `SortTaken`."""
    with transaction():
        taken = {name for one in all_groups() for name in (one.key, one.said_as)}
        key = new_key(facts.en, taken)
        group = StakeholderGroup(key=key, said_as=key, is_over=False)
        _write(group, facts)
        db.session.add(group)
        _keep_version(group, account_id, "groups.add")
    return group


def change_group(key: str, facts: GroupFacts, account_id: int | None) -> None:
    """Write what the list says of a group anew; what it said stays in its history.

    Raises `GroupNotFound`, `SortTaken`.
    """
    with transaction():
        group = group_by_key(key)
        _keep_first_version(group)
        _write(group, facts)
        _keep_version(group, account_id, "groups.change")


def set_over(key: str, is_over: bool, account_id: int | None) -> None:
    """Retire a group, or take it up again: its profile, needs and figures stay as they are.

    Raises `GroupNotFound`, `LastGroup`, `SortTaken`.
    """
    with transaction():
        group = group_by_key(key)
        if is_over and [one.key for one in list_groups()] == [key]:
            raise LastGroup
        _keep_first_version(group)
        group.is_over = is_over
        _refuse_taken(group)
        _keep_version(group, account_id, "groups.retire" if is_over else "groups.take_up")


def _write(group: StakeholderGroup, facts: GroupFacts) -> None:
    group.th, group.en, group.owner = facts.th, facts.en, facts.owner.value
    group.asks_as, group.is_future = facts.asks_as, facts.is_future
    group.member_th, group.member_en = facts.member_th, facts.member_en
    _refuse_taken(group)


def _refuse_taken(group: StakeholderGroup) -> None:
    """Two groups for one sort of people would count its needs twice. Raises `SortTaken`."""
    others = (one for one in list_groups() if one is not group)
    if group.asks_as and any(one.asks_as == group.asks_as for one in others):
        raise SortTaken


def _keep_first_version(group: StakeholderGroup) -> None:
    """What the list began with, which nobody wrote, so that the history is whole."""
    if not group.versions:
        group.versions.append(_version(group, None))
        db.session.flush()


def _keep_version(group: StakeholderGroup, account_id: int | None, deed: str) -> None:
    group.versions.append(_version(group, account_id))
    db.session.flush()
    db.session.expire(group, ["versions"])
    audit.record(account_id, deed, group.key)


def _version(group: StakeholderGroup, account_id: int | None) -> GroupVersion:
    return GroupVersion(
        at=clock.now(),
        account_id=account_id,
        th=group.th,
        en=group.en,
        owner=group.owner,
        asks_as=group.asks_as,
        is_future=group.is_future,
        is_over=group.is_over,
        member_th=group.member_th,
        member_en=group.member_en,
    )
