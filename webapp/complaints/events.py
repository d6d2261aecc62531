"""What has happened to messages of citizens. Every event carries database ids."""

from blinker import Signal

# A listener gives whether the letter was one of its own.
letter_returned = Signal("message_id: a letter of the office did not arrive, and is of no message")
complaint_received = Signal("complaint_id")
# Each step after the receipt that the person hears of, the answer among them. What lies between
# two such steps is told with the later one.
complaint_moved = Signal("complaint_id, step_id")
complaint_answered = Signal("complaint_id")
complaint_reopened = Signal("complaint_id")
complaint_withdrawn = Signal("complaint_id: its writer took it back")
complaint_kind_changed = Signal("complaint_id: what sort of message it is was decided")
# All that tells who wrote, and what, has been erased; copies that others keep are to go too.
complaint_erased = Signal("complaint_id")
complaint_transcribed = Signal("complaint_id: staff wrote down what a file says")
case_published = Signal("case_id, of a PublishedCase; also where its words have changed")
case_unpublished = Signal("case_id")
# Its words are erased for ever, and are to be in no index either.
case_erased = Signal("case_id")
