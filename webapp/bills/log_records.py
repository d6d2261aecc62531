"""Reading one record of a bill: told step by step, or only by its stage, first and last day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from thai_text.clean import clean
from webapp.bills import service
from webapp.bills.rules.kinds import BillKind, House, ProposerKind
from webapp.bills.rules.steps import StepKind
from webapp.bills.stage_records import STAGE_STEPS, start_of
from webapp.shared.importing import Row, RowRefused

Key = TypeVar("Key", bound=StrEnum)
KINDS = {
    "bill": BillKind.ORDINARY,
    "organic_bill": BillKind.ORGANIC,
    "budget_bill": BillKind.BUDGET,
    "constitution_amendment": BillKind.CONSTITUTION_AMENDMENT,
    "emergency_decree": BillKind.EMERGENCY_DECREE,
    # One draft in the records misspells its own kind; its text is an ordinary bill's.
    "other": BillKind.ORDINARY,
}
PROPOSERS = {"cabinet": ProposerKind.CABINET, "citizens": ProposerKind.CITIZENS}
# By reading, the step that a passed vote of the House is.
HOUSE_STEPS = {1: StepKind.HOUSE_R1_ACCEPTED, 3: StepKind.HOUSE_R3_APPROVED}


@dataclass(frozen=True)
class BillRecord:
    """A record of a bill, ready for the service; `record` names where it is from."""

    source_key: str
    facts: service.BillFacts
    entries: list[service.StepEntry]
    votes: list[service.VoteEvent]
    record: str


def read_log(row: Row) -> BillRecord:
    """A record that tells its steps one by one, in the order in which they happened."""
    gazette = row.get("gazette") or {}
    titles = tuple(
        service.TitleFacts(
            _key(service.TitleKind, title, "kind"),
            clean(text_of(title, "text")),
            str(title.get("lang") or "th"),
        )
        for title in row.get("titles") or ()
    )
    if not titles:
        raise RowRefused("'titles' is missing or empty")
    facts = service.BillFacts(
        kind=_key(BillKind, row, "kind"),
        proposer_kind=_key(ProposerKind, row, "proposer_kind"),
        titles=titles,
        proposer_name=str(row.get("proposer_name") or ""),
        signatures=row.get("signatures"),
        acceptance_number=str(row.get("acceptance_number") or ""),
        gazette_volume=str(gazette.get("volume") or ""),
        gazette_part=str(gazette.get("part") or ""),
        gazette_page=str(gazette.get("page") or ""),
        gazette_on=day_of(gazette, "date") if gazette.get("date") else None,
        gazette_url=str(gazette.get("url") or ""),
        predecessor_id=_other(row.get("predecessor")),
        merged_into_id=_other(row.get("merged_into")),
    )
    entries = [
        service.StepEntry(
            kind=_key(StepKind, step, "kind"),
            on=day_of(step, "on") if step.get("on") else None,
            source=str(step.get("source") or ""),
            source_url=str(step.get("source_url") or ""),
            note=str(step.get("note") or ""),
            exception_reason=str(step.get("exception_reason") or ""),
            days=step.get("days"),
        )
        for step in row["steps"]
    ]
    key = text_of(row, "id")
    votes = [_vote(vote_key) for vote_key in row.get("votes") or ()]
    return BillRecord(key, facts, entries, votes, record=str(row.get("record") or "steps"))


def read_stage(row: Row) -> BillRecord:
    """A record that tells only the stage reached, the first day and the last."""
    kind = KINDS.get(str(row.get("kind")))
    if kind is None:
        raise RowRefused(f"'kind' is {row.get('kind')!r}; use one of {', '.join(KINDS)}")
    begins = day_of(row, "proposed_on") if row.get("proposed_on") else None
    ends = day_of(row, "last_event_on") if row.get("last_event_on") else None
    if begins and ends and ends < begins:
        raise RowRefused(f"it ends on {ends} before it begins on {begins}")
    title = clean(text_of(row, "title"))
    draft = title.startswith("ร่าง")
    facts = service.BillFacts(
        kind=kind,
        proposer_kind=PROPOSERS.get(str(row.get("proposer_type")), ProposerKind.MPS),
        titles=(
            service.TitleFacts(
                service.TitleKind.DRAFT if draft else service.TitleKind.ENACTED, title
            ),
        ),
        proposer_name=clean(str(row.get("proposer_name") or "")),
        signatures=row.get("signatures"),
        gazette_url=str(row.get("document_url") or "") if row.get("stage") == "enacted" else "",
        merged_into_id=_main_bill(row),
    )
    vote = _vote(row["vote_id"]) if row.get("vote_id") else None
    entries = _steps_of_stage(row, kind, begins, ends, vote)
    votes = [vote] if vote else []
    return BillRecord(text_of(row, "id"), facts, entries, votes, record="stages")


def text_of(row: Row, *names: str) -> str:
    """The first of these fields that holds words. Raises RowRefused."""
    for name in names:
        value = row.get(name)
        if isinstance(value, str) and value.strip():
            return value
    raise RowRefused(f"{names[0]!r} is missing or empty")


def day_of(row: Row, name: str) -> date:
    """A date written YYYY-MM-DD. Raises RowRefused."""
    try:
        return date.fromisoformat(str(row.get(name)))
    except ValueError:
        message = f"{name!r} is {row.get(name)!r}; write a date as YYYY-MM-DD"
        raise RowRefused(message) from None


def _steps_of_stage(
    row: Row,
    kind: BillKind,
    begins: date | None,
    ends: date | None,
    vote: service.VoteEvent | None,
) -> list[service.StepEntry]:
    stage = str(row.get("stage"))
    if stage not in STAGE_STEPS:
        raise RowRefused(f"'stage' is {stage!r}; use one of {', '.join(STAGE_STEPS)}")
    status = str(row.get("status_description") or "")
    reached = STAGE_STEPS[stage](kind, status)
    steps: list[tuple[StepKind, date | None]] = []
    start = start_of(kind, stage, status)
    if start is not None and start not in reached:
        steps.append((start, begins))
    if vote is not None and (voted := _voted(vote, kind)) and _within(begins, vote.on, ends):
        steps.append((voted, vote.on))
    last = ends if ends is not None or start is not None else begins
    # The last day of a decree's record is some House's vote, not surely the one that settled it.
    last = None if kind is BillKind.EMERGENCY_DECREE else last
    steps += [(step, None) for step in reached[:-1]] + [(step, last) for step in reached[-1:]]
    return [service.StepEntry(step, on) for step, on in _once(steps)]


def _once(
    steps: list[tuple[StepKind, date | None]],
) -> list[tuple[StepKind, date | None]]:
    """Each kind of step once: the vote's own day is surer than the record's last one."""
    seen: dict[StepKind, date | None] = {}
    for step, on in steps:
        seen.setdefault(step, on)
    return list(seen.items())


def _within(begins: date | None, on: date, ends: date | None) -> bool:
    """Whether a vote lies in the record's own days; where it does not, one of the two is wrong and
    the vote is only named, not made a step."""
    return (begins is None or begins <= on) and (ends is None or on <= ends)


def _voted(vote: service.VoteEvent, kind: BillKind) -> StepKind | None:
    if vote.chamber is not House.HOUSE or not vote.passed:
        return None
    if kind not in (BillKind.ORDINARY, BillKind.BUDGET):
        return None
    return HOUSE_STEPS.get(vote.reading or 0)


def _vote(source_key: str) -> service.VoteEvent:
    vote = service.vote_by_source(source_key)
    if vote is None:
        raise RowRefused(f"it names the vote {source_key!r}, which is not known")
    return vote


def _main_bill(row: Row) -> int | None:
    """The bill that this one was merged into: the one whose number names the group."""
    group = row.get("merged_group")
    if row.get("stage") != "merged" or not group:
        return None
    return _other(f"lw-{int(group):04d}")


def _other(source_key: str | None) -> int | None:
    if not source_key:
        return None
    try:
        return service.bill_by_source(source_key).id
    except service.BillNotFound:
        return None


def _key(keys: type[Key], row: Row, name: str) -> Key:
    value = row.get(name)
    if value not in set(keys):
        raise RowRefused(f"{name!r} is {value!r}; use one of {', '.join(keys)}")
    return keys(value)
