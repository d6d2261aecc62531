"""Messages that wait, made ready to go: each a call that hands it to the other side."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from flask import current_app
from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy.exc import SQLAlchemyError

from audio.engines import VoiceUnavailable
from webapp.following import service
from webapp.following.messages import links
from webapp.following.messages.kept import Kept
from webapp.following.messages.letters import MOST_ATTACHED_BYTES, news_letter
from webapp.following.messages.short import line_text, push_places, push_text
from webapp.following.service import Bringer, Form, Hearing, News, Parcel, Reached, Telling
from webapp.shared import line, push
from webapp.shared.mail import Attachment, Circular, Round
from webapp.shared.push import Browser
from webapp.shared.settings import settings

_MOST_NAMED = 3
# What one job keeps in memory of what it has put together: so many short texts, and letters, which
# may have sounds with them, of so many bytes.
_MOST_KEPT = 500
_MOST_BYTES = 32_000_000


@dataclass(frozen=True)
class Copy:
    """One message to one follower; `go` hands it over, and raises `NotTaken`."""

    parcel: Parcel
    go: Callable[[], None]


@dataclass(frozen=True)
class People:
    """Whom a handful of messages reaches, and the subscriptions that bring them."""

    reached: dict[int, Reached]
    bringers: dict[int, Bringer]

    @classmethod
    def of(cls, parcels: Sequence[Parcel]) -> "People":
        """Those of these parcels, which are of one channel; read at once."""
        told = {one.subscription_id for parcel in parcels for one in parcel.told}
        ids = {parcel.follower_id for parcel in parcels}
        return cls(service.reached(ids, parcels[0].channel), service.bringers(told))

    def bring(self, parcel: Parcel) -> list[Bringer]:
        """The subscriptions that bring a message, each once."""
        numbers = dict.fromkeys(one.subscription_id for one in parcel.told)
        return [self.bringers[number] for number in numbers]


Making = Callable[[Parcel, Reached, People], Callable[[], None]]


class Desk:
    """Where messages are put together, what many get only once."""

    def __init__(self) -> None:
        self._tellings: dict[tuple[int, str], Telling] = {}
        self._circulars: Kept[Circular] = Kept(_MOST_BYTES)
        self._whys: dict[tuple[tuple[str, ...], str], str] = {}

    def letters(self, round: Round, parcels: Sequence[Parcel]) -> Iterator[Copy]:
        """Letters to those who have an address that mail goes to."""

        def letter(parcel: Parcel, person: Reached, people: People) -> Callable[[], None]:
            content = self._circular(parcel, person).copy_for(
                person.to, self._blanks(parcel, person, people)
            )
            return partial(round.deliver, person.to, content)

        return self._each(parcels, letter)

    def lines(self, parcels: Sequence[Parcel]) -> Iterator[Copy]:
        """Messages by LINE."""

        def message(parcel: Parcel, person: Reached, people: People) -> Callable[[], None]:
            manage = links.manage_url_of(person, parcel.language)
            why = self._why(parcel, people)
            feed = links.feed_token(person)
            told = self.tellings(parcel)
            together = parcel.comes_together
            text = line_text(told, parcel.language, why, manage, parcel.form, feed, together)
            return partial(line.push, settings(), person.to, text, parcel.name)

        return self._each(parcels, message)

    def notifications(self, parcels: Sequence[Parcel]) -> Iterator[Copy]:
        """Notifications of browsers."""

        def notification(parcel: Parcel, person: Reached, _people: People) -> Callable[[], None]:
            told = self.tellings(parcel)
            title, body = push_text(told, parcel.language)
            manage, feed = links.manage_url_of(person, parcel.language), links.feed_token(person)
            notice = push.Notice(
                title=title,
                body=body,
                url=told[0].page.url if len(told) == 1 else manage,
                name=parcel.name,
                places=push_places(told, parcel.language, manage, parcel.form, feed),
            )
            return partial(push.push, settings(), Browser(**json.loads(person.to)), notice)

        return self._each(parcels, notification)

    def _each(self, parcels: Sequence[Parcel], put_together: Making) -> Iterator[Copy]:
        """Each message put together. One that cannot be rests and holds up no other: the monitor
        says that it waits."""
        for parcel, person, people in self._reached(parcels):
            try:
                go = put_together(parcel, person, people)
            except SQLAlchemyError:
                # No message's fault: all wait until the database answers.
                raise
            except Exception as trouble:
                current_app.logger.exception("message %s not put together", parcel.name)
                service.note_put_off(parcel.delivery_id, repr(trouble), unmade=True)
                continue
            yield Copy(parcel, go)

    def _reached(self, parcels: Sequence[Parcel]) -> Iterator[tuple[Parcel, Reached, People]]:
        """Each message with whom it reaches; what the others tell is for another way."""
        people = People.of(parcels)
        lost = [one.delivery_id for one in parcels if one.follower_id not in people.reached]
        service.note_unreached(lost, "reaches nobody")
        for parcel in parcels:
            if parcel.follower_id in people.reached:
                yield parcel, people.reached[parcel.follower_id], people

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

    def _circular(self, parcel: Parcel, person: Reached) -> Circular:
        ids = tuple(one.news_id for one in parcel.told)
        spoken = parcel.form is Form.AUDIO_ATTACHED
        hearing = service.hearing_of(person, parcel.language) if spoken else None
        key = (ids, parcel.language, parcel.form, parcel.comes_together, hearing)
        circular = self._circulars.get(key)
        if circular is None:
            told = self.tellings(parcel)
            sounds = _sounds(told, hearing) if hearing else []
            together = parcel.comes_together
            circular = news_letter(told, parcel.form, parcel.language, sounds, together)
            self._circulars.keep(key, circular, circular.size)
        return circular

    def _blanks(self, parcel: Parcel, person: Reached, people: People) -> dict[str, str]:
        lang, bringers = parcel.language, people.bring(parcel)
        return {
            "name": service.letter_name(parcel.delivery_id),
            "why": self._why(parcel, people),
            "manage": links.manage_url_of(person, lang),
            "stop": links.stop_url_of(bringers, parcel.delivery_id, person, lang),
            "feed": links.feed_token(person),
        }

    def _why(self, parcel: Parcel, people: People) -> str:
        """Why one gets this: what one follows."""
        lang, bringers = parcel.language, people.bring(parcel)
        keys = tuple(one.subject.key for one in bringers)
        if (keys, lang) not in self._whys:
            if len(self._whys) > _MOST_KEPT:
                self._whys.clear()
            names = [service.subject_name(one.subject, lang) for one in bringers[:_MOST_NAMED]]
            self._whys[(keys, lang)] = _why(names, len(bringers) - len(names), lang)
        return self._whys[(keys, lang)]


def _why(names: Sequence[str], more: int, lang: str) -> str:
    # It stands in one line of a letter.
    named = "; ".join(" ".join(name.split()) for name in names)
    with force_locale(lang):
        if more:
            return _("you follow: %(names)s, and %(num)d more", names=named, num=more)
        return _("you follow: %(names)s", names=named)


def _sounds(told: Sequence[Telling], hearing: Hearing) -> list[Attachment]:
    """The sounds of a message; none where no voice can speak now, or where they are too many for a
    letter: the link to it stays."""
    news: dict[int, News] = {one.id: one for one in service.news_by_id([t.news_id for t in told])}
    found: list[Attachment] = []
    left = MOST_ATTACHED_BYTES
    for telling in told:
        try:
            sound = service.sound_of(news[telling.news_id], telling, hearing)
        except (VoiceUnavailable, OSError) as trouble:
            current_app.logger.warning("news %s not spoken: %s", telling.news_id, trouble)
            return []
        left -= sound.bytes
        if left < 0:
            return []
        name = f"{telling.name[:60]}.mp3".replace("/", "-")
        found.append(Attachment(name, "audio/mpeg", sound.path.read_bytes()))
    return found
