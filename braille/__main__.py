"""`python -m braille --grade 0|1|2 [--unicode] [--lines]`: UTF-8 text in, braille out."""

import argparse
import sys

from braille.brf import text_brf, to_ascii
from braille.translate import translate


def main() -> int:
    """Translates standard input; 2 is returned where the grade or the input cannot be used."""
    parser = argparse.ArgumentParser(prog="python -m braille", description=__doc__)
    parser.add_argument("--grade", type=int, choices=(0, 1, 2), default=1)
    parser.add_argument("--unicode", action="store_true", help="Unicode braille, not cut in pages")
    parser.add_argument("--lines", action="store_true", help="one line out for each line in")
    options = parser.parse_args()
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
        sys.stdout.buffer.write(braille_of(text, options.grade, options.unicode, options.lines))
    except UnicodeDecodeError:
        print("The input is not UTF-8 text.", file=sys.stderr)
        return 2
    except ValueError as refusal:
        print(refusal, file=sys.stderr)
        return 2
    return 0


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
