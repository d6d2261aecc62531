"""The series over several versions of a survey, and that of dissatisfaction and engagement."""

import csv
import io

import pytest

from tests.integration.surveys.conftest import scale
from tests.support.databases import both_databases
from tests.support.page_rules import words
from webapp.surveys import service
from webapp.surveys.rules.questions import Aspect, Kind, Measure
from webapp.surveys.rules.satisfaction import Attitude


def asked(measure: Measure, name: str = "q") -> service.Asked:
    return service.Asked(Kind.SCALE, name, name, measure, Aspect.RESULT)


@both_databases
def test_two_versions_answered_in_one_quarter_are_added_up(app, clock, make, answer):
    first = make(scale("ก"), scale("ข"))
    for number in range(20):
        answer(first, f"p{number}", 1 if number % 2 else 5, 1)
    second = service.new_version(first.id, None)
    service.remove_question(second.id, second.questions[1].id, None)
    service.add_question(second.id, scale("ค"), None)
    service.open_survey(second.id, None)
    for number in range(10):
        answer(second, f"p{number}", 5, 1 if number % 2 else 4)
    # Of the question that both ask 10 of 20 and 10 of 10 are satisfied, of the new one 5 of 10; what
    # the first alone asked is not compared. By hand: 25 of 40 answers, of 20 and 10 people.
    figures = service.figures(second)
    [(quarter, found)] = figures.series
    assert quarter.key == "2569-2"
    assert (found.people, found.answers) == (30, 40)
    assert found.percent == pytest.approx(100 * 25 / 40)
    assert figures.versions == 2
    # The first version's page: 10 of 20 and 10 of 10 of the one, 0 of 20 of the other: 20 of 50.
    [(_quarter, found)] = service.figures(first).series
    assert (found.people, found.answers) == (30, 50)
    assert found.percent == pytest.approx(100 * 20 / 50)


def test_the_page_says_that_all_versions_are_added_up(page, clock, make, answer):
    survey = make()
    for number in range(5):
        answer(survey, f"p{number}", 5)
    address = f"/surveys/{survey.key}/results"
    assert "all versions" not in words(page.get(f"/en{address}").main)
    service.open_survey(service.new_version(survey.id, None).id, None)
    thai, english = page.both(address)
    assert "The answers to all versions" in words(english.select_one("section #trend").parent)
    assert "ทุกฉบับ" in words(thai.select_one("section #trend").parent)


@pytest.fixture
def three_measures(clock, make, answer):
    """A survey of three measures, answered by 25 people in each of two quarters: each of the
    lists below is of five of them."""
    survey = make(
        asked(Measure.SATISFACTION), asked(Measure.DISSATISFACTION), asked(Measure.ENGAGEMENT)
    )
    # By hand, first quarter: satisfied 4 of 5; dissatisfied 1 (a point of 2) and 2 (points of 5 and
    # 4) of 10; engaged 5 of 5. Second: satisfied 1 of 5; dissatisfied 4 and 4 of 10; engaged 0.
    quarters = (
        [(5, 1, 5), (5, 1, 4), (4, 3, 4), (4, 5, 4), (2, 4, 5)],
        [(5, 1, 1), (1, 5, 1), (1, 5, 2), (2, 4, 3), (2, 4, 3)],
    )
    for name, said in zip("pq", quarters, strict=True):
        for number in range(25):
            answer(survey, f"{name}{number}", *said[number // 5])
        clock.advance(days=31)
    return survey


def test_dissatisfaction_and_engagement_have_figures_and_a_series_worked_by_hand(three_measures):
    first, second = service.quarters_of(three_measures)
    wanted = {
        first: {Attitude.SATISFIED: 80, Attitude.DISSATISFIED: 30, Attitude.ENGAGED: 100},
        second: {Attitude.SATISFIED: 20, Attitude.DISSATISFIED: 80, Attitude.ENGAGED: 0},
    }
    for quarter, percents in wanted.items():
        found = service.figures(three_measures, quarter).by_attitude
        assert {key: one.percent for key, one in found.items()} == pytest.approx(percents)
        assert {one.people for one in found.values()} == {25}
    for figures in (service.figures(three_measures), service.overall()):
        for attitude in (Attitude.DISSATISFIED, Attitude.ENGAGED):
            series = [(quarter, one.percent) for quarter, one in figures.other_series[attitude]]
            assert series == [(q, pytest.approx(wanted[q][attitude])) for q in (first, second)]


def test_the_pages_say_how_dissatisfaction_and_engagement_moved(page, three_measures):
    for address in (f"/surveys/{three_measures.key}/results", "/surveys/results"):
        thai, english = page.both(address)
        fell = words(english.select_one("#trend-engaged").parent)
        assert "It fell from 100.00 percent (quarter 2 of 2569) to 0.00 percent" in fell
        rose = words(english.select_one("#trend-dissatisfied").parent)
        assert "It rose from 30.00 percent (quarter 2 of 2569) to 80.00 percent" in rose
        formula = words(english.select_one("section #attitude").parent)
        assert "of 4 or 5 where it is asked how dissatisfied" in formula
        assert thai.select_one("#trend-dissatisfied .bar-chart, #trend-dissatisfied ~ .bar-chart")
        file = page.client.get(f"{address}.csv?lang=en").text.lstrip("\ufeff")
        rows = list(csv.reader(io.StringIO(file)))
        moved = [row[3] for row in rows if row[0] == "Dissatisfaction quarter by quarter"]
        assert moved == ["30.00", "80.00"]
