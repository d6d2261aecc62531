"""Under CI a skipped test is a failed one, so that "green" means "proved".

One exception: the folder of public data beside the checkout is not part of the project, so a test
that says in its reason that `../shared/data` is absent may be skipped where it truly is.
"""

import os
from collections.abc import Generator
from typing import Any

import pytest

from tests.support.public_data import SHARED_DATA


def must_run() -> bool:
    """Say whether this run may skip nothing (the variable CI is set, as every CI service does)."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false", "no"}


def excused(reason: str) -> bool:
    """Say whether a skip is one that only the absent folder of public data explains."""
    return "shared/data" in reason and not SHARED_DATA.is_dir()


def refuse_skip(report: Any) -> None:
    """Turn a report of a skip into a failure, unless it is excused or an expected failure."""
    if not report.skipped or hasattr(report, "wasxfail") or not must_run():
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if not excused(reason):
        report.outcome = "failed"
        report.longrepr = f"nothing may be skipped under CI: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, Any, Any]:
    report = yield
    refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Any, Any]:
    report = yield
    refuse_skip(report)
    return report
