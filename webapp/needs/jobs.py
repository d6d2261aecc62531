"""Work of needs that is done later: taking needs out of messages, and letters."""

from flask import current_app, render_template
from flask_babel import force_locale
from flask_babel import gettext as _

from webapp.complaints import service as complaints
from webapp.needs import service
from webapp.needs.service import Channel, Hearing, Origin, Who
from webapp.shared import mail
from webapp.shared.languages import PREFIX, language_of
from webapp.shared.mail import Letter
from webapp.shared.outbox import Job
from webapp.shared.uploads.vault import site_vault
from webapp.surveys import service as surveys

TRACKING = "/needs/track"
# Kinds of messages that say what somebody needs or expects of the office. A petition asks the
# Senate, a compliment asks nothing. Of an e-mail it may not be decided yet.
TELLING = ("complaint", "suggestion", "comment", "undecided")
# On which of the office's eight channels a message was heard; what is not here came by Internet.
CHANNELS = {
    "executives": Channel.EXECUTIVES,
    "telephone": Channel.CALL_CENTER,
    "in_person": Channel.STAFF,
    "paper": Channel.STAFF,
    "line": Channel.SOCIAL_MEDIA,
    "facebook": Channel.SOCIAL_MEDIA,
}


def take_complaint(complaint_id: int) -> None:
    """Put what a message says into the register, as far as it is written down by now; done again
    it is there once. What turns out to be none that tells a need, or was taken back, leaves it."""
    complaint = complaints.complaint_by_id(complaint_id)
    if complaint.erased_at is not None:
        return
    if complaint.kind not in TELLING or complaints.is_withdrawn(complaint):
        service.let_go(Origin.COMPLAINT, str(complaint_id))
        return
    if not complaint.words:
        return
    hearing = Hearing(
        words=complaint.words,
        language=complaint.language,
        channel=CHANNELS.get(complaint.channel, Channel.INTERNET),
        subject=complaint.subject or "",
        who=Who.CITIZEN,
        heard_at=complaint.received_at,
    )
    secret = str(current_app.config["SECRET_KEY"])
    service.note_need(Origin.COMPLAINT, str(complaint_id), hearing, secret)


def forget_complaint(complaint_id: int) -> None:
    """Take the words of a message that was erased out of the register; the need stays counted."""
    secret = str(current_app.config["SECRET_KEY"])
    service.forget_noted(Origin.COMPLAINT, str(complaint_id), secret)


def take_survey_text(answer_id: int) -> None:
    """Put what somebody wrote in a survey into the register, once five or more are let out.

    The day is the one on which they were let out, so that nothing tells who wrote.
    """
    text = surveys.text_given(answer_id)
    hearing = Hearing(text.words, language_of(text.words), Channel.SURVEYS)
    secret = str(current_app.config["SECRET_KEY"])
    service.note_need(Origin.SURVEY, str(answer_id), hearing, secret)


def mail_reply(need_id: int) -> None:
    """Tell the person that the office has written about the need; once for all replies so far."""
    need = service.need_by_id(need_id)
    replies = service.unmailed_replies(need_id)
    if not (need.email and replies):
        return
    base = current_app.extensions["settings"].BASE_URL
    lang = need.language or "th"
    prefix = PREFIX if lang == "en" else ""
    with force_locale(lang):
        text = render_template(
            "emails/needs/answered.txt", need=need, tracking=f"{base}{prefix}{TRACKING}"
        )
        subject = _("What became of the need that you told us")
    # The same letter sent twice after a crash has the same name, so that mail programs show one.
    headers = {"Message-ID": f"<need-{need_id}-{replies[-1].id}@siang-sapha.invalid>"}
    mail.send(Letter(need.email, subject, text, lang, headers))
    service.replies_mailed(replies)


def mail_own_link(person_id: int) -> None:
    """Bring a person the link to her own page, made now, in both languages: hers is not known."""
    secret = str(current_app.config["SECRET_KEY"])
    waiting = service.link_to_send(person_id, secret)
    if waiting is None:
        return
    to, token = waiting
    base = current_app.extensions["settings"].BASE_URL
    texts, subjects = [], []
    for lang, prefix in (("th", ""), ("en", PREFIX)):
        with force_locale(lang):
            address = f"{base}{prefix}/needs/own/{token}"
            texts.append(render_template("emails/needs/own_link.txt", address=address))
            subjects.append(_("The link to your needs"))
    mail.send(Letter(to, " / ".join(subjects), "\n\n".join(texts), "th"))
    service.link_sent(person_id)


def scan_file(attachment_id: int) -> None:
    """Have a file scanned that came while the scanner was away."""
    service.scan_kept(attachment_id, site_vault())


def erase_old() -> None:
    """Erase what was told by the form and has been kept for the published time."""
    service.erase_old(str(current_app.config["SECRET_KEY"]), site_vault())


JOBS = {
    "needs.erase_old": Job(erase_old, lease_minutes=60, nightly=True),
    "needs.scan_file": Job(scan_file),
    "needs.scan_all_waiting": Job(service.scan_all_waiting, nightly=True),
    "needs.take_complaint": Job(take_complaint),
    "needs.forget_complaint": Job(forget_complaint),
    "needs.take_survey_text": Job(take_survey_text),
    "needs.mail_reply": Job(mail_reply),
    service.MAIL_LINK: Job(mail_own_link),
}
