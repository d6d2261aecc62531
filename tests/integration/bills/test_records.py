"""Bills, votes, people and the calendar from files of records: twice without harm, all told."""

import json
from datetime import date
from pathlib import Path

import pytest

from webapp.bills import service
from webapp.bills.models import GovernmentHoliday, ParliamentSession, VoteEvent
from webapp.bills.rules.stages import StageFamily as F
from webapp.extensions import db
from webapp.shared.importing import import_folder, read_json_lines

SAMPLE = Path(__file__).parents[3] / "sample"
KINDS_OF_FILE = (
    "sessions.json",
    "holidays.json",
    "members.json",
    "committees.json",
    "bills.jsonl",
    "vote_events.jsonl",
)
BILL = {
    "id": "lw-0001",
    "title": "ร่างพระราชบัญญัติโคนม (ฉบับที่ ..) พ.ศ. ....",
    "kind": "bill",
    "proposer_type": "cabinet",
    "proposed_on": "2021-11-03",
    "last_event_on": "2022-02-01",
    "stage": "house_r2",
}
TOLD = {
    **BILL,
    "nickname": "โคนม",
    "title_en": "Dairy cattle",
    "titles": [
        {"kind": "draft", "title": BILL["title"]},
        {"kind": "enacted", "title": "พระราชบัญญัติโคนม (ฉบับที่ 2) พ.ศ. 2565"},
    ],
    "gazette": {"volume": 139, "part": "66 ก", "page": "43", "date": "2022-10-25"},
    "steps": [
        {"on": "2021-11-03", "kind": "submitted_house", "source": "ทะเบียน"},
        {"on": "2022-02-02", "kind": "house_r3_approved", "source": "บันทึก", "vote_id": "v-1"},
        {"on": None, "kind": "senate_r3_amended", "source": "ข่าว", "note": "ไม่บอกวันที่"},
        {"on": "2022-10-25", "kind": "gazetted", "source": "ราชกิจจานุเบกษา"},
    ],
}
VOTE = {
    "id": "v-1",
    "title": "โคนม วาระที่ 3",
    "official_title": BILL["title"],
    "date": "2022-02-02",
    "chamber": "house",
    "reading": "3",
    "passed": True,
    "approve": 300,
    "disapprove": 10,
    "abstain": 2,
    "absent": 1,
    "total": 313,
    "source": "they-work-for-us/votelog",
}
STAGE_FAMILIES = {
    "citizen_signature": {F.PREPARING},
    "pre_submission": {F.PREPARING},
    "money_bill_certification": {F.HOUSE},
    "house_agenda": {F.HOUSE},
    # One draft of voters was sent back to be written anew: the record's own words say so.
    "house": {F.HOUSE, F.PREPARING},
    "house_r2": {F.HOUSE},
    # One bill was returned by the King and not confirmed; its record still says "senate".
    "senate": {F.SENATE, F.ENDED},
    "parliament_approved": {F.APPROVED},
    "enacted": {F.LAW, F.APPROVED},
    "rejected_house_r1": {F.ENDED},
    "rejected_house": {F.ENDED},
    "rejected_joint_r1": {F.ENDED},
    "merged": {F.ENDED},
    "withdrawn": {F.ENDED},
    "struck_out": {F.ENDED},
    "lapsed": {F.ENDED},
    "lapsed_pm_refused": {F.ENDED},
}


def give(folder, name, rows):
    """Write one file of records and import its folder."""
    if name.endswith(".jsonl"):
        text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    else:
        text = json.dumps(rows, ensure_ascii=False)
    (folder / name).write_text(text, encoding="utf-8")
    return next(report for report in import_folder(folder, quiet=True) if report.name == name)


def reasons(report):
    return [why for _line, why in report.refused]


def link_all(folder, source, *names):
    for name in names:
        found = next(f for f in (source / name, source / f"{name}.gz") if f.exists())
        (folder / found.name).symlink_to(found)


def log_of(key):
    bill = service.bill_by_source(key)
    return [(step.kind.value, step.on) for step in bill.steps if step.withdrawn_at is None]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"title": " "}, "title"),
        ({"kind": "poem"}, "poem"),
        ({"proposer_type": "passer_by"}, "passer_by"),
        ({"stage": "lost"}, "lost"),
        ({"proposed_on": "2022-22-02"}, "2022-22-02"),
        ({"last_event_on": "2021-11-02"}, "2021-11-02"),
        ({"steps": [{"on": None, "kind": "flown", "source": "s"}]}, "flown"),
        ({"steps": [{"on": None, "kind": "submitted_house"}]}, "source"),
        ({"steps": [{"on": "2021-11-03", "kind": "joint_r1_accepted", "source": "s"}]}, "joint"),
    ],
)
def test_a_wrong_bill_is_refused_with_the_value_and_the_next_is_taken(app, tmp_path, wrong, told):
    report = give(tmp_path, "bills.jsonl", [{**BILL, **wrong}, {**BILL, "id": "lw-0002"}])

    assert (report.new, len(report.refused)) == (1, 1)
    assert report.refused[0][0] == 1
    assert told in reasons(report)[0]
    with pytest.raises(service.BillNotFound):
        service.bill_by_source("lw-0001")


def test_steps_that_go_back_in_time_are_refused(app, tmp_path):
    steps = [
        {"on": "2022-02-02", "kind": "house_r1_accepted", "source": "s"},
        {"on": "2022-02-01", "kind": "house_r3_approved", "source": "s"},
    ]

    report = give(tmp_path, "bills.jsonl", [{**BILL, "steps": steps}])

    assert len(report.refused) == 1


def test_a_bill_with_steps_is_taken_with_all_that_its_row_tells(app, tmp_path):
    give(tmp_path, "bills.jsonl", [TOLD])

    bill = service.bill_by_source("lw-0001")
    assert bill.name("th") == "พระราชบัญญัติโคนม (ฉบับที่ 2) พ.ศ. 2565"
    assert (bill.name("en"), bill.name_lang("en")) == ("Dairy cattle", "en")
    assert bill.nicknames() == ["โคนม"]
    assert (bill.gazette_volume, bill.gazette_part, bill.gazette_page) == ("139", "66 ก", "43")
    assert bill.gazette_on == date(2022, 10, 25)
    assert log_of("lw-0001") == [
        ("submitted_house", date(2021, 11, 3)),
        ("house_r3_approved", date(2022, 2, 2)),
        ("senate_r3_amended", None),
        ("gazetted", date(2022, 10, 25)),
    ]
    assert bill.steps[2].note == "ไม่บอกวันที่"
    assert bill.family is F.LAW


def test_the_day_on_which_the_senate_received_a_bill_is_a_step_of_its_log(app, tmp_path):
    row = {**TOLD, "senate_received_on": "2022-02-08", "senate_received_source": "หนังสือส่ง"}
    give(tmp_path, "bills.jsonl", [row])

    received = [
        step for step in service.bill_by_source("lw-0001").steps if step.kind == "senate_received"
    ]

    assert [(step.on, step.source) for step in received] == [(date(2022, 2, 8), "หนังสือส่ง")]


def test_names_with_a_sara_am_in_two_pieces_are_mended(app, tmp_path):
    give(tmp_path, "bills.jsonl", [{**BILL, "title": "ร่างพระราชบัญญัติน้ํามัน พ.ศ. ...."}])

    assert service.bill_by_source("lw-0001").name() == "ร่างพระราชบัญญัติน้ำมัน พ.ศ. ...."


@pytest.mark.parametrize("first", ["told", "stage"])
def test_a_row_with_only_a_stage_destroys_nothing_of_a_fuller_one(app, tmp_path, first):
    told, stage = tmp_path / "told", tmp_path / "stage"
    told.mkdir()
    stage.mkdir()
    poorer = {**BILL, "title": BILL["title"], "signatures": 12000}
    order = [(told, TOLD), (stage, poorer)]
    for folder, row in order if first == "told" else reversed(order):
        give(folder, "bills.jsonl", [row])

    bill = service.bill_by_source("lw-0001")
    assert [kind for kind, _on in log_of("lw-0001")] == [s["kind"] for s in TOLD["steps"]]
    assert bill.name() == "พระราชบัญญัติโคนม (ฉบับที่ 2) พ.ศ. 2565"
    assert bill.signatures == 12000
    for folder, row in order * 2:
        assert give(folder, "bills.jsonl", [row]).unchanged == 1


def test_a_changed_row_replaces_what_it_said_before_and_the_old_step_stays_marked(app, tmp_path):
    give(tmp_path, "bills.jsonl", [TOLD])
    corrected = [*TOLD["steps"][:3], {**TOLD["steps"][3], "on": "2022-10-26"}]

    report = give(tmp_path, "bills.jsonl", [{**TOLD, "steps": corrected}])

    assert report.changed == 1
    assert log_of("lw-0001")[-1] == ("gazetted", date(2022, 10, 26))
    assert [s.on for s in service.bill_by_source("lw-0001").steps if s.withdrawn_at] == [
        date(2022, 10, 25)
    ]


def test_a_merged_bill_is_linked_to_its_main_bill_wherever_that_stands(app, tmp_path):
    merged = {**BILL, "stage": "merged", "merged_group": "2"}
    give(tmp_path, "bills.jsonl", [merged, {**BILL, "id": "lw-0002"}])

    main = service.bill_by_source("lw-0002")
    assert [bill.source_key for bill in service.merged_bills(main)] == ["lw-0001"]


def test_a_vote_is_joined_to_the_bills_that_it_names(app, tmp_path):
    (tmp_path / "bills.jsonl").write_text(json.dumps(TOLD), encoding="utf-8")

    report = give(tmp_path, "vote_events.jsonl", [{**VOTE, "bill_ids": ["lw-0001"], "no_vote": 4}])

    assert report.new == 1
    votes = service.votes_of(service.bill_by_source("lw-0001"))
    assert [(v.approve, v.disapprove, v.abstain, v.reading) for v in votes] == [(300, 10, 2, 3)]


def test_a_vote_without_bills_is_joined_by_the_one_equal_title(app, tmp_path):
    (tmp_path / "bills.jsonl").write_text(json.dumps(TOLD), encoding="utf-8")
    vote = {**VOTE, "id": "v-9", "official_title": "ร่างพระราชบัญญัติโคนม (ฉบับที่ ๒) พ.ศ. ๒๕๖๕"}

    give(tmp_path, "vote_events.jsonl", [vote])

    assert len(service.votes_of(service.bill_by_source("lw-0001"))) == 1


def test_counts_that_are_all_nought_are_not_recorded(app, tmp_path):
    nought = dict.fromkeys(("approve", "disapprove", "abstain", "absent", "total"), 0)

    give(tmp_path, "vote_events.jsonl", [{**VOTE, **nought}])

    assert not service.vote_by_source("v-1").has_counts


def test_those_present_without_a_vote_are_not_called_absent(app, tmp_path):
    give(tmp_path, "vote_events.jsonl", [VOTE])

    assert service.vote_by_source("v-1").absent is None


def test_whether_the_senate_passed_a_thing_is_not_taken_from_its_old_list(app, tmp_path):
    row = {
        **VOTE,
        "chamber": "senate",
        "passed": False,
        "source": "they-work-for-us/senate_votelog",
    }

    give(tmp_path, "vote_events.jsonl", [row])

    assert service.vote_by_source("v-1").passed is None


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"date": None}, "date"),
        ({"chamber": "street"}, "street"),
        ({"approve": -1}, "-1"),
        ({"approve": "many"}, "many"),
        ({"bill_ids": ["lw-9999"]}, "lw-9999"),
    ],
)
def test_a_wrong_vote_is_refused_with_the_value(app, tmp_path, wrong, told):
    report = give(tmp_path, "vote_events.jsonl", [{**VOTE, **wrong}])

    assert len(report.refused) == 1
    assert told in reasons(report)[0]
    assert service.vote_by_source("v-1") is None


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


@pytest.mark.parametrize(
    "wrong",
    [{"no": 1}, {"no": "two"}, {"first_name": " "}, {"last_name": None}, {"group_no": 21}],
)
def test_a_wrong_member_is_refused(app, tmp_path, wrong):
    other = {**SENATOR, "no": 2, "first_name": "สมชาย", **wrong}

    report = give(tmp_path, "members.json", {"senators": [SENATOR, other]})

    assert (report.new, [line for line, _why in report.refused]) == (1, [2])


@pytest.mark.parametrize("wrong", [{"no": 18}, {"no": 19, "name": ""}, {"no": None}])
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


def test_the_whole_sample_is_taken_and_a_second_time_nothing_changes(app, tmp_path):
    link_all(tmp_path, SAMPLE, *KINDS_OF_FILE)

    first = {report.name: report for report in import_folder(tmp_path, quiet=True)}
    second = import_folder(tmp_path, quiet=True)

    assert {name: reasons(report) for name, report in first.items() if report.refused} == {}
    assert [first[name].read for name in KINDS_OF_FILE] == [23, 74, 200, 23, 81, 97]
    assert db.session.query(ParliamentSession).count() == 23
    assert len(service.list_members()) == 200
    assert db.session.query(VoteEvent).count() == 97
    assert [(r.name, r.new, r.changed) for r in second if r.new or r.changed] == []


def test_every_shared_record_is_taken_but_the_two_that_end_before_they_start(
    app, tmp_path, shared_data
):
    link_all(tmp_path, shared_data, "bills.jsonl", "vote_events.jsonl")

    bills, votes = import_folder(tmp_path, quiet=True)
    again = import_folder(tmp_path, quiet=True)

    assert (bills.new, votes.new, votes.refused) == (425, 430, [])
    assert sorted(line for line, _why in bills.refused) == [393, 424]
    assert [(r.new, r.changed) for r in again] == [(0, 0), (0, 0)]


def test_the_stage_of_every_shared_record_is_derived_as_the_record_says(app, tmp_path, shared_data):
    link_all(tmp_path, shared_data, "bills.jsonl")
    import_folder(tmp_path, quiet=True)
    rows = [row for _line, row in read_json_lines(shared_data / "bills.jsonl")]

    strange = []
    for row in rows:
        if row["id"] in ("lw-0393", "lw-0424"):
            continue
        bill = service.bill_by_source(row["id"])
        if bill.family not in STAGE_FAMILIES[row["stage"]]:
            strange.append((row["id"], row["stage"], bill.stage.value))

    assert strange == []


def test_sample_and_shared_records_together_come_to_rest(app, tmp_path, shared_data):
    sample, shared = tmp_path / "sample", tmp_path / "shared"
    sample.mkdir()
    shared.mkdir()
    link_all(sample, SAMPLE, *KINDS_OF_FILE)
    names = ("bills.jsonl", "vote_events.jsonl", "senators_2567.json", "senate_committees.json",
             "holidays_th_2024_2028.json")  # fmt: skip
    link_all(shared, shared_data, *names)
    import_folder(sample, quiet=True)
    kept = {bill.source_key: log_of(bill.source_key) for bill in service.iter_bills()}

    import_folder(shared, quiet=True)

    assert {key: log_of(key) for key in kept} == kept
    assert len(service.list_members()) == 200
    assert db.session.query(GovernmentHoliday).count() > 74 - 10
    reports = [*import_folder(sample, quiet=True), *import_folder(shared, quiet=True)]
    assert [(r.name, r.new, r.changed) for r in reports if r.new or r.changed] == []
