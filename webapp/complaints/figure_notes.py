"""What stands under the figures: how they are computed, and what is not shown."""

from flask_babel import gettext as _


def how_computed() -> str:
    """How every figure is computed, in one paragraph."""
    return _(
        "In time ÷ (in time + missed). In time is what was done within the limit of the standard "
        "that was in force when the message came, counted in working days from receipt; days on "
        "which we waited for the citizen do not count. Missed is what was done too late, and also "
        "what is not done though its day is past, and what was taken back after that day. The "
        "first reply is the first words of an officer; the acknowledgement that goes out by itself "
        "is none. The final answer is the answer, or word to whom it was sent on, or that it is "
        "for others. If a message is reopened, the answer owed then is counted apart. What is "
        "still within its time is not assessed. For the median, what is not done counts as longer "
        "than any number of days. A message belongs to the quarter in which it was received."
    )


def how_hidden() -> str:
    """How small groups are kept from being known, in one paragraph."""
    return _(
        "A quarter with fewer than 5 messages is not shown. Groups are let out in lots: a group of "
        "fewer than 5 goes into the remainder, the remainder itself has 5 or none, and a message "
        "once counted in a group stays in it, so that no group taken from another, and no group "
        "of one day taken from that of another day, leaves one to four messages. How many of a "
        "group were late is told in steps of five, 0 to 4 late as at most 4, and its median from "
        "10 messages on; where none of a quarter was late, that is told of each group. Answers "
        "to reopened messages are told of a whole quarter with 5 or more of them, and of no "
        "group. The whole is counted as it is, so the groups together may be fewer than the "
        "whole; where the whole less the groups would tell of one to four messages that they were "
        "late, or were not, it is not told of any group how many were late."
    )
