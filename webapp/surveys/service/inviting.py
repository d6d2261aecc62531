"""Writing to a sample: who is drawn, who may be asked, and what the message's link stands for."""

import secrets
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import func, or_, select

from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.email_address import is_email
from webapp.shared.quarters import Quarter, quarter_of
from webapp.shared.transaction import transaction
from webapp.surveys.events import person_invited
from webapp.surveys.models import Survey, SurveyInvitation, Volunteer
from webapp.surveys.rules import cap
from webapp.surveys.rules.questions import Channel, State, SurveyKind
from webapp.surveys.service.answering import Arrival
from webapp.surveys.service.asking import asking_key, claim_asking, give_back_asking
from webapp.surveys.service.building import is_open
from webapp.surveys.service.errors import GroupFull, NotOpen, SurveyNotFound
from webapp.surveys.service.quotas import full_groups, wants
from webapp.surveys.service.volunteering import drawn_volunteers, note_pulse

# As many people as tell a share to within 5 percent, with 95 percent confidence: 1.96² / 4 / 0.05².
PULSE_SAMPLE = 385
_PULSES = (Survey.kind == SurveyKind.PULSE, Survey.state == State.OPEN)


class _Person(NamedTuple):
    """Somebody who may be drawn."""

    channel: Channel
    contact: str
    segment: str | None
    language: str
    volunteer_id: int | None = None


def invite_sample(
    survey: Survey,
    addresses: Iterable[str],
    size: int,
    segment: str | None,
    language: str,
    account_id: int | None,
    secret: str,
) -> int:
    """Draw up to `size` of the addresses and have a letter written to each; how many there are.

    Who was asked within 90 days is passed over, and another one is drawn. What is no address is
    passed over. Raises `NotOpen`, or `GroupFull` where enough of the group have answered.
    """
    _check_wanted(survey, segment)
    given = sorted({one.strip().lower() for one in addresses})
    drawn = secrets.SystemRandom().sample(given, len(given))
    people = (_Person(Channel.MAIL, one, segment, language) for one in drawn if is_email(one))
    return _invite_all(survey, people, size, account_id, secret)


def invite_volunteers(
    survey: Survey,
    size: int,
    segment: str | None,
    account_id: int | None,
    secret: str,
) -> int:
    """Draw up to `size` of those who let themselves be asked, of one group or of all; how many
    messages go out.

    Who was asked within 90 days is passed over, and who belongs to a group of which enough have
    answered. Raises `NotOpen`, or `GroupFull` for a group that is full.
    """
    _check_wanted(survey, segment)
    return _invite_all(survey, _volunteers(survey, segment), size, account_id, secret)


def has_open_pulse() -> bool:
    """Whether a pulse is open, which goes out by itself every quarter."""
    return any(is_open(pulse) for pulse in db.session.scalars(select(Survey).where(*_PULSES)))


def send_pulses(secret: str) -> int:
    """Send every open pulse to PULSE_SAMPLE people a quarter at most; how many messages go out.

    It runs every night, so that who joins, or may be asked again, within the quarter is asked too;
    nobody is sent two in one quarter.
    """
    sent = 0
    for pulse_id in db.session.scalars(select(Survey.id).where(*_PULSES)).all():
        with transaction():
            # One at a time, so that two workers do not send twice as many.
            pulse = db.session.get_one(Survey, pulse_id, with_for_update=True)
            if wants(pulse):
                left = PULSE_SAMPLE - _sent_this_quarter(pulse)
                sent += _invite_all(pulse, _volunteers(pulse, None), left, None, secret)
    return sent


def _sent_this_quarter(survey: Survey) -> int:
    """How many messages have gone or are to go this quarter."""
    mailed = SurveyInvitation.mailed_on
    counted = select(func.count(SurveyInvitation.id)).where(
        SurveyInvitation.survey_id == survey.id,
        or_(mailed.is_(None), mailed >= _this_quarter().first_day),
    )
    return db.session.scalar(counted) or 0


def _this_quarter() -> Quarter:
    return quarter_of(clock.today())


def _volunteers(survey: Survey, segment: str | None) -> Iterator[_Person]:
    """Who may be drawn for a survey, by lot; of a pulse nobody who was sent one this quarter."""
    is_pulse = survey.kind == SurveyKind.PULSE
    for volunteer_id in drawn_volunteers(segment, _this_quarter().key if is_pulse else None):
        one = db.session.get_one(Volunteer, volunteer_id)
        yield _Person(one.channel, one.contact, one.segment, one.language, one.id)


def _check_wanted(survey: Survey, segment: str | None) -> None:
    """Raises `NotOpen` or `GroupFull` where no more answers are wanted, of all or of a group; to
    an interview nobody is invited by a letter."""
    if survey.kind == SurveyKind.INTERVIEW:
        raise NotOpen
    if segment in full_groups(survey):
        raise GroupFull
    if not wants(survey, segment):
        raise NotOpen


def _invite_all(
    survey: Survey, people: Iterable[_Person], size: int, account_id: int | None, secret: str
) -> int:
    """Write to the first `size` of the people who may be asked and whose group is still wanted."""
    invited = 0
    full = full_groups(survey)
    with transaction():
        for person in people:
            if invited >= size:
                break
            if person.segment not in full and claim_asking(_name(person), secret):
                _invite(survey, person)
                invited += 1
        # Of the nights on which nobody is written to nothing needs to be known.
        if invited or account_id is not None:
            audit.record(account_id, "surveys.invite", f"survey {survey.key}: {invited}")
    return invited


def _name(person: _Person | SurveyInvitation) -> str:
    """What tells a person again, for the cap over everything that asks."""
    contact = person.address if isinstance(person, SurveyInvitation) else person.contact
    return f"{person.channel.value}:{contact}"


def _invite(survey: Survey, person: _Person) -> None:
    invitation = SurveyInvitation(
        survey_id=survey.id,
        channel=person.channel,
        address=person.contact,
        person=secrets.token_hex(16),
        segment=person.segment,
        language=person.language,
        volunteer_id=person.volunteer_id,
    )
    db.session.add(invitation)
    if person.volunteer_id is not None and survey.kind == SurveyKind.PULSE:
        note_pulse(person.volunteer_id, _this_quarter().key)
    db.session.flush()
    person_invited.send("surveys", invitation_id=invitation.id)


def invitation_by_id(invitation_id: int) -> SurveyInvitation | None:
    """An invitation whose message has not gone yet; None afterwards."""
    invitation = db.session.get(SurveyInvitation, invitation_id)
    return invitation if invitation and invitation.address else None


def invitation_token(invitation: SurveyInvitation, secret: str) -> str:
    """What a message's link has: it names nobody. The keyed hash of the address goes along, by
    which its reader answers once, however many messages she has, and the browser that opens it
    shares the address's cap."""
    segment = invitation.segment or ""
    said = [invitation.survey_id, invitation.person, segment, invitation.channel.value]
    to = f"{invitation.channel.value}:{invitation.address}" if invitation.address else ""
    return str(_links(secret).dumps([*said, asking_key(to, secret) if to else ""]))


def withdraw_invitation(invitation: SurveyInvitation, secret: str) -> None:
    """Forget an invitation whose message is not to go any more: its person was not asked."""
    with transaction():
        give_back_asking(_name(invitation), secret)
        if invitation.volunteer_id is not None:
            note_pulse(invitation.volunteer_id, None)
        db.session.delete(invitation)


def invitation_sent(invitation: SurveyInvitation) -> None:
    """Note that the message went out; the address and what stood for the person are forgotten."""
    with transaction():
        invitation.address = invitation.person = invitation.volunteer_id = None
        invitation.mailed_on = clock.today()


def invited(token: str, secret: str) -> tuple[Survey, list[str], Arrival]:
    """The survey of a message's link, what stands for its reader, and how she came.

    What stands for her is the same for every message to her address; the second of it stood for
    the reader of one message, as long as each was counted by itself. Raises `SurveyNotFound`.
    """
    survey_id, person, segment, channel, *key = _said(token, secret)
    survey = db.session.get(Survey, survey_id)
    if survey is None:
        raise SurveyNotFound
    names = [cap.by_letter(one) for one in (*filter(None, key), person)]
    return survey, names, Arrival(Channel(channel), None, segment or None)


def invited_key(token: str, secret: str) -> str:
    """The keyed hash of the address that a message went to; "" for an older message.

    Raises `SurveyNotFound`.
    """
    _survey, _person, _segment, _channel, *key = _said(token, secret)
    return str(key[0]) if key else ""


def _said(token: str, secret: str) -> list[Any]:
    try:
        survey_id, person, segment, channel, *key = _links(secret).loads(token)
    except (BadSignature, ValueError, TypeError):
        raise SurveyNotFound from None
    return [survey_id, person, segment, channel, *key]


def _links(secret: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret, salt="survey invitation")
