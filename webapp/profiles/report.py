"""The table of needs and expectations by group: page, CSV and PDF are made of the same parts."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from webapp.profiles import wording
from webapp.profiles.rules.groups import Part as Of
from webapp.profiles.service import AspectCounts, Profile
from webapp.shared.figures import Part

_TOLD = (Of.NEEDS, Of.EXPECTATIONS, Of.CHANNELS, Of.FORMS, Of.WORK)


@dataclass(frozen=True)
class Row:
    """A line of the table: a group, and what stands in its columns. No chart is drawn of it."""

    name: str
    columns: tuple[str, ...]
    percent: float | None = None
    shown: str = ""
    range: str = ""

    def cells(self) -> list[str]:
        """What its line of the table has."""
        return [self.name, *self.columns]


def parts(profiles: Sequence[Profile], asked: dict[str, AspectCounts], language: str) -> list[Part]:
    """The groups of the mission, those of the future, and how many people ask about what."""
    present = [one for one in profiles if not one.group.is_future]
    future = [one for one in profiles if one.group.is_future]
    return [
        _words("present", _("Groups that we serve"), present, language),
        _words("future", _("Groups that we want to serve in the future"), future, language),
        _asked(profiles, asked),
    ]


def _words(part_id: str, title: str, profiles: Sequence[Profile], language: str) -> Part:
    rows = [
        Row(
            wording.group_name(one.group),
            (*(one.says(part, language) for part in _TOLD), wording.official(one.owner.official)),
        )
        for one in profiles
    ]
    head = [_("Group"), *(str(wording.PART[part]) for part in _TOLD), _("Owner")]
    return Part(part_id, title, "", head, rows)


def _asked(profiles: Sequence[Profile], asked: dict[str, AspectCounts]) -> Part:
    rows = [
        Row(
            wording.group_name(one.group),
            tuple(wording.count(people) for people in asked[one.group.key].values()),
        )
        for one in profiles
        if one.group.key in asked
    ]
    aspects = next(iter(asked.values()), {})
    named = [
        wording.official(aspect.value) if aspect else _("Suggested, not yet checked")
        for aspect in aspects
    ]
    head = [_("Group"), *named]
    said = _(
        "From the register of needs: how many different people of each group have asked about each "
        "aspect, in fives; 5+ is 5 to 9. Aspects are counted as officers decided; people whose "
        "needs only suggest one by their words are counted apart."
    )
    return Part("asked", _("What they have asked about"), said, head, rows)
