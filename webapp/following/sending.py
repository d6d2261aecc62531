"""Sending what waits: a claim at a time, letters over one open connection, each message noted when
it went.

Between the moment at which the other side has a message and the moment at which that is noted a
worker may end. So a message that another worker had in hand before is noted by itself: then no more
than one can go twice, and it has the same name (Message-ID, LINE's retry key, a browser's tag).
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from functools import partial

from flask import current_app

from webapp.following import service
from webapp.following.events import passed
from webapp.following.messages.copies import Copy, Desk
from webapp.following.service import Channel, Parcel
from webapp.shared import line, mail, push
from webapp.shared.mail import LetterRefused
from webapp.shared.sending import Away, Gone, PutOff
from webapp.shared.settings import settings

_CLAIM_AT_ONCE = 200
_NOTE_AT_ONCE = 20
# How long everything rests where the mail server, or LINE, is away.
_AWAY = timedelta(minutes=5)

Made = Callable[[Sequence[Parcel]], Iterable[Copy]]


def send(channel: Channel, most: int) -> tuple[int, timedelta | None]:
    """Send up to so many waiting messages of a channel; gives how many were in hand, and how long
    to wait where something has to go later."""
    desk = Desk()
    if channel is Channel.EMAIL:
        with mail.post().open() as round:
            return _send_all(channel, most, partial(desk.letters, round))
    return _send_all(channel, most, desk.lines if channel is Channel.LINE else desk.notifications)


def _send_all(channel: Channel, most: int, made: Made) -> tuple[int, timedelta | None]:
    done, wait = 0, None
    while done < most and (parcels := service.claim(channel, _CLAIM_AT_ONCE)):
        done += len(parcels)
        wait = _shortest(wait, _send(channel, parcels, made))
        if wait == _AWAY:
            break
    return done, wait


def _is_there(channel: Channel) -> bool:
    """Whether this site sends on a channel at all."""
    if channel is Channel.LINE:
        return line.is_set(settings())
    return channel is not Channel.PUSH or push.is_set(settings())


def _send(channel: Channel, parcels: Sequence[Parcel], made: Made) -> timedelta | None:
    if not _is_there(channel):
        return _rest(parcels, f"{channel} is not set up here")
    sent: list[int] = []
    wait: timedelta | None = None
    for copy in made(parcels):
        try:
            passed.send("following", boundary="to be sent")
            copy.go()
        except Away as reason:
            service.note_sent(sent)
            return _rest(parcels, str(reason))
        except PutOff as reason:
            wait = _shortest(wait, service.note_put_off(copy.parcel.delivery_id, str(reason)))
            continue
        except Gone as reason:
            _give_up(copy.parcel, reason)
            continue
        sent.append(copy.parcel.delivery_id)
        passed.send("following", boundary="sent")
        if copy.parcel.was_held or len(sent) >= _NOTE_AT_ONCE:
            service.note_sent(sent)
            sent = []
    service.note_sent(sent)
    return wait


def _rest(parcels: Sequence[Parcel], why: str) -> timedelta:
    """Nothing can go now: what is still to go of these waits."""
    current_app.logger.warning("messages wait: %s", why)
    service.let_go([one.delivery_id for one in parcels], why, _AWAY)
    return _AWAY


def _give_up(parcel: Parcel, reason: Gone) -> None:
    """The other side will never take this; what that means for the person depends on the way."""
    service.note_refused(parcel.delivery_id, str(reason))
    if isinstance(reason, LetterRefused):
        words = reason.smtp_error
        said = words.decode(errors="replace") if isinstance(words, bytes) else words
        service.note_refusal(parcel.follower_id, mail.status_in(said, reason.smtp_code))
    elif parcel.channel is Channel.PUSH:
        service.leave(service.follower_by_id(parcel.follower_id), Channel.PUSH)


def _shortest(one: timedelta | None, other: timedelta | None) -> timedelta | None:
    return min((wait for wait in (one, other) if wait is not None), default=None)
