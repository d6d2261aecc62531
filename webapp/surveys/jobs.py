"""What surveys do by themselves: let figures out, write to a sample, close, forget."""

from flask import current_app, render_template
from flask_babel import force_locale
from flask_babel import gettext as _

from webapp.shared.languages import PREFIX
from webapp.shared.mail import Letter, send
from webapp.shared.outbox import Job
from webapp.surveys import service


def release(survey_id: int) -> None:
    """Let out the figures that may be."""
    service.release(survey_id)


def turn_night() -> None:
    """Close what is over, let out what that allows, forget who was asked long ago."""
    service.close_overdue()
    service.release_all()
    service.forget_askings()


def mail_invitation(invitation_id: int) -> None:
    """Write to a person of a sample, once; the address is forgotten with it."""
    invitation = service.invitation_by_id(invitation_id)
    if invitation is None or invitation.address is None:
        return
    survey = service.survey_by_id(invitation.survey_id)
    if service.is_open(survey):
        token = service.invitation_token(invitation, current_app.config["SECRET_KEY"])
        base = current_app.extensions["settings"].BASE_URL
        prefix = PREFIX if invitation.language == "en" else ""
        with force_locale(invitation.language):
            words = render_template(
                "emails/surveys/invitation.txt",
                title=survey.title(invitation.language),
                address=f"{base}{prefix}/surveys/letter/{token}",
            )
            subject = _("May we ask you some questions?")
        headers = {"Message-ID": f"<survey-{invitation_id}@siang-sapha.invalid>"}
        send(Letter(invitation.address, subject, words, invitation.language, headers))
    service.invitation_mailed(invitation)


JOBS = {
    "surveys.release": Job(release),
    "surveys.turn_night": Job(turn_night, nightly=True),
    "surveys.mail_invitation": Job(mail_invitation),
}
