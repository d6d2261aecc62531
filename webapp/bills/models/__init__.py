"""Tables of bills, of the people who decide on them, and of Parliament's calendar."""

from webapp.bills.models.bills import RECORD_INCOMPLETE, Bill, BillStep, BillTitle, TitleKind
from webapp.bills.models.calendar import GovernmentHoliday, HouseEnd, ParliamentSession
from webapp.bills.models.people import Committee, CommitteeMember, Member
from webapp.bills.models.sittings import Sitting, SittingBill
from webapp.bills.models.votes import NamedVote, VoteBill, VoteEvent

__all__ = [
    "RECORD_INCOMPLETE",
    "Bill",
    "BillStep",
    "BillTitle",
    "Committee",
    "CommitteeMember",
    "GovernmentHoliday",
    "HouseEnd",
    "Member",
    "NamedVote",
    "ParliamentSession",
    "Sitting",
    "SittingBill",
    "TitleKind",
    "VoteBill",
    "VoteEvent",
]
