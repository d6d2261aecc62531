"""The pages of trends, notes of policy, and the way from words to an improvement and back."""

import io
from datetime import timedelta

import pytest
from pypdf import PdfReader

from tests.integration.trends.conftest import Hear
from tests.support.complaint_register import keep_case
from tests.support.page_rules import words
from webapp.complaints import service as complaints
from webapp.extensions import db
from webapp.improvement import service as improvement
from webapp.needs import service as needs
from webapp.needs.models import NeedReading
from webapp.shared import outbox, printing
from webapp.shared.settings import settings
from webapp.shared.uploads.vault import site_vault
from webapp.trends import service
from webapp.trends.rules.subjects import Way

PAGE = "/staff/trends"
NOTE = {
    "issue": "Audio books come too late", "options": "More machines, or fewer voices",
    "decision": "Make each book on the day", "owner": "technology", "decided_on": "2/3/2569",
}  # fmt: skip


@pytest.fixture
def rise(officer, hear: Hear, a_year_ago) -> int:
    """The number of the trend of an aspect that rises: 48 times where 20 are usual."""
    a_year_ago()
    for back in range(16):
        hear(12 if back < 4 else 5, back)
    service.look()
    return service.reading_of(Way.ASPECT, "LAW").id


def test_before_the_first_look_the_page_says_so(officer, clock):
    thai, english = officer.both(PAGE)
    assert "Nobody has looked yet" in words(english.main)
    assert "ยังไม่เคยดู" in words(thai.main)


def test_what_rises_is_said_plainly_with_how_sure_it_is(officer, rise):
    thai, english = officer.both(PAGE)
    said = words(english.main.select_one("h2 + ol li"))
    assert "48 times in the last four weeks; about 20 would be usual." in said
    assert "chance alone would show such a rise in at most 1 of" in said
    assert "48 ครั้งในสี่สัปดาห์หลัง ปกติประมาณ 20 ครั้ง" in words(thai.main)
    assert "not heard of in these weeks" in words(english.main)


def test_the_evidence_is_one_click_away_in_the_register(officer, rise):
    listed = officer.get("/en" + PAGE).main.select_one("h2 + ol")
    register = officer.get(listed.select("a[href*='staff/needs']")[0]["href"])
    assert "48 needs." in words(register.main)
    one = officer.get(f"/en{PAGE}/{rise}")
    assert len(one.main.select("ul a[href*='/staff/needs/']")) >= 25
    assert "48 needs." in words(officer.get(one.main.select_one("h2 + p a")["href"]).main)
    assert len(one.main.select("tbody tr")) == 16


def test_who_reads_the_evidence_is_noted_for_the_person_whose_words_they_are(
    officer, rise, hear: Hear
):
    hear(1, name="สมาชิกคนหนึ่ง")
    for _time in range(2):
        officer.get(f"/en{PAGE}/{rise}")
    [reading] = db.session.query(NeedReading)
    assert needs.need_by_id(reading.need_id).person is not None


def test_the_evidence_of_a_topic_is_the_list_of_messages_filtered(officer, clock):
    for topic in ("website", "website", "jobs"):
        keep_case(clock.moment).topic = topic
    keep_case(clock.moment.replace(month=1)).topic = "website"
    db.session.commit()
    query = "?state=all&topic=website&since=1/3/2569&until=2/3/2569"
    assert "2 messages." in words(officer.get("/en/staff/complaints" + query).main)
    assert "4 messages." in words(officer.get("/en/staff/complaints?state=all&topic=nonsense").main)
    wrong = officer.get("/en/staff/complaints?since=yesterday")
    assert "Write the date like" in words(wrong.main)


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_one_trend_in_both_languages(officer, hear, a_year_ago, prefix):
    a_year_ago()
    for back in range(16):
        hear(3 if back < 4 else 0, back, words="ขอลิฟต์ที่พูดได้")
    service.look()
    for reading in service.list_readings():
        officer.get(f"{prefix}{PAGE}/{reading.id}")
    officer.get(prefix + PAGE)


def test_a_note_is_drawn_up_from_a_trend_printed_and_changed(officer, rise):
    page = officer.get(f"/en{PAGE}/notes/new?trend={rise}")
    assert "Law and research" in page.select_one("#issue").text
    assert "about 20 would be usual" in page.select_one("#evidence").text
    evidence = page.select_one("#evidence").text.strip()
    new = f"/en{PAGE}/notes/new?trend={rise}"
    officer.post(new, {**NOTE, "evidence": evidence})
    assert officer.path == f"/en{PAGE}/notes/1"
    officer.post(officer.path, {**NOTE, "evidence": evidence, "options": "Only machines"})
    thai, english = officer.both(f"{PAGE}/notes/1")
    assert english.select_one("#options").text.strip() == "Only machines"
    assert english.select_one("#decided_on")["value"] == "02/03/2026"
    assert "Audio books come too late" in words(officer.get(f"/en{PAGE}/notes").main)
    if printing.unavailable():
        pytest.skip("print needs Pango")
    set_once = officer.client.get(f"{PAGE}/notes/1.pdf?lang=en").data
    assert officer.client.get(f"{PAGE}/notes/1.pdf?lang=en").data == set_once
    [kept] = settings().forms_dir.rglob("*.pdf")
    assert b"%PDF" not in kept.read_bytes(), "the note is encrypted at rest, and so is its file"
    file = PdfReader(io.BytesIO(set_once))
    assert file.trailer["/Root"]["/MarkInfo"]["/Marked"]
    text = " ".join("".join(page.extract_text() for page in file.pages).split())
    assert "Make each book on the day" in text
    assert "Information and Communication Technology" in text
    assert "2 March 2026" in text
    officer.post(f"/en{PAGE}/notes/1", {**NOTE, "evidence": evidence, "options": "Wait a year"})
    changed = PdfReader(io.BytesIO(officer.client.get(f"{PAGE}/notes/1.pdf?lang=en").data))
    assert "Wait a year" in " ".join("".join(one.extract_text() for one in changed.pages).split())


def test_nothing_typed_into_a_note_is_lost(officer, clock):
    page = officer.post(
        f"/en{PAGE}/notes/new", {**NOTE, "issue": "", "evidence": "", "decision": ""}
    )
    summary = words(page.select_one(".error-summary"))
    assert "Write something under “The issue”." in summary
    assert "Write what was decided, or leave the day empty." in summary
    assert page.select_one("#options").text.strip() == NOTE["options"]
    assert service.list_notes() == []


def test_a_note_becomes_an_improvement_and_the_person_behind_a_need_hears_of_it(
    officer, page, hear, a_year_ago, clock, app
):
    a_year_ago()
    for back in range(1, 16):
        hear(20 if back < 4 else 5, back)
    secret = app.config["SECRET_KEY"]
    mine = needs.Hearing(
        "I want audio books",
        "en",
        aspect=needs.Aspect.LAW,
        email="me@example.org",
        heard_at=clock.moment
        - clock.moment.resolution * 0
        - (clock.moment - clock.moment.replace(day=1)),
    )
    need, _code = needs.tell_need(mine, secret, site_vault())
    service.look()
    reading = service.reading_of(Way.ASPECT, "LAW")
    officer.post(f"/en{PAGE}/notes/new?trend={reading.id}", {**NOTE, "evidence": "48 times"})
    note = officer.path
    shown = officer.post(
        f"{note}?do=plan", {"plan-urgent": "", "plan-important": "3"}, form_page=note
    )
    assert "Choose 1, 2 or 3." in words(shown.select_one(".error-summary"))
    officer.post(f"{note}?do=plan", {"plan-urgent": "2", "plan-important": "3"}, form_page=note)
    assert officer.path == "/en/staff/improvements/i-1"
    assert need.id in [one.ref for one in improvement.get_improvement("i-1").sources]
    assert "improvement made of this note" in words(officer.get(note).main)
    for state in (improvement.State.PLANNED, improvement.State.UNDER_WAY, improvement.State.DONE):
        improvement.move(1, state, None)
    improvement.tell_back(1, "ทำในวันเดียว", "Every book is made on the day.", None)
    outbox.drain()
    assert needs.need_by_id(need.id).replies[0].text == "Every book is made on the day."
    with pytest.raises(service.PlannedAlready):
        service.make_improvement(1, 1, 1, None)


def test_an_officer_who_may_not_see_a_message_is_not_told_its_number(officer, clock, app):
    case = keep_case(clock.moment - timedelta(days=2))
    case.topic = "website"
    db.session.commit()
    service.look()
    path = f"/en{PAGE}/{service.reading_of(Way.TOPIC, 'website').id}"
    assert f"Message {case.id}" in words(officer.get(path).main)
    complaints.bar(case.id, 1, None)
    assert "Message" not in words(officer.get(path).main.select_one("h2 ~ p ~ p"))


def test_what_is_not_there_is_no_page(officer):
    officer.get(f"{PAGE}/99", 404)
    officer.get(f"{PAGE}/notes/99", 404)
    officer.get(f"{PAGE}/notes/new?trend=99", 404)
