"""`python -m thai_text clean|spoken|outline`: UTF-8 text on standard input, UTF-8 on output."""

import argparse
import json
import sys
from collections.abc import Callable

from thai_text.clean import clean
from thai_text.outline import parse
from thai_text.reading import spoken


def _spoken(text: str) -> str:
    return spoken(clean(text))


def _outline(text: str) -> str:
    return json.dumps(parse(clean(text)).to_json(), ensure_ascii=False, indent=2) + "\n"


_COMMANDS: dict[str, Callable[[str], str]] = {
    "clean": clean,
    "spoken": _spoken,
    "outline": _outline,
}


def _line_by_line(text: str, change: Callable[[str], str]) -> str:
    """Change each line by itself, so that line n of the output stands for line n of the input."""
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    changed = (change(line.replace("\r", " ")) for line in lines)
    return "".join(" ".join(line.splitlines()) + "\n" for line in changed)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m thai_text", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, about in (
        ("clean", "repair encodings, mark order and PDF damage"),
        ("spoken", "write the text as it is read aloud"),
    ):
        command = commands.add_parser(name, help=about, description=about)
        command.add_argument(
            "--lines", action="store_true", help="each input line gives exactly one output line"
        )
    commands.add_parser("outline", help="the Document of a law's text, as JSON")
    return parser.parse_args()


def main() -> int:
    """Run one command; returns 2 with a sentence on standard error where the input is not UTF-8."""
    arguments = _arguments()
    try:
        text = sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        print(f"The input is not UTF-8 text (byte {error.start}).", file=sys.stderr)
        return 2
    change = _COMMANDS[arguments.command]
    by_line = getattr(arguments, "lines", False)
    result = _line_by_line(text, change) if by_line else change(text)
    sys.stdout.buffer.write(result.encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
