"""Aspects are counted by one rule: as officers decided, what is only suggested apart."""

import csv
import io

import pytest

from tests.support.page_rules import words
from webapp.needs import service as needs
from webapp.trends import service as trends

REGISTER = "/en/staff/needs"
# What its words suggest is aspect 3, technology.
WEB = "ขอให้เว็บไซต์อ่านออกเสียงสำหรับคนตาบอด"


@pytest.fixture
def senators(officer, enter):
    """Six senators who ask for the same, none of it checked; gives their needs' numbers."""
    return [
        enter(WEB, who="senator", name=f"สมาชิก ตัวอย่าง{n}", heard_on="24/2/2569") for n in range(6)
    ]


def listed(officer, query):
    return len(officer.get(REGISTER + query).select("tbody tr"))


def table(officer):
    """What the table by group says of senators: the aspects, and those not yet checked."""
    answer = officer.client.get("/staff/profiles/table.csv?lang=en").text.removeprefix("\ufeff")
    lines = [line for line in csv.reader(io.StringIO(answer)) if "asked about" in line[0]]
    said = next(line for line in lines if line[1] == "Senators")
    return dict(zip(lines[0][2:], said[2:], strict=True))


def decide(officer, number):
    page = f"{REGISTER}/{number}"
    officer.post(
        f"{page}?do=sort", {"sort-aspect": "TECHNOLOGY", "sort-bureau": ""}, form_page=page
    )


def test_what_is_only_suggested_is_told_apart_on_the_page_of_the_register(officer, senators):
    decide(officer, senators[0])
    shown = officer.get(REGISTER + "?aspect=TECHNOLOGY")
    assert len(shown.select("tbody tr")) == 1
    assert "Suggested, not yet checked: 5" in words(shown.main)
    unchecked = officer.get(shown.select_one("main a[href*='checked=no']")["href"])
    assert len(unchecked.select("tbody tr")) == 5
    assert "no officer has checked it yet" in words(unchecked.main)
    both = officer.get(REGISTER + "?aspect=TECHNOLOGY&checked=any")
    assert len(both.select("tbody tr")) == 6
    assert "what a trend counts" in words(both.main)
    assert "ระบบเสนอ ยังไม่ได้ตรวจ: 5" in words(officer.get("/staff/needs?aspect=TECHNOLOGY").main)


def test_no_name_of_the_address_breaks_the_links(officer, senators):
    officer.get(REGISTER + "?aspect=TECHNOLOGY&endpoint=x&_anchor=y&_method=POST")


def test_who_asks_for_what_counts_as_officers_decided(officer, senators):
    decide(officer, senators[0])
    cells = [
        [words(cell) for cell in row.select("th, td")][1:]
        for row in officer.get(f"{REGISTER}/askings").select("tbody tr")
    ]
    assert cells.count(["0", "0", "1", "0", "0", "0", "0", "0", "1"]) == 1
    assert cells.count(["0", "0", "0", "0", "0", "0", "1", "0", "1"]) == 5


def test_the_table_by_group_and_the_trend_say_the_same(officer, senators):
    name = needs.Aspect.TECHNOLOGY.value.en
    assert table(officer)[name] == "fewer than 5"
    assert table(officer)["Suggested, not yet checked"] == "5+"
    trends.look()
    reading = next(one for one in trends.list_readings() if one.key == "TECHNOLOGY")
    page = f"/en/staff/trends/{reading.id}"
    assert "Suggested, not yet checked: 6" in words(officer.get(page).main)
    for number in senators:
        decide(officer, number)
    assert table(officer)[name] == "5+"
    assert table(officer)["Suggested, not yet checked"] == "fewer than 5"
    assert "Suggested, not yet checked: 0" in words(officer.get(page).main)
    assert listed(officer, "?aspect=TECHNOLOGY") == 6
