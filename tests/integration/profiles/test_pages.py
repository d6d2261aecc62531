"""The groups that the office serves, their yearly review, and the table of needs."""

import csv
import io
from datetime import timedelta

import pytest
from pypdf import PdfReader

from tests.support.page_rules import words
from webapp.groups.rules.first import FIRST
from webapp.shared import printing

LIST = "/staff/profiles"
GROUPS = [one.key for one in FIRST]
ONE = "/en/staff/profiles/senators"
WRITTEN = {
    "who": "สมาชิกวุฒิสภา", "needs": "Agendas in time", "expectations": "An answer the same day",
    "channels": "LINE", "forms": "Sound", "work": "Notices", "owner": "meetings",
    "kind": "review", "note": "Asked eight senators.",
}  # fmt: skip


def rows(officer, table=LIST + "/table.csv", lang="en"):
    answer = officer.client.get(f"{table}?lang={lang}")
    return list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))


def test_every_group_is_listed_those_of_the_future_too_and_due_at_once(officer, clock):
    for page in officer.both(LIST):
        links = [link["href"] for link in page.main.select("td a, th a")]
        assert len(links) == len(GROUPS)
        assert len(page.main.select("ul li a[href*='profiles/']")) == len(GROUPS)
        assert len(page.main.select("table")) == 2


@pytest.mark.parametrize("key", GROUPS)
def test_each_profile_says_everything_at_first_and_that_nobody_has_looked(officer, clock, key):
    thai, english = officer.both(f"{LIST}/{key}")
    assert len(english.main.select("dl dt")) == 7
    assert not any("ก" <= sign <= "๛" for sign in words(english.main))
    assert "first proposal" in words(english.main)
    assert "ข้อเสนอเริ่มต้น" in words(thai.main)


def test_a_review_moves_the_due_day_by_a_year_and_a_correction_does_not(officer, clock):
    officer.post(ONE, WRITTEN)
    assert "due on 2 March 2027" in words(officer.get(ONE).main)
    clock.moment += timedelta(days=200)
    page = officer.post(ONE, {**WRITTEN, "needs": "Agendas a day before", "kind": "correction"})
    assert "due on 2 March 2027" in words(page.main)
    assert "Agendas a day before" in words(page.main.select_one("dl"))
    told = [words(one) for one in page.main.select("details summary")]
    assert told == ["18 September 2026: correction", "2 March 2026: review"]
    assert "Asked eight senators." in words(page.main.select("details")[1])


def test_an_overdue_review_stands_first(officer, clock):
    for key in GROUPS:
        officer.post(f"/en{LIST}/{key}", WRITTEN)
    assert "reviewed within a year" in words(officer.get("/en" + LIST).main)
    officer.post(ONE, WRITTEN)
    clock.moment += timedelta(days=366)
    due = officer.get("/en" + LIST).main.select("ul li a[href*='profiles/']")
    assert len(due) == len(GROUPS)
    assert "Overdue" in words(due[0].parent)


def test_nothing_written_is_lost_when_something_is_missing(officer, clock):
    page = officer.post(ONE, {**WRITTEN, "needs": " ", "kind": ""})
    assert "Write something under “What they need”." in words(page.select_one(".error-summary"))
    assert page.select_one("#note").text.strip() == "Asked eight senators."
    assert "first proposal" in words(officer.get(ONE).main)


def test_the_table_is_the_same_as_page_csv_and_tagged_pdf(officer, clock):
    officer.post(ONE, WRITTEN)
    thai, english = officer.both(LIST + "/table")
    lines = [[words(one) for one in row.select("th, td")] for row in english.main.select("tr")]
    shown = next(line for line in lines if line[0] == "Senators")
    assert shown[:3] == [
        "Senators",
        "Agendas in time",
        "An answer the same day",
    ]
    assert shown in [line[1:] for line in rows(officer)]
    assert len(rows(officer)) == len(GROUPS) + 3 + 5
    if printing.unavailable():
        pytest.skip("print needs Pango")
    set_once = officer.client.get(LIST + "/table.pdf?lang=en").data
    assert officer.client.get(LIST + "/table.pdf?lang=en").data == set_once
    file = PdfReader(io.BytesIO(set_once))
    assert file.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "Agendas in time" in " ".join(
        "".join(page.extract_text() for page in file.pages).split()
    )
    officer.post(ONE, {**WRITTEN, "needs": "Agendas the day before"})
    changed = PdfReader(io.BytesIO(officer.client.get(LIST + "/table.pdf?lang=en").data))
    assert "Agendas the day before" in " ".join(
        "".join(page.extract_text() for page in changed.pages).split()
    )


def test_no_such_group_is_no_page(officer):
    officer.get(LIST + "/nobody", 404)
