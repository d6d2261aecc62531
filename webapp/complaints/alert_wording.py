"""What the desk is told of a due day that is near, missed or moved."""

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from webapp.accounts import service as accounts
from webapp.complaints import wording
from webapp.complaints.models import ComplaintAlert
from webapp.complaints.rules.alerts import (
    DECISION,
    OF_TELLING,
    OTHERS,
    SECRETARY_GENERAL,
    Alert,
    officer_of,
)
from webapp.complaints.rules.channels import Unreached
from webapp.shared.dates import day

ALERT: dict[str, LazyString] = {
    Alert.REMINDER: _l("the answer is due soon"),
    Alert.ASKED: _l("a colleague asks how far it is"),
    Alert.LATE: _l("the answer is late"),
    Alert.VERY_LATE: _l("the answer is very late"),
    Alert.MOVED: _l("the due day has moved, as the calendar changed"),
    Alert.WAIT_MOVED: _l(
        "the day until which we wait for the citizen has moved, as the calendar changed"
    ),
    Alert.HEAR_MOVED: _l(
        "the day by which those to whom it was sent on are to be heard from has moved, as the "
        "calendar changed"
    ),
    Alert.HANDED_OVER: _l("another bureau has handed it over to yours"),
    Alert.UNTOLD: _l("the person was not told in time by telephone or letter"),
    Alert.UNTOLD_LONG: _l("the person has not been told for a long time"),
    Alert.DECIDE_SOON: _l("it is to be accepted, sent on or declined soon"),
    Alert.DECIDE_TODAY: _l("it is to be accepted, sent on or declined today"),
    Alert.DECIDE_LATE: _l("nobody has said in time whether it is for us"),
    Alert.DECIDE_VERY_LATE: _l("for long nobody has said whether it is for us"),
    Alert.HEAR_SOON: _l("those to whom it was sent on are to be heard from soon"),
    Alert.HEAR_TODAY: _l("ask today those to whom it was sent on, unless you have heard from them"),
    Alert.HEAR_LATE: _l("those to whom it was sent on have not been heard from in time: ask them"),
    Alert.HEAR_VERY_LATE: _l("for long those to whom it was sent on have not been heard from"),
}


def day_said(alert: ComplaintAlert) -> str:
    """Which day an alert is about."""
    if alert.level in DECISION:
        return _("To be accepted, sent on or declined by %(day)s.", day=day(alert.due_on))
    if alert.level in OTHERS or alert.level == Alert.HEAR_MOVED:
        return _("To be heard from or asked by %(day)s.", day=day(alert.due_on))
    if alert.level in OF_TELLING:
        return _("The person was to be told by %(day)s.", day=day(alert.due_on))
    if alert.level == Alert.WAIT_MOVED:
        return _("We wait for the citizen until %(day)s.", day=day(alert.due_on))
    return _("Answer due on %(day)s.", day=day(alert.due_on))


# Why letters do not reach an address of staff.
UNREACHED: dict[str, LazyString] = {
    Unreached.REFUSED: _l("The mail server refuses letters to this address for good."),
    Unreached.AWAY: _l("The mail server took no letter to this address for 14 days."),
    Unreached.FAILED: _l("The letter could not be sent, for a fault of this service."),
}


def who(whom: str) -> str:
    """Whose address a key (`rules.alerts`) is of: an officer's, a bureau's, or above them."""
    account_id = officer_of(whom)
    if account_id is not None:
        return accounts.name_of(account_id)
    return _("The Secretary-General") if whom == SECRETARY_GENERAL else wording.bureau_name(whom)
