"""People whom no letter reaches: the mail server refuses the address, or was away for too long.

An officer tells them by another way. Until that is done they have not been asked, nor answered.
"""

import hashlib
import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select, update

from webapp.complaints.models import (
    Complaint,
    ComplaintClosing,
    ComplaintStep,
    ComplaintVerdict,
)
from webapp.complaints.rules.channels import ReplyBy, TellBy, Unreached
from webapp.complaints.rules.states import State
from webapp.complaints.service.barring import barred_ids, hold
from webapp.complaints.service.calendar import day_after, recount
from webapp.complaints.service.errors import CaseWithAnother, StepNotAllowed
from webapp.complaints.service.letters import is_reply, untold_steps
from webapp.complaints.service.standard import standard_by_version
from webapp.complaints.service.steps import lock
from webapp.complaints.service.ways import told_now_by
from webapp.extensions import db
from webapp.shared import audit, clock, outbox
from webapp.shared.mail import Bounce
from webapp.shared.outbox import enqueue, enqueue_once
from webapp.shared.sending import Away, Gone, PutOff
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction

ACKNOWLEDGE, TELL_STEPS = "complaints.mail_acknowledgement", "complaints.mail_steps"
ASK = "complaints.mail_questions"
_NAME = re.compile(
    r"<complaint-(?P<name>(?P<complaint>\d{1,9})-(?P<letter>[\w-]{1,30}))\.(?P<sign>[0-9a-f]{16})@"
)
# The letters to citizens.
LETTERS = (ACKNOWLEDGE, TELL_STEPS, ASK)


@dataclass(frozen=True)
class LettersWaiting:
    """Letters to citizens that did not go and are tried again: how many, since when the oldest
    waits, since when the other side is away; None where no letter waits, or it is not away."""

    letters: int
    oldest: datetime | None
    away_since: datetime | None


def letters_waiting(others: Sequence[str] = ()) -> LettersWaiting:
    """The letters to citizens that wait for the mail server, or for LINE, now; `others`: the names
    of the work of other letters, counted with them."""
    rows = outbox.failing((*LETTERS, *others))
    away = [row.away_since for row in rows if row.away_since is not None]
    oldest = rows[0].created_at if rows else None
    return LettersWaiting(len(rows), oldest, min(away, default=None))


def count_unreached(seen_by: int | None) -> int:
    """How many messages there are whose person is to be told by hand as no letter arrives;
    `seen_by`: the officer who looks."""
    found = select(func.count(Complaint.id)).where(Complaint.unreached_at.is_not(None))
    return db.session.scalar(found.where(Complaint.id.not_in(barred_ids(seen_by)))) or 0


def letter_given_up(complaint_id: int, error: Exception, closing_id: int | None = None) -> None:
    """Note that a letter, or a message by LINE, does not reach the person: officers tell it now.

    What the person has not been told counts from when it is told. Called in the transaction in
    which the outbox gives the letter up; `closing_id` is not looked at.
    """
    with transaction():
        complaint = lock(complaint_id)
        if complaint.erased_at or told_now_by(complaint) not in (TellBy.MAIL, TellBy.LINE):
            return
        complaint.unreached_at, complaint.unreached_why = clock.now(), why_of(error)
        _leave_to_officers(complaint, [*_unacknowledged(complaint), *untold_steps(complaint_id)])


def _leave_to_officers(complaint: Complaint, untold: Sequence[ComplaintStep]) -> None:
    for step in untold:
        step.announced = step.by_hand = True
    _count_as_untold(complaint, untold)


def letter_name(name: str) -> str:
    """What the letter `name` is called in its Message-ID. Only its recipient knows it: whoever
    invents a report of failure does not."""
    return f"complaint-{name}.{_signature(name)}"


def _signature(name: str) -> str:
    said = f"complaints letter:{name}".encode()
    return hmac.new(settings().SECRET_KEY.encode(), said, hashlib.sha256).hexdigest()[:16]


def letter_came_back(bounce: Bounce) -> bool:
    """Note that a letter which the mail server took did not arrive: what it told is untold, and
    officers tell it. The same report twice does nothing more. Gives whether the letter was ours.
    """
    found = _NAME.match(bounce.message_id)
    if found is None or not hmac.compare_digest(found["sign"], _signature(found["name"])):
        return False
    complaint_id = int(found["complaint"])
    with transaction():
        complaint = db.session.get(Complaint, complaint_id, with_for_update=True)
        if complaint is None or not _may_come_back(complaint):
            return True
        untold = _take_back(complaint, found["letter"])
        db.session.flush()
        if complaint.unreached_at is None:
            letter_given_up(complaint_id, Gone(bounce.reason))
        else:
            _leave_to_officers(complaint, [*_unacknowledged(complaint), *untold])
    return True


def _may_come_back(complaint: Complaint) -> bool:
    """Whether letters go to the person, or went until the first of them came back."""
    return complaint.unreached_at is not None or told_now_by(complaint) is TellBy.MAIL


def _take_back(complaint: Complaint, letter: str) -> Sequence[ComplaintStep]:
    """Note that one letter told nothing; the steps that it would have told of."""
    if letter == "0":
        complaint.acknowledgement_mailed_at = None
    if letter.startswith("closing-"):
        _ask_in_the_night(complaint, ComplaintClosing.id == int(letter.removeprefix("closing-")))
    untold = _told_by_letter(complaint, letter)
    for step in untold:
        step.told_at = None
    return untold


def _told_by_letter(complaint: Complaint, letter: str) -> Sequence[ComplaintStep]:
    """The steps that one letter told of, which has the number of the newest of them."""
    newest = next((step for step in complaint.steps if str(step.id) == letter), None)
    if newest is None or newest.told_at is None or _is_told_otherwise(complaint, newest):
        return []
    return [step for step in complaint.steps if step.told_at == newest.told_at]


def _is_told_otherwise(complaint: Complaint, step: ComplaintStep) -> bool:
    """Whether an officer told of a step, or the person came and read it; since it is known that no
    letter arrives none has gone."""
    if step.told_by is not None:
        return True
    since = complaint.unreached_at
    return bool(since and step.by_hand and step.told_at and step.told_at >= since)


def why_of(error: Exception) -> Unreached:
    """Why a letter does not reach anybody, by the error with which it was given up."""
    if isinstance(error, Gone):
        return Unreached.REFUSED
    return Unreached.AWAY if isinstance(error, Away | PutOff) else Unreached.FAILED


def _unacknowledged(complaint: Complaint) -> Sequence[ComplaintStep]:
    """The step that the acknowledgement would have told of, where it did not go out."""
    if complaint.acknowledgement_mailed_at is not None or complaint.reply_by is ReplyBy.LINE:
        return []
    return [
        step
        for step in complaint.steps
        if step.state == State.ACKNOWLEDGED and not step.announced and step.told_at is None
    ][:1]


def _count_as_untold(complaint: Complaint, untold: Sequence[ComplaintStep]) -> None:
    """What was not told asked nothing, answered nothing, and was no first reply."""
    if not untold:
        return
    replies = [step for step in untold if is_reply(step)]
    first = complaint.first_reply_at
    if first is not None and any(step.at <= first for step in replies):
        complaint.first_reply_at = None
    if complaint.is_asked and any(State(step.state) is State.WAITING for step in replies):
        complaint.wait_until = None
    if complaint.is_owed:
        recount(complaint)
    _judge_again(complaint)


def _judge_again(complaint: Complaint) -> None:
    of_message = ComplaintVerdict.complaint_id == complaint.id
    db.session.execute(update(ComplaintVerdict).where(of_message).values(is_open=True))


def leave_to_page(complaint_id: int, account_id: int | None) -> None:
    """Note that nothing that the person gave reaches anybody: from now on the page alone tells.

    What stands there is asked and answered from when it was written. Raises `ComplaintNotFound`,
    `CaseWithAnother`, or `StepNotAllowed` where letters arrive.
    """
    with transaction():
        complaint = hold(complaint_id, account_id)
        if account_id is None or complaint.handler_id != account_id:
            raise CaseWithAnother
        if complaint.unreached_at is None:
            raise StepNotAllowed("letters arrive")
        for step in untold_steps(complaint_id):
            step.by_hand = False
            if step.state == State.WAITING:
                # We wait for an answer from now on, as until now nobody had told the question.
                step.by_hand, step.told_at = True, clock.now()
        complaint.reply_by = ReplyBy.PAGE
        complaint.unreached_at = complaint.unreached_why = None
        _count_from_page(complaint)
        audit.record(account_id, "complaints.leave_to_page", f"complaint {complaint_id}")


def _count_from_page(complaint: Complaint) -> None:
    replied = [step.at for step in complaint.steps if is_reply(step)]
    complaint.first_reply_at = complaint.first_reply_at or min(replied, default=None)
    if complaint.is_asked and complaint.wait_until is None:
        standard = standard_by_version(complaint.standard)
        complaint.wait_until = day_after(clock.now(), standard.wait_for_citizen, standard)
    if complaint.is_owed:
        recount(complaint)
    _judge_again(complaint)


def mail_all_again(account_id: int | None) -> int:
    """Try letters once more to all whom none reached, but those whom the officer may not see; how
    many there are. What is still refused comes back to the officers."""
    unreached = select(Complaint.id).where(Complaint.unreached_at.is_not(None))
    found = db.session.scalars(unreached.where(Complaint.id.not_in(barred_ids(account_id)))).all()
    with transaction():
        for complaint_id in found:
            _mail_again(lock(complaint_id))
        if found:
            numbers = ", ".join(str(number) for number in sorted(found))
            audit.record(account_id, "complaints.mail_again", f"complaints {numbers}")
    return len(found)


def _mail_again(complaint: Complaint) -> None:
    if complaint.unreached_at is None:
        return
    _ask_in_the_night(complaint, ComplaintClosing.asked_again_at >= complaint.unreached_at)
    complaint.unreached_at = complaint.unreached_why = None
    acknowledged = [
        step
        for step in untold_steps(complaint.id)
        if step.state == State.ACKNOWLEDGED and not step.cause
    ]
    for step in acknowledged:
        # The acknowledgement tells of it again.
        step.announced = step.by_hand = False
    if acknowledged:
        enqueue(ACKNOWLEDGE, complaint_id=complaint.id)
    enqueue_once(TELL_STEPS, complaint_id=complaint.id)


def _ask_in_the_night(complaint: Complaint, which: ColumnElement[bool]) -> None:
    """Let the night ask once more how it ended, four weeks after a closing, unless that was
    answered; it asks by letter, or leaves it to officers where none arrives."""
    of_message = ComplaintClosing.complaint_id == complaint.id
    db.session.execute(
        update(ComplaintClosing).where(of_message, which).values(asked_again_at=None)
    )
