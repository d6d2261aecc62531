"""Likeness and the suggested aspect: they follow what words say and how rare they are."""

import pytest

from webapp.needs.rules.likeness import LIKE, likeness, suggested_aspect, weight
from webapp.needs.rules.lists import Aspect

SEEDS = {aspect: frozenset({aspect.name.lower()}) for aspect in Aspect}


def test_equal_needs_are_wholly_alike_and_strange_ones_not_at_all():
    weights = {1: 1.0, 2: 2.0, 3: 3.0, 4: 1.0}
    assert likeness({1, 2}, {1, 2}, weights) == pytest.approx(1)
    assert likeness({1, 2}, {3, 4}, weights) == 0
    assert likeness(set(), {1}, weights) == 0


def test_a_shared_rare_word_makes_needs_more_alike_than_a_shared_common_one():
    rare, common = weight(1000, 2), weight(1000, 900)
    weights = {1: rare, 2: common, 3: rare, 4: common}
    assert likeness({1, 2}, {1, 4}, weights) > LIKE > likeness({2, 1}, {2, 3}, weights)


def test_seed_words_suggest_before_anybody_has_sorted():
    assert suggested_aspect({"law", "other"}, {}, {}, SEEDS) is Aspect.LAW
    assert suggested_aspect({"other"}, {}, {}, SEEDS) is None


def test_what_officers_sorted_outweighs_the_seed_words():
    counts = {Aspect.STAFF: {"law": 40}}
    assert suggested_aspect({"law"}, counts, {Aspect.STAFF: 50}, SEEDS) is Aspect.STAFF


def test_an_aspect_with_many_needs_does_not_draw_every_need():
    counts = {Aspect.MANAGEMENT: {"other": 2}}
    found = suggested_aspect({"law", "other"}, counts, {Aspect.MANAGEMENT: 5000}, SEEDS)
    assert found is Aspect.LAW
