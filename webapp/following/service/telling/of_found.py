"""What is told of what is newly found: a bill, an answer, a question, a member, a page."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from webapp.bills import service as bills
from webapp.following.models import News
from webapp.following.rules.telling import Place, Telling
from webapp.following.service.found import EARLIER, words_by_language
from webapp.following.service.telling.addresses import address
from webapp.search import service as search

_WHAT = {
    "answer": _l("A new answer to a complaint was published."),
    "question": _l("This question has a new answer."),
    "member": _l("A new member of the Senate."),
    "committee": _l("A new committee of the Senate."),
    "improvement": _l("New among the improvements of the service."),
    "page": _l("A new page of help."),
}
# A message tells the beginning of what is new; the page tells all. Characters.
_MOST_CHARACTERS = 700


def tell_of_found(news: News, lang: str) -> Telling:
    """News of what is newly found, in the language in force, which is `lang`."""
    if news.details["found"] == "bill":
        return _tell_of_bill(news, lang)
    source, words = news.details["source"], words_by_language(news.details)
    entries = {entry.lang: entry for entry in search.entries_of(source)}
    entry = entries.get(lang) or next(iter(entries.values()), None)
    if entry is None:
        return Telling(
            news_id=news.id,
            language=lang,
            name=_("Something that is no longer here"),
            what=_("It was taken back."),
            page=Place(_("Search:"), address("/search", lang)),
            thread=source,
        )
    new = words.get(lang) or next(iter(words.values()), "")
    return Telling(
        news_id=news.id,
        language=lang,
        name=entry.title,
        what=_("This page of help says something new.") if words else str(_WHAT[entry.kind]),
        section=new if len(new) <= _MOST_CHARACTERS else f"{new[:_MOST_CHARACTERS]}…",
        page=Place(_("Read it:"), address(entry.url, lang)),
        thread=source,
    )


def _tell_of_bill(news: News, lang: str) -> Telling:
    bill = bills.get_bill(news.details["source"])
    came_with_steps = EARLIER in news.details
    return Telling(
        news_id=news.id,
        language=lang,
        name=bill.name(lang),
        what=_("A bill that is new here; what is recorded of it happened earlier.")
        if came_with_steps
        else _("A new bill; no step of it is recorded yet."),
        meaning=bills.say_stage(bills.bill_state(bill)) if came_with_steps else "",
        page=Place(_("Read it:"), address(f"/bills/{bill.public_id}", lang)),
        thread=bill.public_id,
    )
