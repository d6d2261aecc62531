"""People who let themselves be asked, by e-mail or LINE: they join, confirm, leave, are drawn.

Of the address only a keyed hash and an encrypted copy are kept, until the person leaves.
"""

import secrets
from datetime import timedelta

from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import delete, func, or_, select

from webapp.extensions import db
from webapp.shared import clock, disclosure, line
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction
from webapp.surveys.events import volunteer_joined
from webapp.surveys.models import Volunteer
from webapp.surveys.rules import cap
from webapp.surveys.rules.questions import NOT_KNOWN, Channel
from webapp.surveys.service.errors import SurveyNotFound

# An address that nobody has confirmed is forgotten after a week.
CONFIRM_WITHIN = timedelta(days=7)


def ask_to_be_asked(address: str, segment: str | None, language: str, secret: str) -> None:
    """Note an e-mail address and have a letter ask to confirm it.

    Who has confirmed it before gets no letter and is told nothing here, so that nobody learns who
    is on the list; the group and the language stay as they were confirmed.
    """
    with transaction():
        volunteer = by_contact(Channel.MAIL, address.lower(), secret)
        if volunteer is None:
            volunteer = _new(Channel.MAIL, address.lower(), secret)
        if volunteer.confirmed_on is None:
            volunteer.segment, volunteer.language = segment, language
            db.session.flush()
            volunteer_joined.send("surveys", volunteer_id=volunteer.id)


def join_by_line(user: str, language: str, secret: str) -> None:
    """Put a LINE user on the list, who has asked for it in a message."""
    with transaction():
        volunteer = by_contact(Channel.LINE, user, secret) or _new(Channel.LINE, user, secret)
        volunteer.language, volunteer.confirmed_on = language, clock.today()


def tell_group_by_line(user: str, segment: str | None, secret: str) -> bool:
    """Note to which group a LINE user on the list belongs, None for not told; whether she is on
    it."""
    with transaction():
        volunteer = by_contact(Channel.LINE, user, secret)
        if volunteer is not None:
            volunteer.segment = segment
    return volunteer is not None


def language_by_line(user: str, secret: str) -> str:
    """The language of a LINE user on the list; "" for somebody not on it."""
    volunteer = by_contact(Channel.LINE, user, secret)
    return volunteer.language if volunteer else ""


def volunteer_by_id(volunteer_id: int) -> Volunteer | None:
    """Somebody on the list, or None once she has left."""
    return db.session.get(Volunteer, volunteer_id)


def volunteer_token(volunteer: Volunteer, secret: str) -> str:
    """What her links have, with which she confirms and leaves."""
    return str(_links(secret).dumps([volunteer.id, volunteer.contact_key[:16]]))


def volunteer_of(token: str, secret: str) -> Volunteer:
    """Whom a link is of. Raises `SurveyNotFound`, as for somebody who has left."""
    try:
        volunteer_id, start = _links(secret).loads(token)
    except (BadSignature, ValueError, TypeError):
        raise SurveyNotFound from None
    volunteer = db.session.get(Volunteer, volunteer_id)
    if volunteer is None or volunteer.contact_key[:16] != start:
        raise SurveyNotFound
    return volunteer


def confirm_volunteer(token: str, secret: str) -> None:
    """Note that the address is hers and that she wants to be asked. Raises `SurveyNotFound`."""
    with transaction():
        volunteer = volunteer_of(token, secret)
        volunteer.confirmed_on = volunteer.confirmed_on or clock.today()


def forget_unconfirmed() -> int:
    """Erase addresses that nobody has confirmed within a week; how many there were."""
    with transaction():
        old = delete(Volunteer).where(
            Volunteer.confirmed_on.is_(None), Volunteer.joined_on < clock.today() - CONFIRM_WITHIN
        )
        return int(db.session.execute(old).rowcount)  # type: ignore[attr-defined]


def drawn_volunteers(segment: str | None, pulse_in: str | None = None) -> list[int]:
    """The ids of all who may be drawn, of one group or of all, in an order drawn by lot; those of
    LINE only where this site has an account there.

    `pulse_in`: a quarter ("2569-1"), for a pulse; who was sent one in it is not drawn.
    """
    among = [Channel.MAIL, *([Channel.LINE] if line.is_set(settings()) else [])]
    wanted = select(Volunteer.id).where(
        Volunteer.confirmed_on.is_not(None), Volunteer.channel.in_(among)
    )
    if segment:
        wanted = wanted.where(Volunteer.segment == segment)
    if pulse_in:
        wanted = wanted.where(or_(Volunteer.pulse_in.is_(None), Volunteer.pulse_in != pulse_in))
    ids = list(db.session.scalars(wanted))
    secrets.SystemRandom().shuffle(ids)
    return ids


def note_pulse(volunteer_id: int, quarter: str | None) -> None:
    """Note in which quarter somebody is sent a pulse; None where it is not sent in the end."""
    with transaction():
        volunteer = volunteer_by_id(volunteer_id)
        if volunteer is not None:
            volunteer.pulse_in = quarter


def volunteers_by_group() -> dict[str, int]:
    """How many let themselves be asked, by group: those of whom it is not known under "none",
    groups of fewer than five people together under ""; no one is left out."""
    groups = [
        group or NOT_KNOWN
        for group, count in count_volunteers().items()
        for _person in range(count)
    ]
    lot = {"segment": disclosure.groups_of(dict(enumerate(groups)))}
    return {key: len(people) for key, people in disclosure.protected(lot)["segment"].items()}


def count_volunteers() -> dict[str | None, int]:
    """How many let themselves be asked, by group."""
    counted = select(Volunteer.segment, func.count(Volunteer.id))
    counted = counted.where(Volunteer.confirmed_on.is_not(None)).group_by(Volunteer.segment)
    return {row[0]: int(row[1]) for row in db.session.execute(counted)}


def by_contact(channel: Channel, contact: str, secret: str) -> Volunteer | None:
    """Who is on the list with this address or LINE user, confirmed or not."""
    key = _key(channel, contact, secret)
    return db.session.scalar(select(Volunteer).where(Volunteer.contact_key == key))


def _new(channel: Channel, contact: str, secret: str) -> Volunteer:
    volunteer = Volunteer(
        channel=channel,
        contact=contact,
        contact_key=_key(channel, contact, secret),
        joined_on=clock.today(),
    )
    db.session.add(volunteer)
    return volunteer


def _key(channel: Channel, contact: str, secret: str) -> str:
    return cap.keyed(secret, "volunteer", f"{channel.value}:{contact}")


def _links(secret: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret, salt="survey volunteer")
