"""What the kinds of documents are called."""

from flask_babel import lazy_gettext as _l

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
}
