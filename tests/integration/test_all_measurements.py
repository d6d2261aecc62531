"""`make bench` runs every measurement, whatever fails, and says at the end which did."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
# What is to be there already, so that only the measurements are run.
BENCH = ["make", "-o", "setup", "-o", "translations", "bench"]


def test_a_measurement_that_fails_stops_no_other_and_is_named(tmp_path):
    shutil.copy(ROOT / "Makefile", tmp_path)
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    (tmp_path / "bench").mkdir()
    for name, says in (
        ("a", "print('first')"),
        ("b", "raise SystemExit(3)"),
        ("c", "print('last')"),
    ):
        (tmp_path / "bench" / f"{name}.py").write_text(says)

    def run():
        return subprocess.run(BENCH, cwd=tmp_path, capture_output=True, text=True, timeout=60)

    done = run()
    assert done.returncode != 0
    assert "first" in done.stdout
    assert "last" in done.stdout
    assert "These measurements failed: b\n" in done.stdout

    (tmp_path / "bench" / "b.py").write_text("")
    assert run().returncode == 0
