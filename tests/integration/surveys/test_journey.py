"""An officer builds, opens, closes and reports a survey in the browser; people answer it there."""

import csv
import io
import os

import pypdf
import pytest

from tests.support.page import PageClient
from tests.support.page_rules import words
from webapp.extensions import db
from webapp.listening import service as listening
from webapp.shared import outbox
from webapp.shared.settings import settings
from webapp.surveys.models import Survey, SurveyResponse
from webapp.surveys.rules.questions import Kind

DESK = "/en/staff/surveys"
FACTS = {
    "kind": "service",
    "title_th": "งานรับเรื่องราวร้องทุกข์",
    "title_en": "Receiving petitions",
    "intro_th": "เพื่อปรับปรุงบริการ",
    "intro_en": "So that the service gets better",
}
QUESTIONS = [
    {"kind": "scale", "measure": "satisfaction", "aspect": "staff"},
    {"kind": "single", "choices_th": "ใช่\nไม่ใช่", "choices_en": "Yes\nNo"},
    {"kind": "multiple", "choices_th": "เสียง\nเบรลล์", "choices_en": "Sound\nBraille"},
    {"kind": "number"},
    {"kind": "text", "optional": "y"},
]


def do(officer, deed, **typed):
    if deed == "question":
        typed = {"measure": "other", "aspect": "", "condition": "", **typed}
    return officer.post(f"{DESK}/1?do={deed}", {f"{deed}-{k}": v for k, v in typed.items()})


def build(officer, **facts) -> Survey:
    officer.post(f"{DESK}/new", {**FACTS, **facts})
    for number, typed in enumerate(QUESTIONS, 1):
        do(officer, "question", **typed, th=f"คำถาม {number}", en=f"Question {number}")
    do(officer, "bank", key="s7")
    do(officer, "open")
    return db.session.query(Survey).one()


def answers(survey: Survey, point: int = 4) -> dict[str, object]:
    typed = {
        Kind.SCALE: str(point),
        Kind.SINGLE: "0",
        Kind.MULTIPLE: ["0", "1"],
        Kind.NUMBER: "๑๒",
        Kind.TEXT: "รอนานมาก",
    }
    return {f"q{question.id}": typed[question.kind] for question in survey.questions}


def answer_as_a_new_person(app, survey, start="", point=4):
    person = PageClient(app.test_client())
    person.post(f"{start}/surveys/{survey.key}")
    person.post(person.path, answers(survey, point))
    assert person.path.endswith("/hand-in")
    person.post(person.path, {"segment": "citizen"})
    assert person.path.endswith("/thanks")
    return person


def test_an_officer_builds_opens_closes_and_reports_a_survey(app, officer, clock):
    survey = build(officer)
    assert words(officer.get(f"{DESK}/1").h1) == "Open for answers: Receiving petitions"
    for number in range(6):
        answer_as_a_new_person(app, survey, ["", "/en"][number % 2], 5 if number else 4)
    outbox.drain()
    do(officer, "close")
    outbox.drain()
    shown = officer.get(f"/en/surveys/{survey.key}/results")
    sentence = words(shown.select_one("#whole").find_next("p"))
    assert sentence.startswith("100.00 percent of the answers of 6 people")
    cells = [
        words(cell) for cell in shown.select_one("section[aria-labelledby=whole]").select("td")
    ]
    assert sentence.split()[0] in cells
    assert sentence.split()[0] in words(shown.select_one(".bar-chart"))
    file = officer.client.get(f"/surveys/{survey.key}/results.csv?lang=en").text
    rows = list(csv.reader(io.StringIO(file.lstrip("\ufeff"))))
    assert [sentence.split()[0]] == [row[3] for row in rows if row[0] == "Satisfaction in all"]
    assert "รอนานมาก" in words(officer.get(f"{DESK}/1/words").main)
    # What told one person from another is gone.
    db.session.expire_all()
    assert db.session.query(Survey).one().salt is None
    assert {r.person_key for r in db.session.query(SurveyResponse)} == {None}


def test_the_results_are_a_tagged_pdf_with_the_same_figures(app, officer, clock):
    survey = build(officer)
    for _number in range(5):
        answer_as_a_new_person(app, survey)
    outbox.drain()
    answer = officer.client.get(f"/surveys/{survey.key}/results.pdf?lang=en")
    assert answer.mimetype == "application/pdf"
    reader = pypdf.PdfReader(io.BytesIO(answer.data))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("en")
    text = " ".join("".join(page.extract_text() for page in reader.pages).split())
    assert "100.00" in text
    assert text.index("Of all quarters together.") < text.index("Satisfaction in all")
    assert text.index("How this is computed") > text.index("100.00")
    # It is set once: the file that was kept is what the next one gets, until it says another thing.
    [kept] = settings().forms_dir.rglob("*.pdf")
    assert kept.read_bytes() == answer.data
    kept.write_bytes(b"kept")
    assert officer.client.get(f"/surveys/{survey.key}/results.pdf?lang=en").data == b"kept"
    other = officer.client.get(f"/surveys/{survey.key}/results.pdf?lang=en&quarter=2569-2").data
    assert "Of quarter 2" in " ".join(
        "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(other)).pages).split()
    )
    # What is more than two days old is swept in the night, as no form is kept under its name.
    os.utime(kept, (0, 0))
    listening.sweep()
    assert len(list(settings().forms_dir.rglob("*.pdf"))) == 1
    assert not kept.exists()


def test_one_person_answers_once_and_may_go_on_later(app, page, officer, clock):
    survey = build(officer, one_a_page="y")
    page.post(f"/en/surveys/{survey.key}")
    token_page = page.path
    page.post(token_page, {f"q{survey.questions[0].id}": "4"})
    # Another visit by the same browser goes on at the second question.
    page.post(f"/en/surveys/{survey.key}")
    assert page.path == token_page
    assert "Question 2 of 6" in words(page.get(token_page).h1)
    for question in survey.questions[1:]:
        page.post(
            f"{token_page}?question={question.place}",
            {f"q{question.id}": answers(survey)[f"q{question.id}"]},
        )
    page.post(page.path, {})
    again = page.post(f"/en/surveys/{survey.key}", {})
    assert "You have answered this survey" in words(again.main)


@pytest.mark.parametrize("start", ["", "/en"])
def test_what_is_missing_is_said_and_nothing_is_lost(app, page, officer, clock, start):
    survey = build(officer)
    page.post(f"{start}/surveys/{survey.key}")
    back = page.post(page.path, {f"q{survey.questions[3].id}": "twelve"})
    assert len(back.select(".error-summary li")) == 5
    assert back.select_one(f"#q{survey.questions[3].id}")["value"] == "twelve"


def branching(officer):
    """A survey with one question a page, the second of those only who say yes to the first."""
    officer.post(f"{DESK}/new", {**FACTS, "one_a_page": "y"})
    do(officer, "question", **QUESTIONS[1], th="ก", en="First")
    first = db.session.query(Survey).one().questions[0]
    do(officer, "question", kind="text", th="ข", en="Only yes", condition=f"{first.id}:0")
    do(officer, "question", kind="number", th="ค", en="Third")
    do(officer, "open")
    return db.session.query(Survey).one(), first


def test_a_branch_is_asked_of_those_only_whom_it_is_for(page, officer, clock):
    survey, first = branching(officer)
    page.post(f"/en/surveys/{survey.key}")
    shown = page.post(page.path, {f"q{first.id}": "1"})
    assert "Third" in words(shown.main)


def test_the_way_back_leads_over_what_was_not_asked(page, officer, clock):
    survey, first = branching(officer)
    page.post(f"/en/surveys/{survey.key}")
    token_page = page.path
    shown = page.post(token_page, {f"q{first.id}": "1"})
    assert "Question 3 of 3" in words(shown.h1)
    back = shown.select_one(f"main a[href*='{token_page}?']")
    assert "Question 1 of 3" in words(page.get(back["href"]).h1)


def test_an_answer_sent_again_from_the_first_page_changes_the_first_question(page, officer, clock):
    survey, first = branching(officer)
    page.post(f"/en/surveys/{survey.key}")
    sent_to = page.get(page.path).select_one("main form")["action"]
    page.post(sent_to, {f"q{first.id}": "1"})
    # As after the browser's own way back.
    shown = page.post(sent_to, {f"q{first.id}": "0"})
    assert "Question 2 of 3" in words(shown.h1)


@pytest.mark.parametrize("start", ["", "/en"])
def test_a_page_of_one_question_begins_at_it_or_at_what_is_wrong(page, officer, clock, start):
    survey, first = branching(officer)
    page.post(f"{start}/surveys/{survey.key}")
    (focus,) = page.get(page.path).select("[autofocus]")
    assert focus.select_one(f"fieldset#q{first.id} legend")
    (focus,) = page.post(page.path, {}).select("[autofocus]")
    assert focus["class"] == ["error-summary"]


def test_the_last_page_has_every_answer_and_what_is_changed_leads_back_to_it(page, officer, clock):
    survey, first = branching(officer)
    page.post(f"/en/surveys/{survey.key}")
    for typed in ({f"q{first.id}": "1"}, {f"q{survey.questions[2].id}": "๑๒"}):
        page.post(page.get(page.path).select_one("main form")["action"], typed)
    last = page.get(page.path)
    assert page.path.endswith("/hand-in")
    assert [words(said) for said in last.select("main dd > div")] == ["No", "12"]
    to_change = last.select_one("main dd a")["href"]
    again = page.post(to_change, {f"q{first.id}": "0"})
    # The branch is asked now; what was answered already is not asked again.
    assert "Question 2 of 3" in words(again.h1)
    page.post(page.path, {f"q{survey.questions[1].id}": "ข้อความ"})
    assert page.path.endswith("/hand-in")


def test_what_was_answered_in_a_page_open_for_too_long_is_still_there(page, officer, clock):
    survey = build(officer)
    page.post(f"/en/surveys/{survey.key}")
    text = next(question for question in survey.questions if question.kind == Kind.TEXT)
    sent = {**answers(survey), f"q{text.id}": "รอนานมาก", "csrf_token": "old"}
    answer = page.client.post(page.path, data=sent)
    assert answer.status_code == 400
    assert "The form was open for too long" in answer.text
    assert "รอนานมาก</textarea>" in answer.text
    assert answer.text.count(" checked") == 5


def test_staff_enter_paper_and_interviews_with_notes(app, officer, clock):
    survey = build(officer)
    form = do(officer, "entry", channel="interview")
    assert "Notes of the interview" in words(form.main)
    officer.post(
        officer.path, {**answers(survey), "about-segment": "senator", "about-notes": "บันทึก"}
    )
    kept = db.session.query(SurveyResponse).one()
    assert (kept.channel, kept.segment, kept.notes, kept.person_key) == (
        "interview",
        "senator",
        "บันทึก",
        None,
    )


def test_an_address_has_a_qr_code_for_each_point_of_service(app, officer, clock):
    officer.post(f"{DESK}/services", {"th": "งานร้องทุกข์", "en": "Petitions"})
    officer.post(f"{DESK}/services?service=1", {"th": "เคาน์เตอร์", "en": "Counter"})
    survey = build(officer, service="1")
    desk = officer.get(f"{DESK}/1")
    assert len(desk.select("img.qr")) == 2
    drawing = officer.client.get(f"{DESK}/1/qr.svg?point=1")
    assert drawing.mimetype == "image/svg+xml"
    assert f"/surveys/{survey.key}?via=link&point=1" in words(desk.main)


@pytest.mark.parametrize("path", ["", "/new", "/services", "/bank", "/1", "/1/facts", "/1/words"])
def test_every_page_of_the_desk_is_whole_in_both_languages(officer, clock, path):
    officer.post(f"{DESK}/new", FACTS)
    officer.both(f"/staff/surveys{path}")
