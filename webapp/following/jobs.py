"""Letters of following: asking for confirmation, a step, a correction, the list."""

from flask import current_app, render_template
from flask_babel import force_locale
from flask_babel import gettext as _

from webapp.bills import service as bills
from webapp.following import service
from webapp.following.models import Subscription
from webapp.following.rules import Scope, SubscriptionState
from webapp.shared import mail
from webapp.shared.mail import Letter
from webapp.shared.outbox import Job


def address(language: str, path: str) -> str:
    """An absolute address in the language of a letter."""
    base = current_app.extensions["settings"].BASE_URL
    return f"{base}{'/en' if language == 'en' else ''}{path}"


def secret() -> str:
    return str(current_app.config["SECRET_KEY"])


def links(subscription: Subscription, bill: bills.Bill) -> dict[str, str]:
    """The addresses that every letter about a bill carries."""
    lang = subscription.language
    stop = service.link_token(subscription, Scope.STOP, secret())
    return {
        "bill_url": address(lang, f"/bills/{bill.public_id}"),
        "stop_url": address(lang, f"/following/stop/{stop}"),
        "following_url": address(lang, "/following"),
    }


def ask_confirmation(subscription_id: int) -> None:
    subscription = service.get_subscription(subscription_id)
    if subscription is None or subscription.state is SubscriptionState.STOPPED:
        return
    bill = bills.bill_by_id(subscription.bill_id)
    lang = subscription.language
    token = service.link_token(subscription, Scope.CONFIRM, secret())
    with force_locale(lang):
        already = subscription.state is SubscriptionState.CONFIRMED
        name = bill.name(lang)
        text = render_template(
            "emails/following/ask_confirmation.txt",
            name=name,
            already=already,
            confirm_url=address(lang, f"/following/confirm/{token}"),
            **links(subscription, bill),
        )
        subject = (
            _("You already follow: %(name)s", name=name)
            if already
            else _("Please confirm that you want to follow: %(name)s", name=name)
        )
    mail.send(Letter(subscription.email, subject, text, lang))


def tell_followers(bill_id: int, step_id: int) -> None:
    service.spread_step(bill_id, step_id)


def tell_correction(step_id: int) -> None:
    service.spread_correction(step_id)


def send_step(subscription_id: int, step_id: int, kind: str) -> None:
    """One letter to one follower; done twice, the second time does nothing."""
    subscription = service.get_subscription(subscription_id)
    if subscription is None or subscription.state is not SubscriptionState.CONFIRMED:
        return
    if service.is_told(subscription_id, step_id, kind):
        return
    bill = bills.bill_by_id(subscription.bill_id)
    lang = subscription.language
    with force_locale(lang):
        news = bills.step_news(step_id)
        if news.withdrawn and kind == service.STEP:
            return
        addresses = links(subscription, bill)
        subject = f"{bill.name(lang)}: {news.what}"
        if kind == service.CORRECTION:
            subject = _("Correction – %(name)s", name=bill.name(lang))
        text = render_template(
            f"emails/following/{kind}.txt", name=bill.name(lang), news=news, **addresses
        )
    host = mail.domain()
    headers = {
        # The same letter sent again after a crash has the same id, so that readers show it once.
        "Message-ID": f"<{bill.public_id}.{kind}.{step_id}.{subscription_id}@{host}>",
        "References": f"<{bill.public_id}@{host}>",
        "List-Id": f"{bill.public_id} <{bill.public_id}.bills.{host}>",
        "List-Unsubscribe": f"<{addresses['stop_url']}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    message_id = mail.send(Letter(subscription.email, subject, text, lang, headers))
    service.note_delivery(subscription_id, step_id, kind, message_id)


def send_list(email_hash: str, language: str) -> None:
    found = service.following_of(email_hash)
    if not found:
        return
    entries = []
    for subscription in found:
        bill = bills.bill_by_id(subscription.bill_id)
        entries.append({"name": bill.name(language), **links(subscription, bill)})
    with force_locale(language):
        text = render_template("emails/following/list.txt", entries=entries)
        subject = _("What you follow")
    mail.send(Letter(found[0].email, subject, text, language))


JOBS = {
    "following.ask_confirmation": Job(ask_confirmation),
    "following.tell_followers": Job(tell_followers),
    "following.tell_correction": Job(tell_correction),
    "following.send_step": Job(send_step),
    "following.send_list": Job(send_list),
}
