"""The arithmetic of guessing codenames is what the rule says."""

import pytest

from webapp.complaints.rules.guessing import block_of, chance, tries_in, wait_after


def test_each_wrong_codename_after_the_fifth_costs_twice_the_waiting_up_to_an_hour():
    waits = [wait_after(wrong).total_seconds() / 60 for wrong in (0, 4, 5, 6, 10, 11, 12, 10_000)]
    assert waits == [0, 0, 1, 2, 32, 60, 60, 60]


def test_a_network_tries_as_often_as_the_rule_says():
    assert tries_in(1) == 33
    assert tries_in(365) < 8_800


@pytest.mark.parametrize(("networks", "at_most"), [(1, 5e-9), (10_000, 5e-5)])
def test_a_year_of_guessing_finds_next_to_nothing(networks, at_most):
    assert chance(networks * tries_in(365), 10_000) < at_most


def test_even_the_whole_server_guessing_for_a_year_finds_next_to_nothing():
    a_year_of_two_processors = 2 * 365 * 24 * 3600 * 20
    assert chance(a_year_of_two_processors, 10_000) < 7.1e-4


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("203.0.113.9", "203.0.113.200", True),
        ("203.0.113.9", "203.0.114.9", False),
        ("::ffff:203.0.113.9", "203.0.113.1", True),
        ("2001:db8:1:1::1", "2001:db8:1:ffff::9", True),
        ("2001:db8:1::1", "2001:db8:2::1", False),
        ("", "", True),
    ],
)
def test_addresses_of_one_network_are_one(one, other, same):
    assert (block_of(one) == block_of(other)) is same
