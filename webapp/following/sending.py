"""Sending what waits: over one open connection, a claim at a time, each message noted when it went.

Between the moment at which the mail server has a letter and the moment at which that is noted a
worker may end. So a letter that another worker had in hand before is noted by itself: then no more
than one letter can go twice, and it has the same Message-ID.
"""

from collections.abc import Iterable
from datetime import timedelta

from flask import current_app

from webapp.following import letters, service
from webapp.following.events import passed
from webapp.following.letters import Copy
from webapp.following.service import Channel
from webapp.shared import mail
from webapp.shared.mail import LetterPutOff, LetterRefused, Round, ServerAway

_CLAIM_AT_ONCE = 200
_NOTE_AT_ONCE = 20
# How long everything rests where the mail server is away.
_AWAY = timedelta(minutes=5)


def send_mail(most: int) -> tuple[int, timedelta | None]:
    """Send up to so many waiting letters; gives how many were in hand, and how long to wait where
    something has to go later."""
    done, wait = 0, None
    with mail.post().open() as round:
        while done < most and (parcels := service.claim(Channel.EMAIL, _CLAIM_AT_ONCE)):
            done += len(parcels)
            wait = _shortest(wait, _send(round, letters.copies(parcels)))
            if wait == _AWAY:
                break
    return done, wait


def _send(round: Round, copies: Iterable[Copy]) -> timedelta | None:
    sent: list[int] = []
    wait: timedelta | None = None
    waiting = list(copies)
    for place, copy in enumerate(waiting):
        try:
            passed.send("following", boundary="to be sent")
            round.deliver(copy.to, copy.content)
        except LetterPutOff as reason:
            wait = _shortest(wait, service.note_put_off(copy.parcel.delivery_id, str(reason)))
            continue
        except LetterRefused as reason:
            service.note_refused(copy.parcel.delivery_id, str(reason))
            continue
        except ServerAway as reason:
            service.note_sent(sent)
            current_app.logger.warning("mail server: %s", reason)
            left = [one.parcel.delivery_id for one in waiting[place:]]
            service.let_go(left, str(reason), _AWAY)
            return _AWAY
        sent.append(copy.parcel.delivery_id)
        passed.send("following", boundary="sent")
        if copy.parcel.was_held or len(sent) >= _NOTE_AT_ONCE:
            service.note_sent(sent)
            sent = []
    service.note_sent(sent)
    return wait


def _shortest(one: timedelta | None, other: timedelta | None) -> timedelta | None:
    return min((wait for wait in (one, other) if wait is not None), default=None)
