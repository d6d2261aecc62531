"""Sending what waits: a claim at a time, letters over one open connection, each message noted when
it went.

Between the moment at which the other side has a message and the moment at which that is noted a
worker may end. So a message that another worker had in hand before is noted by itself: then no more
than one can go twice, and it has the same name (Message-ID, LINE's retry key, a browser's tag).
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial

from flask import current_app

from webapp.following import service
from webapp.following.events import passed
from webapp.following.messages.copies import Copy, Desk
from webapp.following.service import Channel, Parcel
from webapp.shared import clock, line, mail, push
from webapp.shared.mail import LetterRefused
from webapp.shared.sending import Away, Gone, PutOff
from webapp.shared.settings import settings

_CLAIM_AT_ONCE = 200
_NOTE_AT_ONCE = 20
# How long everything rests where the mail server, or LINE, is away.
_AWAY = timedelta(minutes=5)
# A round ends after so long, a third of the time for which a worker has the job in hand; what is
# left is for the next, which begins at once.
_ROUND, _NOW = timedelta(minutes=10), timedelta(0)

Made = Callable[[Sequence[Parcel]], Iterable[Copy]]


def send(channel: Channel, most: int) -> tuple[int, timedelta | None]:
    """Send up to so many waiting messages of a channel; gives how many were in hand, and how long
    to wait where something has to go later."""
    desk = Desk()
    if channel is Channel.EMAIL:
        with mail.post().open() as round:
            return _send_all(channel, most, partial(desk.letters, round))
    return _send_all(channel, most, desk.lines if channel is Channel.LINE else desk.notifications)


class _Hand:
    """The messages of one claim in a worker's hand: which are still its own, and which have gone
    and are not noted yet. `is_over` once the rest was put back for a later round."""

    def __init__(self, parcels: Sequence[Parcel]) -> None:
        self.parcels = parcels
        self._claim = parcels[0].claim
        self._mine = {one.delivery_id for one in parcels}
        self._since = clock.now()
        self._sent: list[int] = []
        self.is_over = False

    def holds(self, parcel: Parcel) -> bool:
        """Whether a message is this worker's to send; the claim is renewed in time, however slowly
        messages go."""
        if clock.now() - self._since >= service.RENEW_AFTER:
            self.note()
            self._since = clock.now()
            self._mine = service.renew(self._claim)
        return parcel.delivery_id in self._mine

    def went(self, parcel: Parcel) -> None:
        """Keep that a message has gone, and note it soon."""
        self._sent.append(parcel.delivery_id)
        if parcel.was_held or len(self._sent) >= _NOTE_AT_ONCE:
            self.note()

    def note(self) -> None:
        """Note what has gone."""
        service.note_sent(self._sent)
        self._sent = []

    def put_back(self, why: str, wait: timedelta) -> timedelta:
        """Let everything that has not gone wait for so long; gives how long."""
        self.note()
        self.is_over = True
        service.let_go(self._claim, why, wait)
        return wait


def _send_all(channel: Channel, most: int, made: Made) -> tuple[int, timedelta | None]:
    done, wait, until = 0, None, clock.now() + _ROUND
    while done < most and (parcels := service.claim(channel, _CLAIM_AT_ONCE)):
        done += len(parcels)
        hand = _Hand(parcels)
        wait = _shortest(wait, _send(channel, hand, made, until))
        if hand.is_over:
            break
    return done, wait


def _is_there(channel: Channel) -> bool:
    """Whether this site sends on a channel at all."""
    if channel is Channel.LINE:
        return line.is_set(settings())
    return channel is not Channel.PUSH or push.is_set(settings())


def _send(channel: Channel, hand: _Hand, made: Made, until: datetime) -> timedelta | None:
    if not _is_there(channel):
        return _rest(hand, f"{channel} is not set up here")
    wait: timedelta | None = None
    for copy in made(hand.parcels):
        if clock.now() >= until:
            return hand.put_back("", _NOW)
        if not hand.holds(copy.parcel):
            continue
        try:
            wait = _shortest(wait, _go(copy, hand))
        except Away as reason:
            return _rest(hand, str(reason))
    hand.note()
    return wait


def _go(copy: Copy, hand: _Hand) -> timedelta | None:
    """Hand one message over; gives how long it rests where the other side does not take it now.
    Raises `Away`."""
    try:
        passed.send("following", boundary="to be sent")
        copy.go()
    except PutOff as reason:
        return service.note_put_off(copy.parcel.delivery_id, str(reason))
    except Gone as reason:
        _give_up(copy.parcel, reason)
        return None
    passed.send("following", boundary="sent")
    hand.went(copy.parcel)
    return None


def _rest(hand: _Hand, why: str) -> timedelta:
    """Nothing can go now: what is still to go of these waits."""
    current_app.logger.warning("messages wait: %s", why)
    return hand.put_back(why, _AWAY)


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
