"""Work of following: making news, finding who hears of it, sending it, asking for confirmation."""

from dataclasses import replace
from datetime import date, datetime

from flask import current_app, render_template
from flask_babel import force_locale
from flask_babel import gettext as _

from webapp.bills import service as bills
from webapp.documents import service as documents
from webapp.following import sending, service
from webapp.following.messages import links
from webapp.following.service import Channel, SubscriptionState
from webapp.shared import clock, mail
from webapp.shared.mail import Letter
from webapp.shared.outbox import Job, enqueue, enqueue_later, enqueue_once
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction

# So many letters go in one job where the server is fast; a slow one ends the round by the clock.
_LETTERS_A_JOB = 5_000
# In Bangkok; twice, so that one missed hour is made up for. Each limit is news once all the same.
_HOURS_OF_DEADLINES = (8, 12)


# A letter that was noted by an earlier release names nobody who asked.
def ask_confirmation(subscription_id: int, asking_id: int | None = None) -> None:
    subscription = service.get_subscription(subscription_id)
    if subscription is None or subscription.state is SubscriptionState.STOPPED:
        return
    to = subscription.follower.email
    if not to:
        return
    lang = subscription.language
    own_list = service.list_token(asking_id, subscription, settings().SECRET_KEY)
    with force_locale(lang):
        already = subscription.state is SubscriptionState.CONFIRMED
        name = service.subject_name(subscription.subject, lang)
        text = render_template(
            "emails/following/ask_confirmation.txt",
            name=name,
            already=already,
            one_list=bool(own_list),
            confirm_url=links.confirm_url(subscription, lang, own_list),
            manage_url=links.manage_url(subscription.follower, lang),
            stop_url=links.stop_url(subscription, lang),
        )
        subject = (
            _("You already follow: %(name)s", name=name)
            if already
            else _("Please confirm that you want to follow: %(name)s", name=name)
        )
    mail.send(Letter(to, subject, text, lang))


def tell_step(step_id: int) -> None:
    step = bills.step_by_id(step_id)
    if step.withdrawn_at is None:
        service.announce(service.of_step(step))


def tell_correction(step_id: int) -> None:
    service.correct_step(step_id)


# Work that was noted by an earlier release names nobody whose act it was.
def tell_vote(bill_id: int, vote_id: int, actor_id: int | None = None) -> None:
    happening = service.of_vote(bill_id, bills.vote_by_id(vote_id))
    service.announce(replace(happening, actor_id=actor_id))


def tell_joined_vote(bill_id: int, vote_id: int) -> None:
    service.announce_joined_vote(bill_id, bills.vote_by_id(vote_id))


def tell_recount(vote_id: int, before: dict[str, int], on: str) -> None:
    service.announce_recount(bills.vote_by_id(vote_id), before, date.fromisoformat(on))


def tell_new_bill(bill_id: int) -> None:
    service.announce_new_bill(bills.bill_by_id(bill_id))


def tell_rename(bill_id: int, before: dict[str, str], on: str, actor_id: int | None) -> None:
    bill = bills.bill_by_id(bill_id)
    happening = service.of_rename(bill, before, date.fromisoformat(on))
    service.announce(replace(happening, actor_id=actor_id))


def tell_sitting(sitting_id: int, bill_id: int, actor_id: int | None) -> None:
    happening = service.of_sitting(bill_id, bills.get_sitting(sitting_id))
    service.announce(replace(happening, actor_id=actor_id))


def tell_seat(
    member_id: int, committee_id: int | None, before: str | None, after: str | None, on: str
) -> None:
    changed_on = date.fromisoformat(on)
    service.announce(service.of_seat(member_id, committee_id, before, after, changed_on))


def tell_version(version_id: int, actor_id: int | None = None) -> None:
    try:
        version = documents.version_by_id(version_id)
    except documents.DocumentNotFound:
        return
    if version.document.withdrawn_at is None:
        service.announce(replace(service.of_version(version), actor_id=actor_id))


def take_back_document(document_id: int) -> None:
    service.take_back_document(document_id)


def match(news_id: int) -> None:
    service.match(news_id)
    with transaction():
        for news in service.news_by_id([news_id]):
            for hearing in service.hearings_of(news_id):
                service.ask_for_sound(news, hearing)


def deliver(channel: str, lane: int) -> None:
    """Send what waits on a channel for a while; the rest is for the next job."""
    done, wait = sending.send(Channel(channel), _LETTERS_A_JOB)
    with transaction():
        if wait:
            enqueue_later("following.deliver", wait, channel=channel, lane=lane)
        elif wait is not None or done >= _LETTERS_A_JOB:
            enqueue_once("following.deliver", channel=channel, lane=lane)


def send_list(follower_id: int, language: str) -> None:
    found = service.following_of(follower_id)
    to = found[0].follower.email if found else None
    if not to:
        return
    entries = [
        {
            "name": service.subject_name(one.subject, language),
            "stop_url": links.stop_url(one, language),
        }
        for one in found
    ]
    with force_locale(language):
        text = render_template(
            "emails/following/list.txt",
            entries=entries,
            manage_url=links.manage_url(found[0].follower, language),
        )
        subject = _("What you follow")
    mail.send(Letter(to, subject, text, language))


def speak(news_id: int, language: str, voice: str = "", speed: int = 0) -> None:
    """Make the sound of news, for the podcasts that ask for it."""
    for news in service.news_by_id([news_id]):
        telling = service.tell(news, language)
        service.sound_of(news, telling, service.Hearing(language, voice, speed))


def sweep_sounds() -> None:
    service.sweep_sounds()


def tell_complaint(complaint_id: int, step_id: int) -> None:
    happening = service.of_complaint(complaint_id, step_id)
    if happening is not None:
        service.announce(happening)


def tell_case(case_id: int) -> None:
    """Tell those who follow a published case that its words changed, or that it was taken back."""
    happening = service.of_case(case_id)
    if happening is not None:
        service.announce(happening)


def tell_found(source: str, words: dict[str, str]) -> None:
    """Tell who follows a search of what it newly finds, and who follows everything."""
    happening = service.of_found(source, words)
    if happening is not None:
        service.announce(happening)


def forget_complaint(complaint_id: int) -> None:
    service.forget_complaint(complaint_id)


def tell_form(version_id: int, form: str) -> None:
    version = documents.version_by_id(version_id)
    newest = documents.newest_version(version.document)
    if version.document.withdrawn_at is None and newest is version:
        service.announce_form(version, form)


def tell_improvement(improvement_id: int, actor_id: int | None = None) -> None:
    service.announce(replace(service.of_improvement(improvement_id), actor_id=actor_id))


# Work that was noted by an earlier release does not say when the import ended.
def tell_imported(finished_at: str = "") -> None:
    moment = datetime.fromisoformat(finished_at) if finished_at else clock.now()
    if service.announce_imported(moment) == service.PIECE:
        with transaction():
            enqueue("following.tell_imported", finished_at=moment.isoformat())


def go_round() -> None:
    """Four times an hour: digests whose hour has struck, messages that rested, what failed and can
    be told now, limits that end soon, wishes that are over; and whether anything is late is said
    loudly."""
    if clock.now().astimezone(clock.BANGKOK).hour in _HOURS_OF_DEADLINES:
        service.announce_deadlines()
    service.bring_again()
    service.make_digests()
    service.stop_ended()
    with transaction():
        service.ask_to_deliver()
    late = service.late()
    if late.is_late:
        current_app.logger.error("news is late: %s", late)


def gather() -> None:
    """Some minutes after a rush began: what it brought, in one message for each person."""
    service.tell_together()


def bring_along(before_id: int, heirs: list[list[int]]) -> None:
    service.bring_along(before_id, heirs)


def tidy() -> None:
    """Every night: erase whom nothing is sent to any more, and keep searches by new rules."""
    service.erase_ended()
    service.index_anew()


def index_meanings() -> None:
    service.index_meanings()


JOBS = {
    "following.tell_complaint": Job(tell_complaint),
    "following.tell_case": Job(tell_case),
    "following.tell_found": Job(tell_found),
    "following.forget_complaint": Job(forget_complaint),
    "following.tell_form": Job(tell_form),
    "following.tell_improvement": Job(tell_improvement),
    "following.tell_imported": Job(tell_imported),
    "following.go_round": Job(go_round, lease_minutes=60, every_minutes=15),
    "following.gather": Job(gather, lease_minutes=60),
    "following.bring_along": Job(bring_along),
    "following.tidy": Job(tidy, lease_minutes=60, nightly=True),
    "following.index_meanings": Job(index_meanings, lease_minutes=60),
    "following.ask_confirmation": Job(ask_confirmation),
    "following.tell_step": Job(tell_step),
    "following.tell_correction": Job(tell_correction),
    "following.tell_vote": Job(tell_vote),
    "following.tell_joined_vote": Job(tell_joined_vote),
    "following.tell_recount": Job(tell_recount),
    "following.tell_new_bill": Job(tell_new_bill),
    "following.tell_rename": Job(tell_rename),
    "following.tell_seat": Job(tell_seat),
    "following.tell_sitting": Job(tell_sitting),
    "following.tell_version": Job(tell_version),
    "following.take_back_document": Job(take_back_document),
    "following.match": Job(match),
    "following.deliver": Job(deliver, lease_minutes=30),
    "following.send_list": Job(send_list),
    "following.speak": Job(speak),
    "following.sweep_sounds": Job(sweep_sounds, nightly=True),
}
