"""How well like needs are told from others: shared words beside sentence likeness by a model.

`python -m bench.like_needs [--data DIR]`: 64 pairs, half of them the same need in other words, half
different needs in much the same words, labelled by hand (`bench/queries/like_needs.tsv`). The
models are scikit-learn's TF-IDF over Thai words or runs of letters, reduced by a truncated SVD, and
fitted on the call centre's utterances and on laws' titles where the public data is there.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import normalize

from thai_text.words import index_terms
from webapp.needs.rules import likeness

ROOT = Path(__file__).resolve().parents[1]
PAIRS = ROOT / "bench/queries/like_needs.tsv"
UTTERANCES = "callcentre_truevoice.jsonl.gz"
Way = Callable[[str, str], float]
MOST_SHOWN = 5


def main() -> None:
    """Read the arguments, measure every way, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared/data")
    data = parser.parse_args().data
    pairs = [line.split("\t") for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    said = [text for _label, *texts in pairs for text in texts]
    more = utterances(data / UTTERANCES)
    print(f"{len(pairs)} pairs; the models are fitted on {len(said) + len(more)} texts")
    ways = {"shared words, rarer ones more": by_words(said)}
    for size in (100, 300):
        ways[f"TF-IDF of words, SVD to {size}"] = by_model("word", size, said + more)
    ways["TF-IDF of 2 to 4 letters"] = by_model("letters", 0, said + more)
    ways["TF-IDF of 2 to 4 letters, SVD to 200"] = by_model("letters", 200, said + more)
    labels = [int(label) for label, *_texts in pairs]
    for name, way in ways.items():
        scores = [way(one, other) for _label, one, other in pairs]
        first = sum(
            is_offered(way, one, other, said) for label, one, other in pairs if label == "1"
        )
        report(name, labels, scores, first)


def utterances(file: Path) -> list[str]:
    """The call centre's different utterances; none where the data is not there."""
    if not file.exists():
        return []
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return sorted({json.loads(line)["text"] for line in lines})


def by_words(texts: Sequence[str]) -> Way:
    """What the register does: the cosine of the words that two needs share, weighed by rarity."""
    having = Counter(term for text in texts for term in set(index_terms(text)))
    weights = {hash(term): likeness.weight(len(texts), n) for term, n in having.items()}

    def way(one: str, other: str) -> float:
        first, second = (list(map(hash, index_terms(text))) for text in (one, other))
        return likeness.likeness(first, second, weights)

    return way


def by_model(unit: str, size: int, texts: Sequence[str]) -> Way:
    """The cosine of two sentences after TF-IDF, reduced to `size` dimensions unless that is 0."""
    counting = (
        TfidfVectorizer(analyzer=lambda text: list(index_terms(text)), sublinear_tf=True)
        if unit == "word"
        else TfidfVectorizer(analyzer="char", ngram_range=(2, 4), sublinear_tf=True, min_df=2)
    )
    steps = [counting, *([TruncatedSVD(size, random_state=1)] if size else [])]
    model = make_pipeline(*steps).fit(texts)

    @cache
    def place(text: str) -> Any:
        return normalize(model.transform([text]))

    def way(one: str, other: str) -> float:
        product = place(one) @ place(other).T
        return float(product[0, 0])

    return way


def is_offered(way: Way, one: str, other: str, texts: Sequence[str]) -> bool:
    """Whether `other` is among the five of all texts that are most like `one`: those are shown."""
    rest = [text for text in texts if text != one]
    return other in sorted(rest, key=lambda text: -way(one, text))[:MOST_SHOWN]


def report(name: str, labels: Sequence[int], scores: Sequence[float], first: int) -> None:
    """Print how many like needs are offered, and whether a like pair scores above an unlike one."""
    area = roc_auc_score(labels, scores)
    now = [label for label, score in zip(labels, scores, strict=True) if score >= likeness.LIKE]
    print(
        f"  {name:38} offered {first} of {sum(labels)}; like above unlike {area:.2f};"
        f" at {likeness.LIKE}: {sum(now)} like of {len(now)}"
    )


if __name__ == "__main__":
    main()
