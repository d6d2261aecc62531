"""What has happened to messages of citizens. Every event carries the database id."""

from blinker import Signal

complaint_received = Signal("complaint_id")
complaint_answered = Signal("complaint_id")
complaint_referred = Signal("complaint_id")
