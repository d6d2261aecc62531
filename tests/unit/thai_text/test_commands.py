"""`python -m thai_text …`: text in, text out, line for line."""

import json
import subprocess
import sys

import pytest


def run(*arguments, typed=b""):
    return subprocess.run(
        [sys.executable, "-m", "thai_text", *arguments],
        input=typed,
        capture_output=True,
        check=False,
    )


def test_clean_repairs_what_it_is_given():
    done = run("clean", typed="ส ำนักงาน\nมาตรา ๑".encode())
    assert done.returncode == 0
    assert done.stdout.decode() == "สำนักงาน\nมาตรา ๑"


@pytest.mark.parametrize("command", ["clean", "spoken"])
def test_each_line_gives_one_line(command):
    typed = "มาตรา ๑\r\n\n \u2028 \nพ.ศ. ....\n... ฯ\nพ.ศ.\n๒๕๖๐"
    done = run(command, "--lines", typed=typed.encode())
    assert done.stdout.decode().count("\n") == 7
    assert len(done.stdout.decode().splitlines()) == 7


def test_spoken_repairs_and_reads():
    done = run("spoken", "--lines", typed="ม าตรา ๑๒/๑\n".encode())
    assert done.stdout.decode() == "มาตรา สิบสองทับหนึ่ง\n"


def test_no_line_gives_no_line():
    assert run("spoken", "--lines").stdout == b""


def test_outline_prints_the_document():
    done = run("outline", typed="มาตรา ๑ ข้อความ\nมาตรา ๑/๑ ข้อความ\n".encode())
    document = json.loads(done.stdout)
    assert document["v"] == 1
    assert [block["id"] for block in document["blocks"]] == ["s1", "s1-1"]


def test_input_that_is_not_utf8_is_refused_with_a_sentence():
    done = run("clean", typed="ก".encode("cp874"))
    assert done.returncode == 2
    assert "not UTF-8" in done.stderr.decode()


def test_an_unknown_command_is_refused():
    assert run("sing").returncode == 2
