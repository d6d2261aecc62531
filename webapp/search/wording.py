"""What the kinds of things that are found are called."""

from flask_babel import lazy_gettext as _l

KIND_NAMES = {
    "bill": _l("Bills"),
    "section": _l("Sections of documents"),
    "document": _l("Documents"),
    "vote": _l("Votes"),
    "member": _l("Members of the Senate"),
    "committee": _l("Committees"),
    "answer": _l("Answers to complaints"),
    "question": _l("Questions and answers"),
    "improvement": _l("Improvements"),
    "page": _l("Pages of help"),
}
# What one thing of a kind is called, behind its name.
ONE_NAMES = {
    "bill": _l("Bill"),
    "section": _l("Section of a document"),
    "document": _l("Document"),
    "vote": _l("Vote"),
    "member": _l("Member of the Senate"),
    "committee": _l("Committee"),
    "answer": _l("Answer to a complaint"),
    "question": _l("Question and answer"),
    "improvement": _l("Improvement"),
    "page": _l("Page of help"),
    "synonym": _l("Other word"),
}
