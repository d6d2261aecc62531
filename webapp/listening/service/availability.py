"""In which forms a document can be had now, in the coarse terms that one filters by."""

from sqlalchemy import select

from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening.models.forms import DocumentForm
from webapp.listening.rules.kinds import BRAILLE, FormKind
from webapp.listening.service.sign_language import video_of

SOUND, BOOK, LARGE_PRINT, BRAILLE_FORM = "sound", "book", "large-print", "braille"
SIGN_LANGUAGE, READ_BY_PERSON = "sign-language", "read-by-a-person"
_TERMS = {
    FormKind.MP3: SOUND,
    FormKind.MP3_LIGHT: SOUND,
    FormKind.MP3_ZIP_LIGHT: SOUND,
    FormKind.MP3_ZIP: SOUND,
    FormKind.DAISY: BOOK,
    FormKind.EPUB: BOOK,
    FormKind.LARGE_PRINT: LARGE_PRINT,
    **dict.fromkeys(BRAILLE, BRAILLE_FORM),
}


def forms_to_be_had(document: documents.Document, version: documents.DocumentVersion) -> list[str]:
    """The terms that are true of a document and this version of it: braille of all, for it is made
    when it is opened; what takes longer once its file is there."""
    rows = db.session.execute(
        select(DocumentForm.kind, DocumentForm.narrated_seconds).where(
            DocumentForm.version_id == version.id,
            DocumentForm.compared_with_id.is_(None),
            DocumentForm.key.is_not(None),
        )
    ).all()
    terms = {BRAILLE_FORM} | {_TERMS[row.kind] for row in rows if row.kind in _TERMS}
    if any(row.narrated_seconds > 0 for row in rows):
        terms.add(READ_BY_PERSON)
    if video_of(document):
        terms.add(SIGN_LANGUAGE)
    return sorted(terms)
