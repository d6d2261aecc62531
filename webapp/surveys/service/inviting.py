"""Writing to a sample: who is drawn, who may be asked, and what the letter's link stands for."""

import secrets
from collections.abc import Iterable, Sequence

from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import select

from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.email_address import is_email
from webapp.shared.transaction import transaction
from webapp.surveys.events import person_invited
from webapp.surveys.models import Survey, SurveyInvitation
from webapp.surveys.rules.questions import Channel, Segment
from webapp.surveys.service.answering import Arrival
from webapp.surveys.service.asking import claim_asking
from webapp.surveys.service.building import is_open
from webapp.surveys.service.errors import NotOpen, SurveyNotFound


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
    invited = 0
    with transaction():
        if not is_open(survey):
            raise NotOpen
        for address in drawn:
            if invited == size:
                break
            if is_email(address) and claim_asking(f"mail:{address}", secret):
                _invite(survey, address, segment, language)
                invited += 1
        audit.record(account_id, "surveys.invite", f"survey {survey.key}: {invited}")
    return invited


def _invite(survey: Survey, address: str, segment: Segment | None, language: str) -> None:
    invitation = SurveyInvitation(
        survey_id=survey.id,
        address=address,
        person=secrets.token_hex(16),
        segment=segment,
        language=language,
    )
    db.session.add(invitation)
    db.session.flush()
    person_invited.send("surveys", invitation_id=invitation.id)


def invitation_by_id(invitation_id: int) -> SurveyInvitation | None:
    """An invitation whose letter has not gone yet; None afterwards."""
    invitation = db.session.get(SurveyInvitation, invitation_id)
    return invitation if invitation and invitation.address else None


def invitation_token(invitation: SurveyInvitation, secret: str) -> str:
    """What a letter's link has: it lets its reader answer once, and names nobody."""
    segment = invitation.segment.value if invitation.segment else ""
    return str(_links(secret).dumps([invitation.survey_id, invitation.person, segment]))


def invitation_mailed(invitation: SurveyInvitation) -> None:
    """Note that the letter went out; the address and what stood for the person are forgotten."""
    with transaction():
        invitation.address = invitation.person = None
        invitation.mailed_on = clock.today()


def invited(token: str, secret: str) -> tuple[Survey, str, Arrival]:
    """The survey of a letter's link, what stands for its reader, and how she came.

    Raises `SurveyNotFound`.
    """
    try:
        survey_id, person, segment = _links(secret).loads(token)
    except (BadSignature, ValueError):
        raise SurveyNotFound from None
    survey = db.session.get(Survey, survey_id)
    if survey is None:
        raise SurveyNotFound
    return survey, f"letter:{person}", Arrival(Channel.MAIL, None, _segment(segment))


def waiting_invitations(survey: Survey) -> Sequence[int]:
    """The ids of those who are still to be written to."""
    wanted = select(SurveyInvitation.id).where(SurveyInvitation.survey_id == survey.id)
    return db.session.scalars(wanted.where(SurveyInvitation.address.is_not(None))).all()


def _segment(text: str) -> Segment | None:
    return Segment(text) if text in list(Segment) else None


def _links(secret: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret, salt="survey invitation")
