"""What documents announce."""

from blinker import Signal

document_published = Signal(
    "document_id, version_id: a new document or a new version of one, by: the account of whoever "
    "published it, or None"
)
version_imported = Signal("version_id: records brought a new document, or a new version of one")
document_withdrawn = Signal("document_id: it is no longer to be shown, found or heard")
