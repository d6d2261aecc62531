"""What surveys do by themselves: let figures out, write to people, send pulses, close, forget."""

from flask import current_app, render_template
from flask_babel import force_locale
from flask_babel import gettext as _

from webapp.shared import line
from webapp.shared.languages import PREFIX
from webapp.shared.mail import Letter, message_id, send
from webapp.shared.outbox import Job
from webapp.shared.sending import Gone
from webapp.shared.settings import settings
from webapp.surveys import service
from webapp.surveys.models import SurveyInvitation, Volunteer
from webapp.surveys.rules.questions import Channel


def release(survey_id: int) -> None:
    """Let out the figures that may be."""
    service.release(survey_id)


def turn_night() -> None:
    """Close what is over, let out what that allows, send this quarter's pulses, forget."""
    service.close_overdue()
    service.release_all()
    service.send_pulses(_secret())
    service.forget_askings()
    service.forget_unconfirmed()


def ask_confirmation(volunteer_id: int) -> None:
    """Ask who gave an e-mail address to confirm it."""
    volunteer = service.volunteer_by_id(volunteer_id)
    if volunteer is None or volunteer.confirmed_on is not None:
        return
    with force_locale(volunteer.language):
        words = render_template(
            "emails/surveys/ask_confirmation.txt", address=_volunteer_address(volunteer)
        )
        subject = _("Please confirm: you want to be asked for your opinion")
    headers = {"Message-ID": message_id(f"survey-volunteer-{volunteer_id}")}
    send(Letter(volunteer.contact, subject, words, volunteer.language, headers))


def send_invitation(invitation_id: int) -> None:
    """Write to a person of a sample, once; the address is forgotten with it.

    Whose answer is not wanted any more, as enough have come meanwhile, is not asked.
    """
    invitation = service.invitation_by_id(invitation_id)
    if invitation is None or invitation.address is None:
        return
    if not service.wants(service.survey_by_id(invitation.survey_id), invitation.segment):
        service.withdraw_invitation(invitation, _secret())
        return
    with force_locale(invitation.language):
        words = _invitation_words(invitation)
        subject = _("May we ask you some questions?")
    name = f"survey-{invitation_id}"
    if invitation.channel == Channel.LINE:
        _push(invitation, words, name)
    else:
        headers = {"Message-ID": message_id(name)}
        send(Letter(invitation.address, subject, words, invitation.language, headers))
        service.invitation_sent(invitation)


def _push(invitation: SurveyInvitation, words: str, name: str) -> None:
    """Send by LINE; who cannot be reached there any more is forgotten, with what waits for her."""
    try:
        line.push(settings(), invitation.address or "", words, name)
    except Gone as gone:
        current_app.logger.warning("%s", gone)
        if not service.leave_by_line(invitation.address or "", _secret()):
            service.withdraw_invitation(invitation, _secret())
    else:
        service.invitation_sent(invitation)


def _invitation_words(invitation: SurveyInvitation) -> str:
    survey = service.survey_by_id(invitation.survey_id)
    token = service.invitation_token(invitation, _secret())
    known = service.volunteer_by_id(invitation.volunteer_id) if invitation.volunteer_id else None
    return render_template(
        "emails/surveys/invitation.txt",
        title=survey.title(invitation.language),
        address=_base(invitation.language) + f"/surveys/letter/{token}",
        stop=_volunteer_address(known) if known else "",
    )


def _volunteer_address(volunteer: Volunteer) -> str:
    token = service.volunteer_token(volunteer, _secret())
    return _base(volunteer.language) + f"/surveys/be-asked/{token}"


def _base(language: str) -> str:
    return settings().BASE_URL + (PREFIX if language == "en" else "")


def _secret() -> str:
    return str(current_app.config["SECRET_KEY"])


JOBS = {
    "surveys.release": Job(release),
    "surveys.turn_night": Job(turn_night, nightly=True),
    "surveys.ask_confirmation": Job(ask_confirmation),
    "surveys.send_invitation": Job(send_invitation),
}
