"""A person's own feeds, from what the service knows, in the language in force."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from flask import url_for
from flask_babel import gettext as _

from webapp.bills import service as bills
from webapp.following import service
from webapp.following.feeds.atom import Channel, Entry, atom
from webapp.following.feeds.calendar import Occasion, calendar
from webapp.following.feeds.podcast import Episode, podcast
from webapp.following.messages.links import feed_page_url
from webapp.following.service import FeedSound, Follower, News, address, file_address, tell
from webapp.shared import clock, mail

# A deadline is remembered so many days before.
_REMINDER_DAYS = 3
_PAST_DAYS = 365


def _channel(follower: Follower, endpoint: str, token: str, title: str, about: str) -> Channel:
    return Channel(
        url=file_address(url_for(endpoint, token=token)),
        # Whoever fetches the feed for its person reads this link: it opens no more than the feed.
        page=feed_page_url(token, follower.language),
        change=_("Change or stop what you follow"),
        title=title,
        about=about,
        author=_("Secretariat of the Senate"),
        language=follower.language,
    )


def _key(name: str) -> str:
    """A name that stays whatever becomes of addresses (RFC 4151)."""
    return f"tag:{mail.domain()},2026:{name}"


def atom_of(follower: Follower, token: str, found: Sequence[News], changed: datetime) -> bytes:
    """The Atom feed of a follower."""
    about = _("What happens to what you follow. The address of this feed is yours alone.")
    channel = _channel(follower, "feeds.send_atom", token, _("What I follow"), about)
    entries = [
        Entry(
            key=_key(f"news-{news.id}"),
            telling=tell(news, follower.language),
            published=news.announced_at,
            updated=service.changed_at(news),
        )
        for news in found
    ]
    return atom(channel, entries, changed)


def podcast_of(
    follower: Follower, token: str, sounds: Sequence[FeedSound], changed: datetime
) -> bytes:
    """The podcast of a follower."""
    about = _("What happens to what you follow, to hear. The address of this feed is yours alone.")
    channel = _channel(follower, "feeds.send_podcast", token, _("What I follow, to hear"), about)
    episodes = [_episode(one, follower, token) for one in sounds]
    image = file_address(url_for("static", filename="podcast.png"))
    return podcast(channel, episodes, image, changed)


def _episode(one: FeedSound, follower: Follower, token: str) -> Episode:
    lang = follower.language
    telling = tell(one.news, lang)
    own: dict[str, Any] = {"token": token, "news_id": one.news.id, "lang": lang}
    title, page = telling.title, telling.page.url
    url, transcript = (url_for(f"feeds.{name}", **own) for name in ("send_sound", "send_text"))
    chapters = url_for("feeds.send_chapters", **own)
    if one.version is not None:
        document = one.version.document
        title = _("%(title)s, the whole document", title=document.title)
        page = address(f"/documents/{document.public_id}", lang)
        files = f"/documents/{document.public_id}/v/{one.version.number}"
        asked = f"?{urlencode(one.chosen)}" if one.chosen else ""
        url, transcript = f"{files}/audio.mp3{asked}", f"{files}/text.txt"
        chapters = url_for("feeds.send_document_chapters", version_id=one.version.id) + asked
    return Episode(
        key=_key(one.key),
        title=title,
        about="\n\n".join([telling.what, *telling.paragraphs]),
        page=page,
        published=one.published,
        url=file_address(url),
        bytes=one.sound.bytes,
        seconds=one.sound.seconds,
        chapters=file_address(chapters),
        transcript=file_address(transcript),
    )


def occasions_of(follower: Follower) -> list[Occasion]:
    """The days of what a follower follows: what Parliament did or does with each bill, the last day
    of its time limit, and the sessions of Parliament."""
    since = clock.today() - timedelta(days=_PAST_DAYS)
    found = [
        occasion
        for bill in service.bills_followed(follower)
        for occasion in _of_bill(bill, follower.language)
    ]
    found += _of_sessions(follower.language)
    return [one for one in found if one.last >= since]


def _of_bill(bill: bills.Bill, lang: str) -> list[Occasion]:
    page, name = address(f"/bills/{bill.public_id}", lang), service.short_name(bill, lang)
    found = [
        Occasion(
            key=f"{bill.public_id}-step-{step.id}",
            what=f"{name}: {bills.step_name(step)}",
            first=step.on,
            last=step.on,
            page=page,
            changed=step.withdrawn_at or step.entered_at,
            cancelled=step.withdrawn_at is not None,
        )
        for step in bill.steps
        if step.on is not None
    ]
    found += _of_sittings(bill, page, name)
    state = bills.bill_state(bill)
    if state.deadline is not None and state.deadline.due is not None:
        due = state.deadline.due
        found.append(
            Occasion(
                key=f"{bill.public_id}-deadline",
                what=_("%(name)s: last day of the time limit", name=name),
                first=due,
                last=due,
                page=page,
                changed=bill.changed_at,
                about=bills.say_deadline(state),
                reminder=_REMINDER_DAYS,
            )
        )
    return found


def _of_sittings(bill: bills.Bill, page: str, name: str) -> list[Occasion]:
    """The sittings that have a bill on their order paper."""
    since = clock.today() - timedelta(days=_PAST_DAYS)
    return [
        Occasion(
            key=f"{bill.public_id}-sitting-{sitting.id}",
            what=_("%(name)s: on the order paper", name=name),
            first=sitting.on,
            last=sitting.on,
            page=page,
            changed=sitting.changed_at,
            about=bills.say_sitting(sitting),
            begins=sitting.begins,
            cancelled=sitting.cancelled,
        )
        for sitting in bills.sittings_on(bill, since, coming=False)
    ]


def _of_sessions(lang: str) -> list[Occasion]:
    """The first and the last day of each session: a bar over four months would hide all else."""
    return [
        Occasion(
            key=f"session-{session.id}-{name}",
            what=what,
            first=on,
            last=on,
            page=address("/bills", lang),
            changed=datetime.combine(on, datetime.min.time(), clock.BANGKOK),
        )
        for session in bills.list_sessions()
        for name, what, on in (
            ("opens", _("A session of Parliament opens"), session.opens),
            ("closes", _("A session of Parliament closes"), session.closes),
        )
        if on is not None
    ]


def calendar_of(follower: Follower, token: str, occasions: Sequence[Occasion]) -> bytes:
    """The calendar of a follower."""
    page = feed_page_url(token, follower.language)
    change = f"{_('Change or stop what you follow')}: {page}"
    told = [replace(one, about="\n".join(filter(None, (one.about, change)))) for one in occasions]
    return calendar(_("What I follow: sittings and deadlines"), told, mail.domain(), page)
