"""The door of bills: find them, say where they are, record what happens to them."""

from webapp.bills.models import (
    Bill,
    BillStep,
    Committee,
    Member,
    ParliamentSession,
    Sitting,
    TitleKind,
    VoteEvent,
)
from webapp.bills.rules.kinds import BillKind, ProposerKind
from webapp.bills.rules.stages import Stage, StageFamily
from webapp.bills.rules.steps import StepKind
from webapp.bills.rules.titles import slug
from webapp.bills.service.calendar import (
    HolidayFacts,
    SessionFacts,
    SessionRefused,
    get_session,
    government_holidays,
    keep_holiday,
    keep_session,
    known_sessions,
    list_holidays,
    list_sessions,
    remove_holiday,
    save_session,
)
from webapp.bills.service.deadlines import office_days_left, office_due_day
from webapp.bills.service.house_end import end_house, keep_house_end, list_house_ends
from webapp.bills.service.joining import join_by_title
from webapp.bills.service.keeping import (
    BillFacts,
    ProposerRefused,
    TitleFacts,
    add_bill,
    add_or_update_bill,
    change_bill,
)
from webapp.bills.service.log import (
    StepEntry,
    StepNotFound,
    StepRefused,
    get_step,
    record_step,
    step_by_id,
    withdraw_step,
)
from webapp.bills.service.matching import STAGES, STEPS
from webapp.bills.service.news import (
    SearchFacts,
    StepNews,
    kind_name,
    latest_steps,
    proposer_name,
    search_facts,
    stage_family_name,
    step_news,
    vote_search_text,
)
from webapp.bills.service.past_limits import PastLimit, limits_between
from webapp.bills.service.people import (
    CommitteeFacts,
    CommitteeNotFound,
    MemberFacts,
    MemberNotFound,
    committee_by_source,
    get_committee,
    get_member,
    keep_committee,
    keep_member,
    keep_seats,
    list_committees,
    list_members,
    members_named,
    seat_member,
)
from webapp.bills.service.reading import (
    BillFilter,
    BillNotFound,
    all_names,
    bill_by_id,
    bill_by_source,
    bills_among,
    bills_enacted_as,
    bills_in_gazette,
    bills_named,
    count_bills,
    get_bill,
    iter_bills,
    list_bills,
    merged_bills,
    years_in_use,
)
from webapp.bills.service.recent import last_steps_entered, steps_since, votes_since
from webapp.bills.service.relatives import RELATIONS, Relatives, leads_to, relatives_of
from webapp.bills.service.saying import (
    say_deadline,
    say_next,
    say_reason,
    say_refusal,
    say_sitting,
    say_stage,
    say_state,
    say_step,
    say_vote,
    step_name,
)
from webapp.bills.service.sittings import (
    CHAMBERS_THAT_SIT,
    SittingFacts,
    SittingNotFound,
    SittingRefused,
    get_sitting,
    keep_sitting,
    list_sittings,
    save_sitting,
    sittings_on,
)
from webapp.bills.service.state import (
    BillState,
    bill_state,
    families_around,
    running_limits,
)
from webapp.bills.service.votes import (
    VoteFacts,
    VoteNotFound,
    VoteRefused,
    counts_of,
    get_vote,
    iter_votes,
    keep_vote,
    link_vote,
    name_vote,
    record_vote,
    vote_by_id,
    vote_by_source,
    votes_of,
)

__all__ = [
    "Bill", "BillFacts", "BillFilter", "BillKind", "BillNotFound", "BillState", "BillStep",
    "Committee", "CommitteeFacts", "CommitteeNotFound", "HolidayFacts", "Member", "MemberFacts",
    "MemberNotFound", "ParliamentSession", "ProposerKind", "ProposerRefused", "STAGES", "STEPS",
    "SearchFacts", "SessionFacts", "SessionRefused", "Stage", "StageFamily", "StepEntry",
    "StepKind", "StepNews", "StepNotFound", "StepRefused", "TitleFacts", "TitleKind",
    "VoteEvent", "VoteFacts", "VoteNotFound", "VoteRefused", "add_bill", "add_or_update_bill",
    "all_names", "bill_by_id", "bill_by_source", "bill_state", "bills_among", "bills_enacted_as",
    "count_bills",
    "bills_in_gazette", "bills_named", "change_bill", "committee_by_source", "families_around",
    "CHAMBERS_THAT_SIT", "Sitting", "SittingFacts", "SittingNotFound", "SittingRefused",
    "get_sitting", "keep_sitting", "list_sittings", "save_sitting", "say_sitting", "sittings_on",
    "PastLimit", "limits_between", "counts_of",
    "end_house", "get_bill", "get_committee", "get_member", "get_session", "get_step", "get_vote",
    "government_holidays", "iter_bills", "iter_votes", "join_by_title", "keep_committee",
    "keep_holiday",
    "keep_house_end",
    "keep_member", "keep_seats",
    "members_named", "keep_session", "keep_vote", "kind_name", "known_sessions", "latest_steps",
    "link_vote", "list_bills", "list_committees", "list_holidays", "list_house_ends",
    "list_members", "list_sessions", "merged_bills", "name_vote",
    "office_days_left", "office_due_day", "record_step", "record_vote",
    "RELATIONS", "Relatives", "leads_to", "relatives_of",
    "remove_holiday", "running_limits", "save_session", "say_deadline", "say_next",
    "say_reason", "say_refusal", "say_stage", "say_state", "say_step", "say_vote",
    "last_steps_entered", "proposer_name", "steps_since", "votes_since",
    "search_facts", "seat_member", "slug", "stage_family_name", "step_by_id", "step_name",
    "step_news", "vote_by_id", "vote_by_source", "vote_search_text", "votes_of",
    "withdraw_step", "years_in_use",
]  # fmt: skip
