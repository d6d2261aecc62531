"""The letters of reminders and escalations to staff: the work of jobs."""

from flask import current_app, render_template
from flask_babel import force_locale
from flask_babel import gettext as _

from webapp.complaints import alert_wording
from webapp.complaints.models import Complaint, ComplaintAlert
from webapp.complaints.service import returned_alerts
from webapp.complaints.service.desk_addresses import address_of
from webapp.shared.mail import Letter, message_id, send


def mail_alert_to(alert_id: int, whom: str) -> None:
    """Tell one recipient, by the key of the address, of a due day that is near, missed or moved.

    Raises `LetterRefused`: the next one up is told then; `PutOff` or `Away`: to be done again.
    """
    alert, complaint = returned_alerts.alert_by_id(alert_id)
    to = address_of(whom)
    if not to:
        return
    with force_locale("th"):
        letter = _letter(alert, complaint, whom, to)
    send(letter)
    returned_alerts.alert_reached(whom)


def _letter(alert: ComplaintAlert, complaint: Complaint, whom: str, to: str) -> Letter:
    base = current_app.extensions["settings"].BASE_URL
    what = alert_wording.ALERT[alert.level]
    unreached = returned_alerts.unreached_by(alert, whom)
    words = render_template(
        "emails/complaints/desk.txt",
        complaint=complaint,
        day_said=alert_wording.day_said(alert),
        sentence=what,
        in_place_of=", ".join(alert_wording.who(key) for key in unreached),
        address=f"{base}/staff/complaints/{complaint.id}",
    )
    subject = _("Message %(number)s: %(what)s", number=complaint.id, what=what)
    headers = {"Message-ID": message_id(returned_alerts.alert_letter_name(alert, whom))}
    return Letter(to, subject, words, "th", headers)
