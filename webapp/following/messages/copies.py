"""Messages that wait, made ready to go: each a call that hands it to the other side."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from flask import current_app
from flask_babel import force_locale
from flask_babel import gettext as _

from audio.engines import VoiceUnavailable
from webapp.following import service
from webapp.following.messages import links
from webapp.following.messages.letters import news_letter
from webapp.following.messages.short import line_text, push_text
from webapp.following.service import Follower, Form, News, Parcel, Subscription, Telling
from webapp.shared import line, push
from webapp.shared.mail import Attachment, Circular, Round
from webapp.shared.push import Browser
from webapp.shared.settings import settings

_MOST_NAMED = 3
# What one job keeps in memory of what it has put together.
_MOST_KEPT = 500


@dataclass(frozen=True)
class Copy:
    """One message to one follower; `go` hands it over, and raises `NotTaken`."""

    parcel: Parcel
    go: Callable[[], None]


@dataclass(frozen=True)
class People:
    """Whom a handful of messages is for, and the subscriptions that bring them."""

    followers: dict[int, Follower]
    subscriptions: dict[int, Subscription]

    @classmethod
    def of(cls, parcels: Sequence[Parcel]) -> "People":
        """Those of these parcels, read at once."""
        told = {one.subscription_id for parcel in parcels for one in parcel.told}
        followers = service.followers_by_id({parcel.follower_id for parcel in parcels})
        return cls(followers, service.subscriptions_by_id(told))

    def wishes(self, parcel: Parcel) -> list[Subscription]:
        """The subscriptions that bring a message, each once."""
        numbers = dict.fromkeys(one.subscription_id for one in parcel.told)
        return [self.subscriptions[number] for number in numbers]


class Desk:
    """Where messages are put together, what many get only once."""

    def __init__(self) -> None:
        self._tellings: dict[tuple[int, str], Telling] = {}
        self._circulars: dict[tuple[object, ...], Circular] = {}
        self._names: dict[tuple[str, str], str] = {}

    def letters(self, round: Round, parcels: Sequence[Parcel]) -> Iterator[Copy]:
        """Letters to those who have an address that mail goes to; the others' are dropped."""
        people = People.of(parcels)
        to = service.addresses(people.followers.keys())
        service.drop([one.delivery_id for one in parcels if one.follower_id not in to])
        for parcel in parcels:
            if parcel.follower_id in to:
                address = to[parcel.follower_id]
                content = self._circular(parcel).copy_for(address, self._blanks(parcel, people))
                yield Copy(parcel, partial(round.deliver, address, content))

    def lines(self, parcels: Sequence[Parcel]) -> Iterator[Copy]:
        """Messages by LINE."""
        people = People.of(parcels)
        for parcel in self._reached(parcels, people, "line_user"):
            follower, lang = people.followers[parcel.follower_id], parcel.language
            manage = links.manage_url(follower, lang)
            text = line_text(self.tellings(parcel), lang, self._why(parcel, people), manage)
            send = partial(line.push, settings(), follower.line_user or "", text, parcel.name)
            yield Copy(parcel, send)

    def notifications(self, parcels: Sequence[Parcel]) -> Iterator[Copy]:
        """Notifications of browsers."""
        people = People.of(parcels)
        for parcel in self._reached(parcels, people, "push"):
            follower, told = people.followers[parcel.follower_id], self.tellings(parcel)
            title, body = push_text(told, parcel.language)
            page = told[0].page.url
            if len(told) > 1:
                page = links.manage_url(follower, parcel.language)
            browser = Browser(**json.loads(follower.push or ""))
            send = partial(push.push, settings(), browser, title, body, page, parcel.name)
            yield Copy(parcel, send)

    def _reached(self, parcels: Sequence[Parcel], people: People, way: str) -> Iterable[Parcel]:
        lost = [one for one in parcels if not getattr(people.followers[one.follower_id], way)]
        service.drop([one.delivery_id for one in lost])
        return [one for one in parcels if one not in lost]

    def tellings(self, parcel: Parcel) -> list[Telling]:
        """What a message tells, in its language."""
        keys = [(one.news_id, parcel.language) for one in parcel.told]
        missing = [number for number, lang in keys if (number, lang) not in self._tellings]
        if len(self._tellings) > _MOST_KEPT:
            self._tellings.clear()
            missing = [number for number, _lang in keys]
        for news in service.news_by_id(missing):
            self._tellings[(news.id, parcel.language)] = service.tell(news, parcel.language)
        return [self._tellings[key] for key in keys]

    def _circular(self, parcel: Parcel) -> Circular:
        ids = tuple(one.news_id for one in parcel.told)
        key = (ids, parcel.language, parcel.form)
        if key not in self._circulars:
            if len(self._circulars) > _MOST_KEPT:
                self._circulars.clear()
            told = self.tellings(parcel)
            sounds = _sounds(told) if parcel.form is Form.AUDIO_ATTACHED else []
            self._circulars[key] = news_letter(told, parcel.form, parcel.language, sounds)
        return self._circulars[key]

    def _blanks(self, parcel: Parcel, people: People) -> dict[str, str]:
        follower, lang = people.followers[parcel.follower_id], parcel.language
        wishes = people.wishes(parcel)
        if len(wishes) == 1:
            stop = links.stop_url(wishes[0], lang)
        else:
            stop = links.stop_digest_url(parcel.delivery_id, follower, lang)
        return {
            "name": service.letter_name(parcel.delivery_id),
            "why": self._why(parcel, people),
            "manage": links.manage_url(follower, lang),
            "stop": stop,
            "feed": links.feed_token(follower),
        }

    def _why(self, parcel: Parcel, people: People) -> str:
        """Why one gets this: what one follows."""
        lang, wishes = parcel.language, people.wishes(parcel)
        named = "; ".join(self._name(wish, lang) for wish in wishes[:_MOST_NAMED])
        with force_locale(lang):
            if len(wishes) > _MOST_NAMED:
                more = len(wishes) - _MOST_NAMED
                return _("you follow: %(names)s, and %(num)d more", names=named, num=more)
            return _("you follow: %(names)s", names=named)

    def _name(self, subscription: Subscription, lang: str) -> str:
        key = (subscription.subject_key, lang)
        if key not in self._names:
            name = service.subject_name(subscription.subject, lang)
            # It stands in one line of a letter.
            self._names[key] = " ".join(name.split())
        return self._names[key]


def _sounds(told: Sequence[Telling]) -> list[Attachment]:
    """The sounds of a message; none where no voice can speak now, the link to it stays."""
    news: dict[int, News] = {one.id: one for one in service.news_by_id([t.news_id for t in told])}
    found = []
    for telling in told:
        try:
            sound = service.sound_of(news[telling.news_id], telling)
        except (VoiceUnavailable, OSError) as trouble:
            current_app.logger.warning("news %s not spoken: %s", telling.news_id, trouble)
            return []
        name = f"{telling.name[:60]}.mp3".replace("/", "-")
        found.append(Attachment(name, "audio/mpeg", sound.path.read_bytes()))
    return found
