"""E-mails to the office: what becomes of one as it came."""

from flask import current_app
from flask_babel import force_locale
from flask_babel import gettext as _

from webapp.complaints.rules.incoming_mail import IncomingMail, MailRefused, key_of, read_mail
from webapp.complaints.service import Taken, letters_in, receive_mail
from webapp.complaints.service.returned_alerts import note_bounce
from webapp.shared.languages import language_of
from webapp.shared.mail import delete_named, read_bounces
from webapp.shared.settings import settings
from webapp.shared.uploads.vault import site_vault


def take_in(raw: bytes) -> Taken:
    """Take in one e-mail as the mail server has it (RFC 5322); the same one twice is one. A report
    that a letter of ours did not arrive has officers tell the person, or the next one up.

    Raises `MailRefused` for what can never be answered, `OperationalError` and `OSError` where it
    must be tried again later.
    """
    ours = [note_bounce(bounce) for bounce in read_bounces(raw)]
    if any(ours):
        return Taken.AUTOMATIC
    mail = read_mail(raw)
    return receive_mail(mail, _words(mail), settings().SECRET_KEY, site_vault())


def read_letter(raw: bytes) -> bool:
    """Take in a letter of the office's mailbox; False where it is to come again later.

    Raises as `take_in`, but for what can never be answered.
    """
    try:
        return take_in(raw) is not Taken.PUT_OFF
    except MailRefused as refusal:
        current_app.logger.warning("%s", refusal)
        return True


def delete_erased_letters() -> None:
    """Delete from the office's mailbox what was written there of messages that are erased.

    Raises `MailboxAway`.
    """
    known, erased = settings(), letters_in.erased_letters()
    if erased and known.IMAP_URL:
        delete_named(known.IMAP_URL, known.IMAP_DONE, lambda letter: key_of(letter) in erased)
    letters_in.forget_letters(erased)


def _words(mail: IncomingMail) -> str:
    """The text of a letter, with a line that names the files that could not be taken."""
    with force_locale(language_of(f"{mail.subject} {mail.text}")):
        text = mail.text or mail.subject or _("(a letter without words)")
        if mail.untaken:
            names = ", ".join(mail.untaken)
            text += "\n\n" + _("[Files that could not be taken: %(names)s]", names=names)
    return text
