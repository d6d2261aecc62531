"""Long lists, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from flask import request

Item = TypeVar("Item")


@dataclass(frozen=True)
class Page(Generic[Item]):
    """One page of a list: its items, its number from 1, and how many there are in all."""

    items: Sequence[Item]
    number: int
    per_page: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least 1."""
        return max(1, -(-self.total // self.per_page))

    @property
    def first(self) -> int:
        """The number of the first item shown, from 1; 0 where there is none."""
        return (self.number - 1) * self.per_page + 1 if self.items else 0

    @property
    def last(self) -> int:
        """The number of the last item shown."""
        return (self.number - 1) * self.per_page + len(self.items)


def page_number() -> int:
    """The page asked for by `?page=`, at least 1; anything that is not a number is page 1."""
    text = request.args.get("page", "1")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def page_url(number: int) -> str:
    """The present address with another page number, filters kept."""
    values = request.args.to_dict(flat=False)
    values["page"] = [str(number)]
    pairs = [(name, value) for name, group in values.items() for value in group]
    return request.script_root + request.path + "?" + urlencode(pairs)
