"""Whose aspect counts: one rule for every page, file and trend.

What officers decided, or the person whose need it is put right, counts for an aspect. What the
words of a need suggest, until an officer has checked it, is told apart from that and never added to
it, save where time is compared with time: a trend takes both together, as else sorting needs would
look like a rise, and says how many of them are not checked yet.
"""

from typing import cast

from sqlalchemy import ColumnElement, case, func

from webapp.needs.models import Need
from webapp.needs.rules.lists import Aspect


def decided() -> ColumnElement[str | None]:
    """The aspect that officers decided; NULL where they have not."""
    return cast(ColumnElement[str | None], Need.aspect)


def unchecked() -> ColumnElement[str | None]:
    """The aspect that the words of a need suggest; NULL where an officer has decided."""
    return case((Need.aspect.is_(None), Need.suggested))


def either() -> ColumnElement[str | None]:
    """As decided, else as suggested: for comparing weeks with weeks alone."""
    return func.coalesce(Need.aspect, Need.suggested)


def is_of(aspect: Aspect | str, is_checked: bool | None = True) -> ColumnElement[bool]:
    """Whether a need is of an aspect as officers decided, or as suggested and not yet checked; None
    for either, as trends count."""
    key = aspect.name if isinstance(aspect, Aspect) else aspect
    if is_checked is None:
        return either() == key
    return (decided() if is_checked else unchecked()) == key
