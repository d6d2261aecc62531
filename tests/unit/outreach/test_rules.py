"""Channels and activities: the lists of the source, and what a year still lacks."""

from datetime import date

from webapp.outreach.rules import CHANNELS, ActivityKind, review_due, still_missing

TALK, TIE = ActivityKind.COMMUNICATION, ActivityKind.RELATIONSHIP


def test_there_are_twelve_channels():
    assert len({channel.name.th for channel in CHANNELS}) == 12


def test_the_accounts_are_named_where_the_source_names_them():
    named = {channel.name.en: len(channel.accounts) for channel in CHANNELS if channel.accounts}
    assert named == {"Facebook": 2, "Twitter": 1, "Application Line": 4}


def test_an_empty_year_lacks_four_and_five_activities():
    assert still_missing([]) == {TALK: 4, TIE: 5}


def test_one_kind_does_not_stand_for_the_other_and_more_is_never_less():
    assert still_missing([TALK] * 6 + [TIE] * 3) == {TALK: 0, TIE: 2}


def test_the_review_of_2563_ends_in_august_2020():
    assert review_due(2563) == date(2020, 8, 31)
