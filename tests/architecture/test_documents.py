"""What is written about the project names all of it: folders, settings, decisions."""

import re
from dataclasses import fields

import pytest

from tests.support.house import LIBRARIES, ROOT, features
from webapp.config import Config

# Only tests set it.
INTERNAL = {"TESTING"}
SETTINGS = sorted(field.name for field in fields(Config) if field.name not in INTERNAL)
DECISIONS = sorted((ROOT / "docs/decisions").glob("*.md"))


@pytest.mark.parametrize("name", [*features(), *(folder.name for folder in LIBRARIES)])
def test_the_readme_names_every_folder(name):
    assert re.search(rf"\b{name}/", (ROOT / "README.md").read_text())


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_setting_is_explained(setting):
    assert f"`{setting}`" in (ROOT / "README.md").read_text()
    example = (ROOT / ".env.example").read_text()
    assert re.search(rf"^#? ?{setting}=", example, re.MULTILINE)


def test_the_example_has_no_setting_that_nothing_reads():
    example = (ROOT / ".env.example").read_text()
    assert set(re.findall(r"^#? ?([A-Z_]+)=", example, re.MULTILINE)) <= set(SETTINGS)


def test_decisions_are_numbered_without_a_gap():
    assert DECISIONS
    numbers = [int(file.name[:4]) for file in DECISIONS]
    assert numbers == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("file", DECISIONS, ids=lambda file: file.stem)
def test_a_decision_says_what_was_decided_and_why(file):
    assert re.match(r"\d{4}-[a-z0-9-]+$", file.stem)
    assert re.match(rf"# {file.name[:4]}[ .:–-]+\w", file.read_text())


def test_links_between_documents_lead_somewhere():
    for file in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", file.read_text()):
            assert (file.parent / target).exists(), f"{file.name} links to {target}"
