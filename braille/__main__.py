"""`python -m braille --grade 0|1|2 [--unicode] [--lines] [--format …] [--cells N]`: text in,
braille out, both on the standard streams."""

import argparse
import sys

from braille import PRESETS
from braille.brf import HEIGHT, text_brf, to_ascii
from braille.layout import text_lines
from braille.pef import document_pef
from braille.translate import translate
from thai_text.outline import parse


def main() -> int:
    """Translates standard input; 2 is returned where the grade or the input cannot be used."""
    options = _parser().parse_args()
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
        sys.stdout.buffer.write(_written(text, options))
    except UnicodeDecodeError:
        print("The input is not UTF-8 text.", file=sys.stderr)
        return 2
    except ValueError as refusal:
        print(refusal, file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m braille", description=__doc__)
    parser.add_argument("--grade", type=int, choices=(0, 1, 2), default=1)
    parser.add_argument("--unicode", action="store_true", help="Unicode braille, not cut in pages")
    parser.add_argument("--lines", action="store_true", help="one line out for each line in")
    parser.add_argument(
        "--format",
        choices=("brf", "pef", "unicode"),
        help="brf (the default), pef of the text's outline, or the same as --unicode",
    )
    widths = ", ".join(str(size.width) for size in PRESETS.values() if size.height is None)
    parser.add_argument(
        "--cells",
        type=int,
        help=f"lines of so many cells, without pages save in PEF; displays have {widths}",
    )
    return parser


def _written(text: str, options: argparse.Namespace) -> bytes:
    """The bytes to print in the form that was asked for."""
    if options.format == "pef":
        page = PRESETS["page"].width
        return document_pef(parse(text), options.grade, options.cells or page)
    as_unicode = options.unicode or options.format == "unicode"
    if options.lines or (as_unicode and options.cells is None):
        return braille_of(text, options.grade, as_unicode, options.lines)
    if not as_unicode:
        cells = options.cells or PRESETS["page"].width
        return text_brf(text, options.grade, cells, HEIGHT if options.cells is None else None)
    return "".join(f"{line}\n" for line in text_lines(text, options.grade, options.cells)).encode()


def braille_of(text: str, grade: int, as_unicode: bool, by_line: bool) -> bytes:
    """The bytes to print: a BRF, or line for line in ASCII or in Unicode braille."""
    if not as_unicode and not by_line:
        return text_brf(text, grade)
    if not by_line:
        return translate(text, grade).encode()
    lines = text.replace("\r\n", "\n").split("\n")
    ended = lines[:-1] if lines[-1] == "" else lines
    translated = [translate(line.replace("\r", " "), grade) for line in ended]
    written = translated if as_unicode else [to_ascii(line) for line in translated]
    return "".join(f"{line}\n" for line in written).encode()


if __name__ == "__main__":
    sys.exit(main())
