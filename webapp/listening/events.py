"""What the forms of documents announce, inside the transaction that did it."""

from blinker import Signal

form_ready = Signal("document_id: a form of its newest or an older version has been made")
sign_language_changed = Signal("document_id or bill_id: a video was added or withdrawn")
