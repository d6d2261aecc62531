"""What is told of messages that others have: in a sentence, and in numbers for programs."""

from collections.abc import Mapping

from flask_babel import gettext as _
from flask_babel import ngettext

from webapp.complaints.figure_rows import REGISTER
from webapp.complaints.rules.figures import Register, Scope
from webapp.complaints.service.referrals import WithOthers
from webapp.shared.disclosure import FEWEST


def sentences(found: Mapping[Register, WithOthers], scope: Scope) -> list[tuple[str, str]]:
    """For each register its name, and of how many messages we should have heard from others."""
    return [(str(REGISTER[one]), _said(group, scope)) for one, group in found.items()]


def _said(group: WithOthers, scope: Scope) -> str:
    unheard = told(group, scope)["unheard"]
    if unheard is None:
        return _("Some are past the day by which we should have heard from others: fewer than 5.")
    if not unheard:
        return _("Of none is the day past by which we should have heard from others.")
    return ngettext(
        "%(num)d message is past the day by which we should have heard from others.",
        "%(num)d messages are past the day by which we should have heard from others.",
        unheard,
    )


def told(group: WithOthers, scope: Scope) -> dict[str, int | None]:
    """The numbers; None for one that is not told, as it is of one to four messages.

    They are told one by one and never together with a sum, so that none can be taken from another.
    """
    numbers = {"in_time": group.in_time, "unheard": group.unheard}
    if scope is Scope.STAFF:
        return dict(numbers)
    return {name: None if 0 < count < FEWEST else count for name, count in numbers.items()}
