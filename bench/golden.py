"""How much each engine finds of what it should: `python -m bench.golden [--data DIR]`.

The golden questions (bench/queries/golden.tsv) over bills, drafts, committees, the Constitution and
205 laws with all their sections.
"""

import argparse
import tempfile
from contextlib import ExitStack
from pathlib import Path

from bench.queries.corpus import golden_entries
from bench.queries.golden import Asker, questions, vocabulary_of
from search_index.engines import Place, rebuild_index
from tests.support.postgres import private_postgres

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Read the arguments, build, ask, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, default=ROOT / "../shared/data")
    data = arguments.parse_args().data
    if not data.is_dir():
        print(f"golden: no data in {data}, nothing measured")
        return
    entries = golden_entries(data)
    vocabulary = vocabulary_of(entries)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        database = stack.enter_context(private_postgres()).replace("+psycopg", "")
        places: dict[str, Place] = dict.fromkeys(("whoosh", "tantivy"), folder)
        for name, place in {**places, "postgresql": database}.items():
            print(f"{name}, {len(entries):,} entries")
            engine = rebuild_index(name, place, entries)
            for kind, score in Asker(engine, entries, vocabulary).scores(questions()).items():
                print(
                    f"  {kind:9} {score.count:4} found {score.recall:.1%}"
                    f" among the first ten {score.recall_at_10:.1%}"
                    f" reciprocal rank {score.reciprocal_rank:.3f}",
                    flush=True,
                )
            engine.close()


if __name__ == "__main__":
    main()
