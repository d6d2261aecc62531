"""Looking for what rises, and telling officers of what rises fast."""

from flask import current_app, render_template
from flask_babel import force_locale
from flask_babel import gettext as _

from webapp.shared.mail import Letter, message_id, send
from webapp.shared.outbox import Job
from webapp.trends import service, wording

PAGE = "/staff/trends"


def mail_warning(rise_id: int) -> None:
    """Tell officers that a subject rises fast; once. Nothing that anybody wrote stands in it."""
    rise = service.rise_by_id(rise_id)
    if rise.mailed_at is not None:
        return
    base = current_app.extensions["settings"].BASE_URL
    for place, address in enumerate(service.addresses_warned(rise)):
        with force_locale("th"):
            text = render_template(
                "emails/trends/warning.txt",
                what=wording.public_name(rise.way, rise.key),
                now=rise.now,
                address=f"{base}{PAGE}",
            )
            subject = _("Something is asked for much more often")
        headers = {"Message-ID": message_id(f"trend-rise-{rise_id}-{place}")}
        send(Letter(address, subject, text, "th", headers))
    service.warning_mailed(rise)


JOBS = {
    "trends.look": Job(service.look, lease_minutes=60, nightly=True, at_start=True),
    "trends.note_heard_again": Job(service.note_heard_again),
    service.MAIL_WARNING: Job(mail_warning),
}
