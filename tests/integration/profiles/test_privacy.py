"""Nobody can be found in segments or in the table, by joining exports or by looking twice."""

from datetime import timedelta

import pytest

from tests.integration.profiles.people import follow, say
from tests.integration.profiles.test_pages import rows
from tests.support.databases import both_databases
from tests.support.page_rules import words
from webapp.following.models import Follower, Subscription
from webapp.following.rules.wishes import Channel, Form
from webapp.needs.service import Aspect, Who
from webapp.profiles import jobs, service
from webapp.profiles.models import SegmentFinding
from webapp.profiles.service.segments import gather_habits, pseudonymised
from webapp.shared.habits import Habit

PAGE = "/staff/profiles/segments"


def cell(officer, aspect=2):
    """What the table says of senators who ask about law (or another aspect, from 1)."""
    return next(
        line
        for line in rows(officer)
        if line[0] == "What they have asked about" and line[1] == "Senators"
    )[aspect + 1]


@pytest.fixture
def two_kinds(app, clock):
    """Sixty followers who read mails and sixty who hear LINE; each kind is at odds with the other."""
    for number in range(60):
        follow(number, Channel.EMAIL, Form.PLAIN)
        follow(60 + number, Channel.LINE, Form.AUDIO_LINKED)


@both_databases
def test_segments_are_found_by_the_job_and_told_in_words(officer, two_kinds):
    jobs.look_for_segments()
    thai, english = officer.both(PAGE)
    told = {
        frozenset(words(item).split(": ")[1].rstrip(".").split(", "))
        for item in english.main.select("ol li")
    }
    assert told == {
        frozenset({"nearly all listen to the news", "nearly all use LINE"}),
        frozenset({"nearly all read the news", "nearly all use e-mail"}),
    }
    assert len(thai.main.select("ol li")) == 2
    assert "60 คน" in words(thai.main.select("ol li")[0])


def test_a_second_look_waits_four_weeks(two_kinds, clock):
    jobs.look_for_segments()
    clock.moment += timedelta(days=27)
    assert service.look_for_segments() is None
    clock.moment += timedelta(days=1)
    assert service.look_for_segments() is not None
    assert SegmentFinding.query.count() == 2


def test_nothing_kept_says_who_is_in_a_segment(two_kinds):
    jobs.look_for_segments()
    kept = service.latest_finding()
    assert {key for one in kept.segments for key in one} == {"people", "traits"}
    assert all(one["people"] % 5 == 0 for one in kept.segments)


def test_names_made_for_one_look_are_other_ones_at_the_next():
    habits = [Habit("follower:1", "form:text")]
    first, second = (list(pseudonymised(habits)) for _ in range(2))
    assert first[0].whose != second[0].whose
    assert "follower" not in first[0].whose


def test_braille_and_large_print_are_never_told(app, clock):
    follow(1, Channel.EMAIL, Form.BRAILLE_LINKED)
    follow(2, Channel.EMAIL, Form.LARGE)
    assert {habit.trait for habit in gather_habits()} == {"channel:email"}


def test_no_habit_holds_an_address_a_name_or_words(app, clock):
    follow(1, Channel.EMAIL, Form.PLAIN)
    say(Who.SENATOR, "Senator One", Aspect.LAW)
    told = " ".join(f"{whose} {trait}" for whose, trait in gather_habits())
    assert "example.org" not in told
    assert "Senator" not in told
    assert Follower.query.count() == Subscription.query.count() == 1


def test_four_people_who_ask_are_not_told_and_seven_are_told_as_five(officer, clock):
    for number in range(4):
        say(Who.SENATOR, f"Senator {number}", Aspect.LAW)
    assert cell(officer) == "fewer than 5"
    for number in range(4, 7):
        say(Who.SENATOR, f"Senator {number}", Aspect.LAW)
    assert cell(officer) == "5+"


def test_one_person_who_asks_a_hundred_times_is_one_person(officer, clock):
    for _ in range(20):
        say(Who.SENATOR, "Senator One", Aspect.LAW)
    assert cell(officer) == "fewer than 5"


def test_two_tables_of_different_days_do_not_tell_of_the_one_who_asked_between(officer, clock):
    for number in range(6):
        say(Who.SENATOR, f"Senator {number}", Aspect.LAW)
    before = rows(officer)
    say(Who.SENATOR, "Senator Seven", Aspect.LAW)
    say(Who.SENATOR, "Senator Seven", Aspect.STAFF)
    assert rows(officer) == before


def test_the_table_joined_with_the_segments_leaves_no_group_of_fewer_than_five(
    officer, clock, two_kinds
):
    for number in range(9):
        say(Who.SENATOR, f"Senator {number}", Aspect.LAW)
    jobs.look_for_segments()
    sizes = {one["people"] for one in service.latest_finding().segments}
    told = {int(text.rstrip("+")) for line in rows(officer) for text in line if text.endswith("+")}
    # Every number that is shown, and every difference of two, is a multiple of five.
    numbers = sizes | told
    assert numbers
    assert all((one - other) % 5 == 0 for one in numbers for other in numbers | {0})
