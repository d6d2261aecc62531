"""Which message a letter or a talk by LINE is about, in a sentence.

Its kind is named where it is decided: what came by e-mail may wait for an officer to say it.
"""

from flask_babel import gettext as _

from webapp.complaints import wording
from webapp.complaints.models import Complaint
from webapp.complaints.rules.kinds import UNDECIDED
from webapp.shared.dates import moment


def _facts(complaint: Complaint) -> dict[str, str]:
    return {
        "kind": str(wording.KIND[complaint.kind]),
        "moment": moment(complaint.received_at),
    }


def received(complaint: Complaint) -> str:
    """That a message arrived, and when."""
    facts = _facts(complaint)
    if complaint.kind == UNDECIDED:
        return _("We have received your message on %(moment)s.", moment=facts["moment"])
    return _("We have received your message (%(kind)s) on %(moment)s.", **facts)


def about(complaint: Complaint) -> str:
    """Which message is spoken of."""
    facts = _facts(complaint)
    if complaint.kind == UNDECIDED:
        return _("It is about your message, received on %(moment)s.", moment=facts["moment"])
    return _("It is about your message (%(kind)s), received on %(moment)s.", **facts)


def four_weeks_ago(complaint: Complaint) -> str:
    """Which message was closed four weeks ago."""
    facts = _facts(complaint)
    if complaint.kind == UNDECIDED:
        return _(
            "Your message, received on %(moment)s, was closed four weeks ago.",
            moment=facts["moment"],
        )
    return _("Your message (%(kind)s), received on %(moment)s, was closed four weeks ago.", **facts)


def standing(complaint: Complaint) -> str:
    """Where a message stands, in a word."""
    facts = _facts(complaint) | {"state": str(wording.STATE[complaint.state])}
    if complaint.kind == UNDECIDED:
        return _(
            "Your message, received on %(moment)s: %(state)s.",
            moment=facts["moment"],
            state=facts["state"],
        )
    return _("Your message (%(kind)s), received on %(moment)s: %(state)s.", **facts)
