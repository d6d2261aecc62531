"""LINE: who writes there, what the talk is about, and whose steps are told there."""

import hashlib
import hmac
from datetime import datetime, timedelta

from sqlalchemy import delete, exists, func, select

from webapp.complaints.models import Complaint, ComplaintStep, LineFile, LineLink, LinePerson
from webapp.complaints.rules.alerts import Cause
from webapp.complaints.rules.channels import Channel, ReplyBy
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.rules.states import State
from webapp.complaints.service.filing import Filing, file_complaint
from webapp.complaints.service.letters import heard, steps_told, untold_steps
from webapp.complaints.service.screening import has_room, screened
from webapp.complaints.service.tracking import add_message
from webapp.extensions import db
from webapp.shared import clock
from webapp.shared.outbox import enqueue
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction
from webapp.shared.uploads.checking import Fault, FileRefused, Upload
from webapp.shared.uploads.vault import Vault, undone_on_failure

FETCH_FILE = "complaints.fetch_line_file"
TALK_LASTS = timedelta(hours=1)
# After a question of the office the person has some days to write the answer.
ANSWER_LASTS = timedelta(days=14)
# Nobody has so much to say; a program may.
MOST_AN_HOUR = 20
MOST_WRONG_CODES = 10
# So long after the end of the last one a person's messages may be spoken of again: reopened, or
# asked about.
_LINK_KEPT = timedelta(days=90)
# Why a message was closed or taken back: by somebody, or as its time was over. News comes later.
_ENDED_BY = ("", Cause.TIME_OVER.value)


def _hashed(user: str) -> str:
    secret = settings().SECRET_KEY.encode()
    return hmac.new(secret, f"complaints line:{user}".encode(), hashlib.sha256).hexdigest()


def line_person(user: str) -> LinePerson | None:
    """Who writes as this LINE user; None where nothing is known."""
    return db.session.scalar(select(LinePerson).where(LinePerson.user_hash == _hashed(user)))


def meet(user: str, language: str) -> LinePerson:
    """Who writes as this LINE user, in the caller's transaction: made where nothing is known, held
    against other writers, a talk that is over forgotten. `language` is "" where no word tells it.
    """
    found = db.session.scalar(
        select(LinePerson)
        .where(LinePerson.user_hash == _hashed(user))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if found is None:
        found = LinePerson(user=user, user_hash=_hashed(user), language=language)
        found.wrong_codes = 0
        db.session.add(found)
        db.session.flush()
    found.language = language or found.language
    if found.until is None or found.until < clock.now():
        end_talk(found)
    return found


def talk(
    person: LinePerson,
    *,
    about: int | None = None,
    kind: Kind | None = None,
    words: str | None = None,
    lasts: timedelta = TALK_LASTS,
) -> None:
    """Let the talk be about a message, a kind that was chosen, or words that wait for a kind."""
    person.about, person.kind, person.words = about, kind, words
    person.until = clock.now() + lasts


def end_talk(person: LinePerson) -> None:
    """Let the next words begin something new."""
    person.about = person.kind = person.words = person.until = None


def files_too_much(person: LinePerson) -> bool:
    """Whether this person has sent more messages within the hour than is taken."""
    recent = select(func.count()).select_from(LineLink).where(LineLink.person_id == person.id)
    hour = LineLink.at > clock.now() - timedelta(hours=1)
    return (db.session.scalar(recent.where(hour)) or 0) >= MOST_AN_HOUR


def file_by_line(
    person: LinePerson, kind: Kind, words: str, key: str, at: datetime, vault: Vault
) -> tuple[Complaint, str]:
    """Keep a message that came by LINE at `at`, under the event's `key`; with its receipt code.

    Its steps are told there, and the talk is about it from now on. Raises `OSError`.
    """
    filing = Filing(
        kind=kind,
        message=words,
        language=person.language or "th",
        channel=Channel.LINE,
        reply_by=ReplyBy.LINE,
        received_at=min(at, clock.now()),
        source_key=hashlib.sha256(f"line {key}".encode()).hexdigest(),
    )
    complaint, code = file_complaint(filing, settings().SECRET_KEY, vault)
    link(person, complaint)
    talk(person, about=complaint.id)
    return complaint, code


def link(person: LinePerson, complaint: Complaint) -> None:
    """Tell this person of each step from now on, in the caller's transaction."""
    db.session.merge(LineLink(complaint_id=complaint.id, person_id=person.id, at=clock.now()))
    complaint.reply_by = ReplyBy.LINE
    complaint.unreached_at = complaint.unreached_why = None
    # The person has the code, and is told where it stands in the same breath.
    complaint.receipt_sealed = None
    heard(complaint)
    steps_told(untold_steps(complaint.id))


def is_linked(person: LinePerson, complaint: Complaint) -> bool:
    """Whether the steps of a message are told to this person."""
    known = db.session.get(LineLink, complaint.id)
    return known is not None and known.person_id == person.id


def told_by_line(complaint: Complaint) -> LinePerson | None:
    """Who hears by LINE of the steps of a message."""
    of_message = LineLink.complaint_id == complaint.id
    heard = select(LinePerson).join(LineLink, LineLink.person_id == LinePerson.id)
    return db.session.scalar(heard.where(of_message))


def await_answer(person_id: int, complaint_id: int) -> None:
    """The office has asked: what this person writes next is added to that message."""
    with transaction():
        person = db.session.get(LinePerson, person_id, with_for_update=True)
        if person is not None:
            talk(person, about=complaint_id, lasts=ANSWER_LASTS)


def stop_telling(person: LinePerson) -> None:
    """Tell nothing by LINE any more, in the caller's transaction: by letter where there is an
    address, by an officer where there is a number, else on the page alone."""
    linked = select(LineLink.complaint_id).where(LineLink.person_id == person.id)
    for complaint in db.session.scalars(select(Complaint).where(Complaint.id.in_(linked))):
        if complaint.email or not complaint.contact:
            complaint.reply_by = ReplyBy.MAIL if complaint.email else ReplyBy.PAGE
    db.session.execute(delete(LineLink).where(LineLink.person_id == person.id))


def leave_line(user: str) -> None:
    """Forget a LINE user, who has blocked our account or is there no more."""
    with transaction():
        person = line_person(user)
        if person is not None:
            stop_telling(person)
            db.session.flush()
            db.session.delete(person)


def forget_case(complaint_id: int) -> None:
    """Forget by whom and how a message came, in the caller's transaction: who hears of it by LINE
    and speaks of it there, and files still to be fetched.

    A person with no other message is forgotten whole. Erasing a message calls this.
    """
    linked = select(LineLink.person_id).where(LineLink.complaint_id == complaint_id)
    concerned = LinePerson.id.in_(linked) | (LinePerson.about == complaint_id)
    people = db.session.scalars(select(LinePerson).where(concerned)).all()
    for table in (LineLink, LineFile):
        db.session.execute(delete(table).where(table.complaint_id == complaint_id))
    for person in people:
        end_talk(person)
        others = select(LineLink.complaint_id).where(LineLink.person_id == person.id)
        if db.session.scalar(others.limit(1)) is None:
            db.session.delete(person)


def tidy_line() -> None:
    """Every night: forget who is told only of messages that were over long ago, the last of them
    too, and who is told of none and speaks of nothing."""
    over = (State.CLOSED.value, State.WITHDRAWN.value)
    with transaction():
        lately = select(ComplaintStep.complaint_id).where(
            ComplaintStep.state.in_(over),
            ComplaintStep.cause.in_(_ENDED_BY),
            ComplaintStep.at >= clock.now() - _LINK_KEPT,
        )
        # Of nobody one link is cut while another message goes on.
        kept = (
            select(LineLink.person_id)
            .join(Complaint, Complaint.id == LineLink.complaint_id)
            .where(Complaint.state.not_in(over) | Complaint.id.in_(lately))
        )
        db.session.execute(delete(LineLink).where(LineLink.person_id.not_in(kept)))
        silent = LinePerson.until.is_(None) | (LinePerson.until < clock.now())
        linked = exists().where(LineLink.person_id == LinePerson.id)
        db.session.execute(delete(LinePerson).where(silent, ~linked))


def may_try_code(person: LinePerson) -> bool:
    """Whether this person may send a receipt code now: not after ten wrong ones in an hour."""
    if person.wrong_since is None or person.wrong_since < clock.now() - timedelta(hours=1):
        person.wrong_since, person.wrong_codes = None, 0
    return person.wrong_codes < MOST_WRONG_CODES


def count_wrong_code(person: LinePerson) -> None:
    """Note that a code opened nothing."""
    person.wrong_since = person.wrong_since or clock.now()
    person.wrong_codes += 1


def await_file(complaint_id: int, line_id: str, name: str, hearing_id: int) -> None:
    """Have a file fetched from LINE for a message, in the caller's transaction."""
    file = LineFile(complaint_id=complaint_id, line_id=line_id, name=name, hearing_id=hearing_id)
    db.session.add(file)
    db.session.flush()
    enqueue(FETCH_FILE, file_id=file.id)


def awaited_file(file_id: int) -> LineFile | None:
    """A file that waits to be fetched; None where that was done."""
    return db.session.get(LineFile, file_id)


def take_file(file: LineFile, upload: Upload, words: str, vault: Vault) -> None:
    """Add a fetched file to its message, with `words` that say so in the conversation.

    Raises `FileRefused`, `FileHarmful`, `StepNotAllowed` where the message was answered meanwhile,
    `OSError`.
    """
    complaint = db.session.get_one(Complaint, file.complaint_id)
    if not has_room(complaint, 1):
        raise FileRefused(Fault.TOO_MANY)
    seen = screened(upload)
    with undone_on_failure(vault) as kept, transaction():
        add_message(complaint.id, words, [seen], kept)
        db.session.delete(file)


def drop_file(file: LineFile) -> None:
    """Await a file no more, in the caller's transaction."""
    db.session.delete(file)
