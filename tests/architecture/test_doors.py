"""Another feature may import a feature's service or events, and nothing else of it."""

import ast
from pathlib import Path

import pytest

from tests.support.house import WEBAPP, code, features, files, short

DOORS = {"service", "events"}


def imports(file: Path) -> set[str]:
    """Return the dotted names that `file` imports; a relative import as its dots."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.ImportFrom):
            module = "." * node.level or node.module or ""
            found |= {f"{module}.{name.name}" for name in node.names}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found


@pytest.mark.parametrize("file", files(WEBAPP), ids=short)
def test_features_meet_at_their_doors(file):
    own = file.relative_to(WEBAPP).parts[0]
    others = set(features()) - {own}
    if own not in features():
        others = set()  # features.py and shared/: import-linter has rules of its own for them
    for name in imports(file):
        parts = name.split(".")
        if parts[0] == "webapp" and len(parts) > 2 and parts[1] in others:
            assert parts[2] in DOORS, f"{name}: use {parts[1]}.service or {parts[1]}.events"


@pytest.mark.parametrize("file", code(), ids=short)
def test_imports_are_written_out(file):
    assert not [name for name in imports(file) if name.startswith(".")]
