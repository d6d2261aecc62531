"""Leaving the list of those who let themselves be asked: what waits for them goes with them."""

from sqlalchemy import select

from webapp.extensions import db
from webapp.shared.transaction import transaction
from webapp.surveys.models import SurveyInvitation, Volunteer
from webapp.surveys.rules.questions import Channel
from webapp.surveys.service.inviting import withdraw_invitation
from webapp.surveys.service.volunteering import by_contact


def forget_volunteer(volunteer: Volunteer, secret: str) -> None:
    """Erase somebody who leaves, or whom nothing reaches, and the messages that have not gone."""
    with transaction():
        waiting = select(SurveyInvitation).where(SurveyInvitation.volunteer_id == volunteer.id)
        for invitation in db.session.scalars(waiting).all():
            withdraw_invitation(invitation, secret)
        db.session.delete(volunteer)


def leave_by_line(user: str, secret: str) -> bool:
    """Forget a LINE user; whether there was one."""
    with transaction():
        volunteer = by_contact(Channel.LINE, user, secret)
        if volunteer is not None:
            forget_volunteer(volunteer, secret)
    return volunteer is not None
