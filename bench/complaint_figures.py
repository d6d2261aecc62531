"""How fast the pages of complaints' figures are with many messages, on PostgreSQL.

`python -m bench.complaint_figures`: 100,000 messages over three fiscal years, nine in ten of them
answered, a fifth with a root cause; a private PostgreSQL. Each page is asked for by one reader, in
this process, from the request to the last byte; the pages for staff are an officer's.
"""

import argparse
import gc
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from sqlalchemy import Table, func, select, text

from tests.support.client import SeparateClient
from tests.support.complaint_register import at, keep_case
from tests.support.databases import make_tables, settings
from tests.support.page import PageClient
from tests.support.postgres import private_postgres
from webapp import create_app
from webapp.accounts import service as accounts
from webapp.complaints import report_words
from webapp.complaints.models import (
    CaseFinding,
    Complaint,
    ComplaintStep,
    ComplaintTally,
    ComplaintVerdict,
    RootCause,
)
from webapp.complaints.service import figures, reports, tallies
from webapp.extensions import db
from webapp.shared import clock
from webapp.shared.site import Site

PUBLIC = "/complaints/statistics"
STAFF = "/staff/complaints/statistics"
SPAN = "1095 days"
# By the number of a message: kinds, channels, bureaux and topics of different size.
DRAWN = {
    "kind": "(ARRAY['complaint','complaint','suggestion','comment','compliment','petition'])",
    "channel": "(ARRAY['web','web','telephone','line','email','paper','facebook','in_person'])",
    "bureau": "(ARRAY['technology','technology','public_relations','central'])",
}
CAUSES = 12


def main() -> None:
    """Read the arguments, fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--requests", type=int, default=40, help="of each page")
    asked = parser.parse_args()
    try:
        with private_postgres() as url, tempfile.TemporaryDirectory() as folder:
            config = settings(Path(folder), url)
            make_tables(config)
            app = create_app(config)
            app.test_client_class = SeparateClient
            with app.app_context():
                fill(asked.messages)
                count()
                report_id = issue()
                gc.collect()
                gc.freeze()  # As gunicorn.conf.py does with what stays.
                show(app, report_id, asked.requests)
                db.session.remove()
                db.engine.dispose()
    except LookupError as missing:
        print(f"complaint figures: {missing}")
        sys.exit(0)


def copies(table: Table, values: dict[str, str], rows: str) -> None:
    """Copy the first row of a table for each of `rows`, with these values by SQL instead."""
    names = [c.name for c in table.columns if not (c.primary_key and c.name not in values)]
    taken = ", ".join(values.get(name, f"one.{name}") for name in names)
    db.session.execute(
        text(  # Nothing here comes from outside.
            f"INSERT INTO {table.name} ({', '.join(names)}) SELECT {taken} FROM {rows}"  # noqa: S608
        )
    )


def fill(count: int) -> None:
    """The messages, each with its course; a fifth with what was learned from it."""
    began = time.perf_counter()
    keep_case(at(date(2026, 1, 5)))
    for number in range(1, CAUSES + 1):
        db.session.add(RootCause(name_th=f"เหตุ {number}", name_en=f"Cause {number}"))
    db.session.commit()
    came = f"now() - interval '{SPAN}' * (n::float / {count})"
    drawn = {
        name: f"{array}[1 + (n * 7919 + {place}) % array_length({array}, 1)]"
        for place, (name, array) in enumerate(DRAWN.items())
    }
    done = f"{came} + interval '1 day' * (n % 7)"
    is_done = "n % 10 <> 0"
    copies(
        table_of(Complaint),
        {
            **drawn, "id": "n", "receipt_fingerprint": "'bench ' || n", "received_at": came,
            "entered_at": came, "counted_from": came, "topic": "'topic' || n % 20",
            "state": f"CASE WHEN {is_done} THEN 'answered' ELSE 'acknowledged' END",
            "first_reply_at": f"CASE WHEN {is_done} THEN {done} END",
            "due_on": f"({came} + interval '5 days')::date",
        },
        f"complaints one, generate_series(2, {count}) n WHERE one.id = 1",
    )  # fmt: skip
    for state, moment, which in (
        ("received", came, "true"),
        ("acknowledged", came, "true"),
        ("answered", done, is_done),
    ):
        copies(
            table_of(ComplaintStep),
            {"complaint_id": "n", "state": f"'{state}'", "at": moment},
            f"complaint_steps one, generate_series(2, {count}) n WHERE one.id = 1 AND {which}",
        )
    db.session.add(
        CaseFinding(
            complaint_id=1, root_cause_id=1, cause="เหตุ", changed="แก้", found_at=clock.now()
        )
    )
    db.session.flush()
    copies(
        table_of(CaseFinding),
        {
            "complaint_id": "n", "root_cause_id": f"1 + (n / 5) % {CAUSES}",
            "place": "'ที่ ' || n % 50", "place_key": "'ที่ ' || n % 50",
        },
        f"complaint_findings one, generate_series(5, {count}, 5) n"
        " WHERE one.complaint_id = 1 AND n % 10 <> 0",
    )  # fmt: skip
    db.session.commit()
    db.session.execute(text("ANALYZE"))
    db.session.commit()
    kept = db.session.scalar(select(func.count(Complaint.id)))
    print(f"{kept:,} messages in the register after {time.perf_counter() - began:.0f} s")


def table_of(model: type[db.Model]) -> Table:
    table = model.__table__
    if not isinstance(table, Table):
        raise TypeError(model)
    return table


def count() -> None:
    """Judge and count everything, then once more what is open."""
    for what in ("everything judged and counted", "four times an hour: what is open, again"):
        began = time.perf_counter()
        tallies.count_figures()
        tallies.count_ended_quarters()
        print(f"{what}: {time.perf_counter() - began:.1f} s")
    open_ones = select(func.count()).where(ComplaintVerdict.is_open)
    rows = select(func.count()).select_from(ComplaintTally)
    print(f"open: {db.session.scalar(open_ones):,}; tallies: {db.session.scalar(rows):,}")


def issue() -> int:
    """Issue the report on the newest quarter that is over."""
    quarter = reports.may_be_prepared(figures.quarters_counted())[0]
    report = reports.prepare_report(quarter, None)
    reports.send_report(report.id, None)
    reports.note_considered(report.id, clock.today(), "", None)
    began = time.perf_counter()
    reports.issue_report(report.id, report_words.content_of, None)
    print(f"a quarter's report is counted and frozen: {time.perf_counter() - began:.1f} s")
    return report.id


def show(app: Site, report_id: int, requests: int) -> None:
    """Print how long each page takes."""
    secret, password = app.config["SECRET_KEY"], "a long password"
    invited = accounts.create_staff("bench@example.org", secret)
    accounts.accept_invitation(invited, secret, password)
    officer = PageClient(app.test_client())
    officer.post("/en/account/sign-in", {"email": "bench@example.org", "password": password})
    addresses = {
        "the public figures, this quarter": PUBLIC,
        "the public figures, all quarters": f"{PUBLIC}?quarter=all",
        "the public figures as CSV, all": f"{PUBLIC}.csv",
        "the public figures as JSON, all": f"{PUBLIC}.json",
        "the ways in, by use": "/complaints/channels",
        "an issued report": f"/complaints/reports/{report_id}",
        "the hash of a report, computed anew": f"/complaints/reports/{report_id}/check",
        "the figures for staff, this quarter": STAFF,
        "the figures for staff, all quarters": f"{STAFF}?quarter=all",
        "the figures for staff as CSV, all": f"{STAFF}.csv",
        "what messages taught": "/staff/complaints/learning",
    }
    print("| page | kB | p50 ms | p95 ms | p95 of this process's own work |\n|---|---|---|---|---|")
    for name, address in addresses.items():
        size, taken, busy = 0, [], []
        for _request in range(requests + 2):
            began, worked = time.perf_counter(), time.process_time()
            answer = officer.client.get(address)
            taken.append((time.perf_counter() - began) * 1000)
            busy.append((time.process_time() - worked) * 1000)
            if answer.status_code != 200:
                raise RuntimeError(f"{address}: {answer.status}")
            size = len(answer.data)
        slow = statistics.quantiles(taken[2:], n=20)[-1]
        middle, own = statistics.median(taken[2:]), statistics.quantiles(busy[2:], n=20)[-1]
        print(f"| {name} | {size / 1000:.0f} | {middle:.0f} | {slow:.0f} | {own:.0f} |")


if __name__ == "__main__":
    main()
