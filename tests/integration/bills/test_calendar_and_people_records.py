"""Sessions, holidays, members and committees from files of records."""

import gzip
import json
from datetime import date

import pytest

from tests.support.record_files import give
from webapp.bills import service
from webapp.shared.importing import import_folder

SESSION = {
    "opens": "2022-05-22",
    "closes": "2022-09-18",
    "kind": "ordinary",
    "source": "พระราชกฤษฎีกา",
    "certain": True,
}


@pytest.mark.parametrize(
    "wrong",
    [
        {"closes": "2022-05-21"},
        {"kind": "secret"},
        {"source": ""},
        {"opens": "2021-13-01"},
        {"opens": "2021-12-01"},
        {"certain": None},
    ],
)
def test_a_wrong_session_is_refused_and_the_others_stand(app, tmp_path, wrong):
    before = {**SESSION, "opens": "2021-11-01", "closes": "2022-02-28"}

    report = give(tmp_path, "sessions.json", {"sessions": [before, {**SESSION, **wrong}]})

    assert (report.new, [line for line, _why in report.refused]) == (1, [2])


HOLIDAY = {"date": "2026-12-10", "name_th": "วันรัฐธรรมนูญ", "government_closed": True}


def test_only_days_on_which_offices_close_are_kept(app, tmp_path):
    open_day = {**HOLIDAY, "date": "2026-05-01", "government_closed": False}

    give(tmp_path, "holidays.json", {"source": "ประกาศ", "holidays": [HOLIDAY, open_day]})

    kept = service.government_holidays(date(2026, 1, 1), date(2026, 12, 31))
    assert kept == {date(2026, 12, 10)}


@pytest.mark.parametrize(
    "wrong",
    [
        {"name_th": "วันอื่น"},
        {"date": "2026-12-11", "name_th": ""},
        {"date": "2026-12-11", "government_closed": "yes"},
        {"date": "2026-02-30"},
    ],
)
def test_a_wrong_holiday_is_refused(app, tmp_path, wrong):
    report = give(tmp_path, "holidays.json", {"holidays": [HOLIDAY, {**HOLIDAY, **wrong}]})

    assert (report.new, [line for line, _why in report.refused]) == (1, [2])


SENATOR = {
    "no": 1,
    "title": "นาย",
    "first_name": "อํานวย",
    "last_name": "ตัวอย่าง",
    "group": "กลุ่มการศึกษา",
    "group_no": 3,
}


def test_a_member_is_taken_with_a_mended_name_and_its_group(app, tmp_path):
    give(tmp_path, "members.json", {"source": "รายชื่อ", "senators": [SENATOR]})

    (member,) = service.list_members()
    assert (member.full_name, member.group_number) == ("นายอำนวย ตัวอย่าง", 3)


def test_a_name_that_a_dictionary_would_read_as_a_word_stays(app, tmp_path):
    named = {**SENATOR, "first_name": "ชินัทร", "last_name": "สาราญ", "full_name": "นายชินัทร สาราญ"}

    give(tmp_path, "members.json", {"senators": [named]})

    (kept,) = service.members_named("นายชินัทร สาราญ")
    assert (kept.first_name, kept.last_name) == ("ชินัทร", "สาราญ")


@pytest.mark.parametrize(
    "wrong",
    [{"no": 1}, {"no": "two"}, {"first_name": " "}, {"last_name": None}, {"group_no": 21}],
)
def test_a_wrong_member_is_refused(app, tmp_path, wrong):
    other = {**SENATOR, "no": 2, "first_name": "สมชาย", **wrong}

    report = give(tmp_path, "members.json", {"senators": [SENATOR, other]})

    assert (report.new, [line for line, _why in report.refused]) == (1, [2])


def test_offices_and_the_members_of_committees_are_taken(app, tmp_path):
    office = {**SENATOR, "office": "รองประธานวุฒิสภา"}
    other = {**SENATOR, "no": 2, "first_name": "สมชาย"}
    give(tmp_path, "members.json", {"senators": [office, other]})
    row = {"no": 18, "name": "คณะกรรมาธิการการสาธารณสุข"}
    named = [{"name": "นายอำนวย ตัวอย่าง", "role": "ประธาน"}, {"name": "สมชาย ตัวอย่าง"}]
    wrong = {**row, "no": 19, "members": [{"name": "นายไม่มี ตัวอย่าง"}]}
    for seats in (named, named[:1]):
        rows = {"committees": [{**row, "members": seats}, wrong]}
        report = give(tmp_path, "committees.json", rows)
        assert [line for line, _why in report.refused] == [2]
        committee = service.list_committees()[0]
        found = [(seat.member.full_name, seat.role) for seat in committee.seats]
        assert found == [("นายอำนวย ตัวอย่าง", "ประธาน"), ("นายสมชาย ตัวอย่าง", "")][: len(seats)]
    assert service.members_named("อำนวย ตัวอย่าง")[0].office == "รองประธานวุฒิสภา"
    # A record that tells no members says nothing of them.
    give(tmp_path, "committees.json", {"committees": [row]})
    assert len(service.list_committees()[0].seats) == 1


@pytest.mark.parametrize("wrong", [{"name": "อื่น"}, {"no": 19, "name": ""}, {"no": None}])
def test_a_wrong_committee_is_refused(app, tmp_path, wrong):
    row = {"no": 18, "name": "คณะกรรมาธิการการสาธารณสุข", "keywords": ["โรงพยาบาล"]}

    report = give(tmp_path, "committees.json", {"committees": [row, {**row, **wrong}]})

    assert (report.new, [line for line, _why in report.refused]) == (1, [2])


def test_a_file_that_is_no_list_of_records_is_reported_and_stops_nothing(app, tmp_path):
    (tmp_path / "members.json").write_text("{broken", encoding="utf-8")
    (tmp_path / "committees.json").write_text('{"other": []}', encoding="utf-8")

    reports = {r.name: r for r in import_folder(tmp_path, quiet=True)}

    assert len(reports["members.json"].refused) == 1
    assert len(reports["committees.json"].refused) == 1


def test_a_list_may_be_compressed(app, tmp_path):
    with gzip.open(tmp_path / "members.json.gz", "wt", encoding="utf-8") as file:
        json.dump({"senators": [SENATOR]}, file)

    (report,) = import_folder(tmp_path, quiet=True)

    assert (report.new, report.refused) == (1, [])


def test_a_day_that_another_source_named_keeps_its_name_and_stays_closed(app, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    give(first, "holidays.json", {"source": "ประกาศ", "holidays": [HOLIDAY]})
    for change in ({"name_th": "วันหยุดพิเศษ"}, {"government_closed": False}):
        rows = {"source": "อีกแห่ง", "holidays": [{**HOLIDAY, **change}]}
        assert give(second, "holidays.json", rows).unchanged == 1

    assert [day.name_th for day in service.list_holidays()] == ["วันรัฐธรรมนูญ"]


def test_a_day_is_taken_off_when_its_own_source_says_that_offices_open(app, tmp_path):
    for closed in (True, False):
        day = {**HOLIDAY, "government_closed": closed}
        give(tmp_path, "holidays.json", {"source": "ประกาศ", "holidays": [day]})

    assert list(service.list_holidays()) == []
