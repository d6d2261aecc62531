"""Quotas, versions, ready questions, reports on bills, the list of services, notes of interviews."""

import json
from pathlib import Path

import pytest

from tests.integration.surveys.conftest import SECRET, scale
from tests.support.databases import both_databases
from tests.support.page_rules import words
from tests.support.records import keep_bill
from webapp.extensions import db
from webapp.shared.importing import import_file
from webapp.surveys import events, records, service
from webapp.surveys.models import Survey, SurveyedService
from webapp.surveys.rules.questions import Channel, Kind, SurveyKind

DESK = "/en/staff/surveys"
FACTS = {
    "kind": "bill_report",
    "title_th": "รายงาน",
    "title_en": "Report",
    "intro_th": "ถาม",
    "intro_en": "Asking",
}


@both_databases
def test_no_more_answers_are_taken_than_are_wanted(app, clock, make, answer):
    survey = make(quota=3)
    answer(survey, "one", 5)
    begun = [service.begin(survey, name, service.Arrival(), SECRET) for name in ("two", "three")]
    # A place is kept for each who has begun today.
    with pytest.raises(service.NotOpen):
        service.begin(survey, "four", service.Arrival(), SECRET)
    clock.advance(days=1)
    for name in ("four", "five"):
        answer(survey, name, 5)
    assert service.is_full(survey)
    for response in begun:
        with pytest.raises(service.NotOpen):
            service.finish(response, None, None)
    with pytest.raises(service.NotOpen):
        service.enter(survey, service.Arrival(Channel.PAPER), None)
    assert service.count_responses(survey) == 3


def test_a_full_survey_says_so_and_takes_nothing(page, clock, make, answer):
    survey = make(quota=1)
    answer(survey, "one", 5)
    for shown in page.both(f"/surveys/{survey.key}"):
        assert not shown.main.select_one("form")


def test_a_new_version_goes_on_with_the_series_and_closes_the_one_before(app, clock, make, answer):
    first = make(scale(), scale("ข้อสอง"))
    for number in range(5):
        answer(first, f"p{number}", 5, 5)
    second = service.new_version(first.id, None)
    assert [q.th for q in second.questions] == [q.th for q in first.questions]
    assert (second.version, second.lineage) == (2, first.lineage)
    # What is changed in the draft leaves the version before as it was asked.
    service.remove_question(second.id, second.questions[1].id, None)
    assert len(db.session.get(Survey, first.id).questions) == 2
    clock.advance(days=31)
    service.open_survey(second.id, None)
    assert not service.is_open(db.session.get(Survey, first.id))
    for number in range(5):
        answer(second, f"p{number}", 1)
    figures = service.figures(second)
    assert [(quarter.key, score.percent) for quarter, score in figures.series] == [
        ("2569-2", 100),
        ("2569-3", 0),
    ]
    assert service.figures(first).whole.people == 5


@pytest.mark.parametrize("kind", list(SurveyKind))
def test_a_survey_begins_with_ready_questions_of_its_kind(officer, clock, kind):
    bill = keep_bill().public_id
    officer.post(f"{DESK}/new", {**FACTS, "kind": kind.value, "bill": bill})
    officer.post(f"{DESK}/1?do=ready")
    asked = db.session.query(Survey).one().questions
    assert len(asked) == len(service.ready_questions(kind))
    # What asks for words may be left out.
    assert all(q.is_required == (q.kind != Kind.TEXT) for q in asked)
    if kind == SurveyKind.SERVICE:
        assert len(asked) == 12


def test_a_committees_report_is_rated_on_a_bill_that_exists(officer, page, clock):
    bill = keep_bill()
    for wrong in ("", "b-99", "x"):
        back = officer.post(f"{DESK}/new", {**FACTS, "bill": wrong})
        assert back.select_one(".error-summary a[href='#bill']")
        assert back.select_one("#bill")["value"] == wrong
    officer.post(f"{DESK}/new", {**FACTS, "bill": bill.public_id})
    officer.post(f"{DESK}/1?do=ready")
    officer.post(f"{DESK}/1?do=open")
    survey = db.session.query(Survey).one()
    for shown in page.both(f"/surveys/{survey.key}"):
        assert shown.main.select_one(f"a[href*='/bills/{bill.public_id}']")


def test_thirteen_services_with_their_points_come_along(app, page):
    [kind] = records.IMPORTERS
    file = Path(app.root_path).parent / "sample" / kind.name
    report = import_file(kind, file, quiet=True)
    assert (report.new, report.refused) == (13, [])
    again = import_file(kind, file, quiet=True)
    assert again.unchanged == 13
    listed = service.surveyed_services()
    assert all(service.points_of(one) for one in listed)
    for shown in page.both("/surveys"):
        assert len(shown.main.select("h2 + ul li")) >= 13


def test_a_row_of_services_that_is_wrong_is_refused(app, tmp_path):
    file = tmp_path / "surveyed_services.jsonl"
    rows = [{"th": "ก"}, {"th": "ก", "en": "A", "points": "counter"}, {"th": "ข", "en": "B"}]
    file.write_text("\n".join(json.dumps(row) for row in rows))
    report = import_file(records.IMPORTERS[0], file, quiet=True)
    assert [number for number, _why in report.refused] == [1, 2]
    assert db.session.query(SurveyedService).one().en == "B"


def interview(survey: Survey, note: str) -> None:
    response = service.enter(survey, service.Arrival(Channel.INTERVIEW), None)
    service.keep(response, {q.id: [4] for q in survey.questions}, survey.questions)
    service.finish(response, None, None, note)


def test_notes_of_interviews_are_read_together_once_there_are_five(officer, clock, make):
    survey = make(kind=SurveyKind.INTERVIEW)
    for number in range(4):
        interview(survey, f"บันทึก {number}")
    for shown in officer.both(f"/staff/surveys/{survey.id}/notes"):
        assert "บันทึก 0" not in words(shown.main)
    interview(survey, "บันทึก 4")
    shown = officer.get(f"{DESK}/{survey.id}/notes")
    assert [words(item) for item in shown.main.select("h2 + ul li")] == [
        f"บันทึก {number}" for number in range(5)
    ]
    assert "5 people have been interviewed in fiscal year 2569" in words(shown.main)


def test_what_five_interviewed_people_speak_of_is_told_above_their_notes(officer, clock, make):
    survey = make(kind=SurveyKind.INTERVIEW)
    said = "Five people or more speak of"
    for number in range(4):
        interview(survey, f"รอเอกสารนานมาก ช้า {number}")
        interview(survey, f"เจ้าหน้าที่สุภาพ {number}")
    shown = officer.get(f"{DESK}/{survey.id}/notes")
    assert len(shown.main.select("h2 ~ ul li")) == 8
    assert said.lower() not in words(shown.main).lower()
    interview(survey, "รอคิวนาน")
    thai, english = officer.both(f"/staff/surveys/{survey.id}/notes")
    assert "What five people or more speak of: Time and waiting." in words(english.main)
    assert "ตั้งแต่ห้าคนขึ้นไปพูดถึง" in words(thai.main)


def test_words_are_handed_on_five_at_once_and_without_a_person(app, clock, make, answer):
    survey = make(service.Asked(Kind.TEXT, "ข้อเสนอ", "Suggestions", is_required=False))
    heard = []

    def hear(_sender, **told):
        heard.append(told)

    events.survey_text_given.connect(hear)
    for number in range(5):
        answer(survey, f"p{number}", f"รอนาน {number}")
        assert len(heard) == (5 if number == 4 else 0)
    given = service.text_given(heard[0]["answer_id"])
    assert (given.words, given.survey.id, given.channel) == ("รอนาน 0", survey.id, "link")
    assert set(heard[0]) == {"answer_id", "survey_id", "question_id", "channel"}
    answer(survey, "p5", "รอนาน 5")
    assert len(heard) == 5


def test_all_services_are_shown_together_with_the_published_points_first(page, clock, make, answer):
    listed = service.list_service("งานร้องทุกข์", "Petitions", None)
    survey = make(service_id=listed.id)
    for number in range(5):
        answer(survey, f"p{number}", 5)
    for thai in page.both("/surveys/results?quarter=2569-2"):
        rows = [words(cell) for cell in thai.select("section[aria-labelledby=trend] tbody th")]
        assert len(rows) == 3
        assert all("2561" in row for row in rows[:2])
        assert "82.75" in words(thai.select_one("section[aria-labelledby=trend] .bar-chart"))
    english = page.get("/en/surveys/results")
    assert "100.00 percent of the answers of 5 people" in words(english.main)
    assert words(english.select_one("section[aria-labelledby=service] tbody th")) == "Petitions"
    file = page.client.get("/surveys/results.csv?lang=en").text
    assert all(figure in file for figure in ("82.75", "80.68", "100.00", "Petitions"))
    for wrong in ("2569-9", "x", "9999-1", "๒๕๖๙-2"):
        assert "100.00" in words(page.get(f"/en/surveys/results?quarter={wrong}").main)
