"""Letters to those who gave an address, letters to the desk, and what time brings by itself.

No letter holds what was written. Only who wrote by e-mail, and so saw no receipt page, is sent the
receipt code.
"""

from flask import current_app, render_template
from flask_babel import force_locale
from flask_babel import gettext as _

from webapp.complaints import alert_letters, letter_wording, service, wording
from webapp.complaints.by_line import telling
from webapp.complaints.mail_reading import delete_erased_letters
from webapp.complaints.models import Complaint
from webapp.complaints.rules.channels import TellBy
from webapp.complaints.service import (
    guessing,
    line,
    praising,
    receiving,
    returned_alerts,
    similar,
    tallies,
    topics,
    unreached,
)
from webapp.shared import receipt
from webapp.shared.languages import PREFIX
from webapp.shared.mail import Letter, LetterRefused, message_id, send
from webapp.shared.outbox import Job
from webapp.shared.settings import settings
from webapp.shared.uploads.vault import site_vault

TRACKING = "/complaints/track"
PRAISE = "/staff/complaints/praise"


def mail_acknowledgement(complaint_id: int) -> None:
    """Tell who hears by e-mail that the message arrived and by when it is answered; once."""
    complaint = service.complaint_by_id(complaint_id)
    by_mail = service.told_now_by(complaint) is TellBy.MAIL
    if complaint.email and by_mail and complaint.acknowledgement_mailed_at is None:
        sealed = complaint.receipt_sealed
        with force_locale(complaint.language):
            words = _words(complaint, "received", code=receipt.grouped(sealed) if sealed else "")
            subject = _("We have received your message")
            letter = _letter(complaint, complaint.email, subject, words, f"{complaint_id}-0")
        send(letter)
        service.acknowledgement_mailed(complaint)


def mail_steps(complaint_id: int) -> None:
    """Tell the sender where the message is; once, in one letter, for all steps not yet told: by
    e-mail, or by LINE where that was chosen. Whom an officer has to tell is among the errands."""
    complaint = service.complaint_by_id(complaint_id)
    asked = service.claim_questions(complaint, current_app.config["SECRET_KEY"])
    told_by = service.told_now_by(complaint)
    if told_by is TellBy.LINE:
        telling.tell_steps(complaint, _questions(complaint) if asked else "")
    if told_by is not TellBy.MAIL or not complaint.email:
        return
    steps = service.untold_steps(complaint_id)
    if steps:
        newest = steps[-1]
        with force_locale(complaint.language):
            questions = _questions(complaint) if asked else ""
            words = _words(
                complaint, "step", step=newest, news=wording.news(newest), questions=questions
            )
            name = f"{complaint_id}-{newest.id}"
            letter = _letter(complaint, complaint.email, wording.headline(newest), words, name)
        send(letter)
        service.steps_told(steps)


def mail_questions(closing_id: int, complaint_id: int) -> None:
    """Ask once more how it ended, four weeks after the closing; once, where the cap allows. Whom
    LINE does not reach the night asks again, by whatever way is left."""
    complaint = service.complaint_of_closing(closing_id)
    if complaint is None:
        return
    asked = service.claim_questions(complaint, current_app.config["SECRET_KEY"])
    told_by = service.told_now_by(complaint)
    if asked and told_by is TellBy.LINE:
        if not telling.ask_again(complaint, _questions(complaint), closing_id):
            return
    elif asked and told_by is TellBy.MAIL and complaint.email:
        with force_locale(complaint.language):
            words = _words(complaint, "questions", questions=_questions(complaint))
            subject = _("Two questions about your message, four weeks later")
            name = f"{complaint_id}-closing-{closing_id}"
            letter = _letter(complaint, complaint.email, subject, words, name)
        send(letter)
    service.asked_again(closing_id)


def _questions(complaint: Complaint) -> str:
    """The address of the two questions, which opens them and not the message."""
    token = service.questions_token(complaint.id, current_app.config["SECRET_KEY"])
    base = current_app.extensions["settings"].BASE_URL
    return f"{base}{PREFIX if complaint.language == 'en' else ''}/complaints/closing/{token}"


def erase_old() -> None:
    """Erase what has been kept for the published time, and files that belong to nothing."""
    service.erase_old(site_vault())
    service.sweep_files(site_vault())


def _send_to_staff(letter: Letter) -> None:
    """One letter of several about the same: an address that is refused keeps it from no other."""
    try:
        send(letter)
    except LetterRefused as refusal:
        current_app.logger.error("a letter to staff was refused: %s", refusal)


def _words(complaint: Complaint, text: str, **more: object) -> str:
    base = current_app.extensions["settings"].BASE_URL
    prefix = PREFIX if complaint.language == "en" else ""
    return render_template(
        f"emails/complaints/{text}.txt",
        complaint=complaint,
        letter_wording=letter_wording,
        tracking=f"{base}{prefix}{TRACKING}",
        **more,
    )


def _letter(complaint: Complaint, to: str, subject: str, words: str, name: str) -> Letter:
    # The same letter sent twice after a crash has the same name, so that mail programs show one.
    # An answer goes to the mailbox that citizens write to, which need not be the sender's.
    headers = {"Message-ID": message_id(unreached.letter_name(name))}
    if settings().complaints_address:
        headers["Reply-To"] = settings().complaints_address
    return Letter(to, subject, words, complaint.language, headers)


def mail_praise(praise_id: int) -> None:
    """Tell the person praised, and the bureau, of a compliment; once."""
    praise = praising.praise_by_id(praise_id)
    if praise.mailed_at is not None:
        return
    base = current_app.extensions["settings"].BASE_URL
    for place, address in enumerate(praising.praise_addresses(praise)):
        with force_locale("th"):
            text = render_template(
                "emails/complaints/praise.txt", praise=praise, address=f"{base}{PRAISE}"
            )
            headers = {"Message-ID": message_id(f"complaint-praise-{praise_id}-{place}")}
            subject = _("A compliment for you and your bureau")
            _send_to_staff(Letter(address, subject, text, "th", headers))
    praising.praise_mailed(praise)


def learn() -> None:
    """Train the classifier on what was decided since, and keep words of cases that have none."""
    topics.train_topics()
    similar.index_missing_cases()


def scan_file(attachment_id: int) -> None:
    """Have a file scanned that came while the scanner was away."""
    service.scan_kept(attachment_id, site_vault())


def delete_old_drafts() -> None:
    """Delete the drafts whose time is over."""
    service.delete_old_drafts(site_vault())


JOBS = {
    "complaints.delete_old_drafts": Job(delete_old_drafts, lease_minutes=60, nightly=True),
    "complaints.bar_all_named": Job(service.bar_all_named, lease_minutes=60, nightly=True),
    "complaints.scan_file": Job(scan_file),
    "complaints.scan_all_waiting": Job(service.scan_all_waiting, nightly=True),
    "complaints.mail_praise": Job(mail_praise),
    "complaints.index_case": Job(similar.index_case),
    "complaints.learn": Job(learn, lease_minutes=60, nightly=True, at_start=True),
    unreached.ACKNOWLEDGE: Job(mail_acknowledgement, given_up=service.letter_given_up),
    unreached.TELL_STEPS: Job(mail_steps, given_up=service.letter_given_up),
    "complaints.mail_alert": Job(returned_alerts.hand_out_alert),
    returned_alerts.MAIL_ALERT_TO: Job(
        alert_letters.mail_alert_to, given_up=returned_alerts.alert_given_up
    ),
    unreached.ASK: Job(mail_questions, given_up=service.letter_given_up),
    "complaints.ask_again": Job(service.ask_again, nightly=True),
    "complaints.erase_old": Job(erase_old, lease_minutes=60, nightly=True),
    "complaints.delete_erased_letters": Job(delete_erased_letters, lease_minutes=30, nightly=True),
    "complaints.wipe_traces": Job(service.wipe_traces),
    "complaints.forget_learned": Job(topics.forget_erased, lease_minutes=60),
    "complaints.forget_senders": Job(receiving.forget_senders, nightly=True),
    "complaints.forget_guesses": Job(guessing.forget_guesses, nightly=True),
    line.FETCH_FILE: Job(telling.fetch_file),
    "complaints.tidy_line": Job(line.tidy_line, nightly=True),
    "complaints.recount_all": Job(service.recount_all, lease_minutes=60),
    "complaints.watch_errands": Job(service.watch_errands, lease_minutes=60, nightly=True),
    "complaints.watch_due_days": Job(service.watch_due_days, lease_minutes=60, nightly=True),
    "complaints.count_figures": Job(
        tallies.count_figures, lease_minutes=60, every_minutes=15, at_start=True
    ),
    "complaints.count_ended_quarters": Job(
        tallies.count_ended_quarters, lease_minutes=60, nightly=True
    ),
    "complaints.end_silences": Job(service.end_silences, lease_minutes=60, nightly=True),
}
