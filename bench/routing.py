"""How often a message is routed right: the classifier of topics beside keywords, on texts held out.

`python -m bench.routing [--data DIR] [--only N]`: of the call centre's utterances each different
text counts once; a fifth, chosen by a hash of the text, is not trained on. The baseline gives each
label the 20 words of the other four fifths that mark it most, and counts them in the text.
"""

import argparse
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from thai_text.words import words
from webapp.complaints.rules.training import Example, train

ROOT = Path(__file__).resolve().parents[1]
FILE = "callcentre_truevoice.jsonl.gz"
LABELS = {"destination": "to which desk", "object": "about what"}
KEYWORDS = 20


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared/data")
    parser.add_argument("--only", type=int, default=0, help="so many texts at most")
    asked = parser.parse_args()
    if not (asked.data / FILE).exists():
        print(f"{asked.data / FILE} is not here: nothing is measured")
        return
    with gzip.open(asked.data / FILE, "rt", encoding="utf-8") as lines:
        rows = {row["text"]: row for row in map(json.loads, lines)}
    texts = list(rows)[: asked.only or None]
    for label, what in LABELS.items():
        every = [Example(text, rows[text][label]) for text in texts]
        measure(f"{label} ({what})", every)


def measure(name: str, every: Sequence[Example]) -> None:
    """Print top-1 and top-3 of the classifier and of keywords for one kind of label."""
    held = [example for example in every if is_held_out(example.text)]
    learned = [example for example in every if not is_held_out(example.text)]
    labels = len({example.topic for example in every})
    print(f"{name}: {labels} labels, {len(learned)} texts trained on, {len(held)} held out")
    model = train(learned)
    keywords = by_keywords(learned)
    ways: dict[str, Callable[[str], list[str]]] = {
        "classifier": lambda text: [one.topic for one in model.propose(text)],
        "keywords": keywords,
    }
    for way, ask in ways.items():
        answers = [(ask(example.text), example.topic) for example in held]
        first = sum(found[:1] == [topic] for found, topic in answers) / len(held)
        three = sum(topic in found for found, topic in answers) / len(held)
        print(f"  {way:10}  top-1 {first:6.1%}  top-3 {three:6.1%}")


def is_held_out(text: str) -> bool:
    """Whether a text is of the fifth that is not trained on."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 5 == 0


def by_keywords(learned: Sequence[Example]) -> Callable[[str], list[str]]:
    """The baseline: three labels by how many of their keywords a text has; ties to the commoner."""
    sizes = Counter(example.topic for example in learned)
    holding: dict[str, Counter[str]] = {topic: Counter() for topic in sizes}
    total: Counter[str] = Counter()
    for example in learned:
        said = set(words(example.text))
        holding[example.topic].update(said)
        total.update(said)

    def marks(topic: str, word: str) -> float:
        inside = holding[topic][word]
        return inside / sizes[topic] - (total[word] - inside) / (len(learned) - sizes[topic])

    keywords = {
        topic: set(sorted(held, key=lambda word: -marks(topic, word))[:KEYWORDS])
        for topic, held in holding.items()
    }
    common = [topic for topic, _count in sizes.most_common()]

    def ask(text: str) -> list[str]:
        said = set(words(text))
        return sorted(common, key=lambda topic: -len(said & keywords[topic]))[:3]

    return ask


if __name__ == "__main__":
    main()
