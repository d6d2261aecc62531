"""Letters to those who gave an address. None holds what was written, or the receipt code."""

from flask import current_app, render_template
from flask_babel import force_locale
from flask_babel import gettext as _

from webapp.complaints import service, wording
from webapp.complaints.models import Complaint
from webapp.complaints.rules.states import State
from webapp.shared.languages import PREFIX
from webapp.shared.mail import Letter, message_id, send
from webapp.shared.outbox import Job

TRACKING = "/complaints/track"


def mail_acknowledgement(complaint_id: int) -> None:
    """Tell the sender that the message arrived and by when it is answered; once."""
    complaint = service.complaint_by_id(complaint_id)
    if complaint.email and complaint.acknowledgement_mailed_at is None:
        with force_locale(complaint.language):
            subject = _("We have received your message")
            letter = _letter(complaint, complaint.email, subject, "received", f"{complaint_id}-0")
        send(letter)
        service.acknowledgement_mailed(complaint)


def mail_answer(complaint_id: int) -> None:
    """Tell the sender that the office has written; once for all that is not yet announced."""
    complaint = service.complaint_by_id(complaint_id)
    messages = service.unmailed_answers(complaint_id)
    if complaint.email and messages:
        newest = messages[-1]
        with force_locale(complaint.language):
            if newest.state == State.REFERRED:
                subject, text = _("Your message has been sent on"), "referred"
            else:
                subject, text = _("Your message has been answered"), "answered"
            name = f"{complaint_id}-{newest.id}"
            letter = _letter(complaint, complaint.email, subject, text, name)
        send(letter)
        service.answers_mailed(messages)


def _letter(complaint: Complaint, to: str, subject: str, text: str, name: str) -> Letter:
    base = current_app.extensions["settings"].BASE_URL
    prefix = PREFIX if complaint.language == "en" else ""
    words = render_template(
        f"emails/complaints/{text}.txt",
        complaint=complaint,
        kind=wording.KIND[complaint.kind],
        tracking=f"{base}{prefix}{TRACKING}",
    )
    # The same letter sent twice after a crash has the same name, so that mail programs show one.
    headers = {"Message-ID": message_id(f"complaint-{name}")}
    return Letter(to, subject, words, complaint.language, headers)


JOBS = {
    "complaints.mail_acknowledgement": Job(mail_acknowledgement),
    "complaints.mail_answer": Job(mail_answer),
}
