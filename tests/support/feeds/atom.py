"""What is wrong with an Atom feed, by RFC 4287; section numbers are its own."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

from lxml import etree

NS = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# RFC 3339, with the zone that 3.3 wants.
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
ONCE_IN_FEED = ("id", "title", "updated")
AT_MOST_ONCE_IN_FEED = ("generator", "icon", "logo", "rights", "subtitle")
ONCE_IN_ENTRY = ("id", "title", "updated")
AT_MOST_ONCE_IN_ENTRY = ("content", "published", "rights", "source", "summary")
TEXTS = ("title", "subtitle", "summary", "rights", "content")
IN_FEED = {
    *ONCE_IN_FEED,
    *AT_MOST_ONCE_IN_FEED,
    "author",
    "category",
    "contributor",
    "link",
    "entry",
}
IN_ENTRY = {*ONCE_IN_ENTRY, *AT_MOST_ONCE_IN_ENTRY, "author", "category", "contributor", "link"}


def faults(content: bytes) -> list[str]:
    """Every rule that the feed breaks; empty for a valid one."""
    feed = etree.fromstring(content)
    if feed.tag != f"{NS}feed":
        return [f"the root is {feed.tag} (4.1.1)"]
    return [*_of_feed(feed), *(f"entry: {fault}" for fault in _of_entries(feed))]


def _of_feed(feed: etree._Element) -> Iterator[str]:
    yield from _counted(feed, ONCE_IN_FEED, AT_MOST_ONCE_IN_FEED, IN_FEED)
    yield from _constructs(feed)
    if not any(link.get("rel") == "self" for link in feed.findall(f"{NS}link")):
        yield "no link to itself (4.1.1, should)"
    entries = feed.findall(f"{NS}entry")
    if feed.find(f"{NS}author") is None and any(e.find(f"{NS}author") is None for e in entries):
        yield "neither the feed nor every entry has an author (4.1.1)"
    if not feed.get(XML_LANG):
        yield "it does not say its language"


def _of_entries(feed: etree._Element) -> Iterator[str]:
    ids = Counter(entry.findtext(f"{NS}id") for entry in feed.findall(f"{NS}entry"))
    yield from (
        f"the id {name} comes {count} times (4.1.1)" for name, count in ids.items() if count > 1
    )
    for entry in feed.findall(f"{NS}entry"):
        yield from _counted(entry, ONCE_IN_ENTRY, AT_MOST_ONCE_IN_ENTRY, IN_ENTRY)
        yield from _constructs(entry)
        links = [link.get("rel", "alternate") for link in entry.findall(f"{NS}link")]
        if entry.find(f"{NS}content") is None and "alternate" not in links:
            yield "neither content nor an alternate link (4.1.2)"


def _counted(parent: etree._Element, once: tuple, at_most: tuple, known: set) -> Iterator[str]:
    found = Counter(child.tag for child in parent)
    for name in once:
        if found[NS + name] != 1:
            yield f"{name} comes {found[NS + name]} times, not once (4.1)"
    for name in at_most:
        if found[NS + name] > 1:
            yield f"{name} comes more than once (4.1)"
    for tag in found:
        if tag.startswith(NS) and tag.removeprefix(NS) not in known:
            yield f"{tag} has no place here (4.1)"


def _constructs(parent: etree._Element) -> Iterator[str]:
    for child in parent:
        name = child.tag.removeprefix(NS)
        text = (child.text or "").strip()
        if name in ("updated", "published") and not _is_date(text):
            yield f"{name} is {text!r}, no date-time with a zone (3.3)"
        elif name == "id" and not urlsplit(text).scheme:
            yield f"the id {text!r} is no absolute IRI (4.2.6)"
        elif name == "title" and not text:
            yield "the title is empty"
        elif name == "author" and not (child.findtext(f"{NS}name") or "").strip():
            yield "an author without a name (3.2.1)"
        elif name == "link":
            yield from _link(child)
        if name in TEXTS and child.get("type", "text") not in ("text", "html", "xhtml"):
            yield f"{name} has the type {child.get('type')} (3.1.1)"
    yield from _alternates(parent)


def _alternates(parent: etree._Element) -> Iterator[str]:
    alternates = Counter(
        (link.get("type"), link.get("hreflang"))
        for link in parent.findall(f"{NS}link")
        if link.get("rel", "alternate") == "alternate"
    )
    if any(count > 1 for count in alternates.values()):
        yield "two alternate links of one type and language (4.1.1)"


def _link(link: etree._Element) -> Iterator[str]:
    if urlsplit(link.get("href", "")).scheme not in ("http", "https"):
        yield f"a link to {link.get('href')!r} (4.2.7.1)"
    length = link.get("length")
    if length is not None and not length.isdigit():
        yield f"a link of length {length!r} (4.2.7.6)"


def _is_date(text: str) -> bool:
    if not DATE.fullmatch(text):
        return False
    try:
        return datetime.fromisoformat(text) is not None
    except ValueError:
        return False
