"""Tables of search."""

import zlib
from typing import Any

from sqlalchemy import JSON, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from search_index.entry import Entry
from webapp.extensions import db


class SearchEntry(db.Model):
    """One thing that can be found, as the index was given it; the index is made from these."""

    __tablename__ = "search_entries"

    id: Mapped[str] = mapped_column(primary_key=True)
    # What it was made from ("b-12", "d-7"), and the version of that.
    source: Mapped[str] = mapped_column(index=True)
    source_version: Mapped[str]
    kind: Mapped[str]
    lang: Mapped[str]
    url: Mapped[str]
    title: Mapped[str]
    short: Mapped[str]
    heading: Mapped[str]
    date: Mapped[str | None]
    facets: Mapped[dict[str, Any]] = mapped_column(JSON)
    packed_text: Mapped[bytes] = mapped_column(LargeBinary)

    @classmethod
    def of(cls, entry: Entry, source: str, version: str) -> "SearchEntry":
        """The row that keeps `entry`, made from this version of `source`."""
        return cls(
            id=entry.id,
            source=source,
            source_version=version,
            kind=entry.kind,
            lang=entry.lang,
            url=entry.url,
            title=entry.title,
            short=entry.short,
            heading=entry.heading,
            date=entry.date,
            facets=dict(entry.facets),
            packed_text=zlib.compress(entry.text.encode(), 6),
        )

    @property
    def entry(self) -> Entry:
        """What the index is given."""
        return Entry(
            id=self.id,
            kind=self.kind,
            url=self.url,
            title=self.title,
            short=self.short,
            heading=self.heading,
            text=zlib.decompress(self.packed_text).decode(),
            lang=self.lang,
            facets=self.facets,
            date=self.date,
        )
