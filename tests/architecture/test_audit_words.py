"""Whatever staff can do and the audit keeps is said there in words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask_babel import force_locale

from tests.support.house import WEBAPP
from webapp.complaints.rules.wishes import Wish
from webapp.improvement.rules import State
from webapp.listening.service import narration_desk
from webapp.staff.wording import ACTION, SUBJECT, action_said, subject_said

CODE = re.compile(r"[a-z_]+\.[a-z_]+")
RECORDS = ("record", "_audit", "_act")
# Codes that are put together from what was chosen.
MADE_OF = {
    "complaints.": [f"{wish}_for" for wish in Wish],
    "improvement.": [state.value for state in State],
    "narrations.": list(narration_desk._NEXT),
}


def codes_in(file: Path) -> Iterator[str]:
    """Every code that a file gives to the audit."""
    tree = ast.parse(file.read_text())
    if not any(isinstance(node, ast.alias) and node.name == "audit" for node in ast.walk(tree)):
        return
    calls = [
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and name(node) in RECORDS
    ]
    given = [argument for call in calls for argument in call.args[1:3]]
    named = {argument.id for argument in given if isinstance(argument, ast.Name)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Assign)
            and {getattr(one, "id", "") for one in node.targets} & named
        ):
            given.append(node.value)
    prefixes = [made for argument in given for made in beginnings(argument)]
    own = [prefix for prefix in prefixes if prefix not in MADE_OF]
    for prefix in prefixes:
        yield from (prefix + ending for ending in MADE_OF.get(prefix, ()))
    for word in (word for argument in given for word in words_in(argument)):
        if CODE.fullmatch(word):
            yield word
        elif own and word.isidentifier():
            yield own[0] + word


def name(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def beginnings(argument: ast.expr) -> list[str]:
    """`needs.` of f"needs.{deed}"."""
    if not isinstance(argument, ast.JoinedStr) or not isinstance(argument.values[0], ast.Constant):
        return []
    first = str(argument.values[0].value)
    return [first] if re.fullmatch(r"[a-z_]+\.", first) else []


def words_in(argument: ast.expr) -> list[str]:
    """The words of an argument: one, or either of two."""
    if isinstance(argument, ast.IfExp):
        return [*words_in(argument.body), *words_in(argument.orelse)]
    said = argument.value if isinstance(argument, ast.Constant) else None
    return [said] if isinstance(said, str) else []


RECORDED = {code for file in WEBAPP.rglob("*.py") for code in codes_in(file)}


def test_every_action_that_the_code_records_has_words():
    assert len(RECORDED) > 100
    assert RECORDED - ACTION.keys() == set(), "say these in webapp/staff/wording.py"


def test_no_words_are_of_an_action_that_nobody_can_do():
    assert ACTION.keys() - RECORDED == set()


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("complaint 12", "Message 12"),
        ("complaint 12: under 3", "Message 12, under message 3"),
        ("complaint 12: account 2", "Message 12: Somsri"),
        ("complaints 1, 2", "Messages with the numbers 1, 2"),
        ("complaint report 4", "Quarterly report 4"),
        ("draft-5/2", "Draft document 5/2"),
        ("template 1, version 2", "Template 1, version 2"),
        ("i-3", "i-3"),
        ("lift = elevator", "lift = elevator"),
    ],
)
def test_what_it_was_done_to_is_said_too(app, subject, said):
    with force_locale("en"):
        assert subject_said(subject, lambda _number: "Somsri") == said


def test_no_code_is_left_in_thai(app):
    with force_locale("th"):
        for code in RECORDED:
            assert re.search("[ก-ฮ]", action_said(code)), code
        for noun in SUBJECT.values():
            assert re.search("[ก-ฮ]", str(noun)), noun
