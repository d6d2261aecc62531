"""The self-assessment: how far each point came, and where each system belongs."""

import pytest

from webapp.assessment.answers import ANSWERS
from webapp.assessment.rules.plan import PLAN, in_disagreement
from webapp.assessment.rules.points import Level, Point
from webapp.assessment.rules.systems import System, systems_of


def test_points_are_numbered_in_order():
    assert [point.value.number for point in Point] == ["3.1", "3.2", "3.3", "3.4"]


@pytest.mark.parametrize(("point", "reached"), list(zip(Point, (3, 2, 1, 3), strict=True)))
def test_levels_are_reached_from_below_as_the_summary_says(point, reached):
    assert [point.value.is_reached(level) for level in Level].count(True) == reached
    assert point.value.is_reached(Level.BASIC)


def test_every_level_asks_something_of_its_own():
    assert len({point.value.asks_at(level) for point in Point for level in Level}) == 12


def test_every_system_belongs_to_one_point_and_is_answered_for():
    assert sum(len(systems_of(point)) for point in Point) == len(System) == len(ANSWERS)
    assert set(ANSWERS) == set(System)


def test_systems_of_a_point_stand_under_it():
    assert systems_of(Point.COMPLAINTS) == [System.COMPLAINTS]
    assert System.BILL_TRACKING in systems_of(Point.INNOVATION)


def test_what_is_missing_is_only_said_of_a_page_that_is_there():
    assert not [s for s, answer in ANSWERS.items() if answer.missing and not answer.page]


def test_the_plan_has_three_meetings_fifteen_activities_and_a_report():
    assert len(PLAN) == 19
    assert [line.number for line in PLAN if line.number.startswith("2.")][-1] == "2.15"


def test_months_are_counted_over_the_new_year():
    spans = {line.number: line.spans for line in PLAN}
    assert (spans["2.1"], spans["2.3"], spans["2.6"], spans["2.10"]) == (3, 9, 12, 0)


def test_lines_that_disagree_with_themselves_are_found_and_left_as_they_are():
    found = {line.number: (line.months, line.spans) for line in in_disagreement()}
    assert found == {"2.4": (9, 10), "2.5": (11, 3), "2.13": (11, 9)}
