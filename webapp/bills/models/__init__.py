"""Tables of bills, of the people who decide on them, and of Parliament's calendar."""

from webapp.bills.models.bills import Bill, BillStep, BillTitle, TitleKind
from webapp.bills.models.calendar import GovernmentHoliday, ParliamentSession
from webapp.bills.models.people import Committee, CommitteeMember, Member
from webapp.bills.models.votes import VoteBill, VoteEvent

__all__ = [
    "Bill",
    "BillStep",
    "BillTitle",
    "Committee",
    "CommitteeMember",
    "GovernmentHoliday",
    "Member",
    "ParliamentSession",
    "TitleKind",
    "VoteBill",
    "VoteEvent",
]
