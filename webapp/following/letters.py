"""The letters that tell of news: put together once for all who get the same, copied for each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask import current_app, render_template
from flask_babel import force_locale
from flask_babel import gettext as _

from webapp.bills import service as bills
from webapp.documents import service as documents
from webapp.following import service
from webapp.following.service import NewsKind, Parcel, Scope
from webapp.shared import mail
from webapp.shared.mail import Circular, Letter


@dataclass(frozen=True)
class Copy:
    """One letter as bytes, and to whom it goes."""

    parcel: Parcel
    to: str
    content: bytes


def address(language: str, path: str) -> str:
    """An absolute address in the language of a letter."""
    base = current_app.extensions["settings"].BASE_URL
    return f"{base}{'/en' if language == 'en' else ''}{path}"


def secret() -> str:
    """What tokens are signed with."""
    return str(current_app.config["SECRET_KEY"])


def subject_name(subscription: service.Subscription, language: str) -> str:
    """What a subscription is called."""
    subject = subscription.subject
    if subject.kind is service.SubjectKind.BILL:
        return bills.bill_by_id(int(subject.ref)).name(language)
    return subject.typed or subject.key


def subject_url(subscription: service.Subscription, language: str) -> str:
    """Where what is followed can be read."""
    subject = subscription.subject
    is_bill = subject.kind is service.SubjectKind.BILL
    return address(language, f"/bills/b-{subject.ref}" if is_bill else "/following")


def links(subscription: service.Subscription, language: str) -> dict[str, str]:
    """The addresses that every letter about a subscription carries."""
    stop = service.link_token(subscription, Scope.STOP, secret())
    return {
        "bill_url": subject_url(subscription, language),
        "stop_url": address(language, f"/following/stop/{stop}"),
        "following_url": address(language, "/following"),
    }


def copies(parcels: Sequence[Parcel]) -> Iterator[Copy]:
    """The letters of these parcels; what has no address that mail goes to is dropped."""
    known = service.addresses({parcel.follower_id for parcel in parcels})
    service.drop([one.delivery_id for one in parcels if one.follower_id not in known])
    circulars: dict[tuple[object, ...], Circular] = {}
    wishes = service.subscriptions_by_id({one.told[0].subscription_id for one in parcels})
    for parcel in parcels:
        if parcel.follower_id not in known:
            continue
        subscription = wishes[parcel.told[0].subscription_id]
        key = (tuple(one.news_id for one in parcel.told), parcel.language, parcel.is_digest)
        if key not in circulars:
            circulars[key] = _circular(parcel)
        blanks = {
            "name": parcel.name,
            "stop": service.link_token(subscription, Scope.STOP, secret()),
        }
        to = known[parcel.follower_id]
        yield Copy(parcel, to, circulars[key].copy_for(to, blanks))


def _circular(parcel: Parcel) -> Circular:
    lang = parcel.language
    found = service.news_by_id([one.news_id for one in parcel.told])
    with force_locale(lang):
        first = found[0]
        urls = {
            "bill_url": _url(first, lang),
            "stop_url": address(lang, "/following/stop/@@stop@@"),
            "following_url": address(lang, "/following"),
        }
        name = _name(first, lang)
        if parcel.is_digest or first.step_id is None:
            subject = _("What is new in what you follow") if parcel.is_digest else name
            entries = [{"name": _name(one, lang), "url": _url(one, lang)} for one in found]
            text = render_template("emails/following/news.txt", entries=entries, **urls)
        else:
            told = bills.step_news(first.step_id)
            wrong = first.kind is NewsKind.CORRECTED
            subject = f"{name}: {told.what}"
            if wrong:
                subject = _("Correction – %(name)s", name=name)
            template = f"emails/following/{'correction' if wrong else 'step'}.txt"
            text = render_template(template, name=name, news=told, **urls)
    headers = {
        "Message-ID": f"<@@name@@@{mail.domain()}>",
        "List-Unsubscribe": f"<{urls['stop_url']}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    if first.bill_id is not None and not parcel.is_digest:
        bill = f"b-{first.bill_id}"
        headers["References"] = mail.message_id(bill)
        headers["List-Id"] = f"{bill} <{bill}.bills.{mail.domain()}>"
    return mail.circular(Letter("", subject, text, lang, headers))


def _name(news: service.News, language: str) -> str:
    if news.bill_id is not None:
        return bills.bill_by_id(news.bill_id).name(language)
    if news.document_id is not None:
        return documents.document_by_id(news.document_id).title
    return str(news.fact)


def _url(news: service.News, language: str) -> str:
    if news.bill_id is not None:
        return address(language, f"/bills/b-{news.bill_id}")
    if news.document_id is not None:
        return address(language, f"/documents/d-{news.document_id}")
    return address(language, "/following")
