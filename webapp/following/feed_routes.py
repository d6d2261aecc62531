"""A person's own feeds and the files that they name. The token in the address is the key."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime

from flask import Blueprint, request, send_file
from flask_babel import force_locale
from werkzeug.wrappers import Response

from webapp.following import service
from webapp.following.feeds import personal
from webapp.following.feeds.chapters import chapters_json
from webapp.following.service import Follower, Scope
from webapp.listening import service as listening
from webapp.shared.settings import settings

# No id is larger; a longer number is an unknown page rather than a fault of the database.
NUMBER = "int(max=2147483647)"
bp = Blueprint("feeds", __name__, url_prefix="/feeds")

# A program that asks more often than this gets what it had.
_FRESH_SECONDS = 300
_DAY_SECONDS = 24 * 3600
# Another number where feeds are written otherwise, so that nobody keeps an earlier one.
_WRITTEN_AS = 2
# What a feed without any entry says it was last changed at.
NEVER = datetime(2017, 4, 6, tzinfo=UTC)


def _follower(token: str) -> Follower:
    return service.opened_follower(token, Scope.FEED, settings().SECRET_KEY)


def _answer(
    follower: Follower, mimetype: str, version: str, changed: datetime, make: Callable[[], bytes]
) -> Response:
    """The file, made only for those who do not have it yet; `version` changes whenever it does."""
    answer = Response(mimetype=mimetype)
    own = f"{_WRITTEN_AS} {follower.id} {follower.key_version} {follower.language} {version}"
    answer.set_etag(hashlib.sha256(own.encode()).hexdigest()[:32])
    answer.last_modified = changed
    answer.cache_control.private = True
    answer.cache_control.max_age = _FRESH_SECONDS
    # Nobody finds by a search engine what somebody follows.
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.make_conditional(request)
    if answer.status_code != 304:
        with force_locale(follower.language):
            answer.set_data(make())
    return answer


@bp.get("/<token>/news.atom")
def send_atom(token: str) -> Response:
    """Everything that the person follows, as it happens."""
    follower = _follower(token)
    found = service.feed_of(follower)
    return _answer(
        follower,
        "application/atom+xml",
        found.version,
        found.changed or NEVER,
        lambda: personal.atom_of(follower, token, found.news, found.changed or NEVER),
    )


@bp.get("/<token>/podcast.xml")
def send_podcast(token: str) -> Response:
    """Everything that the person follows, spoken, and the documents among it read out."""
    follower = _follower(token)
    sounds = service.sounds_of_feed(follower)
    changed = max((one.published for one in sounds), default=NEVER)
    return _answer(
        follower,
        "application/rss+xml",
        " ".join(f"{one.key}:{one.sound.bytes}" for one in sounds),
        changed,
        lambda: personal.podcast_of(follower, token, sounds, changed),
    )


@bp.get("/<token>/calendar.ics")
def send_calendar(token: str) -> Response:
    """Sittings on the bills that the person follows, their time limits, Parliament's sessions."""
    follower = _follower(token)
    occasions = personal.occasions_of(follower)
    return _answer(
        follower,
        "text/calendar",
        hashlib.sha256(repr(occasions).encode()).hexdigest(),
        max((one.changed for one in occasions), default=NEVER),
        lambda: personal.calendar_of(follower, token, occasions),
    )


@bp.get(f"/<token>/news/<{NUMBER}:news_id>-<any(th, en):lang>.mp3")
def send_sound(token: str, news_id: int, lang: str) -> Response:
    """News spoken. Byte ranges let a player jump and a broken download go on."""
    sound, news = _sound(token, news_id, lang)
    return send_file(
        sound.path, mimetype="audio/mpeg", conditional=True, max_age=_DAY_SECONDS,
        last_modified=news.announced_at, etag=sound.path.stem,
    )  # fmt: skip


@bp.get(f"/<token>/news/<{NUMBER}:news_id>-<any(th, en):lang>.brf")
def send_braille(token: str, news_id: int, lang: str) -> Response:
    """News in braille."""
    follower = _follower(token)
    news = service.news_of_follower(follower, news_id)
    # A program that fetches files shows no cookie: what was kept with the follower counts.
    grade = service.grade_of(follower)
    grade = listening.preferred_grade() if grade is None else grade
    file = service.braille_of(service.tell(news, lang), grade)
    answer = Response(file, mimetype="application/x-brf")
    name = f"news-{news_id}-{lang}.brf"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@bp.get(f"/<token>/news/<{NUMBER}:news_id>-<any(th, en):lang>.txt")
def send_text(token: str, news_id: int, lang: str) -> Response:
    """News as plain text: what the sound says, for those who read along."""
    news = service.news_of_follower(_follower(token), news_id)
    return Response(service.tell(news, lang).text + "\n", mimetype="text/plain")


@bp.get(f"/<token>/news/<{NUMBER}:news_id>-<any(th, en):lang>.json")
def send_chapters(token: str, news_id: int, lang: str) -> Response:
    """The chapters of the sound of news."""
    sound, news = _sound(token, news_id, lang)
    return _chapters(service.tell(news, lang).title, service.chapters_of(sound.path))


def _sound(token: str, news_id: int, lang: str) -> tuple[service.Sound, service.News]:
    """News as the person with this token hears it."""
    follower = _follower(token)
    news = service.news_of_follower(follower, news_id)
    if service.is_taken_back(news):
        raise service.NewsNotFound(str(news_id))
    hearing = service.hearing_of(follower, lang)
    return service.sound_of(news, service.tell(news, lang), hearing), news


@bp.get(f"/documents/<{NUMBER}:version_id>/chapters.json")
def send_document_chapters(version_id: int) -> Response:
    """The chapters of the sound of a document's version, in the voice and speed asked for."""
    chosen: dict[str, str | int] = {}
    if voice := request.args.get("voice"):
        chosen["voice"] = voice
    if speed := request.args.get("speed", type=int):
        chosen["speed"] = speed
    title, path = service.document_sound(version_id, chosen)
    return _chapters(title, service.chapters_of(path))


def _chapters(title: str, chapters: list[service.Chapter]) -> Response:
    answer = Response(chapters_json(title, chapters), mimetype="application/json+chapters")
    answer.add_etag()
    # Podcast programs that run in a browser come from another site.
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer.make_conditional(request)
