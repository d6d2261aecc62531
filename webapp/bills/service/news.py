"""What other features tell of bills: the news of a step, the latest steps, what search finds."""

import hashlib
from dataclasses import dataclass
from datetime import date

from flask_babel import force_locale
from sqlalchemy import select

from webapp.bills.models import Bill, BillStep, VoteEvent
from webapp.bills.rules.kinds import BillKind, ProposerKind
from webapp.bills.rules.stages import StageFamily
from webapp.bills.service.log import step_by_id
from webapp.bills.service.saying import say_deadline, say_next, say_reason, say_stage, say_vote
from webapp.bills.service.state import bill_state
from webapp.bills.wording.stages import FAMILY_NAMES
from webapp.bills.wording.steps import KIND_NAMES, PROPOSER_NAMES, STEP_NAMES
from webapp.extensions import db


@dataclass(frozen=True)
class StepNews:
    """A step in words, for a letter. `now` and `next` say where the bill is and what comes."""

    what: str
    on: date | None
    now: str
    next: str
    note: str
    reason: str
    withdrawn: bool


def step_news(step_id: int) -> StepNews:
    """What a letter tells of a step, in the language in force. Raises `StepNotFound`."""
    step = step_by_id(step_id)
    state = bill_state(step.bill)
    coming = [say_next(step.bill, state), say_deadline(state)]
    return StepNews(
        what=str(STEP_NAMES[step.kind]),
        on=step.on,
        now=say_stage(state),
        next=" ".join(sentence for sentence in coming if sentence),
        note=step.note,
        reason=say_reason(step.withdrawn_why) if step.withdrawn_at else "",
        withdrawn=step.withdrawn_at is not None,
    )


def latest_steps(limit: int) -> list[tuple[Bill, str, date]]:
    """The bills that moved last, each with its last step in words and that step's day."""
    steps = db.session.scalars(
        select(BillStep)
        .where(BillStep.withdrawn_at.is_(None), BillStep.on.is_not(None))
        .order_by(BillStep.on.desc(), BillStep.position.desc(), BillStep.id.desc())
        .limit(limit * 5)
    )
    latest: dict[int, tuple[Bill, str, date]] = {}
    for step in steps:
        if step.on is not None:
            latest.setdefault(step.bill_id, (step.bill, str(STEP_NAMES[step.kind]), step.on))
    return list(latest.values())[:limit]


@dataclass(frozen=True)
class SearchFacts:
    """What search finds of a bill in one language; `version` changes when any of it does."""

    lang: str
    title: str
    short: str
    text: str
    kind: str
    year: str
    date: str | None
    version: str


def search_facts(bill: Bill) -> list[SearchFacts]:
    """Every name of a bill, who proposed it, what happened to it and what was noted of that: in
    Thai, and in English too where it has an English name."""
    languages = ["th", *(["en"] if bill.name_lang("en") == "en" else [])]
    return [_facts_in(bill, language) for language in languages]


def _facts_in(bill: Bill, language: str) -> SearchFacts:
    lines = [title.text for title in bill.titles if title.lang == language]
    with force_locale(language):
        lines.append(str(KIND_NAMES[bill.kind]))
        lines.append(bill.proposer_name if language == "th" else "")
        steps = [step for step in bill.steps if step.withdrawn_at is None]
        lines += [str(STEP_NAMES[step.kind]) for step in steps]
    lines += [step.note for step in steps]
    text = "\n".join(line for line in lines if line)
    short = next(iter(bill.nicknames(language)), "")
    began = bill.began_on
    facts = (language, bill.name(language), short, text, str(bill.kind), str(began))
    return SearchFacts(
        lang=language,
        title=facts[1],
        short=short,
        text=text,
        kind=facts[4],
        year=str(began.year + 543) if began else "",
        date=began.isoformat() if began else None,
        version=hashlib.sha256("\n".join(facts).encode()).hexdigest(),
    )


def vote_search_text(vote: VoteEvent) -> str:
    """What search finds a vote by beside its title: how it went, and on what, in Thai."""
    with force_locale("th"):
        sentence = say_vote(vote)
    return "\n".join(dict.fromkeys([sentence, *(bill.name() for bill in vote.bills)]))


def kind_name(kind: str) -> str:
    """What a kind of bill is called in the language in force; an unknown one as it came."""
    return str(KIND_NAMES[BillKind(kind)]) if kind in set(BillKind) else kind


def stage_family_name(family: str) -> str:
    """What a group of stages is called in the language in force; an unknown one as it came."""
    return str(FAMILY_NAMES[StageFamily(family)]) if family in set(StageFamily) else family


def proposer_name(kind: str) -> str:
    """What a kind of proposer is called in the language in force; an unknown one as it came."""
    return str(PROPOSER_NAMES[ProposerKind(kind)]) if kind in set(ProposerKind) else kind
