"""The published standard: its channels, their bureaux, the processes, the days."""

from webapp.shared.bureaux import Bureau
from webapp.standards.rules import (
    COMPLAINT_CHANNELS,
    PROCESSES,
    channels_of,
)


def test_five_channels_belong_to_three_bureaux():
    assert len(COMPLAINT_CHANNELS) == 5
    assert [len(channels_of(bureau)) for bureau in Bureau][:4] == [2, 2, 1, 0]


def test_the_bureau_of_public_relations_answers_calls_and_social_media():
    names = [channel.name.en for channel in channels_of(Bureau.PUBLIC_RELATIONS)]
    assert names == ["Call Center", "Facebook or LINE"]


def test_there_are_eight_processes_of_which_three_have_examples():
    assert len(PROCESSES) == 8
    assert [len(process.examples) for process in PROCESSES[:4]] == [3, 1, 1, 0]
