"""How a need comes into the register: from staff, from a person, or by itself."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from webapp.extensions import db
from webapp.needs.events import need_heard, need_heard_again
from webapp.needs.models import Need, NeedPerson
from webapp.needs.rules.lists import Aspect, Channel, Origin, Who
from webapp.needs.service.errors import NeedNotFound
from webapp.needs.service.files import keeping
from webapp.needs.service.words import keep_terms
from webapp.shared import audit, clock, receipt
from webapp.shared.bureaux import Bureau
from webapp.shared.transaction import transaction
from webapp.shared.uploads.checking import Upload
from webapp.shared.uploads.vault import Vault


@dataclass(frozen=True)
class Hearing:
    """A need as it was said, in words, in files, or both. `name` is of a senator, committee,
    officer or group, else empty; `language` "th", "en", or "" where it is not known."""

    words: str
    language: str
    channel: Channel = Channel.INTERNET
    subject: str = ""
    who: Who = Who.UNKNOWN
    name: str = ""
    email: str = ""
    aspect: Aspect | None = None
    group: str = ""
    bureau: Bureau | None = None
    heard_at: datetime | None = None
    uploads: Sequence[Upload] = ()
    # Of the receipt that the person was given elsewhere, which opens the need too.
    receipt_fingerprint: str | None = None


def enter_need(
    hearing: Hearing, account_id: int | None, secret: str, vault: Vault
) -> tuple[Need, str]:
    """Keep what an officer heard; gives it with the receipt code that the officer hands on, told
    this once, never stored. Raises `FileHarmful`, `OSError`; nothing is kept then.
    """
    return _keep_with_receipt(hearing, Origin.STAFF, secret, vault, account_id)


def tell_need(hearing: Hearing, secret: str, vault: Vault) -> tuple[Need, str]:
    """Keep what a person said; gives it with its receipt code, told this once, never stored.

    Raises `FileHarmful`, `OSError`; nothing is kept then.
    """
    return _keep_with_receipt(hearing, Origin.FORM, secret, vault)


def _keep_with_receipt(
    hearing: Hearing, origin: Origin, secret: str, vault: Vault, account_id: int | None = None
) -> tuple[Need, str]:
    code = receipt.new_code()
    with keeping(hearing.uploads, vault) as keep:
        need = _keep(hearing, origin, secret)
        keep(need)
        need.receipt_fingerprint = receipt.fingerprint(code, secret)
        if account_id is not None:
            need.entered_by = account_id
            audit.record(account_id, "needs.enter", f"need {need.id}")
    return need, code


def renew_receipt(need_id: int, account_id: int | None, secret: str) -> str:
    """A new receipt code for what an officer entered, as the old one was lost and is void now.

    Raises `NeedNotFound`, as for a need whose code only the person knows.
    """
    with transaction():
        need = db.session.get(Need, need_id)
        if need is None or need.origin is not Origin.STAFF:
            raise NeedNotFound
        code = receipt.new_code()
        need.receipt_fingerprint = receipt.fingerprint(code, secret)
        audit.record(account_id, "needs.renew_receipt", f"need {need_id}")
    return code


def note_need(
    origin: Origin, origin_ref: str, hearing: Hearing, secret: str, times: int = 1
) -> Need:
    """Keep what another part of the service heard; `times` is how often it was heard in all.

    `origin_ref` is that part's own id: noted again, the same need is counted anew and not doubled,
    and says what was written down of it since.
    """
    with transaction():
        need = db.session.scalar(
            select(Need).where(Need.origin == origin, Need.origin_ref == origin_ref)
        )
        if need is None:
            need = _keep(hearing, origin, secret, origin_ref)
        else:
            _note_again(need, hearing, secret, times)
        need.times = times
    return need


def _note_again(need: Need, hearing: Hearing, secret: str, times: int) -> None:
    if (need.words, need.subject) != (hearing.words, hearing.subject):
        need.words, need.subject = hearing.words, hearing.subject
        keep_terms(need, secret)
    if times > need.times:
        need_heard_again.send("needs", need_id=need.id, times=times)


def _keep(hearing: Hearing, origin: Origin, secret: str, origin_ref: str | None = None) -> Need:
    moment = clock.now()
    person = _person(hearing.who, hearing.name, secret) if hearing.name else None
    need = Need(
        words=hearing.words,
        subject=hearing.subject,
        language=hearing.language,
        channel=hearing.channel.name,
        origin=origin,
        origin_ref=origin_ref,
        who=hearing.who,
        person=person,
        aspect=hearing.aspect.name if hearing.aspect else None,
        group_key=hearing.group or None,
        bureau=hearing.bureau.value if hearing.bureau else None,
        email=hearing.email or None,
        heard_at=hearing.heard_at or moment,
        entered_at=moment,
        times=1,
        receipt_fingerprint=hearing.receipt_fingerprint,
    )
    db.session.add(need)
    db.session.flush()
    keep_terms(need, secret)
    need_heard.send("needs", need_id=need.id)
    return need


def _person(who: Who, name: str, secret: str) -> NeedPerson:
    """The person of this name, kept now where new."""
    written = " ".join(name.split())
    hashed = hmac.new(
        secret.encode(), f"need person:{who}:{written.casefold()}".encode(), hashlib.sha256
    ).hexdigest()
    person = db.session.scalar(select(NeedPerson).where(NeedPerson.name_hash == hashed))
    if person is None:
        person = NeedPerson(who=who, name=written, name_hash=hashed)
        db.session.add(person)
    return person
