"""The measurements that fill a PostgreSQL of their own still run: with few rows, to their end."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.usefixtures("postgres_copies")
@pytest.mark.parametrize(
    ("name", "asked", "said"),
    [
        ("following", "--people 40 --wishes 90 --searches 10 --mails 20", "weekly digests: 40 "),
        ("complaint_figures", "--messages 300 --requests 3", "p95"),
        ("needs", "--needs 200 --times 3", "p95"),
        ("surveys", "--answers 6000 --requests 2", "p95"),
        ("trends", "--needs 300 --requests 3", "p95"),
    ],
)
def test_a_measurement_runs_to_its_end(name, asked, said):
    command = [sys.executable, "-m", f"bench.{name}", *asked.split()]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=400)
    assert done.returncode == 0, done.stderr[-3000:]
    assert said in done.stdout
