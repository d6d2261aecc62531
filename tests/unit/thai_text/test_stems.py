"""English words are found in all their forms, by rules of our own that no engine has a hand in."""

import ast
from pathlib import Path

import pytest

from thai_text.stems import stem

ROOT = Path(__file__).parents[3]
ENGINES = {"whoosh", "tantivy", "psycopg", "psycopg_pool"}


@pytest.mark.parametrize(
    "forms",
    [
        "committee committees",
        "report reports reported reporting",
        "transfer transfers transferred transferring",
        "agree agrees agreed",
        "file files filed filing",
        "law laws",
        "amend amends amended amending amendment amendments",
        "technology technologies technological",
        "nation nations national",
        "organization organizations organize organizes",
        "study studies studied studying",
        "hopeful hopefulness hope",
        "yield yields yielded yielding",
        "press presses pressed pressing",
        "control controls controlled controlling",
        "house houses housed",
        "decision decisions decisive",
    ],
)
def test_forms_of_one_word_have_one_stem(forms):
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words", ["law lawn", "vote voter votive", "senate senile", "act active", "need new", "bed be"]
)
def test_words_that_are_not_the_same_stay_apart(words):
    assert len({stem(word) for word in words.split()}) == len(words.split())


@pytest.mark.parametrize("word", ["", "a", "is", "bed", "sing", "feed", "yes", "ion", "ing", "ll"])
def test_short_words_keep_what_they_are(word):
    assert stem(word) in {word, word.removesuffix("s")}


def test_no_module_but_those_of_engines_knows_an_engine():
    texts = [*ROOT.glob("thai_text/*.py"), *ROOT.glob("search_index/*.py")]
    for file in texts:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not ENGINES & {name.partition(".")[0] for name in names}, file
