"""A bill that an import brings is news to who follows a search, however old its steps are."""

import json

import pytest

from tests.support.databases import both_databases
from tests.support.followers import follows, told
from tests.support.record_files import give
from webapp.extensions import db
from webapp.following import service
from webapp.following.models import News
from webapp.following.service import NewsKind, Subject, SubjectKind, Wish
from webapp.search import service as search
from webapp.search.jobs import read_pages
from webapp.shared import outbox
from webapp.shared.importing import history

pytestmark = pytest.mark.usefixtures("clock")


def record(number, *days):
    """A bill with a step on each day: it was submitted, then put on the agenda."""
    kinds = ("submitted_house", "house_agenda_placed")
    steps = [{"kind": kinds[place], "on": on, "source": "บันทึก"} for place, on in enumerate(days)]
    return {
        "id": f"lw-{number:04}", "title": f"ร่างพระราชบัญญัติสหกรณ์ ฉบับที่ {number} พ.ศ. ....",
        "kind": "bill", "proposer_type": "cabinet", "steps": steps,
    }  # fmt: skip


def bring(folder, *records):
    give(folder, "bills.jsonl", list(records))
    outbox.drain()


@both_databases
def test_an_old_bill_that_is_new_here_is_told_once_to_who_follows_a_search(app, tmp_path):
    follows("nok@example.org", "search", typed="สหกรณ์", filters={"kind": "bill"})
    follows("dam@example.org", "search", typed="ประมง")
    follows("ple@example.org", "search", typed="สหกรณ์", kinds=frozenset({NewsKind.STEP}))
    for _time in range(2):
        bring(tmp_path, record(1, "2020-01-05"))
    assert told() == [("found", "nok")]
    (news,) = db.session.query(News).filter_by(kind=NewsKind.FOUND)
    thai, english = (service.tell(news, lang) for lang in ("th", "en"))
    assert "ใหม่ในเว็บไซต์นี้" in thai.what
    assert "new here" in english.what
    assert english.meaning
    assert (thai.page.url[-10:], english.page.url[-13:]) == ("/bills/b-1", "/en/bills/b-1")
    wish = Wish(Subject(SubjectKind.SEARCH, typed="สหกรณ์"))
    assert [one.fact for one in service.preview(wish).happenings] == [news.fact]


def test_it_is_told_before_the_search_has_it(app, tmp_path, monkeypatch):
    monkeypatch.setattr("webapp.search.sources.rebuild", lambda tells: 0)
    follows("nok@example.org", "search", typed="สหกรณ์")
    bring(tmp_path, record(1, "2020-01-05"))
    assert not search.entries_of("b-1")
    assert told() == [("found", "nok")]


@pytest.mark.parametrize(
    ("days", "heard"),
    [(["2020-01-05", "2026-02-27"], "step"), (["2020-01-05"], "found"), ([], "found")],
)
def test_a_new_bill_is_told_by_a_step_of_these_days_or_as_new(app, tmp_path, days, heard):
    follows("nok@example.org", "search", typed="สหกรณ์")
    bring(tmp_path, record(1, *days))
    assert told() == [(heard, "nok")]


def test_members_and_bills_without_steps_that_fill_the_site_are_told_to_nobody(app, tmp_path):
    app.extensions["searched_pages"] = {"home.show_privacy": "page"}
    read_pages()
    follows("nok@example.org", "search", typed="", filters={"kind": "member"})
    follows("dam@example.org", "search", typed="สหกรณ์")
    member = {"no": 1, "first_name": "สมหญิง", "last_name": "ตัวอย่างดี", "group_no": 3}
    with history():
        give(tmp_path, "senators_2567.json", {"senators": [member]})
        give(tmp_path, "bills.jsonl", [record(1)])
    outbox.drain()
    assert told() == []
    give(tmp_path, "senators_2567.json", {"senators": [{**member, "last_name": "ใจดี"}]})
    bring(tmp_path, record(1), record(2))
    assert sorted(told()) == [("found", "dam"), ("found", "nok")]


def test_bills_of_past_years_that_fill_the_site_are_told_to_nobody(app, tmp_path):
    follows("nok@example.org", "search", typed="สหกรณ์")
    rows = [record(1, "2020-01-05"), record(2, "2020-01-05")]
    (tmp_path / "bills.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = app.test_cli_runner().invoke(args=["import", str(tmp_path), "--history"])
    assert "new 2" in done.output
    outbox.drain()
    assert told() == []
    # Another step of long ago is no news of a bill that was known.
    bring(tmp_path, record(1, "2020-01-05", "2020-02-05"))
    assert told() == []
