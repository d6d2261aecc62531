"""A person's news as an Atom feed (RFC 4287)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from feedgen.feed import FeedGenerator
from lxml import etree

from webapp.following.rules.telling import Place, Telling

_ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass(frozen=True)
class Channel:
    """What a feed says of itself: its own address, the page at which what it brings is changed or
    stopped, its words; `change` are the words of the link to that page."""

    url: str
    page: str
    title: str
    about: str
    author: str
    language: str
    change: str


@dataclass(frozen=True)
class Entry:
    """One piece of news in a feed. `key` is its name for ever; `sound` the address, the bytes and
    the seconds of its sound, where it has one."""

    key: str
    telling: Telling
    published: datetime
    updated: datetime


def atom(channel: Channel, entries: Sequence[Entry], empty: datetime) -> bytes:
    """The feed, the newest entry first; one without entries was last changed at `empty`."""
    feed = FeedGenerator()
    feed.id(channel.url)
    feed.title(channel.title)
    feed.subtitle(channel.about)
    feed.author(name=channel.author)
    feed.language(channel.language)
    feed.link(href=channel.url, rel="self", type="application/atom+xml")
    feed.link(href=channel.page, rel="alternate", type="text/html")
    feed.updated(max((one.updated for one in entries), default=empty))
    for one in entries:
        telling = one.telling
        entry = feed.add_entry(order="append")
        entry.id(one.key)
        entry.title(telling.title)
        entry.published(one.published)
        entry.updated(one.updated)
        entry.link(href=telling.page.url, rel="alternate")
        entry.content("\n\n".join([telling.what, *telling.paragraphs]), type="text")
    return _with_places(feed.atom_str(), channel, entries)


def _with_places(content: bytes, channel: Channel, entries: Sequence[Entry]) -> bytes:
    """The feed with where there is more of each entry, and where it is changed or stopped: feedgen
    writes every link of an entry without its `rel`, as if it were the entry's page."""
    whole = etree.fromstring(content)
    for element, one in zip(whole.iter(f"{_ATOM}entry"), entries, strict=True):
        for place in (*one.telling.more, Place(channel.change, channel.page)):
            link = {"href": place.url, "rel": "related", "title": place.what}
            etree.SubElement(element, f"{_ATOM}link", link)
    return bytes(etree.tostring(whole, xml_declaration=True, encoding="UTF-8"))
