"""Segments: found where people really differ, not shown where they do not, never a few people."""

import re

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score

from webapp.profiles.rules import segments, traits
from webapp.profiles.rules.segments import Amount, Verdict, find_segments
from webapp.shared.habits import Habit

READERS = ("need:LAW", "form:text", "channel:email", "problem:bills")
LISTENERS = ("need:TECHNOLOGY", "form:sound", "channel:line", "problem:website")


def two_kinds(of_each: int, keeping: float = 0.9) -> list[frozenset[str]]:
    """People of two kinds; each habit is of the person's own kind with the chance `keeping`."""
    draw = np.random.default_rng(3)
    people = []
    for own, other in ((READERS, LISTENERS), (LISTENERS, READERS)):
        for _ in range(of_each):
            pairs = zip(own, other, strict=True)
            people.append(frozenset(a if draw.random() < keeping else b for a, b in pairs))
    return people


def test_two_planted_kinds_of_people_are_found_and_described():
    found = find_segments(two_kinds(60))
    assert (found.verdict, len(found.segments), found.people) == (Verdict.FOUND, 2, 120)
    told = [dict(segment.traits) for segment in found.segments]
    assert {frozenset(one) for one in told} == {frozenset(READERS), frozenset(LISTENERS)}
    assert set(told[0].values()) <= {Amount.MOST, Amount.NEARLY_ALL}


def test_habits_that_have_nothing_to_do_with_each_other_are_no_segments():
    draw = np.random.default_rng(5)
    people = [
        frozenset(draw.choice(pair) for pair in zip(READERS, LISTENERS, strict=True))
        for _ in range(150)
    ]
    found = find_segments(people)
    assert (found.verdict, found.segments) != (Verdict.FOUND, found.segments)
    assert found.segments == ()


def test_segments_that_come_out_differently_each_time_are_not_shown(monkeypatch):
    monkeypatch.setattr(segments, "stability_of", lambda *_: 0.79)
    found = find_segments(two_kinds(60))
    assert (found.verdict, found.segments) == (Verdict.UNSTABLE, ())


def test_the_stability_of_noise_is_low_and_that_of_two_kinds_is_high():
    draw = np.random.default_rng(1)
    noise = draw.random((100, 6))
    labels = segments._fitted(noise, 4, 1).labels_
    assert segments.stability_of(noise, labels, draw) < segments.LEAST_STABILITY
    rows = segments.as_rows(two_kinds(60))
    labels = segments._fitted(rows, 2, 1).labels_
    assert segments.stability_of(rows, labels, draw) > segments.LEAST_STABILITY


def test_the_index_of_stability_is_the_one_of_the_books():
    # Hubert and Arabie's own arithmetic: pairs (0,1) and (2,3) against (0,1), 2 and 3 apart.
    assert adjusted_rand_score([0, 0, 1, 1], [0, 0, 1, 2]) == pytest.approx(0.5714, abs=1e-4)


def test_few_people_are_not_looked_at():
    assert find_segments(two_kinds(24)).verdict is Verdict.TOO_FEW


def test_no_group_of_fewer_than_five_is_ever_made():
    people = [frozenset(READERS)] * 60 + [frozenset(LISTENERS)] * 4
    assert find_segments(people).segments == ()


def test_numbers_of_people_are_told_in_fives():
    found = find_segments(two_kinds(62))
    assert [segments.rounded(number) for number in (5, 9, 10, 124)] == [5, 5, 10, 120]
    assert found.people == 120
    assert all(one.people % 5 == 0 and one.people >= 5 for one in found.segments)


def test_no_allowed_trait_is_sensitive_or_gives_sensitive_data_away():
    for trait in traits.ALLOWED:
        assert not set(re.split("[:_]", trait.lower())) & set(traits.FORBIDDEN), trait


@pytest.mark.parametrize(
    "planted",
    [
        "form:braille",
        "form:large",
        "problem:accessible_forms",
        "party:any",
        "health:x",
        "problem:committee-3",
    ],
)
def test_what_is_not_allowed_never_gets_in(planted):
    habits = [
        Habit(f"follower:{n}", t) for n in range(9) for t in (planted, "form:text", "channel:email")
    ]
    people = traits.by_person(habits)
    assert set().union(*people.values()) == {"form:text", "channel:email"}


def test_a_habit_of_fewer_than_five_people_is_left_out():
    habits = [Habit(f"follower:{n}", t) for n in range(9) for t in ("form:text", "channel:email")]
    rare = [Habit(f"follower:{n}", "channel:paper") for n in range(4)]
    assert "channel:paper" not in set().union(*traits.by_person([*habits, *rare]).values())


def test_each_family_weighs_the_same_and_what_is_unknown_divides_nobody():
    rows = segments.as_rows(
        [frozenset({"form:text", "channel:email", "channel:line"}), frozenset({"form:sound"})]
    )
    # Columns: channel:email, channel:line, form:sound, form:text.
    assert rows.tolist() == [[0.5, 0.5, 0, 1], [0.5, 0.5, 1, 0]]
