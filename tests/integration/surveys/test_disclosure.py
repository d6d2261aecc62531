"""Nobody is found by laying exports side by side: those of two days, of groups, of the whole."""

import csv
import io
import random
from itertools import combinations

import pytest

from tests.integration.surveys.conftest import scale
from webapp.extensions import db
from webapp.shared.disclosure import FEWEST
from webapp.surveys import service
from webapp.surveys.models import Survey, SurveyResponse
from webapp.surveys.rules.questions import Channel, Kind, SurveyKind

GROUPS = {"Group of people", "Channel", "Point of service"}
PUBLISHED = "not published"


def exported(page, survey: Survey, query: str = "") -> dict[tuple[str, str], int]:
    """How many people each line of the CSV is of, by part and line."""
    return read(page, f"/surveys/{survey.key}/results.csv?lang=en{query}")


def read(page, address: str) -> dict[tuple[str, str], int]:
    text = page.client.get(address).text
    rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff"))))[1:]
    return {(part, name): int(people) for part, name, people, *_ in rows if people != PUBLISHED}


def too_few(count: int) -> bool:
    return 0 < abs(count) < FEWEST


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_two_exports_differ_by_fewer_than_five_people(page, clock, make, answer, seed):
    drawn = random.Random(seed)  # noqa: S311 (who answers what, no secret)
    survey = make(scale(), kind=SurveyKind.GENERAL)
    seen: list[dict[tuple[str, str], int]] = []
    for number in range(60):
        segment = drawn.choice(["citizen", "citizen", "disabled", None])
        arrival = service.Arrival(drawn.choice([Channel.LINK, Channel.QR, Channel.TASK]))
        answer(survey, f"p{number}", drawn.randint(1, 5), segment=segment, arrival=arrival)
        if number == 30:
            clock.advance(days=31)
        seen.append(exported(page, survey))
    service.close_survey(survey.id, None)
    service.release(survey.id)
    seen.append(exported(page, survey))
    assert seen[-1]["Satisfaction in all", "All"] >= 55
    assert any(part in GROUPS for part, _name in seen[-1])
    for export in seen:
        whole = export.get(("Satisfaction in all", "All"), 0)
        assert not [key for key, count in export.items() if too_few(count)]
        # What a group leaves of the whole, and what all groups of a kind leave of it.
        groups = {key: count for key, count in export.items() if key[0] in GROUPS}
        assert not [key for key, count in groups.items() if too_few(whole - count)]
        for way in GROUPS:
            inside = sum(count for (part, _name), count in groups.items() if part == way)
            assert not inside or not too_few(whole - inside)
    for before, after in combinations(seen, 2):
        for key in before.keys() | after.keys():
            assert not too_few(after.get(key, 0) - before.get(key, 0)), key


def test_a_quarter_and_the_whole_do_not_show_the_few_of_another(page, clock, make, answer):
    survey = make()
    for number in range(8):
        answer(survey, f"p{number}", 5)
    clock.advance(days=31)
    for number in range(8, 11):
        answer(survey, f"p{number}", 1)
    together = exported(page, survey)["Satisfaction in all", "All"]
    second = exported(page, survey, "&quarter=2569-2")["Satisfaction in all", "All"]
    assert not too_few(together - second)


def test_of_four_people_nothing_is_shown_anywhere(page, officer, clock, make, answer):
    survey = make(scale(), service.Asked(Kind.TEXT, "ข้อเสนอ", "Suggestions"))
    for number in range(4):
        answer(survey, f"p{number}", 5, f"ลับ {number}")
    service.close_survey(survey.id, None)
    service.release(survey.id)
    db.session.expire_all()
    assert exported(page, survey) == {}
    for address in (f"/surveys/{survey.key}/results", "/surveys/results"):
        for shown in page.both(address):
            assert "100.00" not in shown.main.get_text()
    assert "ลับ" not in officer.get(f"/staff/surveys/{survey.id}/words").main.get_text()
    officer.get(f"/staff/surveys/{survey.id}/words/other", 404)


def test_in_a_lot_of_a_hundred_a_group_of_few_on_a_side_holds_back_no_other(clock, make):
    survey = make()
    many = [(Channel.LINK, 25, 25), (Channel.QR, 20, 20), (Channel.TASK, 8, 2)]
    for way, satisfied, others in many:
        for number, point in enumerate([5] * satisfied + [1] * others):
            response = service.begin(survey, f"{way} {number}", service.Arrival(way), "test")
            service.keep(response, {survey.questions[0].id: [point]}, survey.questions)
            service.finish(response, None, None)
    service.release(survey.id)
    db.session.expire_all()
    groups = service.figures(survey).groups["channel"]
    told = {key: (score.people, score.percent) for key, score in groups.items()}
    # The two of whom few would be told are not, as neither may be told from the whole.
    assert told == {"link": (50, 50.0), "qr": (40, None), "task": (10, None)}


def test_every_text_about_a_theme_can_be_read_five_first_then_a_page_at_a_time(
    officer, make, answer
):
    survey = make(scale(), service.Asked(Kind.TEXT, "ข้อเสนอ", "Suggestions"))
    for number in range(60):
        answer(survey, f"p{number}", 5, f"นั่น {number:02} หนึ่ง")
    service.close_survey(survey.id, None)
    service.release(survey.id)
    db.session.expire_all()
    words = f"/en/staff/surveys/{survey.id}/words"
    shown = officer.get(words)
    assert len(shown.select("main h2 ~ ul li")) == 5
    all_of_it = shown.select_one("main h2 ~ p > a")["href"]
    read = [
        text.get_text()
        for number in (1, 2)
        for text in officer.get(f"{all_of_it}?page={number}").select("main h1 ~ ul li")
    ]
    assert sorted(read) == [f"นั่น {number:02} หนึ่ง" for number in range(60)]
    officer.get(f"{words}/nothing", 404)


def test_two_surveys_joined_say_nothing_of_one_person(page, clock, make, answer):
    """The same browser answers both: no key, no code and no order is the same in the two."""
    first, second = make(), make()
    for number in range(5):
        answer(first, f"p{number}", 5)
        answer(second, f"p{number}", 1)
    keys = _keys(first, second)
    assert not keys[0] & keys[1]
    for one in (first, second):
        service.close_survey(one.id, None)
    assert _keys(first, second) == [{None}, {None}]


def _keys(*surveys: Survey) -> list[set[str | None]]:
    db.session.expire_all()
    return [
        {one.person_key for one in db.session.query(SurveyResponse).filter_by(survey_id=survey.id)}
        for survey in surveys
    ]
