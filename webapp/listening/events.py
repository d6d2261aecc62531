"""What the forms of documents announce, inside the transaction that did it."""

from blinker import Signal

form_ready = Signal(
    "document_id, version_id (its newest or an older one), form: the kind that has been made, "
    "empty where it is not the usual one of its kind"
)
sounds_taken_out = Signal(
    "document_id: a person's voice was withdrawn, and the sounds that held it are gone until they "
    "are made anew"
)
sign_language_changed = Signal("document_id or bill_id: a video was added or withdrawn")
