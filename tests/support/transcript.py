"""What a screen reader said on a journey, kept in a file and compared with the next time."""

import difflib
import os
import re
from collections.abc import Sequence
from pathlib import Path

REWRITE = "KEEP_TRANSCRIPTS"
# A count over the whole page, its menus too, after which the reading begins.
COUNT = re.compile(r"^Page has \d+ ")
# A field that a script makes a combobox: of which kind it is told depends on whether the reader met it
# before or after the script, some milliseconds apart. The list that it opens is told either way.
MET_BEFORE_THE_SCRIPT = re.compile(r"^(?:ช่องป้อนข้อความ|entry)\n(.*\nopens listbox)$", re.MULTILINE)
RECEIPT = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}\b")


class Transcript:
    """Steps of a journey, each with what was said; `KEEP_TRANSCRIPTS=1` writes the file anew."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.lines: list[str] = []
        self.hidden: list[str] = []

    def hide(self, words: Sequence[str]) -> None:
        """Keep these words, which are others each time, as "…" where they stand by themselves."""
        self.hidden = [*words, "-".join(words)]

    def page(self, what: str, said: list[str], heading: str, after: str) -> list[str]:
        """Note a step that led to a page: what was said from its `heading` up to the link `after` it.

        The menus around are the same on every page; one step notes them all the same. A page that
        gives the focus to something after its heading is noted from there. Return `said`.
        """
        start = said.index(heading) if heading in said else reading_begins(said)
        end = len(said) - said[::-1].index(after) - 1 if after in said[start:] else len(said)
        self.step(what, said[start:end])
        return said

    def step(self, what: str, said: list[str]) -> list[str]:
        """Note a step and what was said after it; return what was said."""
        self.lines += ["", f"== {what}"]
        self.lines += [RECEIPT.sub("XXX-XXX-XXXX", line) for line in said]
        return said

    def text(self) -> str:
        """Return the transcript as it is kept."""
        told = "\n".join(self.lines).strip() + "\n"
        for word in self.hidden:
            told = re.sub(rf"^(\d\. )?{re.escape(word)}$", r"\1…", told, flags=re.MULTILINE)
        return MET_BEFORE_THE_SCRIPT.sub(r"editable combo box\n\1", told)

    def compare(self) -> None:
        """Assert that this journey was told as the one in the file; on request, replace the file."""
        if os.environ.get(REWRITE):
            self.file.parent.mkdir(exist_ok=True)
            self.file.write_text(self.text())
        kept = self.file.read_text().splitlines() if self.file.exists() else []
        changes = difflib.unified_diff(
            kept, self.text().splitlines(), "kept", "heard now", lineterm=""
        )
        difference = "\n".join(changes)
        assert not difference, f"{difference}\n({REWRITE}=1 keeps what is heard now; read it first)"


def reading_begins(said: list[str]) -> int:
    """Return at which line the page itself begins to be read; 0 where nothing tells."""
    counts = [place for place, line in enumerate(said) if COUNT.match(line)]
    return counts[-1] + 1 if counts else 0
