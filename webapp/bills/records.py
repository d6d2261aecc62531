"""Bills, votes, people and Parliament's calendar from files of public records.

docs/import-formats.md says what a row of each file holds and when it is refused.
"""

import gzip
import json
from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import Any

from thai_text.clean import clean, clean_name
from webapp.bills import service
from webapp.bills.log_records import read_bill
from webapp.bills.rules.kinds import House
from webapp.bills.rules.sessions import SessionKind
from webapp.shared.importing import Lines, Outcome, RecordFile, Row, RowRefused, read_json_lines
from webapp.shared.record_fields import address_of, count_of, day_of, day_or_none, text_of

CHAMBERS = {"house": House.HOUSE, "senate": House.SENATE, "joint": House.JOINT}
COUNTS = ("approve", "disapprove", "abstain", "no_vote", "absent")
HOUSE_LOG, SENATE_LOG = "they-work-for-us/votelog", "they-work-for-us/senate_votelog"
GROUPS = range(1, 21)


def bill_rows(file: Path) -> Lines:
    """The rows of bills, those merged into another last: the other must be there to be named."""
    rows = list(read_json_lines(file))
    yield from sorted(rows, key=lambda numbered: _is_merged(numbered[1]))


def _is_merged(row: Row | str) -> bool:
    return not isinstance(row, str) and row.get("stage") == "merged"


def take_bill(row: Row) -> Outcome:
    """A bill with its steps, or with the stage that it has reached."""
    told = read_bill(row)
    try:
        bill, outcome = service.add_or_update_bill(
            told.source_key, told.facts, told.entries, told.record
        )
    except service.StepRefused as refused:
        raise RowRefused(
            f"the step {refused.why.step} cannot stand: {refused.why.reason}"
        ) from refused
    joined = [vote for vote in told.votes if service.name_vote(bill, vote)]
    return "changed" if joined and outcome == "unchanged" else outcome


def take_vote(row: Row) -> Outcome:
    """A vote with its counts, and the bills it was on where the record names them."""
    chamber = CHAMBERS.get(str(row.get("chamber")))
    if chamber is None:
        raise RowRefused(f"'chamber' is {row.get('chamber')!r}; use house, senate or joint")
    key, names = text_of(row, "id"), row.get("bill_ids")
    sheets = [address_of(document, "url") for document in row.get("documents") or ()]
    counts = _counts(row)
    facts = service.VoteFacts(
        on=day_of(row, "date"),
        chamber=chamber,
        title=clean(text_of(row, "official_title", "title")),
        reading=int(row["reading"]) if row.get("reading") in ("1", "2", "3") else None,
        passed=_passed(row),
        source=str(row.get("source") or ""),
        source_url=next(iter(sheets), ""),
        **counts,
    )
    try:
        bills = [service.bill_by_source(name) for name in names] if names else None
        return _joined(key, service.keep_vote(key, facts, bills))
    except service.BillNotFound as missing:
        raise RowRefused(f"a bill in 'bill_ids' is not known: {missing}") from missing
    except service.VoteRefused as refused:
        raise RowRefused(str(refused)) from refused


def _joined(key: str, outcome: Outcome) -> Outcome:
    """What became of a vote, once it is joined by its title where no record names its bills."""
    vote = service.vote_by_source(key)
    if vote is not None and service.join_by_title(vote) and outcome == "unchanged":
        return "changed"
    return outcome


def _counts(row: Row) -> dict[str, int | None]:
    """The counts; all nought means that none were recorded. One source keeps those present without
    a vote under `absent`."""
    counts = {name: count_of(row, name) for name in COUNTS}
    if not any(counts.values()) and not row.get("total"):
        return dict.fromkeys(COUNTS)
    if row.get("source") == HOUSE_LOG and row.get("no_vote") is None:
        counts["no_vote"], counts["absent"] = counts["absent"], None
    return counts


def _passed(row: Row) -> bool | None:
    """Whether it was passed; one source always says no, which tells nothing."""
    if row.get("source") == SENATE_LOG and not row.get("bill_ids"):
        return None
    passed = row.get("passed")
    return passed if isinstance(passed, bool) else None


def listed_rows(name: str, key: str, shared: tuple[str, ...] = ()) -> Callable[[Path], Lines]:
    """A reader of one JSON object whose list `name` holds the rows, numbered from 1. No two may
    have the same `key` and differ; each row is given the object's own `shared` fields."""

    def rows(file: Path) -> Lines:
        try:
            data = _object_with(name, file)
        except ValueError as error:
            yield 1, str(error)
            return
        given = {field: data[field] for field in shared if data.get(field)}
        seen: dict[str, Row] = {}
        for number, row in enumerate(data[name], 1):
            if not isinstance(row, dict):
                yield number, "not a JSON object"
            elif seen.setdefault(str(row.get(key)), row) != row:
                yield number, f"{key!r} is {row.get(key)!r}, as in a row before"
            else:
                yield number, {**given, **row}

    return rows


def _object_with(name: str, file: Path) -> dict[str, Any]:
    """The JSON object in a file, compressed or not. Raises ValueError where it has no such list."""
    opener = gzip.open if file.suffix == ".gz" else open
    try:
        with opener(file, "rt", encoding="utf-8") as text:
            data = json.load(text)
    except ValueError as error:
        raise ValueError(f"not valid JSON: {error}") from error
    if not isinstance(data, dict) or not isinstance(data.get(name), list):
        raise ValueError(f"not a JSON object with a list {name!r}")
    return data


def take_senator(row: Row) -> Outcome:
    """A member of the Senate; known by name, for numbers in a list move when somebody leaves it."""
    _number(row, "no")
    if row.get("group_no") is not None and row["group_no"] not in GROUPS:
        raise RowRefused(f"'group_no' is {row['group_no']!r}; use a number from 1 to 20")
    prefix = clean_name(str(row.get("title") or ""))
    first, last = clean_name(text_of(row, "first_name")), clean_name(text_of(row, "last_name"))
    full_name = clean_name(str(row.get("full_name") or ""))
    facts = service.MemberFacts(
        full_name=full_name,
        first_name=first,
        last_name=last,
        prefix=prefix,
        group_number=row.get("group_no"),
        group_name=clean(str(row.get("group") or "")),
        office=clean(str(row.get("office") or "")),
        source=clean(str(row.get("source") or "senate.go.th")),
        source_url=address_of(row, "source_page"),
    )
    return service.keep_member(f"senator-13:{first} {last}", facts)


def take_committee(row: Row) -> Outcome:
    """A standing committee of the Senate, and its members where the record tells them."""
    seats = [_seat_in(one) for one in row.get("members") or ()]
    facts = service.CommitteeFacts(
        number=_number(row, "no"),
        name=clean(text_of(row, "name")),
        name_en=str(row.get("name_en") or ""),
        short_name=clean(str(row.get("short") or "")),
        keywords=tuple(clean(str(word)) for word in row.get("keywords") or ()),
        source=clean(str(row.get("source") or "")),
    )
    key = f"committee-13:{facts.number}"
    outcome = service.keep_committee(key, facts)
    if not seats:
        return outcome
    seated = service.keep_seats(service.committee_by_source(key), seats)
    return seated if outcome == "unchanged" else outcome


def _seat_in(told: object) -> tuple[service.Member, str]:
    if not isinstance(told, dict):
        raise RowRefused("'members' is a list of JSON objects with 'name' and 'role'")
    found = service.members_named(text_of(told, "name"))
    if len(found) != 1:
        raise RowRefused(f"'name' is {told.get('name')!r}; use the name of one member")
    return found[0], clean(str(told.get("role") or ""))


def take_session(row: Row) -> Outcome:
    """A session of Parliament."""
    kind = row.get("kind")
    if kind not in set(SessionKind):
        raise RowRefused(f"'kind' is {kind!r}; use one of {', '.join(SessionKind)}")
    facts = service.SessionFacts(
        opens=day_of(row, "opens"),
        closes=day_or_none(row, "closes"),
        kind=SessionKind(kind),
        source=clean(text_of(row, "source")),
        certain=_flag(row, "certain"),
        note=clean(str(row.get("note") or "")),
    )
    try:
        return service.keep_session(facts)
    except service.SessionRefused as refused:
        raise RowRefused(str(refused)) from refused


def take_holiday(row: Row) -> Outcome:
    """A public holiday; only those on which government offices are closed are kept."""
    on, name = day_of(row, "date"), clean(text_of(row, "name_th"))
    closed, source = _flag(row, "government_closed"), str(row.get("source") or "")
    known = next((day for day in service.list_holidays() if day.on == on), None)
    told_by_another = known is not None and known.source != source
    if not closed:
        # Only who said that offices close may say that they do not.
        if known is None or told_by_another:
            return "unchanged"
        return "changed" if service.remove_holiday(on, None) else "unchanged"
    facts = service.HolidayFacts(
        on=on,
        # Two sources word a special day differently: the first to name it is kept.
        name_th=known.name_th if known is not None and told_by_another else name,
        name_en=str(row.get("name_en") or ""),
        source=source,
        certain=row.get("certain"),
    )
    return service.keep_holiday(facts)


def take_house_end(row: Row) -> Outcome:
    """A day on which the House ended or was dissolved: what it had not finished lapses."""
    source = clean(text_of(row, "source"))
    return service.keep_house_end(day_of(row, "on"), source, address_of(row, "source_url"))


def take_sitting(row: Row) -> Outcome:
    """A sitting with the bills on its order paper, each by the id of its record."""
    chamber = row.get("chamber")
    if chamber not in CHAMBERS:
        raise RowRefused(f"'chamber' is {chamber!r}; use house, senate or joint")
    keys = row.get("bill_ids") or []
    if not isinstance(keys, list):
        raise RowRefused("'bill_ids' is a list of ids of bills")
    try:
        begins = time.fromisoformat(str(row["begins"])) if row.get("begins") else None
        meant = frozenset(service.bill_by_source(str(key)).id for key in keys)
    except ValueError:
        raise RowRefused(f"'begins' is {row['begins']!r}; write it like 09:30") from None
    except service.BillNotFound as missing:
        raise RowRefused(str(missing)) from missing
    facts = service.SittingFacts(
        chamber=CHAMBERS[chamber],
        on=day_of(row, "on"),
        begins=begins,
        bill_ids=meant,
        source=clean(str(row.get("source") or "")),
        source_url=address_of(row, "source_url"),
        cancelled=row.get("cancelled") is True,
    )
    return service.keep_sitting(text_of(row, "id"), facts)


def _number(row: Row, name: str) -> int:
    value = row.get(name)
    if type(value) is not int:
        raise RowRefused(f"{name!r} is {value!r}; use a whole number")
    return value


def _flag(row: Row, name: str) -> bool:
    value = row.get(name)
    if not isinstance(value, bool):
        raise RowRefused(f"{name!r} is {value!r}; use true or false")
    return value


HOLIDAYS = listed_rows("holidays", "date", ("source",))
SENATORS = listed_rows("senators", "no", ("source", "source_page"))
COMMITTEES = listed_rows("committees", "no", ("source",))
# Votes after bills: a vote's record names the bills that it was on.
IMPORTERS = [
    RecordFile("sessions.json", take_session, listed_rows("sessions", "opens")),
    RecordFile("house_ends.json", take_house_end, listed_rows("house_ends", "on")),
    RecordFile("holidays_th_2024_2028.json", take_holiday, HOLIDAYS),
    RecordFile("holidays.json", take_holiday, HOLIDAYS),
    RecordFile("senators_2567.json", take_senator, SENATORS),
    RecordFile("members.json", take_senator, SENATORS),
    RecordFile("senate_committees.json", take_committee, COMMITTEES),
    RecordFile("committees.json", take_committee, COMMITTEES),
    RecordFile("bills.jsonl", take_bill, bill_rows),
    RecordFile("vote_events.jsonl", take_vote),
    RecordFile("sittings.json", take_sitting, listed_rows("sittings", "id")),
]
