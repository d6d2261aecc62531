"""A person's own page of needs: what the office has heard of them, who read it, putting it right.

The link to it is made by an officer and handed to the person. Its token is the HMAC of the person's
id and key version: never stored, void once the version is raised.
"""

import hashlib
import hmac

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from webapp.extensions import db
from webapp.needs.models import Need, NeedCorrection, NeedPerson
from webapp.needs.service.errors import NeedNotFound, PageOver
from webapp.needs.service.words import keep_terms
from webapp.shared import audit, clock, receipt
from webapp.shared.pagination import Page
from webapp.shared.transaction import transaction

SIGNATURE_LENGTH = 32  # hex digits: 128 bits
PER_PAGE = 20


def own_token(person: NeedPerson, secret: str) -> str:
    """The token of the link to a person's own page."""
    text = f"own needs:{person.id}:{person.key_version}"
    signature = hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()
    return f"{person.id}-{signature[:SIGNATURE_LENGTH]}"


def opened_person(token: str, secret: str) -> NeedPerson:
    """Whose page a link opens. Raises `PageOver`."""
    number = token.partition("-")[0]
    proper = number.isascii() and number.isdigit() and len(number) < 10
    person = db.session.get(NeedPerson, int(number)) if proper else None
    if person is None or not hmac.compare_digest(
        token.encode(), own_token(person, secret).encode()
    ):
        raise PageOver
    return person


def void_links(person_id: int, account_id: int | None) -> None:
    """Make every link to a person's page void. Raises `NeedNotFound`."""
    with transaction():
        person = db.session.get(NeedPerson, person_id)
        if person is None:
            raise NeedNotFound
        person.key_version += 1
        audit.record(account_id, "needs.void_links", f"person {person_id}")


def needs_of(person: NeedPerson, number: int) -> Page[Need]:
    """One page of what the office has heard of a person, `number` from 1, the latest first."""
    hers = Need.person_id == person.id
    total = db.session.scalar(select(func.count(Need.id)).where(hers)) or 0
    listed = select(Need).where(hers).order_by(Need.heard_at.desc(), Need.id.desc())
    beside = selectinload(Need.replies), selectinload(Need.readings), selectinload(Need.files)
    found = db.session.scalars(
        listed.options(*beside).limit(PER_PAGE).offset((number - 1) * PER_PAGE)
    )
    return Page(found.all(), number, PER_PAGE, total)


def need_of(person: NeedPerson, need_id: int) -> Need:
    """A need of this person. Raises `NeedNotFound` where it is not hers."""
    need = db.session.get(Need, need_id)
    if need is None or need.person_id != person.id:
        raise NeedNotFound
    return need


def correct_words(person: NeedPerson, need_id: int, words: str, secret: str) -> None:
    """Put right what a need of this person says; what it said before is kept for officers.

    Raises `NeedNotFound` where the need is not this person's.
    """
    with transaction():
        need = need_of(person, need_id)
        if words != need.words:
            need.corrections.append(NeedCorrection(before=need.words, at=clock.now()))
            need.words = words
            keep_terms(need, secret)


def find_by_receipt(typed: str, secret: str) -> Need:
    """The need with this receipt code. Raises `receipt.CodeMistyped` or `NeedNotFound`."""
    fingerprint = receipt.fingerprint(receipt.parse(typed), secret)
    need = db.session.scalar(select(Need).where(Need.receipt_fingerprint == fingerprint))
    if need is None:
        raise NeedNotFound
    return need
