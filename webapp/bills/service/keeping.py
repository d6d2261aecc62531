"""Taking bills in, from staff or from records: their facts, their names, the steps of a record."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from webapp.bills import events
from webapp.bills.models import Bill, BillTitle, TitleKind
from webapp.bills.rules.kinds import BillKind, ProposerKind, may_propose
from webapp.bills.rules.refusals import StepNotAllowed
from webapp.bills.rules.titles import fold_title, title_stem
from webapp.bills.rules.trail import follow
from webapp.bills.service.house_end import lapse_with_houses
from webapp.bills.service.log import StepEntry, StepRefused, derive
from webapp.bills.service.matching import STAFF, STAGES, STEPS, match_steps
from webapp.bills.service.reading import get_bill
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.errors import Refused
from webapp.shared.importing import Outcome
from webapp.shared.transaction import transaction


class ProposerRefused(Refused):
    """The Constitution does not let this proposer bring a bill of this kind."""


@dataclass(frozen=True)
class TitleFacts:
    """One name of a bill in one language, "th" or "en"."""

    kind: TitleKind
    text: str
    lang: str = "th"


@dataclass(frozen=True)
class BillFacts:
    """What is known of a bill beside its steps; `merged_into_id` and `predecessor_id` are ids
    of the database."""

    kind: BillKind
    proposer_kind: ProposerKind
    titles: tuple[TitleFacts, ...]
    proposer_name: str = ""
    signatures: int | None = None
    acceptance_number: str = ""
    gazette_volume: str = ""
    gazette_part: str = ""
    gazette_page: str = ""
    gazette_on: date | None = None
    gazette_url: str = ""
    predecessor_id: int | None = None
    merged_into_id: int | None = None


LANGUAGES = ("th", "en")
COLUMNS = (
    "kind", "proposer_kind", "proposer_name", "signatures", "acceptance_number", "gazette_volume",
    "gazette_part", "gazette_page", "gazette_on", "gazette_url", "predecessor_id",
    "merged_into_id",
)  # fmt: skip


def add_bill(facts: BillFacts, staff_id: int | None) -> Bill:
    """Add a bill without any step yet. Raises ProposerRefused."""
    _check_proposer(facts)
    with transaction():
        bill = _new_bill(facts)
        bill.added_by = staff_id
        audit.record(staff_id, "bills.add_bill", bill.public_id)
        events.bill_added.send("bills", bill_id=bill.id)
    return bill


def change_bill(public_id: str, facts: BillFacts, staff_id: int | None) -> Bill:
    """Change what is known of a bill beside its steps.

    Raises BillNotFound, ProposerRefused, and StepRefused where a bill of the new kind could not
    have taken the steps recorded.
    """
    _check_proposer(facts)
    with transaction():
        bill = get_bill(public_id)
        try:
            follow(facts.kind, bill.log())
        except StepNotAllowed as why:
            raise StepRefused(why) from why
        named = _names(bill)
        if _write(bill, facts):
            bill.record = STAFF
            derive(bill)
            _tell_rename(bill, named, staff_id)
            audit.record(staff_id, "bills.change_bill", bill.public_id)
            events.bill_changed.send("bills", bill_id=bill.id)
    return bill


def add_or_update_bill(
    source_key: str, facts: BillFacts, entries: list[StepEntry], record: str
) -> tuple[Bill, Outcome]:
    """Take a bill in from a record of this name, with the record's steps; no event is sent but that
    it is new or a known bill got another name, the import tells of the rest at its end.

    Two records may tell of one bill: each only adds to what the other told. Steps that this record
    told before and tells no more are withdrawn, never deleted; what staff entered stays. What is
    left out between steps is marked as an exception. Raises StepRefused for steps that a bill of
    this kind never takes or that run backwards.
    """
    with transaction():
        bill = db.session.scalar(select(Bill).where(Bill.source_key == source_key))
        if bill is None:
            bill, is_new = _new_bill(facts, source_key), True
        else:
            facts, is_new = _joined(bill, facts, record), False
        named = {} if is_new else _names(bill)
        try:
            changed = _write(bill, facts) | match_steps(bill, entries, record)
            changed |= lapse_with_houses(bill)
        except StepNotAllowed as why:
            raise StepRefused(why) from why
        if bill.record not in (STEPS, STAFF):
            bill.record = record
        if changed or is_new:
            derive(bill)
            _tell_rename(bill, named, None)
            if is_new:
                events.bill_imported.send("bills", bill_id=bill.id)
    if is_new:
        return bill, "new"
    return bill, "changed" if changed else "unchanged"


def _joined(bill: Bill, facts: BillFacts, record: str) -> BillFacts:
    """What is known of the bill and what the record tells, together: where both tell, the record
    counts, unless staff changed the facts, or it tells only a stage of a bill known more fully."""
    kept = [TitleFacts(title.kind, title.text, title.lang) for title in bill.titles]
    weaker = bill.record == STAFF or (record == STAGES and bill.record != STAGES)
    first, second = (kept, facts.titles) if weaker else (facts.titles, kept)
    named = {(title.kind, title.lang) for title in first}
    more = [title for title in second if (title.kind, title.lang) not in named]
    values = {
        name: getattr(bill, name)
        for name in COLUMNS
        if getattr(facts, name) in (None, "") or (weaker and getattr(bill, name) not in (None, ""))
    }
    return replace(facts, titles=(*first, *more), **values)


def _new_bill(facts: BillFacts, source_key: str | None = None) -> Bill:
    bill = Bill(
        source_key=source_key,
        kind=facts.kind,
        proposer_kind=facts.proposer_kind,
        added_at=clock.now(),
        changed_at=clock.now(),
        titles=[],
        steps=[],
    )
    db.session.add(bill)
    _write(bill, facts)
    db.session.flush()
    return bill


def _names(bill: Bill) -> dict[str, str]:
    """The names that the bill has of its own, by language."""
    return {lang: bill.name(lang) for lang in LANGUAGES if bill.name_lang(lang) == lang}


def _tell_rename(bill: Bill, named: dict[str, str], by: int | None) -> None:
    """Announce that names became others; the number and the year that come with the enactment make
    no other name."""
    now = _names(bill)
    before = {
        lang: name
        for lang, name in named.items()
        if title_stem(name) != title_stem(now.get(lang, name))
    }
    if before:
        events.bill_renamed.send("bills", bill_id=bill.id, before=before, by=by)


def _check_proposer(facts: BillFacts) -> None:
    if not may_propose(facts.kind, facts.proposer_kind):
        raise ProposerRefused(f"{facts.proposer_kind} proposes no {facts.kind}")


def _write(bill: Bill, facts: BillFacts) -> bool:
    """Write the facts; gives whether anything differed."""
    changed = False
    for name in COLUMNS:
        if getattr(bill, name) != getattr(facts, name):
            setattr(bill, name, getattr(facts, name))
            changed = True
    wanted = [(title.kind, title.lang, title.text) for title in facts.titles]
    if sorted((title.kind, title.lang, title.text) for title in bill.titles) != sorted(wanted):
        bill.titles = [
            BillTitle(
                kind=kind, lang=lang, text=text, folded=fold_title(text), stem=title_stem(text)
            )
            for kind, lang, text in wanted
        ]
        changed = True
    return changed
