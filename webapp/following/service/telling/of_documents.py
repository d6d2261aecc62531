"""What is told of a document: that it is there, its new forms, what a new version changed."""

from flask_babel import gettext as _

from webapp.bills import service as bills
from webapp.documents import service as documents
from webapp.following.models import News
from webapp.following.rules.telling import Place, Telling
from webapp.following.rules.wishes import NewsKind
from webapp.following.service.telling.addresses import address, file_address
from webapp.following.service.telling.of_bills import short_name
from webapp.listening import service as listening

# A message tells the first changed sections; the page tells all.
_MOST_SECTIONS, _MOST_CHARACTERS = 2, 700


def tell_of_document(news: News, lang: str) -> Telling:
    """News of a document in the language in force, which is `lang`."""
    version = documents.version_by_id(news.version_id or 0)
    document = version.document
    if document.withdrawn_at is not None:
        return _taken_back(news, document, lang)
    bill = _bill_of(document)
    state = bills.bill_state(bill) if bill else None
    coming = [bills.say_next(bill, state), bills.say_deadline(state)] if bill and state else []
    return Telling(
        news_id=news.id,
        language=lang,
        name=_name(document, bill, lang),
        what=_what(news, version),
        meaning=bills.say_stage(state) if state else "",
        coming=" ".join(filter(None, coming)),
        section=_section(version),
        page=Place(_("Read or hear it:"), address(f"/documents/{document.public_id}", lang)),
        thread=bill.public_id if bill else document.public_id,
        more=tuple(_more(version, bill, lang)),
    )


def _taken_back(news: News, document: documents.Document, lang: str) -> Telling:
    """Nothing of what stood in it, nor what it was called."""
    return Telling(
        news_id=news.id,
        language=lang,
        name=_("Something that is no longer here"),
        what=_("It was taken back."),
        page=Place(_("Search:"), address("/search", lang)),
        thread=document.public_id,
    )


def headline_of_document(news: News, lang: str) -> tuple[str, str]:
    """What news is of, and what happened, in the language in force, which is `lang`."""
    version = documents.version_by_id(news.version_id or 0)
    document = version.document
    return _name(document, _bill_of(document), lang), _what(news, version)


def _bill_of(document: documents.Document) -> bills.Bill | None:
    """The bill that a document is about, the first of several."""
    related = documents.bills_of_document(document)
    return bills.bill_by_id(related[0]) if related else None


def _name(document: documents.Document, bill: bills.Bill | None, lang: str) -> str:
    return short_name(bill, lang) if bill else document.title


def _what(news: News, version: documents.DocumentVersion) -> str:
    document = version.document
    facts = {"kind": documents.kind_name(document.kind), "title": document.title}
    if news.kind is NewsKind.NEW_FORM:
        form = ", ".join(map(listening.kind_name, news.details.get("form", "").split()))
        return _("%(title)s can now be had in another form: %(form)s.", form=form, **facts)
    if version.number > 1:
        return _("%(title)s has a new version, number %(number)d.", number=version.number, **facts)
    return _("There is a new document: %(title)s (%(kind)s).", **facts)


def _section(version: documents.DocumentVersion) -> str:
    """The first sections that this version changed against the one before it."""
    if version.number == 1:
        return ""
    before = documents.get_version(version.document, version.number - 1)
    _summary, *changed = documents.comparison_outline(version, before).blocks
    said = []
    for block in changed[:_MOST_SECTIONS]:
        words = " ".join(inner.text for inner in block.blocks)
        cut = words if len(words) <= _MOST_CHARACTERS else f"{words[:_MOST_CHARACTERS]}…"
        said.append(f"{block.heading}: {cut}" if cut else block.heading)
    return "\n".join(said)


def _more(version: documents.DocumentVersion, bill: bills.Bill | None, lang: str) -> list[Place]:
    document = version.document
    page = f"/documents/{document.public_id}"
    found = []
    if version.number > 1:
        compared = f"{page}/compare/{version.number - 1}"
        found.append(Place(_("All that changed:"), address(compared, lang)))
    for form in listening.forms_of(version):
        if form.kind is listening.FormKind.MP3 and form.ready:
            found.append(Place(_("Sound (MP3):"), file_address(f"{page}/audio.mp3")))
    found.append(Place(_("Braille file:"), file_address(f"{page}/braille.brf")))
    if bill is not None:
        place = address(f"/bills/{bill.public_id}", lang)
        found.append(Place(_("Every step, vote and document:"), place))
    return found
