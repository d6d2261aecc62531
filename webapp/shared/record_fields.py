"""The fields of a record: each reader gives the value in its type or refuses the row in words."""

import re
from datetime import date
from typing import Any

from webapp.shared.importing import Row, RowRefused

# Python also reads 20200101 and week dates; docs/import-formats.md promises one form.
WRITTEN_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
WEB = ("http://", "https://")


def text_of(row: Row, *names: str) -> str:
    """The first of these fields that holds words. Raises `RowRefused`."""
    for name in names:
        value = row.get(name)
        if isinstance(value, str) and value.strip():
            return value
    raise RowRefused(f"{names[0]!r} is missing or empty")


def day_of(row: Row, name: str) -> date:
    """A date written YYYY-MM-DD. Raises `RowRefused`."""
    value = row.get(name)
    try:
        if isinstance(value, str) and WRITTEN_DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise RowRefused(f"{name!r} is {value!r}; write a date as YYYY-MM-DD")


def day_or_none(row: Row, name: str) -> date | None:
    """A date written YYYY-MM-DD, None where the field is not told. Raises `RowRefused`."""
    return None if row.get(name) in (None, "") else day_of(row, name)


def object_of(row: Row, name: str) -> dict[str, Any]:
    """A field that holds fields of its own, empty where it is not told. Raises `RowRefused`."""
    value = row.get(name)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise RowRefused(f"{name!r} is {value!r}; use an object with fields of its own")
    return value


def count_of(row: Row, name: str) -> int | None:
    """A whole number from 0, None where it is not told. Raises `RowRefused`."""
    value = row.get(name)
    if value is not None and (type(value) is not int or value < 0):
        raise RowRefused(f"{name!r} is {value!r}; use a whole number from 0, or null")
    return value


def address_of(row: Row, name: str) -> str:
    """A web address, "" where it is not told. Raises `RowRefused`."""
    value = row.get(name)
    if value in (None, ""):
        return ""
    if not isinstance(value, str) or not value.startswith(WEB):
        raise RowRefused(f"{name!r} is {value!r}; a web address begins with http:// or https://")
    return value
