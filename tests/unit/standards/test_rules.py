"""The published standard: its channels, their bureaux, the processes, the days."""

from webapp.complaints.rules.standard import STANDARD
from webapp.standards.rules import (
    ANSWER_WITHIN_WORKING_DAYS,
    COMPLAINT_CHANNELS,
    PROCESSES,
    Bureau,
    channels_of,
)


def test_what_is_promised_here_is_what_complaints_are_held_to():
    assert STANDARD.answer_within == ANSWER_WITHIN_WORKING_DAYS


def test_five_channels_belong_to_three_bureaux():
    assert len(COMPLAINT_CHANNELS) == 5
    assert [len(channels_of(bureau)) for bureau in Bureau] == [2, 2, 1]


def test_the_bureau_of_public_relations_answers_calls_and_social_media():
    names = [channel.name.en for channel in channels_of(Bureau.PUBLIC_RELATIONS)]
    assert names == ["Call Center", "Facebook or LINE"]


def test_there_are_eight_processes_of_which_three_have_examples():
    assert len(PROCESSES) == 8
    assert [len(process.examples) for process in PROCESSES[:4]] == [3, 1, 1, 0]
