"""A newcomer finds things: short files, modules that say what they are, names that mean something."""

import ast
import re

import pytest

from tests.support.house import LIBRARIES, ROOT, STATIC, TEMPLATES, WEBAPP, code, files, short

EMPTY_NAMES = {"utils", "util", "helpers", "helper", "core", "common", "misc", "base_classes"}
CSS_BUDGET = 20_000  # bytes, unminified, all files together


def written_by_hand():
    tests = files(ROOT / "tests") + files(ROOT / "tests", ending=".sh")
    pages = files(TEMPLATES, ending=".html") + files(TEMPLATES, ending=".txt")
    served = files(STATIC, ending=".css") + files(STATIC, ending=".js")
    return [*code(), *files(ROOT / "bench"), *tests, *pages, *served]


@pytest.mark.parametrize("file", written_by_hand(), ids=short)
def test_no_file_is_longer_than_300_lines(file):
    assert len(file.read_text().splitlines()) <= 300


@pytest.mark.parametrize("file", written_by_hand(), ids=short)
def test_names_say_something(file):
    assert not EMPTY_NAMES & {file.stem, *file.relative_to(ROOT).parts}


@pytest.mark.parametrize("file", code(), ids=short)
def test_each_module_says_what_it_is(file):
    assert ast.get_docstring(ast.parse(file.read_text()))


def public_functions(file):
    for node in ast.parse(file.read_text()).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node


DOORS = [
    file
    for file in [*files(WEBAPP), *files(*LIBRARIES)]
    if {"service", "rules"} & {file.stem, file.parent.name}
]


@pytest.mark.parametrize("file", DOORS, ids=short)
def test_what_a_service_or_a_rule_does_is_said(file):
    assert not [node.name for node in public_functions(file) if not ast.get_docstring(node)]


def test_the_style_sheets_are_small():
    assert sum(file.stat().st_size for file in files(STATIC, ending=".css")) < CSS_BUDGET


@pytest.mark.parametrize("file", files(STATIC, ending=".css"), ids=short)
def test_style_sheets_ask_no_other_site(file):
    assert not re.search(r"@import|url\(\s*['\"]?(https?:)?//", file.read_text())


ASKS_THE_MACHINE = re.compile(r"\b(datetime\.now|datetime\.today|date\.today|time\.time)\(")


@pytest.mark.parametrize("file", files(WEBAPP), ids=short)
def test_only_the_clock_asks_the_time(file):
    if file != WEBAPP / "shared/clock.py":
        assert not ASKS_THE_MACHINE.search(file.read_text()), "use webapp.shared.clock"


@pytest.mark.parametrize("file", files(WEBAPP), ids=short)
def test_only_the_settings_read_the_environment(file):
    if file != WEBAPP / "config.py":
        assert not re.search(r"os\.environ|getenv\(", file.read_text()), "use webapp.config"
