"""What the rules found, in sentences of the language now in force."""

from flask_babel import gettext as _
from flask_babel import ngettext

from webapp.bills.models import RECORD_INCOMPLETE, Bill, BillStep, Sitting, VoteEvent
from webapp.bills.rules.clock import Deadline, Unknown
from webapp.bills.rules.kinds import BillKind
from webapp.bills.rules.limits.limit import Effect, Unit
from webapp.bills.rules.refusals import StepNotAllowed
from webapp.bills.rules.stages import Stage
from webapp.bills.rules.steps import StepKind
from webapp.bills.service.matching import RECORD_CHANGED
from webapp.bills.service.state import BillState
from webapp.bills.wording import next as coming
from webapp.bills.wording.clock import (
    EFFECT_SENTENCES,
    OVERDUE_OTHERWISE,
    OVERDUE_SENTENCES,
    REFUSAL_SENTENCES,
    UNKNOWN_SENTENCES,
)
from webapp.bills.wording.sections import section_words
from webapp.bills.wording.stages import STAGE_SENTENCES
from webapp.bills.wording.steps import HOUSE_NAMES, STEP_NAMES
from webapp.shared.dates import day

_AFTER_APPROVAL = {
    BillKind.EMERGENCY_DECREE: coming.AFTER_APPROVAL_OF_DECREE,
    BillKind.ORGANIC: coming.AFTER_APPROVAL_OF_ORGANIC,
    BillKind.CONSTITUTION_AMENDMENT: coming.AFTER_APPROVAL_OF_AMENDMENT,
    BillKind.TREATY: coming.AFTER_APPROVAL_OF_TREATY,
}


def say_state(bill: Bill, state: BillState) -> str:
    """Where a bill is, what comes next and by when, or why the day is not known: what is said of a
    bill before all else."""
    return " ".join(filter(None, [say_stage(state), say_next(bill, state), say_deadline(state)]))


def say_stage(state: BillState) -> str:
    """Where the bill is, with the day where the record tells it."""
    if state.stage is Stage.REJECTED and state.last_step is not None:
        return _("It has come to its end: %(step)s.", step=say_step(state.last_step))
    sentence = str(STAGE_SENTENCES[state.stage])
    if state.since is None:
        return sentence
    since = _("That is since %(day)s.", day=day(state.since))
    return f"{sentence} {since}"


def say_next(bill: Bill, state: BillState) -> str:
    """What comes next in the ordinary course; empty where nothing does."""
    if state.deemed_approved_on is not None or _too_late_to_ask(state):
        return ""
    if state.stage is Stage.PARLIAMENT_APPROVED and bill.kind in _AFTER_APPROVAL:
        return str(_AFTER_APPROVAL[bill.kind])
    return str(coming.NEXT_SENTENCES.get(state.stage, ""))


def _too_late_to_ask(state: BillState) -> bool:
    """Whether a bill has lapsed and no cabinet can ask for it any more (constitution s.147)."""
    if state.stage is not Stage.LAPSED:
        return False
    asking = (step for step in state.next_steps if step.kind is StepKind.RESUMPTION_ASKED)
    return all(step.not_after is not None and step.not_after < state.today for step in asking)


def say_deadline(state: BillState) -> str:
    """By when, or why that is not known; empty for a bill that has come to its end."""
    deadline = state.deadline
    if deadline is None:
        return "" if state.is_final or _too_late_to_ask(state) else str(coming.NO_LIMIT)
    if deadline.due is None:
        return " ".join(filter(None, [_why_unknown(deadline), say_days_left(deadline)]))
    over = deadline.due < state.today
    table = OVERDUE_SENTENCES if over else EFFECT_SENTENCES
    sentence = str(table.get(deadline.effect, OVERDUE_OTHERWISE))
    facts = {"day": day(deadline.due), "section": section_words(deadline.basis)}
    return " ".join(filter(None, [sentence % facts, "" if over else say_days_left(deadline)]))


def say_days_left(deadline: Deadline) -> str:
    """How many days are left, in the unit they are counted in; empty where that is not known."""
    left, allowed = deadline.days_left, deadline.days_allowed
    if left is None or deadline.effect in (Effect.MAY_CONFIRM, Effect.MAY_VOTE, Effect.MAY_PRESENT):
        return ""
    if deadline.unit is Unit.SESSION_DAYS:
        return ngettext(
            "%(num)d of %(allowed)s days in session is left.",
            "%(num)d of %(allowed)s days in session are left.",
            left,
            allowed=allowed,
        )
    return ngettext(
        "%(num)d of %(allowed)s days is left.",
        "%(num)d of %(allowed)s days are left.",
        left,
        allowed=allowed,
    )


def say_vote(vote: VoteEvent) -> str:
    """A vote in a sentence: who, when, and how many voted how."""
    chamber = str(HOUSE_NAMES[vote.chamber])
    if not vote.has_counts:
        return _(
            "%(chamber)s voted on %(day)s; no counts are recorded.",
            chamber=chamber,
            day=day(vote.on),
        )
    sentence = _(
        "%(chamber)s voted on %(day)s: %(approve)s in favour, %(disapprove)s against.",
        chamber=chamber,
        day=day(vote.on),
        approve=vote.approve,
        disapprove=vote.disapprove,
    )
    if vote.abstain is None:
        return sentence
    abstained = _("%(count)s abstained.", count=vote.abstain)
    return f"{sentence} {abstained}"


def say_refusal(why: StepNotAllowed) -> str:
    """Why a step is refused, with the section of the Constitution where there is one."""
    facts = {
        "day": day(why.day),
        "needs": str(STEP_NAMES[why.needs]) if why.needs else "",
    }
    sentence = str(REFUSAL_SENTENCES[why.reason]) % facts
    return f"{sentence} ({section_words(why.section)})" if why.section else sentence


def say_reason(reason: str) -> str:
    """The reason of an exception or of a withdrawal: staff's own words, or what an import means."""
    if reason == RECORD_INCOMPLETE:
        return _("The record does not tell the steps before this one.")
    if reason == RECORD_CHANGED:
        return _("The record it came from was changed.")
    return reason


def step_name(step: BillStep) -> str:
    """What a step is called, without its day."""
    return str(STEP_NAMES[step.kind])


def say_step(step: BillStep) -> str:
    """A step in a sentence for letters and feeds: what happened and when."""
    what = str(STEP_NAMES[step.kind])
    if step.on is None:
        return _("%(step)s (the record does not tell the day)", step=what)
    return _("%(step)s on %(day)s", step=what, day=day(step.on))


def _why_unknown(deadline: Deadline) -> str:
    sentence = str(UNKNOWN_SENTENCES[deadline.unknown_because or Unknown.START_NOT_RECORDED])
    return f"{sentence} ({section_words(deadline.basis)})"


def say_sitting(sitting: Sitting) -> str:
    """Which House sits on which day and at what hour, within a sentence."""
    facts = {"house": HOUSE_NAMES[sitting.chamber], "day": day(sitting.on)}
    if sitting.begins is None:
        return _("%(house)s, %(day)s", **facts)
    return _("%(house)s, %(day)s at %(hour)s", hour=f"{sitting.begins:%H.%M}", **facts)
