"""How much of damaged Thai text cleaning repairs, and whether pages are rightly trusted.

`python bench/cleaning.py [--data DIR] [--lines N] [--held-out]`: sound lines of laws and news are
damaged by each known mechanism and cleaned again; then the report of `../shared`, cleaned, is held
against the dictionary, the checked lines against their expected text, and sound and damaged pages
are judged.
"""

import argparse
import gzip
import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from itertools import accumulate, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# A script finds only its own folder; the libraries lie one above, so they are imported after this.
sys.path.insert(0, str(ROOT))

from thai_text import dictionary  # noqa: E402
from thai_text.clean import clean  # noqa: E402
from thai_text.trust import judge  # noqa: E402
from thai_text.wraps import join_wraps  # noqa: E402

SEED = 20260
SHORTEST, LONGEST = 40, 160
PAGE = 1800
# Every fifth text from this one on is not among those drawn otherwise.
HELD_OUT = 2
WORDS_DAMAGED = 0.25
RUINED = 0.1
WRAPPED_FROM, WRAPPED_LINES = 35, 400
TRIES = 8
RUN = re.compile("[ก-ฮะ-ฺเ-ๅ็-๎]+")
MARK = "[ัิ-ฺ็-๎]"
PRIVATE = str.maketrans("่้์ิี", "\uf70a\uf70b\uf70e\uf701\uf702")

Damage = Callable[[str, random.Random], str]


def one(pattern: str, replacement: str) -> Damage:
    """A mechanism that strikes one place, chosen at random among those that fit."""

    def damage(word: str, chance: random.Random) -> str:
        places = list(re.finditer(pattern, word))
        if not places:
            return word
        found = chance.choice(places)
        return word[: found.start()] + found.expand(replacement) + word[found.end() :]

    return damage


def spaced(word: str, _: random.Random) -> str:
    """Every letter alone, its marks with it."""
    return re.sub("(?<=.)(?=[ก-ฮะาำเ-ไ])", " ", word)


# The faults that real files show: first what rules alone decide, then what words do.
BY_RULE: dict[str, Damage] = {
    "sara am in two pieces": one("ำ", "ํา"),
    "sara am in two, tone between": one("([่้])ำ", r"ํ\1า"),
    "tone after sara am": one("([่้])ำ", r"ำ\1"),
    "U+FFFD after sara am": one("ำ", "ำ\ufffd"),
    "space before sara am": one("(?<=[ก-ฮ])ำ", " ำ"),
    "space for the circle of ำ": one("(?<=[ก-ฮ])ำ", " า"),
    "space before a mark": one("(?<=[ก-ฮ])(?=[่้์])", " "),
    "tone before vowel": one("([ิ-ู])([่้])", r"\2\1"),
    "mark twice": one(f"({MARK})", r"\1\1"),
    "เ twice for แ": one("แ", "เเ"),
    "glyphs of an old font": lambda word, _: word.translate(PRIVATE),
    "zero-width space": one("(?<=.)(?=[ก-ฮ])", "\u200b"),
}
BY_WORDS: dict[str, Damage] = {
    "circle of ำ lost": one("ำ", "า"),
    "ำ for า": one("(?<=[ก-ฮ่้])า", "ำ"),
    "every า as ำ": lambda word, _: word[:1] + word[1:].replace("า", "ำ"),
    "vowel twice": one("([ะาำแโไใ])", r"\1\1"),
    "mark moved one letter right": one(f"({MARK})([ก-ฮะาเ-ไ])", r"\2\1"),
    "mark moved right and torn": one("([ัิ-ู])([ก-ฮ])(?=[ก-ฮ])", r"\2\1 "),
    "vowel for ever U+FFFD": one("[ะัาำิ-ู]", "\ufffd"),
    "space inside a word": one(f"(?<={MARK})(?=[ก-ฮ])", " "),
    "space after a leading vowel": one("([เแโใไ])(?=[ก-ฮ])", r"\1 "),
    "letters spaced out": spaced,
    "silencer lost at a space": lambda run, _: run.removesuffix("์"),
}
EVERYTHING = {**BY_RULE, **BY_WORDS}
AT_END = "silencer lost at a space"


def seeded(name: str = "") -> random.Random:
    """Chance that is the same in every run."""
    return random.Random(f"{SEED} {name}")  # noqa: S311 - it guards nothing


def main() -> None:
    """Read the arguments, damage, clean, judge, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, default=ROOT / "../shared/data")
    arguments.add_argument("--lines", type=int, default=100, help="damaged lines of each mechanism")
    arguments.add_argument("--held-out", action="store_true", help="repairs in other texts alone")
    given = arguments.parse_args()
    if not (given.data / "laws_full.jsonl.gz").is_file():
        print(f"cleaning: no {given.data}, nothing measured")
        return
    first = HELD_OUT if given.held_out else 0
    drawn = (some_texts(given.data, name, first) for name in ("laws_full", "gov_news"))
    texts = [text for some in drawn for text in some]
    lines = sound_lines(texts)
    report_repairs(lines, given.lines)
    if given.held_out:
        return
    report_wraps(lines[:WRAPPED_LINES])
    report_checked(given.data / "dirty_thai_samples.jsonl")
    report_known(given.data.parent / "pmqa-category-3-source.txt")
    report_trust(texts)


def some_texts(data: Path, name: str, first: int = 0) -> Iterator[str]:
    """Every fifth of the first 600 texts of a collection, from the first one on."""
    with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in islice(file, first, 600, 5):
            yield json.loads(line)["text"]


def sound_lines(texts: list[str], looked_at: int = 6000) -> list[str]:
    """Lines in which cleaning finds nothing, and whose words are all known, of those looked at."""
    chance = seeded()
    lines = [line.strip() for text in texts for line in text.splitlines()]
    lines = [line for line in dict.fromkeys(lines) if SHORTEST <= len(line) <= LONGEST]
    chance.shuffle(lines)
    return [line for line in lines[:looked_at] if _is_sound(line)]


def _is_sound(line: str) -> bool:
    return clean(line) == line and judge(line).known_share == 1


def damaged(line: str, name: str, chance: random.Random) -> str:
    """Strike a quarter of the words by the mechanism of that name, one word where any fits.

    What words alone cannot decide is left out: damage that made other words (คำ to คา).
    """
    damage = EVERYTHING[name]

    def strike(found: re.Match[str]) -> str:
        words = list(dictionary.segment(found[0]))
        fit = [len(words) - 1] if name == AT_END else range(len(words))
        for place in fit:
            if chance.random() < WORDS_DAMAGED:
                struck = damage(words[place], chance)
                if name in BY_RULE or not _other_words(struck):
                    words[place] = struck
        return "".join(words)

    for _ in range(TRIES):
        struck = RUN.sub(strike, line)
        if struck != line:
            return struck
    return line


def _other_words(struck: str) -> bool:
    return all(
        len(word) > 1 and dictionary.knows(word)
        for run in struck.split()
        for word in dictionary.segment(run)
    )


def report_repairs(lines: list[str], wanted: int) -> None:
    """Print, for each mechanism and for three at once, how many lines came out right."""
    print(f"{'mechanism':32} lines  right  letters right (in %; spaces apart)")
    means: list[float] = []
    for name in EVERYTHING:
        chance = seeded(name)
        struck = ((line, damaged(line, name, chance)) for line in lines)
        means.append(print_rates(name, pairs(struck, wanted)))
    print(f"{'mean of these':38} {sum(means) / len(means):6.1f}")
    chance = seeded()
    print_rates(
        "three of them at once", pairs(((line, several(line, chance)) for line in lines), wanted)
    )


def several(line: str, chance: random.Random) -> str:
    """A line struck by three mechanisms, one after the other."""
    for name in chance.sample(sorted(EVERYTHING), 3):
        line = damaged(line, name, chance)
    return line


def pairs(struck: Iterator[tuple[str, str]], wanted: int) -> list[tuple[str, str]]:
    """Sound lines with what damage made of them, where it made anything, as many as are wanted."""
    return list(islice(((line, raw) for line, raw in struck if raw != line), wanted))


def print_rates(name: str, found: list[tuple[str, str]]) -> float:
    """Print one line of the table; return how many lines in a hundred came out right."""
    cleaned = [(line, raw, clean(raw)) for line, raw in found]
    right = sum(line == made for line, _, made in cleaned)
    letters = sum(line.replace(" ", "") == made.replace(" ", "") for line, _, made in cleaned)
    total = max(1, len(found))
    print(f"{name:32} {len(found):5} {100 * right / total:6.1f} {100 * letters / total:8.1f}")
    return 100 * right / total


def report_wraps(lines: list[str]) -> None:
    """Print how many lines broken by a hard wrap inside a word, and between words, are joined."""
    chance = seeded("wraps")
    inside, between = [0, 0], [0, 0]
    for line in lines:
        runs = [run for run in RUN.finditer(line) if run.end() > WRAPPED_FROM]
        if not runs:
            continue
        run = chance.choice(runs)
        words = {run.start() + at for at in _borders(run[0])}
        first = max(run.start() + 1, WRAPPED_FROM)
        if first >= run.end():
            continue
        place = chance.randrange(first, run.end())
        tally = between if place in words else inside
        tally[0] += 1
        tally[1] += join_wraps(f"{line[:place]}\n{line[place:]}") == line
    print(f"wraps inside a word joined {inside[1]} of {inside[0]};", end=" ")
    print(f"between words {between[1]} of {between[0]}")


def _borders(run: str) -> Iterator[int]:
    return accumulate(map(len, dictionary.segment(run)))


def report_checked(file: Path) -> None:
    """Print how many lines of the samples come out as expected."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    right = sum(clean(row["raw"]) == row["expected"] for row in rows)
    checked = [row for row in rows if row["hand_checked"]]
    by_hand = sum(clean(row["raw"]) == row["expected"] for row in checked)
    print(
        f"samples as expected  {right} of {len(rows)}; checked by hand {by_hand} of {len(checked)}"
    )


def report_known(file: Path) -> None:
    """Print the share of a damaged report's words that the dictionary knows, before and after."""
    text = file.read_text(encoding="utf-8")
    for name, what in (("as it came", text), ("cleaned", clean(text))):
        trust = judge(what)
        print(
            f"report {name:12} {trust.known_words:,} of {trust.words:,} words known "
            f"({100 * trust.known_share:.1f} %)"
        )


def report_trust(texts: list[str]) -> None:
    """Print how many sound pages are doubted, and how many of those beyond repair are not."""
    sound = list(islice((page for text in texts for page in pages(clean(text))), 2000))
    chance = seeded()
    ruined = [clean(ruin(page, chance)) for page in sound[:400]]
    doubted = sum(not judge(page).trusted for page in sound)
    found = sum(not judge(page).trusted for page in ruined)
    print(f"sound pages doubted  {doubted} of {len(sound)}")
    print(
        f"ruined pages doubted {found} of {len(ruined)} (one letter or mark in ten lost or wrong)"
    )


def ruin(page: str, chance: random.Random) -> str:
    """A page as bad recognition leaves it: one sign in ten missing or another one."""
    signs = "กดตทนบปมยรลวสหออาิีุ่้"
    return "".join(
        chance.choice(["", *signs]) if sign >= "ก" and chance.random() < RUINED else sign
        for sign in page
    )


def pages(text: str) -> Iterator[str]:
    """Pages of some 1,800 characters, whole lines."""
    page = ""
    for line in text.splitlines(keepends=True):
        if page and len(page) + len(line) > PAGE:
            yield page
            page = ""
        page += line
    if page:
        yield page


if __name__ == "__main__":
    main()
