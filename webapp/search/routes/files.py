"""The search for programs: Atom, CSV, JSON, and the names that are suggested while typing."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

from feedgen.feed import FeedGenerator
from flask import current_app, jsonify, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from search_index.entry import Entry
from search_index.order import Order
from webapp.search import service
from webapp.search.routes.asked import Asked, asked, typed_words
from webapp.search.routes.blueprint import bp
from webapp.search.wording import ONE_NAMES
from webapp.shared import clock
from webapp.shared.languages import language
from webapp.shared.pagination import page_number

IN_FEED, IN_FILE = 50, 100
MOST_PAGES = 10
# What an entry without a day says it was last changed at (the Constitution's first day).
UNDATED = datetime(2017, 4, 6, tzinfo=UTC)
COLUMNS = ("id", "kind", "title", "heading", "language", "date", "year", "passage", "address")
# Seconds that a browser may keep what is suggested for a beginning: what is withdrawn is soon gone.
KEEP_SUGGESTED = 20


@bp.get("/search/feed.atom")
def feed_search() -> Response:
    """What is found for the very words, what was published here last first, as a feed (RFC 4287):
    the search itself can be followed."""
    wanted = asked()
    answer = service.ask(wanted.words, wanted.filters, 1, IN_FEED, Order.PUBLISHED, as_typed=True)
    newest = sorted(answer.items, key=lambda item: _moment(item.entry), reverse=True)
    feed = FeedGenerator()
    feed.id(_here())
    feed.title(_("Search: %(words)s", words=wanted.words or "–"))
    feed.author(name=_("Secretariat of the Senate"))
    feed.language(language())
    feed.link(href=_here(), rel="self")
    feed.link(href=_base() + wanted.path(), rel="alternate")
    # The feed puts each before the one added last.
    for item in reversed(newest):
        entry = feed.add_entry()
        entry.id(f"{_base()}{item.entry.url}#{item.entry.id}")
        entry.title(_title(item.entry))
        entry.link(href=_base() + request.script_root + item.entry.url)
        entry.updated(_moment(item.entry))
        entry.summary(_words(item))
    feed.updated(max((_moment(item.entry) for item in answer.items), default=UNDATED))
    response = Response(feed.atom_str(), mimetype="application/atom+xml")
    response.add_etag()
    return response.make_conditional(request)


@bp.get("/search.csv")
def send_results_csv() -> Response:
    """A page of a hundred results for the very words as a table; spreadsheets read it by its byte
    order mark."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows(_rows(replace(asked(), as_typed=True))[1])
    response = Response("\ufeff" + text.getvalue(), mimetype="text/csv")
    response.headers["Content-Disposition"] = "attachment; filename=search.csv"
    return response


@bp.get("/search.json")
def send_results_json() -> Response:
    """A page of a hundred results with their number and the counts by filter."""
    wanted = asked()
    answer, rows = _rows(wanted)
    correction = answer.correction
    return jsonify(
        query=wanted.words,
        filters=dict(wanted.filters),
        total=answer.total,
        total_is_exact=answer.total_is_exact,
        names_only=not answer.from_index,
        answered_for=correction.words if correction and correction.is_answered else wanted.words,
        did_you_mean=correction.words if correction and not correction.is_answered else None,
        facets={name: dict(values) for name, values in answer.facets.items()},
        results=list(rows),
    )


@bp.get("/search/suggestions.json")
def send_suggestions() -> Response:
    """Names for what was typed so far; nothing of it is kept."""
    typed = typed_words()[: service.LONGEST_BEGINNING]
    response = jsonify(
        suggestions=[
            {"says": one.says, "lang": one.lang, "kind": one.kind} for one in service.suggest(typed)
        ]
    )
    response.cache_control.max_age, response.cache_control.public = KEEP_SUGGESTED, True
    return response


def _rows(wanted: Asked) -> tuple[service.Answer, Iterator[Mapping[str, Any]]]:
    number = page_number()
    answer = service.ask(
        wanted.words,
        wanted.filters,
        min(number, MOST_PAGES),
        IN_FILE,
        wanted.order,
        wanted.as_typed,
    )
    # Beyond the last page there is nothing: who reads until nothing comes is at the end.
    return answer, map(_row, answer.items if number <= MOST_PAGES else ())


def _row(item: service.Item) -> Mapping[str, Any]:
    entry = item.entry
    year = entry.facets.get("year")
    values = (
        entry.id, entry.kind, entry.short or entry.title, entry.heading, entry.lang, entry.date,
        year, _words(item), _base() + entry.url,
    )  # fmt: skip
    return dict(zip(COLUMNS, values, strict=True))


def _title(entry: Entry) -> str:
    name = " – ".join(filter(None, (entry.heading, entry.short or entry.title)))
    return f"{ONE_NAMES.get(entry.kind, entry.kind)}: {name}"


def _words(item: service.Item) -> str:
    return "".join(words for words, _found in item.passage)


def _moment(entry: Entry) -> datetime:
    """When it was published here; where that is not known, the beginning of its own day."""
    if entry.published:
        return datetime.fromisoformat(entry.published)
    if not entry.date:
        return UNDATED
    day = datetime.fromisoformat(entry.date).date()
    return datetime.combine(day, time(), clock.BANGKOK)


def _base() -> str:
    base: str = current_app.extensions["settings"].BASE_URL
    return base


def _here() -> str:
    return _base() + request.script_root + request.full_path.rstrip("?")
