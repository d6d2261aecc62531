"""Surveys on paper: the form to print, its PDF, its code, and the day that staff enter."""

import io

import pypdf
import pytest

from tests.integration.surveys.conftest import scale
from tests.support.page_rules import words
from tests.support.surveys import SEGMENTS
from webapp.extensions import db
from webapp.surveys import service
from webapp.surveys.models import SurveyResponse
from webapp.surveys.rules.questions import Channel, Kind

CHOICES = [["เสียง", "Sound"], ["เบรลล์", "Braille"]]


@pytest.fixture
def survey(make):
    """A survey with a question of each kind, at a service with one point."""
    listed = service.list_service("งานร้องทุกข์", "Petitions", None)
    service.list_point(listed.id, "เคาน์เตอร์ 1", "Counter 1", None)
    return make(
        scale(),
        service.Asked(Kind.MULTIPLE, "อ่านแบบใด", "How do you read?", choices=CHOICES),
        service.Asked(Kind.NUMBER, "กี่ครั้ง", "How often?"),
        service.Asked(Kind.TEXT, "ข้อเสนอ", "Suggestions", is_required=False),
        service_id=listed.id,
    )


def code_of(survey) -> str:
    return f"{survey.key[:3]}-{survey.key[3:]}"


def test_the_page_to_print_has_every_question_with_boxes_and_the_code(officer, clock, survey):
    thai, english = officer.both(f"/staff/surveys/{survey.id}/paper")
    asked = [words(heading) for heading in english.select(".paper h2")]
    assert asked[:4] == [
        "1. How satisfied are you?", "2. How do you read?", "3. How often?", "4. Suggestions",
    ]  # fmt: skip
    assert len(asked) == 7
    boxes = [len(part.select("li")) for part in english.select(".paper__question")]
    assert boxes == [5, 2, 0, 0, len(SEGMENTS), 1, 0]
    for shown in (thai, english):
        assert code_of(survey) in words(shown.select_one(".paper"))
    assert "เคาน์เตอร์ 1" in words(thai.select_one(".paper"))
    assert not english.select(".paper input")


@pytest.mark.parametrize(("lang", "title"), [("th", "บริการ"), ("en", "Service")])
def test_the_paper_form_is_a_tagged_pdf_in_two_sizes(officer, clock, survey, lang, title):
    pages = []
    for size in ("", "&print=large"):
        file = officer.client.get(f"/staff/surveys/{survey.id}/paper.pdf?lang={lang}{size}")
        assert file.mimetype == "application/pdf"
        reader = pypdf.PdfReader(io.BytesIO(file.data))
        root = reader.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"]
        assert root["/Lang"].startswith(lang)
        text = " ".join("".join(page.extract_text() for page in reader.pages).split())
        assert code_of(survey) in text
        assert title in text
        pages.append(len(reader.pages))
    assert pages[0] < pages[1]


def test_a_draft_has_no_paper_yet(officer, clock, survey):
    draft = service.new_version(survey.id, None)
    officer.get(f"/en/staff/surveys/{draft.id}/paper", 404)
    assert officer.client.get(f"/staff/surveys/{draft.id}/paper.pdf").status_code == 404


@pytest.mark.parametrize("start", ["", "/en"])
def test_the_code_of_a_paper_leads_to_where_its_answers_are_entered(officer, clock, survey, start):
    typed = survey.key.lower().replace("0", "o")
    officer.post(f"{start}/staff/surveys", {"code": f"{typed[:3]} {typed[3:]}"})
    assert officer.path == f"{start}/staff/surveys/{survey.id}"
    for wrong in ("7KM", "ก", ""):
        refused = officer.post(f"{start}/staff/surveys", {"code": wrong})
        assert refused.select_one(".error-summary a[href='#code']")
        assert refused.select_one("#code")["value"] == wrong


def enter(officer, survey, **about):
    """Staff begin to enter a paper form and send the whole of it."""
    officer.post(f"/en/staff/surveys/{survey.id}?do=entry", {"entry-channel": "paper"})
    first = officer.get(officer.path).select_one("#about-filled_on")["value"]
    said = {f"q{survey.questions[0].id}": "5", **{f"about-{k}": v for k, v in about.items()}}
    return first, officer.post(officer.path, said)


def test_a_paper_filled_in_last_quarter_counts_in_that_quarter(officer, clock, survey):
    clock.advance(days=31)
    suggested, _shown = enter(officer, survey, filled_on="5 March 2026", segment="senator")
    assert suggested == "2/4/2026"
    kept = db.session.query(SurveyResponse).one()
    assert (kept.year_be, kept.quarter, kept.channel) == (2569, 2, Channel.PAPER)
    assert f"{kept.finished_on} {kept.begun_on}" == "2026-03-05 2026-04-02"


def test_a_paper_without_a_day_counts_today(officer, clock, survey):
    enter(officer, survey, filled_on="")
    kept = db.session.query(SurveyResponse).one()
    assert (str(kept.finished_on), kept.quarter) == ("2026-03-02", 2)


@pytest.mark.parametrize("day", ["3 March 2026", "1/3/2569", "yesterday"])
def test_a_day_on_which_nobody_can_have_answered_is_refused_and_nothing_is_lost(
    officer, clock, survey, day
):
    _first, refused = enter(officer, survey, filled_on=day)
    assert refused.select_one(".error-summary a[href='#about-filled_on']")
    assert words(refused.title).startswith("Error")
    assert refused.select_one("#about-filled_on")["value"] == day
    assert refused.select_one(f"[name=q{survey.questions[0].id}][checked]")["value"] == "5"
    assert service.count_responses(survey) == 0


def test_five_papers_of_last_quarter_are_figures_of_last_quarter(officer, clock, make):
    survey = make()
    opened = survey.opens_on
    clock.advance(days=31)
    for number in range(5):
        response = service.enter(survey, service.Arrival(Channel.PAPER), None)
        service.keep(response, {survey.questions[0].id: [5 if number else 1]}, survey.questions)
        service.finish(response, None, None, on=opened)
    service.release(survey.id)
    assert service.figures(survey).series == [], "late papers may come for two weeks"
    clock.advance(days=14)
    service.release(survey.id)
    [(quarter, score)] = service.figures(survey).series
    # Four of five are satisfied: how one is who is not is told by no percentage.
    assert (quarter.key, score.percent, score.people) == ("2569-2", None, 5)


def test_no_paper_is_taken_once_there_are_enough_and_what_was_typed_stays(
    officer, clock, make, answer
):
    survey = make(quota=1)
    officer.post(f"/en/staff/surveys/{survey.id}?do=entry", {"entry-channel": "paper"})
    address = officer.path
    clock.advance(days=1)
    answer(survey, "one", 5)
    refused = officer.post(address, {f"q{survey.questions[0].id}": "5"})
    assert "as many answers as it wants" in words(refused.select_one(".error-summary"))
    assert refused.select_one("[checked]")["value"] == "5"
    assert service.count_responses(survey) == 1


def test_a_notice_to_hang_up_has_the_code_the_address_and_its_signs_in_words(
    officer, clock, survey
):
    desk = officer.get(f"/en/staff/surveys/{survey.id}")
    everywhere, counter = [a["href"] for a in desk.select("main a[href*='/notice']")]
    for shown, place in zip(officer.both(counter.removeprefix("/en")), ("th", "en"), strict=True):
        point = survey.service.points[0]
        assert getattr(point, place) in words(shown.main)
        assert f"point={point.id}" in shown.select_one("img.qr")["src"]
        assert f"/surveys/{survey.key}" in words(shown.select_one(".said"))
        assert len(shown.select("main ol li")) == 2
    assert "point" not in officer.get(everywhere).select_one("img.qr")["src"]


@pytest.mark.parametrize("days", [0, 14])
def test_a_paper_that_came_in_time_is_entered_after_the_end_and_counts_when_it_came(
    officer, clock, survey, days
):
    service.close_survey(survey.id, None)
    clock.advance(days=days)
    for shown in officer.both(f"/staff/surveys/{survey.id}"):
        assert shown.select_one("#enter")
    desk = officer.get(f"/en/staff/surveys/{survey.id}")
    assert "What came on paper or by telephone by 2 March 2026 can be entered until 16 March" in (
        words(desk.main)
    )
    first, _shown = enter(officer, survey, filled_on="2 March 2026")
    assert first == ""
    kept = db.session.query(SurveyResponse).one()
    assert (str(kept.finished_on), kept.quarter) == ("2026-03-02", 2)
    # Nobody else answers any more.
    with pytest.raises(service.NotOpen):
        service.begin(survey, "p", service.Arrival(), "test")
    with pytest.raises(service.NotOpen):
        service.enter(survey, service.Arrival(Channel.LINK), None)


@pytest.mark.parametrize("day", ["", "3 March 2026"])
def test_a_paper_that_came_after_the_end_is_refused_with_the_days_and_nothing_is_lost(
    officer, clock, survey, day
):
    service.close_survey(survey.id, None)
    clock.advance(days=3)
    _first, refused = enter(officer, survey, filled_on=day)
    assert "to 2 March 2026, its last day" in words(refused.select_one(".error-summary"))
    assert refused.select_one(f"[name=q{survey.questions[0].id}][checked]")["value"] == "5"
    assert service.count_responses(survey) == 0


def test_two_weeks_after_the_end_the_desk_says_that_it_is_too_late(officer, clock, survey):
    clock.advance(days=2)
    service.close_survey(survey.id, None)
    response = service.enter(survey, service.Arrival(Channel.PAPER), None)
    clock.advance(days=15)
    thai, english = officer.both(f"/staff/surveys/{survey.id}")
    assert "The survey took answers until 4 March 2026" in words(english.main)
    assert "18 March 2026" in words(english.main)
    assert not thai.select("#enter")
    with pytest.raises(service.NotOpen):
        service.keep(response, {survey.questions[0].id: [5]}, survey.questions)
    assert service.count_responses(survey) == 0


def test_papers_entered_after_the_end_count_as_if_they_had_come_in_time(clock, make, answer):
    survey = make()
    for number in range(5):
        answer(survey, f"p{number}", 5 if number < 3 else 1)

    def note(*points: int) -> None:
        for point in points:
            response = service.enter(survey, service.Arrival(Channel.PAPER), None)
            service.keep(response, {survey.questions[0].id: [point]}, survey.questions)
            service.finish(response, None, None, on=survey.closes_on or survey.opens_on)
        service.release(survey.id)
        db.session.expire_all()

    note(5)
    service.close_survey(survey.id, None)
    note(5)
    assert service.figures(survey).whole.percent is None
    clock.advance(days=3)
    note(1, 1, 1)
    # Five of ten are satisfied: so many on each side that it can be told.
    whole = service.figures(survey).whole
    assert (whole.people, whole.percent) == (10, 50.0)


def test_without_papers_the_figures_are_final_at_the_end_and_with_them_after_two_weeks(
    clock, make, answer
):
    closed = [make(), make()]
    for survey in closed:
        for number in range(15):
            answer(survey, f"p{number}", 3 if number < 2 else 5 if number < 9 else 4)
    service.enter(closed[1], service.Arrival(Channel.PAPER), None)
    counted = []
    for days in (0, 14, 1):
        clock.advance(days=days)
        for survey in closed:
            if survey.closes_on is None:
                service.close_survey(survey.id, None)
            service.release(survey.id)
        db.session.expire_all()
        counted.append([len(service.figures(survey).choices) for survey in closed])
    assert counted == [[1, 0], [1, 0], [1, 1]]
