"""Thai says everything that the code says, and nothing else."""

import ast
import re
from io import BytesIO

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tests.support.house import WEBAPP

JINJA = "jinja2.ext.babel_extract"
METHODS = [("templates/**.html", JINJA), ("templates/**.txt", JINJA), ("**.py", "python")]
KEYWORDS = dict.fromkeys(("_", "_l", "gettext", "lazy_gettext"))
KEYWORDS |= dict.fromkeys(("ngettext", "lazy_ngettext"), (1, 2))
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
THAI = re.compile("[ก-ฮ]")


def said(text) -> list[str]:
    """Return a message's forms, one or several."""
    return list(text) if isinstance(text, (list, tuple)) else [text]


@pytest.fixture(scope="module")
def strings_in_code() -> set:
    found = extract_from_dir(WEBAPP, method_map=METHODS, keywords=KEYWORDS)
    return {message for _file, _line, message, _comments, _context in found}


@pytest.fixture(scope="module")
def catalogue():
    file = WEBAPP / "translations/th/LC_MESSAGES/messages.po"
    return read_po(BytesIO(file.read_bytes()), abort_invalid=True)


@pytest.fixture(scope="module")
def messages(catalogue):
    return [message for message in catalogue if message.id]


def test_every_string_of_the_code_has_thai(catalogue, strings_in_code):
    known = {said(m.id)[0] for m in catalogue if m.id and all(said(m.string))}
    missing = sorted(text for m in strings_in_code if (text := said(m)[0]) not in known)
    assert not missing


def test_no_string_stands_where_the_collector_does_not_look(strings_in_code):
    """Inside another call of gettext, or inside an f-string, it would never get its Thai."""
    collected = {said(message)[0] for message in strings_in_code}
    for file in WEBAPP.rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text())):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in KEYWORDS:
                text = ast.literal_eval(call.args[0])
                assert text in collected, f"{file.name}:{call.lineno}: {text}"


def test_nothing_is_translated_that_the_code_no_longer_says(messages, strings_in_code):
    in_code = {said(message)[0] for message in strings_in_code}
    assert not [m.id for m in messages if said(m.id)[0] not in in_code]


def test_nothing_is_fuzzy_or_obsolete(catalogue, messages):
    assert not [m.id for m in messages if m.fuzzy]
    assert not catalogue.obsolete


def test_placeholders_are_the_same_in_both_languages(messages):
    for message in messages:
        names = set(PLACEHOLDER.findall(said(message.id)[-1]))
        for thai in filter(None, said(message.string)):
            assert set(PLACEHOLDER.findall(thai)) == names, message.id


def test_a_day_stands_apart_from_the_word_before_it(messages):
    """A day begins with a figure: without a space it hangs on the Thai word."""
    hanging = re.compile(r"[ก-๙]%\((?:moment|day|until|first|last|due)\)s")
    assert not [text for m in messages for text in said(m.string) if hanging.search(text)]


def test_thai_is_thai_and_english_is_english(messages):
    for message in messages:
        english = PLACEHOLDER.sub("", " ".join(said(message.id)))
        assert not THAI.search(english), message.id
        thai = " ".join(said(message.string))
        if thai and re.search(r"\b[a-z]{4,}\b", english):
            assert THAI.search(thai), message.id
