"""Bills, votes, people and Parliament's calendar from files of public records."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

from thai_text.clean import clean
from webapp.bills import log_records, service
from webapp.bills.rules.kinds import House
from webapp.bills.rules.sessions import SessionKind
from webapp.shared.importing import Lines, Outcome, RecordFile, Row, RowRefused, read_json_lines

CHAMBERS = {"house": House.HOUSE, "senate": House.SENATE, "joint": House.JOINT}


def take_bill(row: Row) -> Outcome:
    """A bill with its steps: told step by step (`steps`), or by its stage and two dates."""
    told = log_records.read_log(row) if "steps" in row else log_records.read_stage(row)
    try:
        bill, outcome = service.add_or_update_bill(
            told.source_key, told.facts, told.entries, told.record
        )
    except service.StepRefused as refused:
        raise RowRefused(f"its steps cannot stand: {refused.why.reason}") from refused
    linked = sum(service.link_vote(vote, bill) for vote in told.votes)
    linked += service.link_senate_votes(bill)
    return "changed" if linked and outcome == "unchanged" else outcome


def bill_rows(file: Path) -> Lines:
    """The rows of bills, those merged into another last: the other must be there to be named."""
    rows = list(read_json_lines(file))
    yield from sorted(rows, key=lambda numbered: _is_merged(numbered[1]))


def _is_merged(row: Row | str) -> bool:
    if isinstance(row, str):
        return False
    return bool(row.get("stage") == "merged" or row.get("merged_into"))


def take_vote(row: Row) -> Outcome:
    """A vote with its counts. Where all counts are nought the record has none; whether the Senate
    passed a thing is not told reliably in these records, so it is left open."""
    chamber = CHAMBERS.get(str(row.get("chamber")))
    if chamber is None:
        raise RowRefused(f"'chamber' is {row.get('chamber')!r}; use house, senate or joint")
    counts = {name: row.get(name) for name in ("approve", "disapprove", "abstain", "absent")}
    if not any(counts.values()):
        counts = dict.fromkeys(counts)
    sheets = [document.get("url", "") for document in row.get("documents") or ()]
    facts = service.VoteFacts(
        on=log_records.day_of(row, "date"),
        chamber=chamber,
        title=clean(log_records.text_of(row, "official_title", "title")),
        reading=int(row["reading"]) if row.get("reading") in ("1", "2", "3") else None,
        passed=row.get("passed") if chamber is not House.SENATE else None,
        source=str(row.get("source") or ""),
        source_url=next(iter(sheets), ""),
        **counts,
    )
    try:
        return service.keep_vote(log_records.text_of(row, "id"), facts)
    except service.VoteRefused as refused:
        raise RowRefused(str(refused)) from refused


def listed_rows(name: str, shared: tuple[str, ...]) -> Callable[[Path], Lines]:
    """A reader of one JSON object whose list `name` holds the rows; each row is given the object's
    own `shared` fields too."""

    def rows(file: Path) -> Lines:
        data = json.loads(file.read_text(encoding="utf-8"))
        given = {field: data.get(field) for field in shared}
        for number, row in enumerate(data[name], 1):
            yield number, {**given, **row}

    return rows


def take_senator(row: Row) -> Outcome:
    """A member of the Senate; known by name, for numbers in a list move when somebody leaves it."""
    full_name = clean(log_records.text_of(row, "full_name"))
    offices = {clean(str(who)): what for what, who in (row.get("officers") or {}).items()}
    facts = service.MemberFacts(
        full_name=full_name,
        first_name=clean(log_records.text_of(row, "first_name")),
        last_name=clean(str(row.get("last_name") or "")),
        prefix=clean(str(row.get("title") or "")),
        group_number=row.get("group_no"),
        group_name=clean(str(row.get("group") or "")),
        office=offices.get(full_name, ""),
        source="senate.go.th",
        source_url=str(row.get("source_page") or ""),
    )
    return service.keep_member(f"senator-13:{facts.first_name} {facts.last_name}", facts)


def take_committee(row: Row) -> Outcome:
    """A standing committee of the Senate."""
    facts = service.CommitteeFacts(
        number=int(row["no"]),
        name=clean(log_records.text_of(row, "name")),
        short_name=clean(str(row.get("short") or "")),
        keywords=tuple(clean(str(word)) for word in row.get("keywords") or ()),
    )
    return service.keep_committee(f"committee-13:{facts.number}", facts)


def take_session(row: Row) -> Outcome:
    """A session of Parliament: `opens`, `closes` (the last day, or null), `kind`, `source`."""
    kind = str(row.get("kind") or SessionKind.ORDINARY)
    if kind not in set(SessionKind):
        raise RowRefused(f"'kind' is {kind!r}; use one of {', '.join(SessionKind)}")
    facts = service.SessionFacts(
        opens=log_records.day_of(row, "opens"),
        closes=log_records.day_of(row, "closes") if row.get("closes") else None,
        kind=SessionKind(kind),
        source=str(row.get("source") or ""),
        source_url=str(row.get("source_url") or ""),
    )
    try:
        return service.keep_session(facts)
    except service.SessionRefused as refused:
        raise RowRefused(str(refused)) from refused


def take_holiday(row: Row) -> Outcome:
    """A public holiday; only those on which government offices are closed are kept."""
    on: date = log_records.day_of(row, "date")
    if not row.get("government_closed"):
        return "unchanged"
    return service.keep_holiday(
        on,
        clean(log_records.text_of(row, "name_th")),
        str(row.get("name_en") or ""),
        str(row.get("source") or ""),
    )


SENATORS = listed_rows("senators", ("officers", "source_page"))
HOLIDAYS = listed_rows("holidays", ("source",))
# Votes before bills: a bill's record names the votes that were on it.
IMPORTERS = [
    RecordFile("parliament_sessions.jsonl", take_session),
    RecordFile("holidays_th_2024_2028.json", take_holiday, HOLIDAYS),
    RecordFile("government_holidays.json", take_holiday, HOLIDAYS),
    RecordFile("senators_2567.json", take_senator, SENATORS),
    RecordFile("senate_committees.json", take_committee, listed_rows("committees", ())),
    RecordFile("vote_events.jsonl", take_vote),
    RecordFile("bills.jsonl", take_bill, bill_rows),
]
