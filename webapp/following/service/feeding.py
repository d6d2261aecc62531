"""What a person's own feeds hold: the news that met the person's wishes, and their sounds."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, astuple, dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from webapp.bills import service as bills
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.following.models import Follower, Match, News, Subscription
from webapp.following.rules.subjects import SubjectKind, subject_of
from webapp.following.rules.telling import Hearing, Sound
from webapp.following.rules.wishes import Channel, Form, SubscriptionState
from webapp.following.service.news_forms import hearing_of, known_sound, sound_path
from webapp.following.service.reaching import Reached
from webapp.listening import service as listening
from webapp.shared import clock
from webapp.shared.errors import NotFound
from webapp.shared.outbox import enqueue_once
from webapp.shared.transaction import transaction

FEED_DAYS = 90
_HEARD = (Form.AUDIO_ATTACHED, Form.AUDIO_LINKED)
# Documents are heard whole.
_SOUND = listening.FormKind.MP3
_MOST_NEWS, _MOST_SOUNDS, _MOST_BILLS = 200, 100, 300


class NewsNotFound(NotFound):
    """The follower has heard of no such event."""


@dataclass(frozen=True)
class FeedNews:
    """The news of a feed, the newest first; `version` changes whenever they are told otherwise."""

    news: Sequence[News]
    changed: datetime | None
    version: str


@dataclass(frozen=True)
class FeedSound:
    """A sound of a podcast: of news, or of the document that news tells of, by the voice and at the
    speed of `chosen` where they are not the usual ones."""

    key: str
    news: News
    sound: Sound
    published: datetime
    version: documents.DocumentVersion | None = None
    chosen: Mapping[str, str | int] = field(default_factory=dict)


def changed_at(news: News) -> datetime:
    """When what is told of news changed last."""
    return news.withdrawn_at or news.announced_at


def feed_of(follower: Follower, most: int = _MOST_NEWS) -> FeedNews:
    """What a follower was to hear of in the last 90 days, whatever the channel."""
    since = clock.now() - timedelta(days=FEED_DAYS)
    found = db.session.scalars(
        select(News)
        .join(Match, Match.news_id == News.id)
        .where(Match.follower_id == follower.id, News.announced_at >= since)
        .order_by(News.announced_at.desc(), News.id.desc())
        .limit(most)
    ).all()
    # What is told of a bill says how many days are left: another day, another text.
    said = [str(clock.today()), *(f"{one.id} {changed_at(one)}" for one in found)]
    version = hashlib.sha256("\n".join(said).encode()).hexdigest()
    return FeedNews(found, max(map(changed_at, found), default=None), version)


def news_of_follower(follower: Follower, news_id: int) -> News:
    """News that a follower was to hear of. Raises `NewsNotFound`."""
    found = db.session.get(Match, (news_id, follower.id))
    if found is None:
        raise NewsNotFound(str(news_id))
    return found.news


def is_taken_back(news: News) -> bool:
    """Whether news tells of a document that was withdrawn: nothing of it is heard any more."""
    if news.version_id is None:
        return False
    return documents.version_by_id(news.version_id).document.withdrawn_at is not None


def sounds_of_feed(follower: Follower) -> list[FeedSound]:
    """The sounds of a follower's podcast, the newest first. What has not been spoken yet is asked
    for and comes later, as does a document whose sound is not made."""
    found: list[FeedSound] = []
    told: set[int] = set()
    hearing = hearing_of(follower, follower.language)
    for news in feed_of(follower, _MOST_SOUNDS).news:
        if is_taken_back(news):
            continue
        path = sound_path(news, hearing)
        if path.exists():
            key = f"news-{news.id}"
            found.append(FeedSound(key, news, known_sound(path), news.announced_at))
        elif news.withdrawn_at is None:
            ask_for_sound(news, hearing)
        if news.version_id is not None and news.version_id not in told:
            told.add(news.version_id)
            found += _of_document(news, hearing)
    return sorted(found, key=lambda one: one.published, reverse=True)


def bills_followed(follower: Follower) -> list[bills.Bill]:
    """The bills that a follower follows by name, those that other wishes brought lately, and, for
    who follows time limits or everything, those for which a limit runs."""
    keys = set(
        db.session.scalars(
            select(Subscription.subject_key).where(
                Subscription.follower_id == follower.id,
                Subscription.state == SubscriptionState.CONFIRMED,
            )
        )
    )
    subjects = [subject_of(key) for key in keys]
    numbers = {int(one.ref) for one in subjects if one.kind is SubjectKind.BILL}
    numbers |= {one.bill_id for one in feed_of(follower).news if one.bill_id is not None}
    if {SubjectKind.DEADLINES, SubjectKind.EVERYTHING} & {one.kind for one in subjects}:
        numbers |= {bill.id for bill, _state in bills.running_limits(_MOST_BILLS)}
    return [bills.bill_by_id(number) for number in sorted(numbers)[-_MOST_BILLS:]]


def hearings_of(news_id: int) -> list[Hearing]:
    """How somebody is to hear news: in a podcast, or with a message."""
    confirmed = Subscription.state == SubscriptionState.CONFIRMED
    podcasts = (
        select(Follower.language, Follower.voice, Follower.speed)
        .join(Match, Match.follower_id == Follower.id)
        .join(Subscription, Subscription.follower_id == Follower.id)
        .where(Match.news_id == news_id, Subscription.channel == Channel.PODCAST, confirmed)
    )
    letters = (
        select(Subscription.language, Follower.voice, Follower.speed)
        .join(Match, Match.subscription_id == Subscription.id)
        .join(Follower, Follower.id == Subscription.follower_id)
        .where(Match.news_id == news_id, Subscription.form.in_(_HEARD))
    )
    rows = db.session.execute(podcasts.union(letters)).all()
    found = {hearing_of(Reached(0, 0, "", voice, speed), lang) for lang, voice, speed in rows}
    return sorted(found, key=astuple)


def ask_for_sound(news: News, hearing: Hearing) -> None:
    """Have news spoken so."""
    with transaction():
        enqueue_once("following.speak", news_id=news.id, **asdict(hearing))


def _of_document(news: News, hearing: Hearing) -> list[FeedSound]:
    version = documents.version_by_id(news.version_id or 0)
    chosen = _chosen(version, hearing)
    opened = _opened(version, chosen)
    if opened is None:
        return []
    published = max(news.announced_at, opened.made_at or news.announced_at)
    key = "-".join(map(str, ("document", version.id, *chosen.values())))
    sound = known_sound(opened.path)
    return [FeedSound(key, news, sound, published, version, chosen)]


def _chosen(version: documents.DocumentVersion, hearing: Hearing) -> Mapping[str, str | int]:
    """The voice and the speed in which a document is to be heard, and asked for where it is not
    there; empty for the usual ones, or where its making failed."""
    chosen: dict[str, str | int] = {}
    if hearing.voice:
        chosen["voice"] = hearing.voice
    if hearing.speed:
        chosen["speed"] = hearing.speed
    if not chosen:
        return chosen
    form = listening.form_of(version, _SOUND, _variant(chosen))
    if form.failed:
        return {}
    if form.state is None:
        # Nobody stands before the page and waits.
        listening.request_form(version, _SOUND, _variant(chosen), urgency=listening.Urgency.NEW)
    return chosen


def _variant(chosen: Mapping[str, str | int]) -> listening.Variant:
    usual = listening.usual_variant(_SOUND, listening.default_voice())
    return replace(usual, **chosen)  # type: ignore[arg-type]  # (its fields, by their names)


def _opened(
    version: documents.DocumentVersion, chosen: Mapping[str, str | int]
) -> listening.OpenForm | None:
    try:
        return listening.open_form(version, _SOUND, _variant(chosen))
    except (listening.FormNotReady, listening.FormNotOffered):
        return None


def document_sound(version_id: int, chosen: Mapping[str, str | int]) -> tuple[str, Path]:
    """The title and the sound of a version, by a voice and at a speed that are not the usual ones.
    Raises `DocumentNotFound`, `FormNotReady`, this for a withdrawn document too."""
    version = documents.version_by_id(version_id)
    if version.document.withdrawn_at is not None:
        raise listening.FormNotReady
    opened = _opened(version, chosen)
    if opened is None:
        raise listening.FormNotReady
    return version.document.title, opened.path
