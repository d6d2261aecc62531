"""A person's own page of needs: what the office has heard of them, who read it, putting it right.

One link at a time opens it. Its token is drawn by lot and told once: to the officer who hands it
over, or in a letter to the person, which no officer sees. Of the token a keyed hash alone is kept.
"""

import hashlib
import hmac
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from webapp.extensions import db
from webapp.needs.models import Need, NeedCorrection, NeedPerson
from webapp.needs.rules.lists import Aspect, Part
from webapp.needs.service.errors import ChangedMeanwhile, NeedNotFound, PageOver
from webapp.needs.service.words import keep_terms
from webapp.shared import audit, clock, receipt
from webapp.shared.outbox import enqueue_once
from webapp.shared.pagination import Page
from webapp.shared.transaction import transaction

MAIL_LINK = "needs.mail_own_link"
TOKEN_BYTES = 18  # 144 bits, as 24 signs
PER_PAGE = 20


def person_by_id(person_id: int) -> NeedPerson:
    """A senator, committee, officer or group. Raises `NeedNotFound`."""
    person = db.session.get(NeedPerson, person_id)
    if person is None:
        raise NeedNotFound
    return person


def make_link(person_id: int, account_id: int | None, secret: str) -> str:
    """The token of a new link to a person's own page, told this once; an earlier link is void.

    Raises `NeedNotFound`.
    """
    with transaction():
        token = _new_link(person_by_id(person_id), secret)
        audit.record(account_id, "needs.make_link", f"person {person_id}")
    return token


def send_link(person_id: int, address: str, account_id: int | None) -> None:
    """Have a letter bring a new link straight to the person. Raises `NeedNotFound`."""
    with transaction():
        person_by_id(person_id).link_to = address
        enqueue_once(MAIL_LINK, person_id=person_id)
        audit.record(account_id, "needs.send_link", f"person {person_id}")


def link_to_send(person_id: int, secret: str) -> tuple[str, str] | None:
    """The address of a letter that waits, and the token of a new link for it; None where the letter
    has gone. Asked again after a crash, the link of the letter before is void."""
    with transaction():
        person = db.session.get(NeedPerson, person_id)
        if person is None or person.link_to is None:
            return None
        return person.link_to, _new_link(person, secret)


def link_sent(person_id: int) -> None:
    """Forget the address, as the letter has gone."""
    with transaction():
        person_by_id(person_id).link_to = None


def void_link(person_id: int, account_id: int | None) -> None:
    """Make the link to a person's page void, and that of a letter that waits.

    Raises `NeedNotFound`.
    """
    with transaction():
        person = person_by_id(person_id)
        person.link_hash = person.link_made_at = person.link_to = None
        audit.record(account_id, "needs.void_link", f"person {person_id}")


def opened_person(token: str, secret: str) -> NeedPerson:
    """Whose page a link opens. Raises `PageOver`."""
    hashed = _hashed(token, secret)
    person = db.session.scalar(select(NeedPerson).where(NeedPerson.link_hash == hashed))
    if person is None:
        raise PageOver
    return person


def _new_link(person: NeedPerson, secret: str) -> str:
    token = secrets.token_urlsafe(TOKEN_BYTES)
    person.link_hash, person.link_made_at = _hashed(token, secret), clock.now()
    return token


def _hashed(token: str, secret: str) -> str:
    return hmac.new(secret.encode(), f"own needs:{token}".encode(), hashlib.sha256).hexdigest()


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


@dataclass(frozen=True)
class PutRight:
    """A need as the person whose it is puts it right; transcripts by the number of the file.

    `shown`: the marks of what its parts said when the person began (`mark_of`), by `texts_of`.
    """

    words: str
    subject: str
    aspect: Aspect | None
    transcripts: Mapping[int, str]
    shown: Mapping[str, str]

    @property
    def texts(self) -> dict[str, str]:
        """What each part says now, named as `texts_of` does."""
        files = {f"file_{number}": text for number, text in self.transcripts.items()}
        aspect = self.aspect.name if self.aspect else ""
        return {"words": self.words, "subject": self.subject, "aspect": aspect, **files}


def texts_of(need: Need) -> dict[str, str]:
    """What each part of a need says that its person may put right, "file_3" being what the file of
    that number says."""
    files = {f"file_{file.id}": file.transcript or "" for file in need.files}
    return {
        "words": need.words, "subject": need.subject, "aspect": need.aspect or "", **files
    }  # fmt: skip


def mark_of(text: str) -> str:
    """A mark by which a form tells later whether a part says what it said; browsers change how
    lines end."""
    return hashlib.sha256("\n".join(text.strip().splitlines()).encode()).hexdigest()[:16]


def correct(person: NeedPerson, need_id: int, right: PutRight, secret: str) -> bool:
    """Put right what a need of this person says; what each part said before is kept for officers,
    and that it was done by the person's link is audited. False where it says all of that already.

    The aspect that she says is one that is decided, as if an officer had. Raises `NeedNotFound`
    where the need is not this person's, and `ChangedMeanwhile` where a part that she puts right
    has been changed since she began: what an officer wrote is not overwritten unseen.
    """
    with transaction():
        need = need_of(person, need_id)
        _refuse_changed(need, right)
        corrections = [*_of_need(need, right), *_of_files(need, right)]
        need.corrections.extend(corrections)
        keep_terms(need, secret)
        db.session.flush()
        for one in corrections:
            who = f"by the link of person {person.id}: correction {one.id}"
            audit.record(None, "needs.correct", f"need {need_id}, {one.part.value}, {who}")
    return bool(corrections)


def _refuse_changed(need: Need, right: PutRight) -> None:
    held = texts_of(need)
    wanted = {name for name, text in right.texts.items() if held.get(name, text) != text}
    if changed := {name for name in wanted if right.shown.get(name) != mark_of(held[name])}:
        raise ChangedMeanwhile(changed)


def _of_need(need: Need, right: PutRight) -> Iterator[NeedCorrection]:
    aspect = right.aspect.name if right.aspect else ""
    said = (
        (Part.WORDS, need.words, right.words),
        (Part.SUBJECT, need.subject, right.subject),
        (Part.ASPECT, need.aspect or "", aspect),
    )
    for part, before, now in said:
        if before != now:
            yield NeedCorrection(part=part, before=before, at=clock.now())
    need.words, need.subject, need.aspect = right.words, right.subject, aspect or None


def _of_files(need: Need, right: PutRight) -> Iterator[NeedCorrection]:
    for file in need.files:
        before = file.transcript or ""
        now = right.transcripts.get(file.id, before)
        if before != now:
            yield NeedCorrection(
                part=Part.TRANSCRIPT, file_id=file.id, before=before, at=clock.now()
            )
            file.write_down(now, None)


def find_by_receipt(typed: str, secret: str) -> Need:
    """The need with this receipt code. Raises `receipt.CodeMistyped` or `NeedNotFound`."""
    fingerprint = receipt.fingerprint(receipt.parse(typed), secret)
    need = db.session.scalar(select(Need).where(Need.receipt_fingerprint == fingerprint))
    if need is None:
        raise NeedNotFound
    return need
