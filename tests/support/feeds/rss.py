"""What is wrong with a podcast, by the RSS 2.0 specification, Apple's tags and Podcasting 2.0's."""

import json
import re
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from lxml import etree

ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
ATOM = "{http://www.w3.org/2005/Atom}"
IN_CHANNEL = {
    "title", "link", "description", "language", "copyright", "managingEditor", "webMaster",
    "pubDate", "lastBuildDate", "category", "generator", "docs", "cloud", "ttl", "image",
    "textInput", "skipHours", "skipDays", "item",
}  # fmt: skip
IN_ITEM = {
    "title", "link", "description", "author", "category", "comments", "enclosure", "guid",
    "pubDate", "source",
}  # fmt: skip
# Those of the Thai and English of this site, by RFC 5646 as RSS asks (RFC 1766 then).
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
DURATION = re.compile(r"\d+|\d+:[0-5]\d(:[0-5]\d)?")
ITUNES_CATEGORIES = {
    "Arts", "Business", "Comedy", "Education", "Fiction", "Government", "History",
    "Health & Fitness", "Kids & Family", "Leisure", "Music", "News", "Religion & Spirituality",
    "Science", "Society & Culture", "Sports", "Technology", "True Crime", "TV & Film",
}  # fmt: skip
PODCAST_FILES = {
    "chapters": {"application/json+chapters"},
    "transcript": {
        "text/plain", "text/html", "text/vtt", "application/json", "application/x-subrip",
    },
}  # fmt: skip
AUDIO = {"audio/mpeg", "audio/x-m4a", "audio/mp4"}


def faults(content: bytes) -> list[str]:
    """Every rule that the podcast breaks; empty for a valid one."""
    rss = etree.fromstring(content)
    channels = rss.findall("channel")
    if rss.tag != "rss" or rss.get("version") != "2.0" or len(channels) != 1 or len(rss) != 1:
        return ["the root is not rss version 2.0 with one channel"]
    channel = channels[0]
    return [*_of_channel(channel), *_of_items(channel)]


def _of_channel(channel: etree._Element) -> Iterator[str]:
    for name in ("title", "link", "description", "language"):
        if len(channel.findall(name)) != 1 or not (channel.findtext(name) or "").strip():
            yield f"the channel has no {name}, or more than one"
    yield from _unknown(channel, IN_CHANNEL)
    yield from _each(channel, "link", _is_web)
    yield from _each(channel, "language", LANGUAGE.fullmatch)
    yield from _each(channel, "lastBuildDate", _is_date)
    yield from _each(channel, "pubDate", _is_date)
    yield from _each(channel, "ttl", str.isdigit)
    for image in channel.findall("image"):
        if not _is_web(image.findtext("url") or "") or not image.findtext("title"):
            yield "an image without url and title"
        if image.findtext("link") != channel.findtext("link"):
            yield "the image's link is not the channel's (should)"
    own = [link for link in channel.findall(f"{ATOM}link") if link.get("rel") == "self"]
    if len(own) != 1 or not _is_web(own[0].get("href", "")):
        yield "no one atom:link to itself"
    yield from _of_apple(channel)
    yield from _each(channel, f"{PODCAST}locked", lambda text: text in ("yes", "no"))
    yield from _each(channel, f"{PODCAST}guid", _is_uuid)


def _of_apple(channel: etree._Element) -> Iterator[str]:
    image = channel.find(f"{ITUNES}image")
    if image is None or not _is_web(image.get("href", "")):
        yield "no itunes:image"
    if channel.findtext(f"{ITUNES}explicit") not in ("true", "false"):
        yield "itunes:explicit is neither true nor false"
    categories = [one.get("text") for one in channel.findall(f"{ITUNES}category")]
    if not categories or not set(categories) <= ITUNES_CATEGORIES:
        yield f"itunes:category is {categories}"
    if not channel.findtext(f"{ITUNES}author"):
        yield "no itunes:author"


def _of_items(channel: etree._Element) -> Iterator[str]:
    items = channel.findall("item")
    names = Counter(item.findtext("guid") for item in items)
    yield from (f"the guid {name} comes {n} times" for name, n in names.items() if n > 1)
    for item in items:
        yield from (f"item {item.findtext('guid')}: {fault}" for fault in _of_item(item))


def _of_item(item: etree._Element) -> Iterator[str]:
    yield from _unknown(item, IN_ITEM)
    for name in ("title", "guid", "pubDate", "enclosure", f"{ITUNES}duration"):
        if len(item.findall(name)) != 1:
            yield f"{name} comes {len(item.findall(name))} times"
    yield from _each(item, "title", str.strip)
    yield from _each(item, "link", _is_web)
    yield from _each(item, "pubDate", _is_date)
    yield from _each(item, f"{ITUNES}duration", DURATION.fullmatch)
    guid = item.find("guid")
    if guid is not None and guid.get("isPermaLink") != "false" and not _is_web(guid.text or ""):
        yield "a guid that is no address but says that it is"
    for enclosure in item.findall("enclosure"):
        yield from _of_enclosure(enclosure)
    for name, types in PODCAST_FILES.items():
        for one in item.findall(PODCAST + name):
            if not _is_web(one.get("url", "")) or one.get("type") not in types:
                yield f"podcast:{name} {dict(one.attrib)}"


def _of_enclosure(enclosure: etree._Element) -> Iterator[str]:
    if not _is_web(enclosure.get("url", "")):
        yield f"an enclosure at {enclosure.get('url')!r}"
    if not (enclosure.get("length", "").isdigit() and int(enclosure.get("length", "0"))):
        yield f"an enclosure of length {enclosure.get('length')!r}"
    if enclosure.get("type") not in AUDIO:
        yield f"an enclosure of type {enclosure.get('type')!r}"


def _unknown(parent: etree._Element, known: set[str]) -> Iterator[str]:
    for child in parent:
        if not child.tag.startswith("{") and child.tag not in known:
            yield f"{child.tag} has no place in {parent.tag}"


def _each(parent: etree._Element, name: str, fits: Callable[[str], object]) -> Iterator[str]:
    for child in parent.findall(name):
        if not fits(child.text or ""):
            yield f"{name} is {child.text!r}"


def _is_web(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and text.isascii()


def _is_date(text: str) -> bool:
    try:
        return parsedate_to_datetime(text).tzinfo is not None
    except ValueError:
        return False


def _is_uuid(text: str) -> bool:
    try:
        return uuid.UUID(text).version == 5
    except ValueError:
        return False


def chapter_faults(content: bytes, seconds: float) -> list[str]:
    """What is wrong with a file of chapters (JSON chapters 1.2.0) of a sound of so many seconds."""
    whole = json.loads(content)
    chapters = whole.get("chapters", [])
    starts = [one.get("startTime") for one in chapters]
    found = {
        "it does not say version 1.2.0": whole.get("version") != "1.2.0",
        "it has no chapters": not chapters,
        "a chapter has no title": not all(one.get("title") for one in chapters),
        "a start is no number": not all(isinstance(one, int | float) for one in starts),
        "the chapters are not in order": starts != sorted(starts),
        "a chapter begins after the end": any(start > seconds for start in starts),
        "a chapter ends before it begins": any(
            one.get("endTime", one["startTime"]) < one["startTime"] for one in chapters
        ),
    }
    return [fault for fault, is_so in found.items() if is_so]
