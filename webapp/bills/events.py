"""What bills announce, inside the transaction that did it; every id is a database id."""

from blinker import Signal

bill_added = Signal("bill_id")
bill_imported = Signal("bill_id: taken in from a record that is the first of it")
bill_changed = Signal("bill_id: its names, kind, proposer or gazette reference")
bill_renamed = Signal(
    "bill_id, before: the names that became others, by language, by: an account or None"
)
step_recorded = Signal("bill_id, step_id")
step_withdrawn = Signal("bill_id, step_id")
vote_recorded = Signal("bill_id, vote_id, by: the account of whoever recorded it, or None")
sitting_changed = Signal("sitting_id, bill_ids: for which it is news, by: the account or None")
vote_changed = Signal("vote_id, before: its counts as they were, as `VoteFacts` names them")
seat_changed = Signal(
    "member_id, committee_id: None for an office, before, after: the role or the office, or None "
    "where there is no seat"
)
vote_joined = Signal("vote_id, bill_id: records say that a vote was on a bill")
vote_kept = Signal("vote_id: taken in from a record, or changed by one, is_new: the first of these")
member_kept = Signal("member_id: taken in from a record, or changed by one")
committee_kept = Signal("committee_id: taken in from a record, or changed by one, or its members")
holiday_changed = Signal("on: the day on which government offices are now closed, or no longer")
