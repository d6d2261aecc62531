"""How often codenames may be tried: who guesses is held up longer each time, nobody else is.

A codename is one of 512^6, which is 2^54. So among N messages a guess is right with a chance of
N / 1.8e16. From one block of addresses (a network) 5 wrong ones are free within a day; before each
further one it waits for 1, 2, 4, … 32 minutes, then an hour: 33 tries in the first day, 24 in each
later one, less than 8,800 in a year. With 10,000 messages there, that finds one with a chance of 5
in a thousand million; from 10,000 networks at once, all year, 5 in a hundred thousand. However
many networks there are, each guess costs some 50 ms of scrypt: a server of two processors that did
nothing else for a year would have tried 1.3e9, a chance of 7 in ten thousand (`chance`).

Where many wrong ones come from everywhere, each page has to have been open for some seconds before
its codename is looked at; nobody is refused for what others do.
"""

from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

WORDS, OF = 6, 512
# Wrong codenames of one network within a day that cost no waiting.
FREE = 5
_FIRST_WAIT, _LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=1)
COUNTED_FOR = timedelta(days=1)
# Wrong codenames from everywhere within an hour from which on all are slowed down, and by how much.
MANY, MANY_WITHIN = 60, timedelta(hours=1)
SLOWED_BY, TICKET_LASTS = timedelta(seconds=20), timedelta(hours=1)
# What one provider gives to one customer or to one small network.
_IPV4_BLOCK, _IPV6_BLOCK = 24, 48


def block_of(address: str) -> str:
    """The network of an address: who has many addresses has them next to each other."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    mapped = getattr(known, "ipv4_mapped", None) or known
    length = _IPV4_BLOCK if mapped.version == 4 else _IPV6_BLOCK
    return str(ip_network((mapped, length), strict=False))


def wait_after(wrong: int) -> timedelta:
    """How long a network waits after so many wrong codenames within a day."""
    if wrong < FREE:
        return timedelta()
    return min(_FIRST_WAIT * 2 ** min(wrong - FREE, 10), _LONGEST_WAIT)


def free_again(wrong: int, last: datetime | None) -> datetime | None:
    """From when on a network may try again; None where it may at any time."""
    return last + wait_after(wrong) if last and wrong >= FREE else None


def has_waited(opened: datetime, now: datetime) -> bool:
    """Whether a page has been open for long enough, and not for too long."""
    return SLOWED_BY <= now - opened <= TICKET_LASTS


def tries_in(days: int) -> int:
    """How many codenames one network can try in so many days, doing nothing else."""
    tries, now, made = 0, timedelta(), list[timedelta]()
    while now < timedelta(days=days):
        made = [moment for moment in made if now - moment < COUNTED_FOR] + [now]
        tries += 1
        now += wait_after(len(made)) or timedelta(seconds=1)
    return tries


def chance(tries: int, codenames: int) -> float:
    """The chance that one of so many guesses opens one of so many messages."""
    return tries * codenames / OF**WORDS
