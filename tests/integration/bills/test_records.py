"""Bills and votes from files of records: twice without harm, nothing swallowed."""

import json
from datetime import date

import pytest

from tests.support.record_files import give, reasons
from webapp.bills import service
from webapp.bills.rules.stages import StageFamily

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
    assert bill.family is StageFamily.LAW


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


def test_stages_under_way_and_acts_get_no_day_that_the_record_does_not_tell(app, tmp_path):
    enacted = {**BILL, "id": "lw-0002", "stage": "enacted"}
    refused = {**BILL, "id": "lw-0003", "stage": "lapsed_pm_refused"}

    give(tmp_path, "bills.jsonl", [BILL, enacted, refused])

    submitted = ("submitted_house", date(2021, 11, 3))
    assert log_of("lw-0001") == [submitted, ("house_r1_accepted", None)]
    assert log_of("lw-0002") == [submitted, ("gazetted", None)]
    assert log_of("lw-0003") == [submitted, ("pm_refused", date(2022, 2, 1))]


def test_a_vote_is_not_joined_to_a_bill_that_no_house_can_have_voted_on(app, tmp_path):
    rows = [{**BILL, "stage": "money_bill_certification"}]
    (tmp_path / "bills.jsonl").write_text(json.dumps(rows[0]), encoding="utf-8")

    give(tmp_path, "vote_events.jsonl", [VOTE])

    assert list(service.votes_of(service.bill_by_source("lw-0001"))) == []


def test_a_vote_is_joined_to_the_act_of_its_title_though_the_day_of_the_act_is_not_told(
    app, tmp_path
):
    rows = [{**BILL, "stage": "enacted"}]
    (tmp_path / "bills.jsonl").write_text(json.dumps(rows[0]), encoding="utf-8")

    give(tmp_path, "vote_events.jsonl", [VOTE])

    assert len(service.votes_of(service.bill_by_source("lw-0001"))) == 1


def test_a_vote_is_joined_to_none_of_two_bills_of_one_title(app, tmp_path):
    rows = [TOLD, {**TOLD, "id": "lw-0002", "steps": TOLD["steps"][:2]}]
    give(tmp_path, "bills.jsonl", rows)

    give(tmp_path, "vote_events.jsonl", [{**VOTE, "id": "v-9"}])

    assert service.vote_by_source("v-9").bills == []
