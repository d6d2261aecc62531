"""A person's news and documents as a podcast: RSS 2.0 with Apple's and Podcasting 2.0's tags.

Sources: rssboard.org/rss-specification, podcasters.apple.com (RSS feed requirements),
podcastindex.org/namespace/1.0.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime

from lxml import etree
from lxml.builder import ElementMaker

from webapp.following.feeds.atom import Channel

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
ATOM = "http://www.w3.org/2005/Atom"
_MAPPING = {"itunes": ITUNES, "podcast": PODCAST, "atom": ATOM}
_RSS = ElementMaker(nsmap=_MAPPING)
_ITUNES = ElementMaker(namespace=ITUNES, nsmap=_MAPPING)
_PODCAST = ElementMaker(namespace=PODCAST, nsmap=_MAPPING)
_ATOM = ElementMaker(namespace=ATOM, nsmap=_MAPPING)
# From the definition of podcast:guid.
_GUIDS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")


@dataclass(frozen=True)
class Episode:
    """One sound: its name for ever, its words, where it is, and where its chapters are."""

    key: str
    title: str
    about: str
    page: str
    published: datetime
    url: str
    bytes: int
    seconds: float
    chapters: str
    transcript: str = ""
    transcript_type: str = "text/plain"


def podcast(channel: Channel, episodes: Sequence[Episode], image: str, built: datetime) -> bytes:
    """The feed, the newest episode first; `built` is when it last changed."""
    guid = uuid.uuid5(_GUIDS, channel.url.partition("://")[2].rstrip("/"))
    rss = _RSS.rss(
        _RSS.channel(
            _RSS.title(channel.title),
            _RSS.link(channel.page),
            _RSS.description(channel.about),
            _RSS.language(channel.language),
            _RSS.lastBuildDate(format_datetime(built)),
            _RSS.ttl("60"),
            _ATOM.link(href=channel.url, rel="self", type="application/rss+xml"),
            _RSS.image(_RSS.url(image), _RSS.title(channel.title), _RSS.link(channel.page)),
            _ITUNES.author(channel.author),
            _ITUNES.image(href=image),
            _ITUNES.category(text="Government"),
            _ITUNES.explicit("false"),
            # It is one person's own: no directory is to list it.
            _ITUNES.block("Yes"),
            _PODCAST.locked("yes"),
            _PODCAST.guid(str(guid)),
            *(_item(episode, channel) for episode in episodes),
        ),
        version="2.0",
    )
    return bytes(etree.tostring(rss, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _item(episode: Episode, channel: Channel) -> etree._Element:
    item = _RSS.item(
        _RSS.title(episode.title),
        _RSS.link(episode.page),
        _RSS.description(f"{episode.about}\n\n{channel.change}: {channel.page}"),
        _RSS.guid(episode.key, isPermaLink="false"),
        _RSS.pubDate(format_datetime(episode.published)),
        _RSS.enclosure(url=episode.url, length=str(episode.bytes), type="audio/mpeg"),
        _ITUNES.duration(str(round(episode.seconds))),
        _ITUNES.explicit("false"),
        _PODCAST.chapters(url=episode.chapters, type="application/json+chapters"),
    )
    if episode.transcript:
        item.append(_PODCAST.transcript(url=episode.transcript, type=episode.transcript_type))
    return item
