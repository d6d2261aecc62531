"""What bills announce, inside the transaction that did it; every id is a database id."""

from blinker import Signal

bill_added = Signal("bill_id")
bill_changed = Signal("bill_id: its names, kind, proposer or gazette reference")
step_recorded = Signal("bill_id, step_id")
step_withdrawn = Signal("bill_id, step_id")
vote_recorded = Signal("bill_id, vote_id, by: the account of whoever recorded it, or None")
holiday_changed = Signal("on: the day on which government offices are now closed, or no longer")
