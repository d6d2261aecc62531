"""How much damage is repaired: held-out lines struck by every known mechanism, and a real report.

`bench/cleaning.py` says how lines are struck; it draws other texts than these.
"""

import gzip
import json
from itertools import islice

import pytest

from bench import cleaning as bench
from tests.support.public_data import ABSENT, SHARED_DATA
from thai_text.clean import clean
from thai_text.trust import judge

LEAST_REPAIRED, LEAST_BY_RULE = 0.90, 0.98
LEAST_KNOWN = 0.98
LINES = 20
# Every fifth text is the bench's; thresholds were set with those.
PLACES = {"laws_full": (3, 640, 10), "gov_news": (3004, 4000, 10)}
REPORT = SHARED_DATA.parent / "pmqa-category-3-source.txt"

pytestmark = pytest.mark.skipif(not SHARED_DATA.is_dir(), reason=ABSENT)


@pytest.fixture(scope="module")
def rates():
    texts = []
    for name, places in PLACES.items():
        with gzip.open(SHARED_DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
            texts += [json.loads(line)["text"] for line in islice(file, *places)]
    lines = bench.sound_lines(texts, 3000)
    return {name: rate(lines, name) for name in bench.EVERYTHING}


def rate(lines, name):
    """The share of the lines struck by one mechanism that come out as they were."""
    chance = bench.seeded(f"held out {name}")
    struck = bench.pairs(((line, bench.damaged(line, name, chance)) for line in lines), LINES)
    assert len(struck) == LINES
    return sum(clean(raw) == line for line, raw in struck) / LINES


def test_of_held_out_damaged_lines_nine_in_ten_come_out_right(rates):
    assert sum(rates.values()) / len(rates) >= LEAST_REPAIRED, rates


def test_what_rules_alone_decide_comes_out_right(rates):
    by_rule = [rates[name] for name in bench.BY_RULE]
    assert sum(by_rule) / len(by_rule) >= LEAST_BY_RULE, rates


def test_the_words_of_a_damaged_report_are_known_after_cleaning():
    text = REPORT.read_text(encoding="utf-8")
    assert judge(text).known_share < LEAST_KNOWN
    assert judge(clean(text)).known_share >= LEAST_KNOWN
