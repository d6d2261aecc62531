"""What has happened to accounts. Every event carries database ids."""

from blinker import Signal

staff_named = Signal("account_id, of a member of staff who is new or has another name")
