"""Tables of what can be found: entries, the words in them, what is suggested while typing."""

import zlib
from typing import Any

from sqlalchemy import JSON, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from search_index.entry import Entry
from webapp.extensions import db
from webapp.search.rules.versions import tables_version

# Compared sign by sign in every database, so that the signs after a beginning are a range of keys.
BY_SIGN = String(80).with_variant(String(80, collation="C"), "postgresql")


class SearchEntry(db.Model):
    """One thing that can be found, as the index was given it; the index is made from these."""

    __tablename__ = "search_entries"

    id: Mapped[str] = mapped_column(primary_key=True)
    # What it was made from ("b-12", "d-7"), and the version of that.
    source: Mapped[str] = mapped_column(index=True)
    source_version: Mapped[str]
    # By which rules the words and suggestions of it were made.
    made_with: Mapped[str]
    kind: Mapped[str]
    lang: Mapped[str]
    url: Mapped[str]
    title: Mapped[str]
    short: Mapped[str]
    heading: Mapped[str]
    date: Mapped[str | None]
    published: Mapped[str | None]
    facets: Mapped[dict[str, Any]] = mapped_column(JSON)
    packed_text: Mapped[bytes] = mapped_column(LargeBinary)

    @classmethod
    def of(cls, entry: Entry, source: str, version: str) -> "SearchEntry":
        """The row that keeps `entry`, made from this version of `source`."""
        return cls(
            id=entry.id,
            source=source,
            source_version=version,
            made_with=tables_version(),
            kind=entry.kind,
            lang=entry.lang,
            url=entry.url,
            title=entry.title,
            short=entry.short,
            heading=entry.heading,
            date=entry.date,
            published=entry.published,
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
            published=self.published,
        )


class SearchChange(db.Model):
    """An entry that the index does not show yet as it is kept, or holds though it is kept no more.

    `applied`: the index in use shows it; kept only for one that is being built meanwhile.
    """

    __tablename__ = "search_changes"

    # A later one has a higher one, as long as the earlier is here.
    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(index=True)
    entry_id: Mapped[str]
    applied: Mapped[bool] = mapped_column(default=False, index=True)


class SearchWord(db.Model):
    """A word that stands in what can be found, and in how many entries: what is misspelt is mended
    by these."""

    __tablename__ = "search_words"

    word: Mapped[str] = mapped_column(primary_key=True)
    entries: Mapped[int]


class Suggestion(db.Model):
    """What may be meant by a beginning: a name, under one of the places where typing may begin."""

    __tablename__ = "search_suggestions"
    __table_args__ = (Index("ix_search_suggestions_key", "tier", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(index=True)
    # 1 is offered first.
    tier: Mapped[int]
    # The name from one of its words on, in the form in which beginnings are compared.
    key: Mapped[str] = mapped_column(BY_SIGN)
    says: Mapped[str]
    lang: Mapped[str]
    kind: Mapped[str]
