"""Under CI a skip is a failure, save for the public data that is no part of the project."""

from types import SimpleNamespace

import pytest

from tests.support import no_skips
from tests.support.public_data import ABSENT


def report(reason, **more):
    return SimpleNamespace(skipped=True, outcome="skipped", longrepr=("f.py", 1, reason), **more)


@pytest.fixture
def data_folder(monkeypatch, tmp_path):
    """The folder of public data, absent until made."""
    folder = tmp_path / "shared/data"
    monkeypatch.setattr(no_skips, "SHARED_DATA", folder)
    monkeypatch.setenv("CI", "true")
    return folder


def test_a_skip_is_a_failure_under_ci(data_folder):
    skipped = report("Skipped: Chromium is not installed")
    no_skips.refuse_skip(skipped)
    assert skipped.outcome == "failed"
    assert "Chromium is not installed" in skipped.longrepr


@pytest.mark.parametrize("value", ["", "0", "false"])
def test_a_skip_is_a_skip_elsewhere(data_folder, monkeypatch, value):
    monkeypatch.setenv("CI", value)
    skipped = report("Skipped: Chromium is not installed")
    no_skips.refuse_skip(skipped)
    assert skipped.outcome == "skipped"


def test_absent_public_data_excuses_a_skip_and_present_data_does_not(data_folder):
    skipped = report("Skipped: " + ABSENT)
    no_skips.refuse_skip(skipped)
    assert skipped.outcome == "skipped"
    data_folder.mkdir(parents=True)
    no_skips.refuse_skip(skipped)
    assert skipped.outcome == "failed"


def test_an_expected_failure_is_not_a_skip(data_folder):
    expected = report("reason", wasxfail="reason")
    no_skips.refuse_skip(expected)
    assert expected.outcome == "skipped"
