"""What is kept of a search that found nothing, so that it tells of nobody. Plain Python.

The reasons stand in decision 0014.
"""

import re
from datetime import timedelta

from thai_text.words import fold

# Hours, at least so many, in which words are looked for before anybody can read them.
HOURS_TO_BE_READ = 3
# One person who tries again is no second one: an hour begins with a search.
COUNTED_AGAIN_AFTER = timedelta(hours=1)
# What too few have asked for is forgotten after this, and what was read after a year.
UNREAD_KEPT, READ_KEPT = timedelta(days=90), timedelta(days=365)
# So many fingerprints at most wait to be asked for again: a flood of nonsense fills no disk.
MOST_UNREAD = 20_000
LONGEST, _FEWEST_LETTERS = 60, 2
# E-mail addresses, links, and any run of signs with a digit in it: numbers of telephones, of
# identity cards, of houses and cases, and receipts.
_TELLS_OF_SOMEBODY = re.compile(r"\S*(?:@|://|www\.|\d)\S*")
_LETTERS = re.compile("[ก-๎A-Za-z.]*[ก-๎A-Za-z][ก-๎A-Za-z.]*")


def cut_down(typed: str) -> str:
    """The words of a search without whatever holds a digit, an address or a sign; "" if too few or
    too many are left: a whole sentence tells more of its writer than of what is missing."""
    words = _LETTERS.findall(_TELLS_OF_SOMEBODY.sub(" ", fold(typed)))
    kept = " ".join(words)
    return kept if _FEWEST_LETTERS <= len(kept) <= LONGEST else ""
