"""The fixed lists of needs are those of the source."""

from webapp.needs.rules.lists import Aspect, Channel


def test_there_are_six_aspects_numbered_as_in_the_plan():
    assert [aspect.number for aspect in Aspect] == [1, 2, 3, 4, 5, 6]
    assert Aspect.LAW.number == 2


def test_there_are_eight_channels():
    assert len({channel.value.th for channel in Channel}) == 8


def test_every_name_is_said_in_both_languages():
    for member in [*Aspect, *Channel]:
        assert member.value.th
        assert not any("ก" <= letter <= "๛" for letter in member.value.en)
