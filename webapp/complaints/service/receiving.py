"""Taking in an e-mail: a new message, or further words to one that is there."""

import hashlib
import hmac
import re
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError

from webapp.accounts import service as accounts
from webapp.complaints.models import Complaint, TakenMail
from webapp.complaints.rules.channels import Channel
from webapp.complaints.rules.incoming_mail import IncomingMail
from webapp.complaints.rules.states import Move, State, allowed, can_add
from webapp.complaints.rules.thanks import only_thanks
from webapp.complaints.service.filing import Filing, file_complaint, known_source
from webapp.complaints.service.screening import has_room, without_harmful
from webapp.complaints.service.tracking import add_message, reopen, take_thanks
from webapp.extensions import db
from webapp.shared import clock, receipt
from webapp.shared.languages import language_of
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction
from webapp.shared.uploads.vault import Vault, undone_on_failure

# From one address within an hour: what comes after that waits in its mailbox. Two programs that
# answer each other so write no more than these; no person does.
MOST_AN_HOUR = 20
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_CODE = re.compile(r"\b\w{3}-\w{3}-\w{4}\b")


class Taken(StrEnum):
    """What became of an e-mail."""

    FILED = "filed"
    ADDED = "added"
    KNOWN = "known"
    AUTOMATIC = "automatic"
    PUT_OFF = "put off"


def receive_mail(mail: IncomingMail, words: str, secret_key: str, vault: Vault) -> Taken:
    """Take an e-mail in; `words` is its text with what could not be taken named.

    An answer to one of our letters is added to the message that it is about, with its files, where
    it comes from the same address, and reopens it where it was over and the answer says more than
    thanks; all else becomes a new message. The same e-mail a second time changes nothing. Raises
    `OSError` where a file cannot be written.
    """
    if mail.automatic or mail.sender.lower() in settings().own_addresses:
        return Taken.AUTOMATIC
    if _is_known(mail.source_key):
        return Taken.KNOWN
    # Before the transaction, as the scanner takes its time.
    uploads, harmful = without_harmful(mail.uploads)
    if harmful:
        # In both languages, as nobody knows which the sender reads.
        words += f"\n\n[มีมัลแวร์ ไม่ได้เก็บไว้ / Malware, not kept: {', '.join(harmful)}]"
    mail = replace(mail, uploads=tuple(uploads), untaken=(*mail.untaken, *harmful))
    try:
        with undone_on_failure(vault) as kept, transaction():
            return _take_in(mail, words, secret_key, kept)
    except IntegrityError:
        # Two of us read it at the same moment, and the other was first.
        if _is_known(mail.source_key):
            return Taken.KNOWN
        raise


def _take_in(mail: IncomingMail, words: str, secret_key: str, vault: Vault) -> Taken:
    if _is_known(mail.source_key):
        return Taken.KNOWN
    sender = _sender_hash(mail.sender)
    if _recent(sender) >= MOST_AN_HOUR:
        return Taken.PUT_OFF
    taken = TakenMail(source_key=mail.source_key, sender_hash=sender, at=clock.now())
    db.session.add(taken)
    db.session.flush()
    for complaint_id in mail.answers:
        answered = db.session.get(Complaint, complaint_id)
        if answered is None or not has_room(answered, len(mail.uploads)):
            continue
        if _is_added(answered, mail, _without_receipt(words, answered, secret_key), vault):
            taken.complaint_id = complaint_id
            return Taken.ADDED
    taken.complaint_id = _file(mail, words, secret_key, vault).id
    return Taken.FILED


def _is_known(source_key: str) -> bool:
    known = db.session.get(TakenMail, source_key) or known_source(source_key)
    return known is not None


def _sender_hash(address: str) -> str:
    secret = settings().SECRET_KEY.encode()
    said = f"complaints mail:{address.lower()}".encode()
    return hmac.new(secret, said, hashlib.sha256).hexdigest()


def _recent(sender: str) -> int:
    recent = TakenMail.at > clock.now() - _HOUR
    count = select(func.count()).select_from(TakenMail)
    return db.session.scalar(count.where(TakenMail.sender_hash == sender, recent)) or 0


def _file(mail: IncomingMail, words: str, secret_key: str, vault: Vault) -> Complaint:
    now = clock.now()
    received = mail.received_at if mail.received_at and mail.received_at <= now else now
    filing = Filing(
        # Where it does not say it, an officer does; the office answers every kind in the same time.
        kind=mail.kind,
        message=words,
        language=language_of(f"{mail.subject} {mail.text}"),
        subject=mail.subject,
        name=mail.name,
        email=mail.sender,
        uploads=mail.uploads,
        channel=Channel.EMAIL,
        received_at=received,
        source_key=mail.source_key,
        seal_code=True,
    )
    complaint, _code = file_complaint(filing, secret_key, vault)
    return complaint


def _only_thanks(mail: IncomingMail, words: str) -> bool:
    """Whether an e-mail says nothing but thanks; a file that came with it may say more."""
    names = (mail.name, *accounts.staff_names().values())
    return not mail.uploads and not mail.untaken and only_thanks(words, names)


def _is_added(complaint: Complaint, mail: IncomingMail, words: str, vault: Vault) -> bool:
    """Add what its sender answers to a message; False where it is another's, or taken back."""
    if (complaint.email or "").lower() != mail.sender.lower():
        return False
    state = State(complaint.state)
    if can_add(state):
        add_message(complaint.id, words, mail.uploads, vault)
    elif Move.REOPEN not in allowed(state):
        return False
    elif _only_thanks(mail, words):
        take_thanks(complaint.id, words)
    else:
        reopen(complaint.id, words, mail.uploads, vault)
    return True


def _without_receipt(words: str, complaint: Complaint, secret_key: str) -> str:
    """Mail programs repeat our letter below the answer; the code in it is not for officers."""

    def hidden(found: re.Match[str]) -> str:
        try:
            code = receipt.parse(found[0])
        except receipt.CodeMistyped:
            return found[0]
        is_own = receipt.fingerprint(code, secret_key) == complaint.receipt_fingerprint
        return "···" if is_own else found[0]

    return _CODE.sub(hidden, words)


def forget_senders() -> None:
    """Every night: whose an e-mail was is not needed after the day."""
    old = update(TakenMail).where(TakenMail.at < clock.now() - _DAY)
    with transaction():
        db.session.execute(old.values(sender_hash=None))
