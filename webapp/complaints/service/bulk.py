"""One action for several messages: each is done wholly or not at all, and it is said which."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from webapp.complaints.models import Complaint
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.service import desk
from webapp.complaints.service.barring import hold
from webapp.complaints.service.errors import (
    CaseWithAnother,
    ComplaintNotFound,
    NobodyToRemind,
    NoCompliment,
    RemindedAlready,
    StepNotAllowed,
)
from webapp.complaints.service.watching import remind
from webapp.shared.bureaux import Bureau
from webapp.shared.errors import ServiceError
from webapp.shared.transaction import transaction


class BulkAction(StrEnum):
    """What can be done with several messages at once."""

    TAKE_UP = "take_up"
    ACCEPT = "accept"
    HAND_OVER = "hand_over"
    REFER = "refer"
    REMIND = "remind"
    CLOSE_COMPLIMENTS = "close_compliments"


@dataclass(frozen=True)
class BulkOrder:
    """An action and what it needs: a bureau to hand over to, or whom to send on to and why.

    `thanks`: what the senders of compliments read, by the language in which they wrote.
    """

    action: BulkAction
    bureau: Bureau | None = None
    to: str = ""
    text: str = ""
    thanks: dict[str, str] | None = None


# Why one message was left as it was; everything else is a fault of ours.
_REASONS = (
    ComplaintNotFound,
    CaseWithAnother,
    StepNotAllowed,
    NoCompliment,
    RemindedAlready,
    NobodyToRemind,
)
Outcome = type[ServiceError] | None


def do_with_all(
    complaint_ids: Iterable[int], order: BulkOrder, account_id: int | None
) -> list[tuple[int, Outcome]]:
    """Do it with each message by itself; gives for each why not, None where it was done.

    Every deed is audited as if it were done alone.
    """
    act = _deed(order, account_id)
    outcomes: list[tuple[int, Outcome]] = []
    for complaint_id in dict.fromkeys(complaint_ids):
        try:
            act(complaint_id)
            outcomes.append((complaint_id, None))
        except _REASONS as refusal:
            outcomes.append((complaint_id, type(refusal)))
    return outcomes


def _deed(order: BulkOrder, account_id: int | None) -> Callable[[int], None]:
    deeds: dict[BulkAction, Callable[[int], None]] = {
        BulkAction.TAKE_UP: lambda one: _take_up(one, account_id),
        BulkAction.ACCEPT: lambda one: desk.accept(one, account_id),
        BulkAction.HAND_OVER: lambda one: desk.hand_over(
            one, account_id, order.bureau or Bureau.CENTRAL
        ),
        BulkAction.REFER: lambda one: desk.refer(one, account_id, order.to, order.text),
        BulkAction.REMIND: lambda one: remind(one, account_id),
        BulkAction.CLOSE_COMPLIMENTS: lambda one: _close_compliment(
            one, account_id, order.thanks or {}
        ),
    }
    return deeds[order.action]


def _take_up(complaint_id: int, account_id: int | None) -> None:
    """Only what nobody has in hand: a colleague's work is taken over one by one."""
    with transaction():
        if _free_for(hold(complaint_id, account_id), account_id).handler_id is None:
            desk.take_up(complaint_id, account_id)


def _close_compliment(complaint_id: int, account_id: int | None, thanks: dict[str, str]) -> None:
    """Thank the sender of a compliment and close it, all or nothing."""
    with transaction():
        complaint = _free_for(hold(complaint_id, account_id), account_id)
        if complaint.kind != Kind.COMPLIMENT:
            raise NoCompliment
        if complaint.handler_id is None:
            desk.take_up(complaint_id, account_id)
        if complaint.is_owed:
            desk.answer(complaint_id, account_id, thanks[complaint.language])
        desk.close(complaint_id, account_id)


def _free_for(complaint: Complaint, account_id: int | None) -> Complaint:
    if complaint.handler_id not in (None, account_id):
        raise CaseWithAnother
    return complaint
