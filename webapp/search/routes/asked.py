"""What an address of the search asks for, and addresses that ask for a little else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from flask import request

from search_index.order import Order
from search_index.query import LONGEST

PAGE_PATH = "/search"
# In the order in which they are offered.
FILTERS = (
    "kind", "stage", "year", "committee", "form", "bill_kind", "proposer", "document_kind",
    "parent",
)  # fmt: skip
NEWEST = "date"
# The filter of which an address shows all values: a state of the page, no part of the search.
OPENED = "all"
_NO_SIGN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
# A value that is longer is none of ours.
_LONGEST_VALUE = 60


@dataclass(frozen=True)
class Asked:
    """The words, the chosen filters, the order, and whether other spellings are unwelcome;
    `opened` is the filter of which the page shows all values."""

    words: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    newest_first: bool = False
    as_typed: bool = False
    opened: str = ""

    @property
    def order(self) -> Order:
        """In which order the page shows what is found."""
        return Order.DAY if self.newest_first else Order.FIT

    @property
    def is_cut(self) -> bool:
        """Whether there are more words than are looked for."""
        return len(self.words) > LONGEST

    def query(self) -> str:
        """The same as the query of an address."""
        pairs = {"q": self.words, **self.filters}
        if self.newest_first:
            pairs["sort"] = NEWEST
        if self.as_typed:
            pairs["exact"] = "1"
        return urlencode(pairs)

    def path(self) -> str:
        """The address of the page that asks for this, in the language of the present one."""
        return f"{request.script_root}{PAGE_PATH}?{self.query()}"

    def path_opened(self, name: str) -> str:
        """The address of the same page with all values of a filter, and there at once."""
        return f"{self.path()}&{urlencode({OPENED: name})}#by-{name}"

    def with_filter(self, name: str, value: str) -> "Asked":
        """The same with one more filter."""
        return replace(self, filters={**self.filters, name: value})

    def without_filter(self, name: str) -> "Asked":
        """The same with one filter less."""
        kept = {key: value for key, value in self.filters.items() if key != name}
        return replace(self, filters=kept)


def typed_words() -> str:
    """The words that an address asks for. Signs that are no letters for anybody, which neither a
    feed (XML 1.0, 2.2) nor every database takes, are blanks."""
    return _NO_SIGN.sub(" ", request.args.get("q") or "").strip()


def asked() -> Asked:
    """What the present address asks for; what is not known asks for nothing."""
    values = {
        name: _NO_SIGN.sub(" ", request.args.get(name, "")).strip()[:_LONGEST_VALUE]
        for name in FILTERS
    }
    return Asked(
        typed_words(),
        {name: value for name, value in values.items() if value},
        request.args.get("sort") == NEWEST,
        request.args.get("exact") == "1",
        request.args.get(OPENED, ""),
    )
