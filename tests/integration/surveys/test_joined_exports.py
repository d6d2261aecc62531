"""Exports laid side by side (by quarter, service, choice, and of all) single out nobody; nothing of
an interview is public at all."""

import csv
import io
import random
from collections import Counter
from itertools import combinations

import pytest

from tests.integration.surveys.conftest import SECRET, scale
from tests.integration.surveys.test_disclosure import GROUPS, PUBLISHED, exported, read, too_few
from tests.support.page_rules import words
from tests.support.surveys import SEGMENTS
from webapp.extensions import db
from webapp.surveys import service
from webapp.surveys.models import Survey, SurveyTally
from webapp.surveys.rules.questions import Channel, Kind, SurveyKind

ALL = ("Satisfaction in all", "All")
QUESTION = "1. How satisfied are you?"
QUARTERS = ("2569-2", "2569-3")
# Who answered in which quarter, as (survey, number) of each.
People = frozenset[tuple[int, int]]


@pytest.fixture
def answered(clock, make, answer):
    """Two services, two quarters, fifteen people each time, of whom few choose 1, 2 or 3; what each
    said, by survey, quarter and person."""

    def fill(seed: int) -> tuple[list[Survey], dict[tuple[int, str, int], int]]:
        drawn = random.Random(seed)  # noqa: S311 (who answers what, no secret)
        listed = [service.list_service(name, name, None) for name in ("A", "B")]
        surveys = [make(scale(), service_id=one.id) for one in listed]
        said = {}
        for quarter in QUARTERS:
            for survey in surveys:
                for number in range(15):
                    point = drawn.choices(range(1, 6), [1, 1, 2, 6, 8])[0]
                    person = f"{quarter} {number}"
                    answer(survey, person, point, segment=drawn.choice(SEGMENTS))
                    said[survey.id, quarter, number] = point
            clock.advance(days=31)
        for survey in surveys:
            service.close_survey(survey.id, None)
            service.release(survey.id)
        db.session.expire_all()
        return surveys, said

    return fill


def told(page, surveys, said) -> list[tuple[str, frozenset]]:
    """Every count that the exports tell, as the set of people that it is of."""
    found = []
    for asked in ("", *QUARTERS):
        query = f"&quarter={asked}" if asked else ""
        of_all = read(page, f"/surveys/results.csv?lang=en{query}")
        period = {key: point for key, point in said.items() if asked in ("", key[1])}
        found.append((f"all {asked}", of_all[ALL], frozenset(period)))
        for survey in surveys:
            export = exported(page, survey, query)
            mine = {key: point for key, point in period.items() if key[0] == survey.id}
            found.append((f"{survey.id} {asked}", export[ALL], frozenset(mine)))
            name = survey.service.en
            found.append((f"{name} {asked}", of_all["By service", name], frozenset(mine)))
            chose = {name[0]: count for (part, name), count in export.items() if part == QUESTION}
            shown = [point for point in range(1, 6) if str(point) in chose]
            for point in shown:
                who = frozenset(key for key, one in mine.items() if one == point)
                found.append((f"{survey.id} {asked} {point}", chose[str(point)], who))
            rest = frozenset(key for key, one in mine.items() if one not in shown)
            found.append((f"{survey.id} {asked} rest", chose.get("A", 0), rest))
    wrong = [(name, count, len(who)) for name, count, who in found if count != len(who)]
    assert not wrong, "the exports tell what people answered"
    return [(name, who) for name, _count, who in found]


def shares(page, address: str) -> dict[tuple[str, str], tuple[int, float, str]]:
    """People, percentage and average of every line of the CSV that tells a score of people."""
    rows = list(csv.reader(io.StringIO(page.client.get(address).text.lstrip("\ufeff"))))[1:]
    return {
        (part, name): (int(people), float(percent), average)
        for part, name, people, percent, _range, average in rows
        if people != PUBLISHED and not part[0].isdigit() and percent not in ("", "not told")
    }


def told_sides(page, surveys, said) -> list[tuple[str, frozenset]]:
    """Both sides of every percentage that the exports tell, as the sets of people on them."""
    found = []
    for asked in ("", *QUARTERS):
        query = f"&quarter={asked}" if asked else ""
        pages = [("", {survey.id for survey in surveys})]
        pages += [(f"/{survey.key}", {survey.id}) for survey in surveys]
        for address, ids in pages:
            lines = shares(page, f"/surveys{address}/results.csv?lang=en{query}")
            for (part, name), (count, percent, average) in lines.items():
                chosen = round(count * percent / 100)
                assert not too_few(chosen), (asked, part, name)
                assert not too_few(count - chosen), (asked, part, name)
                if part in GROUPS:
                    continue
                mine = those(said, asked, part, name, ids, surveys)
                ends = (1, 2) if name.startswith("Diss") or part.startswith("Diss") else (4, 5)
                side = {key for key, point in mine.items() if point in ends}
                assert (count, chosen) == (len(mine), len(side)), (asked, part, name)
                found += [(f"{part} {asked}", one) for one in (side, mine.keys() - side)]
                if average:
                    assert not [n for n in Counter(mine.values()).values() if too_few(n)]
    return [(name, frozenset(who)) for name, who in found]


def those(said, asked, part, name, ids, surveys) -> dict:
    """Of whom a line of an export is, and what they said."""
    quarter = asked
    if "uarter by quarter" in part:
        quarter = f"2569-{name.split()[1]}"
    if part == "By service":
        ids = {survey.id for survey in surveys if survey.service.en == name}
    return {k: p for k, p in said.items() if k[0] in ids and quarter in ("", k[1])}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_exports_of_quarters_services_and_choices_joined_single_out_nobody(page, answered, seed):
    surveys, said = answered(seed)
    sets = told(page, surveys, said)
    sides = told_sides(page, surveys, said)
    assert sides, "some percentages are told, so that this has something to look through"
    sets += sides
    assert not [name for name, who in sets if too_few(len(who))]
    for (one, first), (other, second) in combinations(sets, 2):
        if first <= second or second <= first:
            assert not too_few(len(first ^ second)), (one, other)
    # Some answers of a quarter are told, so that this has something to look through.
    assert any(name.split()[-1] in "45" for name, _who in sets)


def test_page_table_chart_csv_and_pdf_hide_the_same_answers(page, make, answer):
    survey = make()
    for number in range(15):
        answer(survey, f"p{number}", 2 if number < 2 else 5 if number < 9 else 4)
    service.close_survey(survey.id, None)
    service.release(survey.id)
    db.session.expire_all()
    shown = page.get(f"/en/surveys/{survey.key}/results")
    part = shown.select_one("section[aria-labelledby=question-1]")
    assert [words(cell) for cell in part.select("tbody th")] == [
        "5, the most",
        "Answers of too few people to be shown by themselves",
    ]
    assert [words(row) for row in part.select("tbody td")] == ["7", "46.67", "8", "53.33"]
    assert "2, little" not in words(part)
    export = {key: count for key, count in exported(page, survey).items() if key[0] == QUESTION}
    assert sorted(export.values()) == [7, 8]


def test_while_a_quarter_runs_answers_are_told_once_each_is_of_five_or_nobody(page, make, answer):
    survey = make()
    for number in range(9):
        answer(survey, f"p{number}", 5 if number < 5 else 4)
    part = page.get(f"/en/surveys/{survey.key}/results").select_one(
        "section[aria-labelledby=question-1]"
    )
    assert [words(row) for row in part.select("tbody td")][:2] == ["5", "100.00"]
    answer(survey, "p9", 4)
    part = page.get(f"/en/surveys/{survey.key}/results").select_one(
        "section[aria-labelledby=question-1]"
    )
    assert [words(row) for row in part.select("tbody td")][:4] == ["5", "50.00", "5", "50.00"]
    for number in range(10, 15):
        answer(survey, f"p{number}", 3 if number == 10 else 4)
    again = page.get(f"/en/surveys/{survey.key}/results").select_one(
        "section[aria-labelledby=question-1]"
    )
    assert words(again) == words(part), "what one person chose does not show by the difference"


def test_letting_out_again_changes_nothing(make, answer):
    survey = make(scale(), service.Asked(Kind.TEXT, "ข้อเสนอ", "Suggestions", is_required=False))
    for number in range(11):
        answer(survey, f"p{number}", 1 + number % 5, "รอนาน")
    service.close_survey(survey.id, None)
    kept = []
    for _time in range(2):
        service.release(survey.id)
        db.session.expire_all()
        rows = db.session.query(SurveyTally).filter_by(way="choice")
        kept.append(sorted((r.question_id, r.key, r.value, r.count) for r in rows))
    assert kept[0] == kept[1] != []


def test_nothing_of_an_interview_is_public_and_officers_read_it(page, officer, clock, make):
    survey = make(kind=SurveyKind.INTERVIEW, title_en="Eight members")
    for _member in range(8):
        response = service.enter(survey, service.Arrival(Channel.INTERVIEW), None)
        service.keep(response, {survey.questions[0].id: [5]}, survey.questions)
        service.finish(response, "senator", None)
    service.release(survey.id)
    db.session.expire_all()
    for shown in page.both("/surveys"):
        assert survey.key not in str(shown)
    for path in ("", "/results", "/thanks"):
        page.get(f"/en/surveys/{survey.key}{path}", 404)
    for file in ("csv", "pdf"):
        assert page.client.get(f"/surveys/{survey.key}/results.{file}").status_code == 404
    with pytest.raises(service.NotOpen):
        service.invite_sample(survey, ["a@example.org"], 1, None, "th", None, SECRET)
    desk = officer.get(f"/en/staff/surveys/{survey.id}")
    assert survey.key not in str(desk)
    for shown in officer.both(f"/staff/surveys/{survey.id}/results"):
        assert "100.00" in words(shown.main)
    page.get(f"/en/staff/surveys/{survey.id}/results")
    assert page.path.startswith("/en/account/sign-in")


def test_the_published_points_open_no_series_of_one_service(page, clock, make, answer):
    listed = service.list_service("งานร้องทุกข์", "Petitions", None)
    one, whole = make(service_id=listed.id), make(kind=SurveyKind.GENERAL)
    for survey in (one, whole):
        for number in range(5):
            answer(survey, f"p{number}", 5)
    for start in ("", "/en"):
        assert "82.75" not in page.get(f"{start}/surveys/{one.key}/results").text
        assert "82.75" in page.get(f"{start}/surveys/{whole.key}/results").text
    assert "80.68" not in page.client.get(f"/surveys/{one.key}/results.csv").text


def test_every_survey_is_found_in_the_public_list_however_many_there_are(page, clock, make):
    opened = [make() for _number in range(30)]
    closed = [make() for _number in range(30)]
    for survey in closed:
        service.close_survey(survey.id, None)
    db.session.expire_all()
    first, second = str(page.get("/en/surveys")), str(page.get("/en/surveys?page=2"))
    assert all(survey.key in first for survey in opened)
    assert all(survey.key in first + second for survey in closed)


def test_people_times_percent_tell_nobody_that_the_answers_hide(page, make, answer):
    """Two of fifteen chose 2: no percentage, range or average anywhere lets them be counted."""
    survey = make()
    for number in range(15):
        answer(survey, f"p{number}", 2 if number < 2 else 5 if number < 9 else 4)
    service.close_survey(survey.id, None)
    service.release(survey.id)
    db.session.expire_all()
    assert shares(page, f"/surveys/{survey.key}/results.csv?lang=en") == {}
    assert shares(page, "/surveys/results.csv?lang=en") == {}
    for file in ("86.67", "13.33", "83.0", "83.00"):
        assert file not in page.client.get(f"/surveys/{survey.key}/results.csv").text
    english = page.get(f"/en/surveys/{survey.key}/results")
    thai = page.get(f"/surveys/{survey.key}/results")
    for shown in (english, thai):
        assert "86.67" not in shown.text
        assert not shown.select("section[aria-labelledby=whole] .bar-chart")
    whole = english.select_one("section[aria-labelledby=whole]")
    assert [words(cell) for cell in whole.select("tbody td")] == ["15", "not told", "", ""]
    assert "at least five people, or nobody, stand on each side" in words(whole.p)
    assert "อย่างน้อยห้าคน" in words(thai.select_one("section[aria-labelledby=whole]").p)
