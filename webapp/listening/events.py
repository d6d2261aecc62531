"""What the forms of documents announce, inside the transaction that did it."""

from blinker import Signal

form_ready = Signal(
    "document_id, version_id (its newest or an older one), form: the kind that has been made, "
    "empty where it is not the usual one of its kind"
)
sign_language_changed = Signal("document_id or bill_id: a video was added or withdrawn")
