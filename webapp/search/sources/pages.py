"""The service's own pages that explain something, read as a visitor reads them, in both languages.

What stands on a page is found without being written down a second time.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextvars import Context
from functools import cache, partial
from pathlib import Path

from bs4 import BeautifulSoup
from flask import current_app, url_for
from werkzeug.test import EnvironBuilder, run_wsgi_app

from search_index.entry import Entry
from webapp.search.index import current_index
from webapp.search.service import Source, version_of
from webapp.search.service.coming import PAGE
from webapp.shared.languages import LANGUAGES, PREFIX

# Of a page these are no words of its own: where it stands, what is filled in, what is pressed.
_NOT_READ = "nav, form, script, .notice, h1"
# What pages are made of, and the file that says of which of it they were when they were read.
_MADE_OF = (".html", ".po", ".py")
_READ_FILE = "pages"


class PageUnreadable(Exception):
    """One of the service's own pages does not open."""


def sources(kinds: Mapping[str, str]) -> Iterator[Source]:
    """A page of each endpoint in `kinds`, which says what kind of thing it is."""
    for endpoint, kind in kinds.items():
        with current_app.test_request_context():
            path = url_for(endpoint)
        entries = [entry for lang in LANGUAGES for entry in _read(endpoint, kind, path, lang)]
        yield Source(f"{PAGE}{endpoint}", version_of(entries), partial(list, entries))


def are_read() -> bool:
    """Whether the pages have been read since they are made of what they are made of now."""
    try:
        return _read_file().read_text(encoding="utf-8") == words_version()
    except FileNotFoundError:
        return False


def note_reading() -> None:
    """Note that they have been read as they are now."""
    _read_file().write_text(words_version(), encoding="utf-8")


def _read_file() -> Path:
    return current_index().folder / _READ_FILE


@cache
def words_version() -> str:
    """Another after any change of the templates, the words in both languages, or the code."""
    root = Path(current_app.root_path)
    files = sorted(path for path in root.rglob("*") if path.suffix in _MADE_OF)
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _read(endpoint: str, kind: str, path: str, lang: str) -> Iterable[Entry]:
    address = path if lang == "th" else PREFIX + path
    environ = EnvironBuilder(path=address, base_url=_base_url()).get_environ()
    # In a context of its own: what a job has open, and its language, are none of the page's.
    ask = partial(run_wsgi_app, current_app.wsgi_app, environ, buffered=True)
    body, status, _headers = Context().run(ask)
    if not status.startswith("200"):
        raise PageUnreadable(f"{address}: {status}")
    main = BeautifulSoup(b"".join(body), "html.parser").main
    if main is None or main.h1 is None:
        raise PageUnreadable(address)
    title = " ".join(main.h1.get_text().split())
    for part in main.select(_NOT_READ):
        part.decompose()
    text = "\n".join(" ".join(line.split()) for line in main.stripped_strings)
    yield Entry(f"{PAGE}{endpoint}/{lang}", kind, path, title, text=text, lang=lang)


def _base_url() -> str:
    base: str = current_app.extensions["settings"].BASE_URL
    return base
