"""What changed between two texts, section by section and word by word; also as a text to hear."""

from thai_text.compare.comparison import Change, Comparison, Counts, Kind, compare
from thai_text.compare.document import Marking, anchored, comparison_document, is_changed, lines
from thai_text.compare.entries import Entry
from thai_text.compare.runs import Run, RunKind, runs
from thai_text.compare.words import mark_words, summary_sentences

# Goes up with each change of what a comparison finds or says.
COMPARE_VERSION = "3"

__all__ = [
    "COMPARE_VERSION",
    "Change",
    "Comparison",
    "Counts",
    "Entry",
    "Kind",
    "Marking",
    "Run",
    "RunKind",
    "anchored",
    "compare",
    "comparison_document",
    "is_changed",
    "lines",
    "mark_words",
    "runs",
    "summary_sentences",
]
