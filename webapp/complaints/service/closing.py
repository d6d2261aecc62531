"""The two questions after the end: who may be asked, and what was said.

See `rules/closing.py` for how the one cap covers both times.
"""

from dataclasses import dataclass
from datetime import date

from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from webapp.complaints.models import (
    ClosingAnswer,
    ClosingTry,
    Complaint,
    ComplaintClosing,
)
from webapp.complaints.rules.channels import TellBy
from webapp.complaints.rules.closing import (
    ASK_AGAIN_UNTIL,
    FOUR_WEEKS,
    AskedAt,
    Verdict,
    asked_at,
    is_to_be_tried,
)
from webapp.complaints.rules.states import State
from webapp.complaints.service.barring import hold
from webapp.complaints.service.errors import ComplaintNotFound, StepNotAllowed
from webapp.complaints.service.line import told_by_line
from webapp.complaints.service.steps import lock
from webapp.complaints.service.ways import told_now_by
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.clock import BANGKOK
from webapp.shared.outbox import enqueue_once
from webapp.shared.transaction import transaction
from webapp.surveys import service as surveys

MAIL_QUESTIONS = "complaints.mail_questions"


@dataclass(frozen=True)
class Questions:
    """The questions that can be answered now about a closing, and at which of the two times."""

    closing: ComplaintClosing
    time: AskedAt

    @property
    def asked(self) -> bool:
        """Whether the cap let us ask: the questions are put, and not only to be found."""
        return self.closing.asked_on is not None

    @property
    def tried_on(self) -> list[date]:
        """The days on which an officer asked at this time, and nobody answered."""
        return [one.tried_on for one in self.closing.tries if one.asked_at is self.time]

    @property
    def to_be_tried(self) -> bool:
        """Whether an officer still calls or writes to ask."""
        return is_to_be_tried(closed_on(self.closing), clock.today(), len(self.tried_on))


@dataclass(frozen=True)
class Said:
    """What a person answers."""

    was_answered: Verdict
    was_solved: Verdict
    why: str = ""

    @property
    def says_no(self) -> bool:
        """Whether the person says that it was not answered, or not solved."""
        return Verdict.NO in (self.was_answered, self.was_solved)


def questions_about(complaint: Complaint) -> Questions | None:
    """What can be answered about a message now; None where it is not closed, or was answered."""
    if State(complaint.state) is not State.CLOSED or complaint.erased_at is not None:
        return None
    closing = db.session.scalar(
        select(ComplaintClosing)
        .where(ComplaintClosing.complaint_id == complaint.id)
        .order_by(ComplaintClosing.id.desc())
        .limit(1)
    )
    if closing is None:
        return None
    now = asked_at(closed_on(closing), clock.today())
    if any(answer.asked_at is now for answer in closing.answers):
        return None
    return Questions(closing, now)


def closed_on(closing: ComplaintClosing) -> date:
    """The day of a closing in Bangkok."""
    return closing.closed_at.astimezone(BANGKOK).date()


def claim_questions(complaint: Complaint, secret: str) -> bool:
    """Whether the person is asked, by letter or by an officer; claims the cap the first time.

    Done again it says the same. Who hears back on the page alone has no address to be known by:
    such a person's browser keeps when it was asked, and `ask_on_page` is for it.
    """
    with transaction():
        questions = questions_about(complaint)
        if questions is None:
            return False
        person = asked_person(complaint)
        if not questions.asked and person and surveys.claim_asking(person, secret):
            questions.closing.asked_on = clock.today()
        return questions.asked


def unask(complaint: Complaint, person: str, secret: str) -> None:
    """Take back what `claim_questions` claimed today for a person whom nothing reached.

    `person` as `asked_person` gave it. Who was asked on a day before stays asked.
    """
    with transaction():
        questions = questions_about(complaint)
        if questions is not None and questions.closing.asked_on == clock.today():
            questions.closing.asked_on = None
            surveys.give_back_asking(person, secret)


def asked_person(complaint: Complaint) -> str:
    """What tells the person again, as every feature that asks names an address; "" for nobody."""
    told_by = told_now_by(complaint)
    hears = told_by_line(complaint) if told_by is TellBy.LINE else None
    if hears is not None:
        return f"line:{hears.user}"
    if told_by is TellBy.MAIL and complaint.email:
        return f"mail:{complaint.email.strip().lower()}"
    if told_by is TellBy.OFFICER and complaint.contact:
        return f"contact:{complaint.contact.strip().lower()}"
    return ""


def ask_on_page(questions: Questions) -> None:
    """Note that the questions are put on the tracking page, as the browser's own cap allows."""
    with transaction():
        questions.closing.asked_on = questions.closing.asked_on or clock.today()


def answer_questions(complaint_id: int, said: Said, entered_by: int | None = None) -> None:
    """Keep what a person answers, once for each of the two times.

    `entered_by`: the officer who asked. Raises `ComplaintNotFound`, or `StepNotAllowed` where
    there is nothing to answer any more.
    """
    with transaction():
        questions = questions_about(lock(complaint_id))
        if questions is None:
            raise StepNotAllowed("answered, or reopened")
        _keep(questions, said, entered_by)
        if entered_by is not None:
            audit.record(entered_by, "complaints.enter_closing", f"complaint {complaint_id}")


def note_no_answer(complaint_id: int, account_id: int | None) -> None:
    """Note that an officer asked today how it ended, and the person did not answer; a day counts
    once. Raises `ComplaintNotFound`, or `StepNotAllowed` where nothing is to be asked any more.
    """
    with transaction():
        questions = questions_about(hold(complaint_id, account_id))
        today = clock.today()
        if questions is not None and today in questions.tried_on:
            return
        if questions is None or not questions.asked or not questions.to_be_tried:
            raise StepNotAllowed("nothing to ask any more")
        tried = ClosingTry(asked_at=questions.time, tried_on=today, account_id=account_id)
        questions.closing.tries.append(tried)
        audit.record(account_id, "complaints.note_no_answer", f"complaint {complaint_id}")


def _keep(questions: Questions, said: Said, entered_by: int | None) -> None:
    answer = ClosingAnswer(
        closing_id=questions.closing.id,
        asked_at=questions.time,
        was_answered=said.was_answered,
        was_solved=said.was_solved,
        why=said.why,
        at=clock.now(),
        entered_by=entered_by,
    )
    try:
        with db.session.begin_nested():
            db.session.add(answer)
    except IntegrityError as twice:
        raise StepNotAllowed("answered") from twice


def ask_again() -> None:
    """Have everybody written to whose message was closed four weeks ago; once."""
    now = clock.now()
    due = select(ComplaintClosing.id, ComplaintClosing.complaint_id).where(
        ComplaintClosing.closed_at <= now - FOUR_WEEKS,
        ComplaintClosing.closed_at > now - ASK_AGAIN_UNTIL,
        ComplaintClosing.asked_again_at.is_(None),
    )
    with transaction():
        for closing_id, complaint_id in db.session.execute(due).all():
            enqueue_once(MAIL_QUESTIONS, closing_id=closing_id, complaint_id=complaint_id)


def complaint_of_closing(closing_id: int) -> Complaint | None:
    """The message whose person is to be written to about a closing; None where that is done, or
    where it has been reopened since."""
    closing = db.session.get_one(ComplaintClosing, closing_id)
    complaint = db.session.get_one(Complaint, closing.complaint_id)
    questions = questions_about(complaint)
    if questions is None or questions.closing.id != closing_id or closing.asked_again_at:
        return None
    return complaint


def asked_again(closing_id: int) -> None:
    """Note that the letter of four weeks later went out, or is not to."""
    with transaction():
        db.session.get_one(ComplaintClosing, closing_id).asked_again_at = clock.now()


def questions_token(complaint_id: int, secret: str) -> str:
    """The word in the letter's link that opens the questions, and not the message."""
    return str(_sealer(secret).dumps(complaint_id))


def opened_questions(token: str, secret: str) -> Complaint:
    """The message whose questions a link opens. Raises `ComplaintNotFound`."""
    try:
        complaint = db.session.get(Complaint, int(_sealer(secret).loads(token)))
    except (BadSignature, TypeError, ValueError):
        complaint = None
    if complaint is None or complaint.erased_at is not None:
        raise ComplaintNotFound
    return complaint


def _sealer(secret: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret, salt="closing questions of a complaint")


def last_answer(complaint_id: int) -> ClosingAnswer | None:
    """What the person answered last; None where nothing."""
    return db.session.scalar(
        select(ClosingAnswer)
        .join(ComplaintClosing, ComplaintClosing.id == ClosingAnswer.closing_id)
        .where(ComplaintClosing.complaint_id == complaint_id)
        .order_by(ClosingAnswer.id.desc())
        .limit(1)
    )
