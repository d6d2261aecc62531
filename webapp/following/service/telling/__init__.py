"""News in words: what is told of each kind of event, whatever carries it."""

from flask_babel import force_locale
from flask_babel import gettext as _

from webapp.complaints import service as complaints
from webapp.following.models import News
from webapp.following.rules.happenings import Happening
from webapp.following.rules.telling import Place, Telling
from webapp.following.rules.wishes import NewsKind
from webapp.following.service.telling.addresses import address, file_address
from webapp.following.service.telling.of_bills import (
    headline_of_bill,
    short_name,
    tell_of_bill,
)
from webapp.following.service.telling.of_documents import headline_of_document, tell_of_document
from webapp.following.service.telling.of_found import tell_of_found
from webapp.following.service.telling.of_people import tell_of_member
from webapp.following.service.telling.subjects import subject_name
from webapp.shared.errors import NotFound

__all__ = [
    "Place",
    "Telling",
    "address",
    "file_address",
    "headline",
    "short_name",
    "subject_name",
    "tell",
]


def tell(news: News, lang: str) -> Telling:
    """An event in words of `lang`, as it stands now."""
    with force_locale(lang):
        if news.complaint_id is not None:
            return _of_complaint(news, lang)
        if news.version_id is not None:
            return tell_of_document(news, lang)
        if news.bill_id is not None:
            return tell_of_bill(news, lang)
        if news.kind is NewsKind.CASE_CHANGED:
            return _of_case(news, lang)
        if news.kind is NewsKind.SEAT:
            return tell_of_member(news, lang)
        if news.kind is NewsKind.FOUND:
            return tell_of_found(news, lang)
        return _of_improvement(news, lang)


def headline(happening: Happening, lang: str) -> str:
    """What a message of this event is headed in `lang`, also of one that was never announced."""
    news = _as_news(happening)
    with force_locale(lang):
        if news.version_id is not None:
            name, what = headline_of_document(news, lang)
        elif news.bill_id is not None:
            name, what = headline_of_bill(news, lang)
        else:
            return tell(news, lang).title
    return f"{name}: {what}"


def _as_news(happening: Happening) -> News:
    return News(
        fact=happening.fact,
        kind=happening.kind,
        bill_id=happening.bill_id,
        step_id=happening.step_id,
        vote_id=happening.vote_id,
        document_id=happening.document_id,
        version_id=happening.version_id,
        complaint_id=happening.complaint_id,
        details=dict(happening.details),
    )


def _of_complaint(news: News, lang: str) -> Telling:
    """Nothing of what was written: a message may be read by others."""
    return Telling(
        news_id=news.id,
        language=lang,
        name=_("Your message to the office"),
        what=_("Something has happened to it."),
        meaning=_("Open the page of tracking with your receipt code to read what."),
        page=Place(_("Track your message:"), address("/complaints/track", lang)),
        thread=f"complaint-{news.complaint_id}",
    )


def _of_case(news: News, lang: str) -> Telling:
    """That there is something new to read, or nothing any more; the words are on the page."""
    case_id = int(news.details["case"])
    try:
        title = complaints.published_case(case_id).title
    except NotFound:
        title = ""
    return Telling(
        news_id=news.id,
        language=lang,
        name=title or _("Answered case"),
        what=_("Its words have changed.") if title else _("It was taken back."),
        meaning="" if title else _("The office no longer publishes it."),
        page=Place(_("Answered cases:"), address("/complaints/answered", lang))
        if not title
        else Place(_("Read it:"), address(news.details["path"], lang)),
        thread=f"case-{case_id}",
    )


def _of_improvement(news: News, lang: str) -> Telling:
    details = news.details
    is_other = news.kind is not NewsKind.IMPROVEMENT
    return Telling(
        news_id=news.id,
        language=lang,
        name=_("News of the service") if is_other else _("Improvement of the service"),
        what=details.get(f"what_{lang}") or details.get("what") or _("Something was improved."),
        meaning=details.get(f"meaning_{lang}") or details.get("meaning", ""),
        page=Place(_("Improvements:"), address(details.get("path", "/improvements"), lang)),
        thread="improvements",
    )
