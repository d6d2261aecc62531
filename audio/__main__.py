"""`python -m audio say|book -o FILE`: text or a Document on standard input into sound or a book."""

import argparse
import json
import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from audio import engines
from audio.book import FORMATS, make_book
from audio.engines import Engine, VoiceUnavailable
from audio.mp3 import Mp3Writer
from audio.pcm import write_wav
from audio.speech import stream
from thai_text.outline import Document, parse

_SUFFIXES = (".wav", ".mp3")
_SPEEDS = f"{engines.SLOWEST:g} to {engines.FASTEST:g}; 1 is usual"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, or 1 after a sentence on standard error saying what is wrong."""
    options = _parser().parse_args(arguments)
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
        if not text.strip():
            raise ValueError("There is nothing to read on standard input.")
        spoken = engines.speak_with(
            options.engine, lambda engine: options.run(options, text, engine)
        )
        if spoken.reason:
            print(f"{spoken.reason} Using the voice {spoken.engine.name!r}.", file=sys.stderr)
    except UnicodeDecodeError:
        print("Standard input is not UTF-8 text.", file=sys.stderr)
        return 1
    except (ValueError, OSError, VoiceUnavailable) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m audio", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="say|book")
    say = commands.add_parser("say", help="text into WAV or MP3, by the file's ending")
    say.set_defaults(run=_say)
    book = commands.add_parser("book", help="text or a Document's JSON into a book with chapters")
    book.add_argument("--format", choices=FORMATS, default="mp3")
    book.set_defaults(run=_book)
    for command in (say, book):
        command.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
        command.add_argument("--engine", choices=engines.NAMES, default=engines.DEFAULT)
        command.add_argument("--speed", type=_speed, default=1.0, help=_SPEEDS)
        command.add_argument("--lang", choices=("th", "en"), default="th")
    return parser


def _speed(text: str) -> float:
    speed = float(text)
    if not engines.SLOWEST <= speed <= engines.FASTEST:
        raise argparse.ArgumentTypeError(
            f"speed must be between {engines.SLOWEST} and {engines.FASTEST}"
        )
    return speed


def _say(options: argparse.Namespace, text: str, engine: Engine) -> None:
    path: Path = options.output
    if path.suffix.lower() not in _SUFFIXES:
        raise ValueError(f"FILE must end in {' or '.join(_SUFFIXES)}.")
    said = stream(text, options.lang, engine, options.speed)
    first = next(said, None)
    if first is None:
        raise ValueError("There is nothing to say: the text has neither letters nor numbers.")
    pieces = chain([first], said)
    if path.suffix.lower() == ".wav":
        write_wav(path, engine.rate, pieces)
        return
    with path.open("wb") as file, Mp3Writer(file, engine.rate) as writer:
        for piece in pieces:
            writer.write(piece)


def _book(options: argparse.Namespace, text: str, engine: Engine) -> None:
    document = _document(text, options.lang)
    book = make_book(document, options.output, options.format, engine, options.speed)
    minutes, seconds = divmod(round(book.duration_seconds), 60)
    print(f"{minutes} min {seconds} s, {book.bytes:,} bytes, {len(book.chapters)} chapters")


def _document(text: str, lang: str) -> Document:
    if not text.lstrip().startswith("{"):
        return parse(text, lang=lang)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"Standard input is not a Document's JSON: {error}") from error
    return Document.from_json(data)


if __name__ == "__main__":
    sys.exit(main())
