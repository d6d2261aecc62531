"""How many requests for another form were answered in time: told to all so that nobody is known."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest

from tests.integration.listening.asking import MONDAY
from tests.support.databases import both_databases
from webapp.bills import service as bills
from webapp.listening import service
from webapp.listening.rules.request_figures import Ending
from webapp.listening.rules.requests import WantedForm
from webapp.listening.service import request_figures

PAGE, DESK = "/forms/request/figures", "/staff/form-requests/figures"
LATER = datetime(2026, 4, 20, 3, tzinfo=UTC)


@pytest.fixture
def asked(app, clock):
    """Let so many ask for a form on a Monday; `days` after it they are answered, None for never."""

    def asked(count: int, wanted=WantedForm.CD, days: float | None = 0, at=MONDAY) -> list[int]:
        ids = []
        for _one in range(count):
            clock.moment = at
            asking = service.Asking(wanted, "ก", "th")
            request, _code = service.ask_for_form(asking, app.config["SECRET_KEY"])
            ids.append(request.id)
            if days is not None:
                clock.moment = at + timedelta(days=days)
                settle(request.id)
        return ids

    return asked


def settle(request_id: int) -> None:
    service.take_up_request(request_id, 1)
    service.settle_request(request_id, 1, True, "ส่งแล้ว")


def table(page, caption: str) -> list[list[str]]:
    """The rows of the table with this caption, the newest quarter or the first form on top."""
    (found,) = [one for one in page.select("table") if caption in one.caption.text]
    return [
        [cell.text.strip() for cell in row.select("th, td")] for row in found.select("tbody tr")
    ]


def rows_of(answer) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))


@both_databases
def test_each_time_that_somebody_asked_is_counted_once_by_what_became_of_it(asked, officer, clock):
    asked(2, WantedForm.CD, 1)
    asked(1, WantedForm.CD, 2)
    asked(1, WantedForm.LARGE_PRINT, None)
    (again,) = asked(1, WantedForm.OTHER, 0)
    clock.moment = MONDAY + timedelta(days=7)
    service.write_words(again, "ยังไม่ถึง", again=True)
    (quarter,) = request_figures.staff_figures()
    endings = {key: dict(count.endings) for key, count in quarter.forms.items()}
    assert endings == {
        "cd": {Ending.IN_TIME: 2, Ending.LATE: 1},
        "large-print": {Ending.OVERDUE: 1},
        "other": {Ending.IN_TIME: 1, Ending.OPEN: 1},
    }
    assert quarter.whole.percent == 60


def test_what_is_answered_at_night_is_of_the_day_in_bangkok(asked, officer):
    """An hour before midnight of Tuesday, and an hour after it, when it is Tuesday still in UTC."""
    asked(1, days=1 + 13 / 24)
    asked(1, days=1 + 15 / 24)
    (quarter,) = request_figures.staff_figures()
    assert quarter.whole.endings == {Ending.IN_TIME: 1, Ending.LATE: 1}


def test_the_day_counts_to_which_a_holiday_moved_it(asked, officer, clock):
    (waits,) = asked(1, days=None)
    bills.keep_holiday(bills.HolidayFacts(on=(MONDAY + timedelta(days=1)).date(), name_th="หยุด"))
    service.recount_requests()
    clock.moment = MONDAY + timedelta(days=2)
    settle(waits)
    assert request_figures.staff_figures()[0].whole.endings == {Ending.IN_TIME: 1}


def test_fewer_than_five_are_shown_to_nobody_but_staff(asked, officer, page):
    asked(4)
    thai, english = page.both(PAGE)
    assert "fewer than 5 asked" in english.select_one(".lead").text
    assert "น้อยกว่า 5" in thai.select_one(".lead").text
    assert table(english, "by quarter")[0][1:] == ["–"] * 6
    assert rows_of(page.client.get(f"{PAGE}.csv")) == []
    desk = officer.get(f"/en{DESK}")
    assert table(desk, "by quarter")[0][1:] == ["4", "4", "0", "0", "0", "100.00"]
    assert table(desk, "by form")[0][:2] == ["Sound on a CD", "4"]


def test_everybody_sees_the_whole_of_a_quarter_with_five(asked, officer, page):
    asked(3)
    asked(1, days=2)
    asked(1, WantedForm.LARGE_PRINT, None)
    thai, english = page.both(PAGE)
    assert table(english, "by quarter")[0][1:] == ["5", "3", "1", "1", "0", "75.00"]
    assert "asked for 5 times" in english.select_one(".lead").text
    assert "75.00 percent" in english.select_one(".lead").text
    assert "75.00" in thai.select_one(".lead").text


def test_of_forms_nothing_is_told_while_the_quarter_runs_or_one_waits(asked, officer, page, clock):
    waits = asked(1, days=None)
    asked(5)
    assert "once the quarter is over" in page.get(f"/en{PAGE}").main.text
    clock.moment = LATER
    assert "once the quarter is over" in page.get(f"/en{PAGE}").main.text
    settle(waits[0])
    assert table(page.get(f"/en{PAGE}"), "each form") == [
        ["Sound on a CD", "6", "0 to 4", "at least 33.33"]
    ]


def test_forms_of_few_are_put_together_and_late_ones_told_in_steps(asked, officer, page, clock):
    asked(10)
    asked(2, days=2)
    asked(4, WantedForm.LARGE_PRINT)
    asked(3, WantedForm.SIGN_LANGUAGE, 2)
    clock.moment = LATER
    (quarter, _now) = page.get(f"/en{PAGE}").select("nav[aria-label=Quarters] a")[1::-1]
    told = table(page.get(quarter["href"]), "each form")
    assert told == [
        ["Sound on a CD", "12", "0 to 4", "at least 66.67"],
        ["Forms that few asked for, together", "7", "0 to 4", "at least 42.86"],
    ]
    assert told == table(page.get(f"/en{PAGE}"), "each form")
    rows = rows_of(page.client.get(f"{PAGE}.csv"))
    assert [(row["form"], row["asked"], row["late"]) for row in rows] == [
        ("all", "19", "5"),
        ("cd", "12", ""),
        ("together", "7", ""),
    ]
    assert [row["late_or_overdue_at_most"] for row in rows] == ["5", "4", "4"]
    staff = rows_of(officer.client.get(f"{DESK}.csv"))
    assert {row["form"]: row["late"] for row in staff if row["quarter"] == "2"} == {
        "all": "5",
        "cd": "2",
        "large-print": "0",
        "sign-language": "3",
    }


def test_where_none_was_late_that_is_told_of_each_form(asked, officer, page, clock):
    asked(5)
    asked(5, WantedForm.BRAILLE_PAPER)
    clock.moment = LATER
    thai, english = page.both(PAGE)
    assert [row[2:] for row in table(english, "each form")] == [["0", "100.00"]] * 2
    assert "อักษรเบรลล์บนกระดาษ" in thai.main.text


def test_the_figures_are_linked_where_a_newcomer_looks(page, officer):
    for start in ("/forms", "/complaints/statistics", "/forms/request"):
        for shown, prefix in zip(page.both(start), ("", "/en"), strict=True):
            assert shown.main.select_one(f"a[href='{prefix}{PAGE}']"), start
    for shown in officer.both("/staff/form-requests"):
        assert shown.main.select_one(f"a[href$='{DESK}']")


def test_the_figures_for_staff_are_for_staff(page):
    page.get(f"/en{DESK}")
    assert page.path.startswith("/en/account/sign-in")
    assert page.client.get(f"{DESK}.csv").status_code == 302
