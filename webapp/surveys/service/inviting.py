"""Writing to a sample: who is drawn, who may be asked, and what the message's link stands for."""

import secrets
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import or_, select

from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.email_address import is_email
from webapp.shared.quarters import quarter_of
from webapp.shared.transaction import transaction
from webapp.surveys.events import person_invited
from webapp.surveys.models import Survey, SurveyInvitation, Volunteer
from webapp.surveys.rules.questions import Channel, Segment, State, SurveyKind
from webapp.surveys.service.answering import Arrival
from webapp.surveys.service.asking import claim_asking
from webapp.surveys.service.building import is_open
from webapp.surveys.service.errors import NotOpen, SurveyNotFound
from webapp.surveys.service.volunteering import drawn_volunteers

# As many people as tell a share to within 5 percent, with 95 percent confidence: 1.96² / 4 / 0.05².
PULSE_SAMPLE = 385


class _Person(NamedTuple):
    """Somebody who may be drawn."""

    channel: Channel
    contact: str
    segment: Segment | None
    language: str
    volunteer_id: int | None = None


def invite_sample(
    survey: Survey,
    addresses: Iterable[str],
    size: int,
    segment: Segment | None,
    language: str,
    account_id: int | None,
    secret: str,
) -> int:
    """Draw up to `size` of the addresses and have a letter written to each; how many there are.

    Who was asked within 90 days is passed over, and another one is drawn. What is no address is
    passed over. Raises `NotOpen`.
    """
    given = sorted({one.strip().lower() for one in addresses})
    drawn = secrets.SystemRandom().sample(given, len(given))
    people = (_Person(Channel.MAIL, one, segment, language) for one in drawn if is_email(one))
    return _invite_all(survey, people, size, account_id, secret)


def invite_volunteers(
    survey: Survey,
    size: int,
    segment: Segment | None,
    account_id: int | None,
    secret: str,
) -> int:
    """Draw up to `size` of those who let themselves be asked, of one group or of all; how many
    messages go out. Who was asked within 90 days is passed over. Raises `NotOpen`."""
    return _invite_all(survey, _volunteers(segment), size, account_id, secret)


def send_pulses(secret: str) -> int:
    """Send every open pulse that has not been sent this quarter; how many messages go out."""
    quarter = quarter_of(clock.today()).key
    pulses = select(Survey).where(
        Survey.kind == SurveyKind.PULSE,
        Survey.state == State.OPEN,
        or_(Survey.sent_in.is_(None), Survey.sent_in != quarter),
    )
    sent = 0
    for pulse in db.session.scalars(pulses.with_for_update()).all():
        if is_open(pulse):
            with transaction():
                pulse.sent_in = quarter
                sent += invite_volunteers(pulse, PULSE_SAMPLE, None, None, secret)
    return sent


def _volunteers(segment: Segment | None) -> Iterator[_Person]:
    for volunteer_id in drawn_volunteers(segment):
        one = db.session.get_one(Volunteer, volunteer_id)
        yield _Person(one.channel, one.contact, one.segment, one.language, one.id)


def _invite_all(
    survey: Survey, people: Iterable[_Person], size: int, account_id: int | None, secret: str
) -> int:
    invited = 0
    with transaction():
        if not is_open(survey):
            raise NotOpen
        for person in people:
            if invited == size:
                break
            if claim_asking(f"{person.channel.value}:{person.contact}", secret):
                _invite(survey, person)
                invited += 1
        audit.record(account_id, "surveys.invite", f"survey {survey.key}: {invited}")
    return invited


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
    db.session.flush()
    person_invited.send("surveys", invitation_id=invitation.id)


def invitation_by_id(invitation_id: int) -> SurveyInvitation | None:
    """An invitation whose message has not gone yet; None afterwards."""
    invitation = db.session.get(SurveyInvitation, invitation_id)
    return invitation if invitation and invitation.address else None


def invitation_token(invitation: SurveyInvitation, secret: str) -> str:
    """What a message's link has: it lets its reader answer once, and names nobody."""
    segment = invitation.segment.value if invitation.segment else ""
    said = [invitation.survey_id, invitation.person, segment, invitation.channel.value]
    return str(_links(secret).dumps(said))


def invitation_sent(invitation: SurveyInvitation) -> None:
    """Note that the message went out; the address and what stood for the person are forgotten."""
    with transaction():
        invitation.address = invitation.person = invitation.volunteer_id = None
        invitation.mailed_on = clock.today()


def invited(token: str, secret: str) -> tuple[Survey, str, Arrival]:
    """The survey of a message's link, what stands for its reader, and how she came.

    Raises `SurveyNotFound`.
    """
    try:
        survey_id, person, segment, channel = _links(secret).loads(token)
    except (BadSignature, ValueError):
        raise SurveyNotFound from None
    survey = db.session.get(Survey, survey_id)
    if survey is None:
        raise SurveyNotFound
    return survey, f"letter:{person}", Arrival(Channel(channel), None, _segment(segment))


def _segment(text: str) -> Segment | None:
    return Segment(text) if text in list(Segment) else None


def _links(secret: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret, salt="survey invitation")
