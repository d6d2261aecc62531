"""Rows of the figures of complaints, and what their parts and groups are called."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from webapp.complaints import wording
from webapp.complaints.rules.channels import Channel
from webapp.complaints.rules.figures import UNSORTED, Register, Way, in_order
from webapp.complaints.rules.kinds import UNDECIDED, Kind
from webapp.complaints.rules.verdicts import Measure
from webapp.complaints.service.topics import topics
from webapp.shared.bureaux import Bureau
from webapp.shared.disclosure import REMAINDER
from webapp.shared.languages import language

REGISTER: dict[Register, LazyString] = {
    Register.OFFICE: _l("Complaints, suggestions, comments and compliments"),
    Register.PETITIONS: _l("Petitions to the Senate"),
}
MEASURE: dict[Measure, LazyString] = {
    Measure.FIRST: _l("First reply"),
    Measure.FINAL: _l("Final answer"),
    Measure.AGAIN: _l("Answer after a message was reopened"),
}
WAY: dict[Way, LazyString] = {
    Way.KIND: _l("By kind"),
    Way.CHANNEL: _l("By channel"),
    Way.BUREAU: _l("By bureau"),
    Way.SUBJECT: _l("By subject"),
}
_ORDER: Mapping[Way, list[str]] = {
    Way.KIND: [*(kind.value for kind in Kind), UNDECIDED],
    Way.CHANNEL: [channel.value for channel in Channel],
    Way.BUREAU: [bureau.value for bureau in Bureau],
}
TOO_FEW = _l("Groups too small to be shown by themselves")


@dataclass(frozen=True)
class Row:
    """One line of a part: its cells, and the percentage that the chart draws, None for none."""

    name: str
    others: tuple[str, ...]
    percent: float | None = None
    range: str = ""

    @property
    def shown(self) -> str:
        """The percentage as it is written everywhere."""
        return percent_said(self.percent)

    def cells(self) -> list[str]:
        """What its line of the table has."""
        return [self.name, *self.others]


def percent_said(percent: float | None) -> str:
    """A percentage as it is written everywhere; "" for none."""
    return "" if percent is None else f"{percent:.2f}"


def id_of(register: Register, *names: str) -> str:
    return "-".join([*(["petitions"] if register is Register.PETITIONS else []), *names])


def titled(register: Register, title: LazyString | str) -> str:
    if register is Register.PETITIONS:
        return _("Petitions: %(what)s", what=title)
    return str(title)


def in_named_order(way: Way, keys: Iterable[str]) -> list[tuple[str, str]]:
    """The groups of a way in their order, each with what it is called."""
    subjects = _subject_names() if way is Way.SUBJECT else {}
    ordered = in_order(keys, _ORDER.get(way, []))
    return [(key, _group_name(way, key, subjects)) for key in ordered]


def _subject_names() -> dict[str, str]:
    """What each topic is called in the page's language."""
    names = {key: topic.name for key, topic in topics().items()}
    return {key: name.th if language() == "th" else name.en for key, name in names.items()}


def _group_name(way: Way, key: str, subjects: Mapping[str, str]) -> str:
    """What a group is called."""
    if key == REMAINDER:
        return str(TOO_FEW)
    if way is Way.KIND:
        return str(wording.KIND[key])
    if way is Way.CHANNEL:
        return str(wording.CHANNEL[key])
    if way is Way.BUREAU:
        return wording.bureau_name(key)
    return _("Not sorted yet") if key == UNSORTED else subjects.get(key, key)
