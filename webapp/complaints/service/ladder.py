"""The ladder of reminders and escalation, for what is no message and is owed by a day all the same.

Its rungs, those who stand above each other and their addresses are the same as of messages.
"""

from datetime import date

from webapp.bills.service import office_days_left
from webapp.complaints.rules.alerts import Rung, above, keys_on, rung_owed
from webapp.complaints.service.desk_addresses import Recipient, address_of, recipients_of
from webapp.complaints.service.standard import present_standard
from webapp.shared.bureaux import Bureau


def rung_today(due_on: date) -> Rung | None:
    """The rung of what is owed by `due_on`, from that day on; None before."""
    return rung_owed(office_days_left([due_on])[due_on], 0, present_standard().grace)


def told_on(rung: Rung | None, bureau: Bureau, handler_id: int | None) -> list[Recipient]:
    """Who hears of it on a rung, or (None) when it comes in: the officer who has it in hand, and
    the addresses of the desk; each address once."""
    return recipients_of(keys_on(rung, bureau.value), bureau, handler_id)


def next_up(whom: str, bureau: Bureau, told: set[str]) -> Recipient | None:
    """Who is to hear what does not reach the key `whom`: the first one above who has an address
    that is not among those `told`."""
    for key in above(whom, bureau.value):
        email = address_of(key)
        if email and email not in told:
            return Recipient(key, email)
    return None
