"""The root causes of a quarter that everybody may see, let out in lots as other groups are.

A report tells them, and a later report may correct it: so a message once told under a cause stays
under it, and what is told anew is a lot by itself (`shared.disclosure`).
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from sqlalchemy import select

from webapp.complaints.models import CaseFinding, ComplaintVerdict
from webapp.complaints.rules.figures import GROUPED, Register
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.service.learning import learned_between
from webapp.extensions import db
from webapp.shared import disclosure
from webapp.shared.quarters import Quarter


@dataclass(frozen=True)
class RepeatsTold:
    """Of messages whose cause is told: how many can be compared, and how many repeat another."""

    compared: int
    repeated: int


def shown_causes(quarter: Quarter, register: Register = Register.OFFICE) -> dict[int, str]:
    """The cause under which each message of a register is told when a report is issued now, ""
    for the others together; a cause by its id as text."""
    verdicts = _let_out(quarter, register)
    told = {one.complaint_id: one.shown_cause for one in verdicts if one.shown_cause is not None}
    return told | _next_lot(verdicts)


def let_out_causes(quarter: Quarter) -> None:
    """Keep for good what `shown_causes` says, inside the caller's transaction."""
    for register in Register:
        verdicts = _let_out(quarter, register)
        lot = _next_lot(verdicts)
        for one in verdicts:
            one.shown_cause = lot.get(one.complaint_id, one.shown_cause)


def shown_repeats(quarter: Quarter, register: Register = Register.OFFICE) -> RepeatsTold | None:
    """How many of the messages whose cause is told repeat an earlier one.

    None where that would tell of one to four of them: of the repeats, of those that repeat none, or
    of those that do not say where it happened.
    """
    shown = shown_causes(quarter, register)
    learned = learned_between(quarter.first_day, quarter.last_day, register=register)
    compared = len(learned.can_be_compared & shown.keys())
    repeated = sum(one.number in shown for one in learned.repeats)
    parts = (repeated, compared - repeated, len(shown) - compared)
    if not compared or any(0 < part < disclosure.FEWEST for part in parts):
        return None
    return RepeatsTold(compared, repeated)


def cause_counts(shown: dict[int, str]) -> list[tuple[str, int]]:
    """How many messages each cause has, most first; the others together last."""
    counts = Counter(shown.values())
    return sorted(counts.items(), key=lambda one: (one[0] == disclosure.REMAINDER, -one[1], one[0]))


def _let_out(quarter: Quarter, register: Register) -> list[ComplaintVerdict]:
    """The messages of a register that groups hold which everybody sees."""
    verdict = ComplaintVerdict
    wanted = select(verdict).where(
        verdict.year_be == quarter.year_be,
        verdict.quarter == quarter.number,
        verdict.shown_register == register.value,
        verdict.kind != Kind.COMPLIMENT.value,
    )
    return list(db.session.scalars(wanted.order_by(verdict.complaint_id)))


def _next_lot(verdicts: list[ComplaintVerdict]) -> dict[int, str]:
    """The causes that can be told beside those that are; none of fewer than FEWEST messages."""
    waiting = [one.complaint_id for one in verdicts if one.shown_cause is None]
    finding = CaseFinding
    found = db.session.execute(
        select(finding.complaint_id, finding.root_cause_id).where(finding.complaint_id.in_(waiting))
    )
    causes = {complaint_id: str(cause) for complaint_id, cause in found}
    if len(causes) < disclosure.FEWEST:
        return {}
    others = _other_groups(verdicts)
    near = _too_near(disclosure.groups_of(causes), verdicts, others)
    named = {
        complaint_id: disclosure.REMAINDER if cause in near else cause
        for complaint_id, cause in causes.items()
    }
    groups = disclosure.groups_of(named)
    safe = disclosure.protected({"cause": groups}, others)["cause"]
    return {complaint_id: cause for cause, ids in safe.items() for complaint_id in ids}


def _too_near(
    lot: disclosure.Groups, verdicts: list[ComplaintVerdict], others: list[set[int]]
) -> set[str]:
    """The causes that, with what was told of them before, would come too near another group."""
    told: dict[str, set[int]] = defaultdict(set)
    for one in verdicts:
        if one.shown_cause is not None:
            told[one.shown_cause].add(one.complaint_id)
    return {
        cause
        for cause, ids in lot.items()
        if any(disclosure.too_near(told[cause] | ids, other) for other in others)
    }


def _other_groups(verdicts: list[ComplaintVerdict]) -> list[set[int]]:
    """Every group of these messages that everybody sees already, whichever way it is made."""
    groups: dict[tuple[str, str], set[int]] = defaultdict(set)
    for one in verdicts:
        for way in GROUPED:
            groups[way, getattr(one, f"shown_{way}")].add(one.complaint_id)
    return list(groups.values())
