"""What the kinds of documents are called, why files are refused and pages doubted."""

from flask_babel import lazy_gettext as _l

from office_files import Fault
from office_files.judging import PageDoubt
from thai_text.trust import Doubt
from webapp.documents.rules import DocumentKind

KIND_NAMES = {
    DocumentKind.ABOUT_BILL: _l("What a bill is about"),
    DocumentKind.GUIDE: _l("Guide"),
    DocumentKind.COMMITTEE_SUMMARY: _l("A committee's field of work"),
    DocumentKind.CONSTITUTION: _l("Constitution"),
    DocumentKind.LAW: _l("Act of Parliament"),
    DocumentKind.CODE: _l("Code of law"),
    DocumentKind.DECREE: _l("Emergency decree"),
    DocumentKind.ANNOUNCEMENT: _l("Announcement with the force of law"),
    DocumentKind.CABINET_DRAFT: _l("Draft before the cabinet"),
    DocumentKind.REPORT_REPLY: _l("Government's reply to a Senate committee"),
    DocumentKind.CABINET_ITEM: _l("Item of a cabinet meeting"),
    DocumentKind.NEWS: _l("Government news"),
    DocumentKind.BILL_TEXT: _l("Text of a bill"),
    DocumentKind.COMMITTEE_REPORT: _l("Report of a committee"),
    DocumentKind.AGENDA: _l("Agenda of a sitting"),
    DocumentKind.MINUTES: _l("Minutes of a sitting"),
    DocumentKind.OTHER: _l("Other document"),
}

# Each says what to do.
FAULTS = {
    Fault.EMPTY: _l("The file is empty. Choose the file that holds the document."),
    Fault.TOO_LARGE: _l("The file is larger than 24 MB. Save it without pictures, or in parts."),
    Fault.TOO_LONG: _l("The file has too many pages (2,000 at most). Send it in parts."),
    Fault.UNKNOWN_TYPE: _l(
        "Files of this type are not read. Save the document as DOCX, PDF with text, HTML or plain "
        "text, and send that."
    ),
    Fault.OLD_WORD: _l(
        "This is a file of an old Office program. Open it in Word or LibreOffice, save it as DOCX, "
        "and send that."
    ),
    Fault.PICTURE: _l(
        "This is a picture. Send the file that it was printed from, or have a text-recognition "
        "program (OCR) make a PDF with text of it."
    ),
    Fault.ENCRYPTED: _l("The file is locked with a password. Save it without one, and send that."),
    Fault.BROKEN: _l(
        "The file is damaged. Open it in the program that made it, save it anew, and send that."
    ),
    Fault.NO_TEXT: _l(
        "The file holds pictures of pages and no text: it is a scan. Send the file that it was "
        "printed from, in which words can be selected (DOCX, for example), or have a "
        "text-recognition program (OCR) add the text, and send that."
    ),
    Fault.BOMB: _l(
        "The file takes far more room than a document does. Save the document anew as DOCX or PDF "
        "without pictures, and send that."
    ),
    Fault.TOO_SLOW: _l(
        "Reading the file takes too long. Send it in parts, or save it anew as DOCX, and send that."
    ),
}
DOUBTS: dict[str, object] = {
    Doubt.UNKNOWN_WORDS: _l("Many of its words are in no dictionary."),
    Doubt.LOST_SIGNS: _l("Signs are lost."),
    Doubt.LOOSE_MARKS: _l("Vowels or tones stand without a letter."),
    Doubt.SPACED_LETTERS: _l("Letters stand apart from each other."),
    Doubt.PRIVATE_SIGNS: _l("Signs of a font of its own are in it."),
    Doubt.MISREAD: _l("Its letters were read in the wrong encoding and cannot be read again."),
    Doubt.NO_WORDS: _l("Many letters in a row make no words."),
    PageDoubt.NO_TEXT: _l("It has no text; it may be a picture."),
    PageDoubt.NOT_THAI: _l("It should be in Thai, and hardly any letter is."),
    PageDoubt.NOT_ENGLISH: _l("It should be in English, and hardly any letter is."),
    PageDoubt.IMPOSSIBLE: _l("Vowels stand where Thai has none."),
    PageDoubt.DAMAGED_FILE: _l("Other pages of this file are damaged."),
    PageDoubt.NOTES_AT_FOOT: _l(
        "There are footnotes: their words stand in the last paragraph of the page, and their marks "
        "at the words that they explain. Set them apart."
    ),
    PageDoubt.COLUMNS: _l(
        "There is a table, or there are columns: what stands in them may have come into another "
        "order. Write rows with | between the cells."
    ),
    PageDoubt.HIDDEN_TEXT: _l(
        "The file hides words here, and they were left out. If they belong to the document, write "
        "them in."
    ),
}
