"""Whose trouble it is where the other side takes messages not now, in plain Python.

A full mailbox is its owner's: the person's page says so, and the desk counts it. Where messages to
many people are put off, beside few that went at that time, it is a provider's or ours, and somebody
must look.
"""

# Of the people whom messages were sent to at that time: so many of a hundred, and so many.
MANY_PERCENT, MANY_PEOPLE = 1, 5


def is_trouble(put_off: int, reached: int) -> bool:
    """Whether so many people whose messages are put off, where messages went to so many others at
    the same time, are more than those whose mailboxes are full."""
    return put_off >= MANY_PEOPLE and 100 * put_off > MANY_PERCENT * (put_off + reached)
