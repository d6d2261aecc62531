"""Letters to the office about requests for another form: the work of jobs.

No letter holds what was written.
"""

from flask import current_app, render_template
from flask_babel import force_locale
from flask_babel import gettext as _

from webapp.complaints import service as complaints
from webapp.listening import service
from webapp.listening.request_wording import ALERT, WANTED
from webapp.listening.service import request_alerts
from webapp.shared.mail import Letter, message_id, send
from webapp.shared.outbox import Job


def mail_request_alert_to(alert_id: int, whom: str, instead_of: str = "") -> None:
    """Tell one recipient of a request, by the key of the address; `instead_of`: whom it did not
    reach before.

    Raises `LetterRefused`: the next one up is told then; `PutOff` or `Away`: to be done again.
    """
    to = complaints.address_of(whom)
    if to:
        with force_locale("th"):
            letter = _letter(alert_id, whom, to, instead_of)
        send(letter)


def _letter(alert_id: int, whom: str, to: str, instead_of: str) -> Letter:
    alert = request_alerts.request_alert(alert_id)
    asked = service.request_by_id(alert.request_id)
    base = current_app.extensions["settings"].BASE_URL
    words = render_template(
        "emails/form_requests/desk.txt",
        asked=asked,
        due_on=alert.due_on,
        wanted=WANTED[asked.wanted],
        sentence=ALERT[alert.level],
        in_place_of=complaints.address_of(instead_of) if instead_of else "",
        address=f"{base}/staff/form-requests/{asked.id}",
    )
    subject = _(
        "Request %(number)s for another form: %(what)s", number=asked.id, what=ALERT[alert.level]
    )
    # The same letter sent twice after a crash has the same name, so that mail programs show one.
    name = f"form-request-alert-{alert_id}-{int(alert.at.timestamp())}-{whom}"
    headers = {"Message-ID": message_id(name)}
    return Letter(to, subject, words, "th", headers)


JOBS = {
    "listening.watch_requests": Job(request_alerts.watch_requests, nightly=True),
    request_alerts.MAIL_ALERT: Job(request_alerts.hand_out_request_alert),
    request_alerts.MAIL_ALERT_TO: Job(
        mail_request_alert_to, given_up=request_alerts.request_alert_given_up
    ),
}
