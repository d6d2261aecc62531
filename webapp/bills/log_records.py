"""Reading one record of a bill: told step by step, or only by its stage, first and last day."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from thai_text.clean import clean, clean_name
from webapp.bills import service
from webapp.bills.rules.kinds import BillKind, House, ProposerKind
from webapp.bills.rules.steps import StepKind
from webapp.bills.stage_records import ENDINGS, STAGE_STEPS, start_of
from webapp.shared.importing import Row, RowRefused
from webapp.shared.record_fields import (
    address_of,
    count_of,
    day_or_none,
    object_of,
    text_of,
)

KINDS = {
    "bill": BillKind.ORDINARY,
    "money_bill": BillKind.MONEY,
    "organic_bill": BillKind.ORGANIC,
    "budget_bill": BillKind.BUDGET,
    "constitution_amendment": BillKind.CONSTITUTION_AMENDMENT,
    "emergency_decree": BillKind.EMERGENCY_DECREE,
    "treaty": BillKind.TREATY,
    # One draft in the records misspells its own kind; its text is an ordinary bill's.
    "other": BillKind.ORDINARY,
}
PROPOSERS = {"cabinet": ProposerKind.CABINET, "citizens": ProposerKind.CITIZENS}


@dataclass(frozen=True)
class BillRecord:
    """A record of a bill, ready for the service. `record` says whether it tells steps or a stage;
    `votes` are the keys of the votes that it names."""

    source_key: str
    facts: service.BillFacts
    entries: list[service.StepEntry]
    votes: list[str]
    record: str


def read_bill(row: Row) -> BillRecord:
    """A bill as a record tells it. Raises RowRefused, with the reason in words."""
    facts = _facts(row)
    begins, ends = day_or_none(row, "proposed_on"), day_or_none(row, "last_event_on")
    if begins and ends and ends < begins:
        raise RowRefused(f"it ends on {ends} before it begins on {begins}")
    steps = row.get("steps")
    votes = [str(row["vote_id"])] if row.get("vote_id") else []
    if steps is None:
        entries = _steps_of_stage(row, facts.kind, begins, ends)
        return BillRecord(text_of(row, "id"), facts, entries, votes, service.STAGES)
    entries = _with_receipt(row, [_step(step) for step in steps])
    _check_order(entries)
    votes += [str(step["vote_id"]) for step in steps if step.get("vote_id")]
    return BillRecord(text_of(row, "id"), facts, entries, votes, service.STEPS)


def _facts(row: Row) -> service.BillFacts:
    kind = KINDS.get(str(row.get("kind")))
    if kind is None:
        raise RowRefused(f"'kind' is {row.get('kind')!r}; use one of {', '.join(KINDS)}")
    gazette, address = object_of(row, "gazette"), address_of(row, "document_url")
    published = row.get("stage") == "enacted" or bool(gazette)
    return service.BillFacts(
        kind=kind,
        proposer_kind=_proposer(row),
        titles=tuple(_titles(row)),
        proposer_name=clean_name(str(row.get("proposer_name") or "")),
        signatures=count_of(row, "signatures"),
        gazette_volume=str(gazette.get("volume") or ""),
        gazette_part=str(gazette.get("part") or ""),
        gazette_page=str(gazette.get("page") or ""),
        gazette_on=day_or_none(gazette, "date"),
        gazette_url=address if published else "",
        merged_into_id=_main_bill(row),
    )


def _proposer(row: Row) -> ProposerKind:
    """Who proposed it; of members the records also tell on which side of the House they sit."""
    told = str(row.get("proposer_type") or "")
    if told.startswith("mp_"):
        return ProposerKind.MPS
    if told not in PROPOSERS:
        raise RowRefused(f"'proposer_type' is {told!r}; use cabinet, citizens or mp_…")
    return PROPOSERS[told]


def _titles(row: Row) -> list[service.TitleFacts]:
    """Every name that the record tells, each kind and language once."""
    now = clean(text_of(row, "title"))
    draft, enacted = service.TitleKind.DRAFT, service.TitleKind.ENACTED
    told = {(draft if now.startswith("ร่าง") else enacted, "th"): now}
    for title in row.get("titles") or ():
        kind = title.get("kind")
        if kind not in (draft, enacted):
            raise RowRefused(f"a title's 'kind' is {kind!r}; use draft or enacted")
        told[service.TitleKind(kind), "th"] = clean(text_of(title, "title"))
    for name, key in (
        ("nickname", (service.TitleKind.NICKNAME, "th")),
        ("title_en", (draft, "en")),
    ):
        if row.get(name):
            told[key] = clean(str(row[name]))
    return [service.TitleFacts(kind, text, lang) for (kind, lang), text in told.items()]


def _step(row: Row) -> service.StepEntry:
    kind = row.get("kind")
    if kind not in set(StepKind):
        raise RowRefused(f"a step's 'kind' is {kind!r}, which is no kind of step")
    return service.StepEntry(
        kind=StepKind(kind),
        on=day_or_none(row, "on"),
        source=clean(text_of(row, "source")),
        note=clean(str(row.get("note") or "")),
        days=row.get("days"),
    )


def _with_receipt(row: Row, entries: list[service.StepEntry]) -> list[service.StepEntry]:
    """The steps with the day on which the Senate received the bill among them, where the record
    tells that day beside them."""
    received = day_or_none(row, "senate_received_on")
    if received is None or any(entry.kind is StepKind.SENATE_RECEIVED for entry in entries):
        return entries
    source = clean(str(row.get("senate_received_source") or ""))
    receipt = service.StepEntry(StepKind.SENATE_RECEIVED, received, source=source)
    after = (
        place
        for place, entry in enumerate(entries)
        if entry.kind.house is House.SENATE or (entry.on is not None and entry.on > received)
    )
    place = next(after, len(entries))
    return [*entries[:place], receipt, *entries[place:]]


def _check_order(entries: list[service.StepEntry]) -> None:
    dated = [entry for entry in entries if entry.on is not None]
    for before, after in pairwise(dated):
        if before.on and after.on and after.on < before.on:
            raise RowRefused(
                f"its steps go back in time: {after.kind} on {after.on} "
                f"follows {before.kind} on {before.on}"
            )


def _steps_of_stage(
    row: Row, kind: BillKind, begins: date | None, ends: date | None
) -> list[service.StepEntry]:
    stage = str(row.get("stage"))
    if stage not in STAGE_STEPS:
        raise RowRefused(f"'stage' is {stage!r}; use one of {', '.join(STAGE_STEPS)}")
    status = str(row.get("status_description") or "")
    reached = STAGE_STEPS[stage](kind, status)
    start = start_of(kind, stage, status)
    steps: list[tuple[StepKind, date | None]] = []
    if start is not None and start not in reached:
        steps.append((start, begins))
    if stage in ENDINGS:
        last = ends
    elif stage == "enacted":
        last = day_or_none(object_of(row, "gazette"), "date")
    else:
        last = begins if start is None else None
    received = day_or_none(row, "senate_received_on")
    if received and StepKind.SENATE_RECEIVED not in reached:
        steps.append((StepKind.SENATE_RECEIVED, received))
    steps += [(step, _before_last(step, received)) for step in reached[:-1]]
    steps += [(step, last) for step in reached[-1:]]
    return [service.StepEntry(step, on) for step, on in steps]


def _before_last(step: StepKind, received: date | None) -> date | None:
    return received if step is StepKind.SENATE_RECEIVED else None


def _main_bill(row: Row) -> int | None:
    """The bill that this one was merged into: the one whose number names the group."""
    group = row.get("merged_group")
    if row.get("stage") != "merged" or not group:
        return None
    try:
        return service.bill_by_source(f"lw-{int(group):04d}").id
    except (service.BillNotFound, ValueError):
        return None
