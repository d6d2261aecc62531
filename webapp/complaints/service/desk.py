"""What an officer does with a message: take it up, and every move of the office; audited."""

from collections.abc import Callable

from webapp.complaints.events import complaint_answered, complaint_kind_changed
from webapp.complaints.models import Attachment, Complaint
from webapp.complaints.rules.alerts import Alert, Cause
from webapp.complaints.rules.channels import first_owner
from webapp.complaints.rules.kinds import UNDECIDED, Kind
from webapp.complaints.rules.states import Move, State, may_see_person
from webapp.complaints.service.barring import bar_named, hold, refuse_barred
from webapp.complaints.service.calendar import day_after, hear_by
from webapp.complaints.service.errors import CaseWithAnother, ComplaintNotFound, StepNotAllowed
from webapp.complaints.service.leading import followers_of
from webapp.complaints.service.standard import standard_by_version
from webapp.complaints.service.steps import mark, say, step
from webapp.complaints.service.transcripts import file_of
from webapp.complaints.service.watching import note_alert
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.bureaux import Bureau
from webapp.shared.transaction import transaction
from webapp.shared.uploads.vault import Vault

# What those that follow a message do with it. A question is put to one person alone.
_ENDING = frozenset({"complaints.answer", "complaints.refer", "complaints.decline"})
_FOLLOWED = _ENDING | {"complaints.accept", "complaints.examine", "complaints.hand_over",
                       "complaints.close", "complaints.ask_others"}  # fmt: skip


def complaint_by_id(complaint_id: int) -> Complaint:
    """One message. Raises `ComplaintNotFound`."""
    complaint = db.session.get(Complaint, complaint_id)
    if complaint is None:
        raise ComplaintNotFound
    return complaint


def open_case(complaint_id: int, account_id: int | None) -> Complaint:
    """One message as an officer reads it; that it was read is audited, and whether the name was.

    Raises `ComplaintNotFound`, also where the officer is barred from it.

    Official Information Act B.E. 2540 s.24: who saw personal information can be told later.
    """
    with transaction():
        complaint = complaint_by_id(complaint_id)
        refuse_barred(complaint_id, account_id)
        _audit(account_id, "complaints.read", complaint_id)
        if complaint.tells_who and may_see_person(complaint.handler_id, account_id):
            _audit(account_id, "complaints.read_person", complaint_id)
    return complaint


def take_up(complaint_id: int, account_id: int | None) -> None:
    """Take a message in hand, or over from a colleague; from then on this officer sees who wrote.

    Those that follow it come along. Raises `ComplaintNotFound`.
    """
    with transaction():
        hold(complaint_id, account_id).handler_id = account_id
        for follower in followers_of(complaint_id):
            follower.handler_id = account_id
            _audit(account_id, "complaints.take_up", follower.id)
        _audit(account_id, "complaints.take_up", complaint_id)


def accept(complaint_id: int, account_id: int | None) -> None:
    """Say that it is ours, and that the bureau which has it examines it.

    Raises `ComplaintNotFound`, `CaseWithAnother` or `StepNotAllowed`.
    """
    _act(complaint_id, account_id, "complaints.accept", lambda c: step(c, Move.ACCEPT, account_id))


def examine(complaint_id: int, account_id: int | None) -> None:
    """Begin to examine an accepted message. Raises as `accept`."""
    _act(
        complaint_id, account_id, "complaints.examine", lambda c: step(c, Move.EXAMINE, account_id)
    )


def ask(complaint_id: int, account_id: int | None, text: str) -> None:
    """Ask the citizen something; the clock stands still until the answer, once the citizen has been
    told. Raises as `accept`."""

    def make(complaint: Complaint) -> None:
        step(complaint, Move.ASK, account_id)
        if complaint.steps[-1].counts_from is not None:
            standard = standard_by_version(complaint.standard)
            complaint.wait_until = day_after(clock.now(), standard.wait_for_citizen, standard)
        say(complaint, text, account_id)

    _act(complaint_id, account_id, "complaints.ask", make)


def go_on(complaint_id: int, account_id: int | None) -> None:
    """Go on without the citizen's answer; the clock runs again. Raises as `accept`."""
    _act(complaint_id, account_id, "complaints.go_on", lambda c: step(c, Move.HEAR, account_id))


def answer(complaint_id: int, account_id: int | None, text: str) -> None:
    """Answer a message. Raises as `accept`."""

    def make(complaint: Complaint) -> None:
        step(complaint, Move.ANSWER, account_id)
        say(complaint, text, account_id)
        complaint_answered.send("complaints", complaint_id=complaint.id)

    _act(complaint_id, account_id, "complaints.answer", make)


def refer(complaint_id: int, account_id: int | None, to: str, text: str) -> None:
    """Send a message on to those who can decide it; `text` tells the citizen why and what follows.

    Raises as `accept`.
    """

    def make(complaint: Complaint) -> None:
        step(complaint, Move.REFER, account_id, referred_to=to)
        say(complaint, text, account_id)

    _act(complaint_id, account_id, "complaints.refer", make)


def ask_others(complaint_id: int, account_id: int | None) -> None:
    """Note that those whom a message was sent on to were asked how far it is; the citizen hears so.

    They have the time of the standard again. Raises as `accept`, `StepNotAllowed` where it is not
    with others.
    """

    def make(complaint: Complaint) -> None:
        if State(complaint.state) is not State.REFERRED:
            raise StepNotAllowed("it is not with others")
        mark(complaint, account_id, cause=Cause.ASKED_OTHERS)
        complaint.hear_by = hear_by(complaint)

    _act(complaint_id, account_id, "complaints.ask_others", make)


def decline(complaint_id: int, account_id: int | None, to: str, text: str) -> None:
    """Say that it is out of our mandate, with the right address `to`. Raises as `accept`."""

    def make(complaint: Complaint) -> None:
        step(complaint, Move.DECLINE, account_id, referred_to=to)
        say(complaint, text, account_id)

    _act(complaint_id, account_id, "complaints.decline", make)


def hand_over(complaint_id: int, account_id: int | None, bureau: Bureau) -> None:
    """Give a message to another bureau, where an officer takes it up. The clock runs on.

    Raises as `accept`.
    """

    def make(complaint: Complaint) -> None:
        if not complaint.is_owed or complaint.bureau == bureau:
            raise StepNotAllowed("not to be handed over")
        complaint.bureau, complaint.handler_id = bureau, None
        _tell_new_bureau(complaint, account_id)

    _act(complaint_id, account_id, "complaints.hand_over", make)


def change_kind(complaint_id: int, account_id: int | None, kind: Kind) -> None:
    """Call a message what it is; a petition goes to its own office. What was answered before its
    kind was decided is still called something. Raises as `accept`."""

    def make(complaint: Complaint) -> None:
        may_change = complaint.is_owed or complaint.kind == UNDECIDED
        if not may_change or complaint.kind == kind or complaint.erased_at is not None:
            raise StepNotAllowed("not to be changed")
        complaint.kind = kind.value
        # What praised somebody may now be about this person.
        bar_named(complaint)
        bureau = first_owner(complaint.channel, kind)
        if kind is Kind.PETITION and complaint.is_owed and complaint.bureau is not bureau:
            complaint.bureau, complaint.handler_id = bureau, None
            _tell_new_bureau(complaint, account_id)
        complaint_kind_changed.send("complaints", complaint_id=complaint.id)

    _act(complaint_id, account_id, "complaints.change_kind", make)


def _tell_new_bureau(complaint: Complaint, account_id: int | None) -> None:
    """The citizen and the bureau that has it now are told of a hand-over."""
    mark(complaint, account_id, cause=Cause.HANDED_OVER)
    note_alert(complaint, Alert.HANDED_OVER, complaint.due_on, again=True)


def close(complaint_id: int, account_id: int | None) -> None:
    """Close what has ended. Raises as `accept`."""
    _act(complaint_id, account_id, "complaints.close", lambda c: step(c, Move.CLOSE, account_id))


def attachment_content(
    complaint_id: int, attachment_id: int, account_id: int | None, vault: Vault
) -> tuple[Attachment, bytes]:
    """A file and its content, for an officer; audited. Raises `ComplaintNotFound`."""
    with transaction():
        file = file_of(complaint_id, attachment_id, account_id)
        _audit(account_id, "complaints.open_attachment", complaint_id)
        return file, vault.read(file.stored_as)


def _act(
    complaint_id: int, account_id: int | None, action: str, make: Callable[[Complaint], None]
) -> None:
    """Do what only the officer may do who has the message in hand; those that follow it follow."""
    with transaction():
        complaint = hold(complaint_id, account_id)
        if account_id is None or complaint.handler_id != account_id:
            raise CaseWithAnother
        make(complaint)
        _audit(account_id, action, complaint_id)
        if action in _FOLLOWED:
            for follower in followers_of(complaint_id):
                _follow(follower, account_id, action, make)


def _follow(
    follower: Complaint, account_id: int, action: str, make: Callable[[Complaint], None]
) -> None:
    """Do the same with a message that follows; one that is there already stays as it is."""
    try:
        if follower.is_asked and action in _ENDING:
            # It was asked before it followed: what answers the leading one answers it too.
            step(follower, Move.HEAR, account_id, announced=False)
        make(follower)
    except StepNotAllowed:
        return
    _audit(account_id, action, follower.id)


def _audit(account_id: int | None, action: str, complaint_id: int) -> None:
    audit.record(account_id, action, f"complaint {complaint_id}")
