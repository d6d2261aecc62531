"""Languages: Thai at `/…`, English at `/en/…`, one set of routes for both."""

import re
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, has_request_context, request, url_for
from flask_babel import get_locale
from markupsafe import Markup, escape
from werkzeug.utils import redirect

from webapp.extensions import babel

LANGUAGES = ("th", "en")
PREFIX = "/en"
ENVIRON_KEY = "siang.language"
ONCE_UNDER = ("/static/", "/api/", "/feeds/", "/health")
ONCE_FILES = (
    ".mp3",
    ".epub",
    ".zip",
    ".brf",
    ".pef",
    ".txt",
    ".pdf",
    ".csv",
    ".json",
    ".mp4",
    ".webm",
    ".vtt",
)

# What in a text is in the other language: Thai words in English, phrases of English in Thai.
_OTHER_PARTS = {
    "en": re.compile(r"[ก-๛](?:[ก-๛ .]*[ก-๛.])?"),
    "th": re.compile(r"(?:\b[A-Za-z][\w'’-]*[ ,]+){4,}[A-Za-z][\w'’-]*"),
}
_MARKED = Markup('<span lang="{}">{}</span>')


def exists_once(path: str) -> bool:
    """Whether `path` (without `/en`) is a file or interface that has no language."""
    return path.startswith(ONCE_UNDER) or path.endswith(ONCE_FILES)


class LanguagePrefix:
    """WSGI middleware that moves `/en` from the path into the script name.

    Werkzeug then builds every address of an English page under `/en` by itself.
    """

    def __init__(self, application: Callable[..., Iterable[bytes]]) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if path != PREFIX and not path.startswith(PREFIX + "/"):
            return self.application(environ, start_response)
        rest = path[len(PREFIX) :] or "/"
        if exists_once(rest):
            query = environ.get("QUERY_STRING")
            there = rest + (f"?{query}" if query else "")
            return redirect(there, 308)(environ, start_response)
        environ[ENVIRON_KEY] = "en"
        environ["SCRIPT_NAME"] = environ.get("SCRIPT_NAME", "") + PREFIX
        environ["PATH_INFO"] = rest
        return self.application(environ, start_response)


def page_language() -> str:
    """The language of the page asked for: "th" or "en"."""
    return request.environ.get(ENVIRON_KEY, "th") if has_request_context() else "th"


def visitor_language() -> str:
    """The language in which one reads who asked for a page, or for a file, which has none: that of
    the page whose link led to the file, where the browser tells of it."""
    if not exists_once(request.path):
        return page_language()
    came_from = urlsplit(request.referrer or "")
    is_ours = came_from.netloc == request.host
    return "en" if is_ours and came_from.path.startswith(PREFIX + "/") else "th"


def page_url(endpoint: str, **values: Any) -> str:
    """The address of a page in the visitor's language, also where a file was asked for."""
    url = url_for(endpoint, **values)
    return PREFIX + url if visitor_language() != page_language() else url


def language() -> str:
    """The language now in force (a page's, or the one forced for a letter): "th" or "en"."""
    locale = get_locale()
    return locale.language if locale else "th"


def other_language_url() -> str:
    """The address of the present page in the other language, query included."""
    query = request.query_string.decode("utf-8", "replace")
    path = request.path + (f"?{query}" if query else "")
    return path if page_language() == "en" else PREFIX + path


def language_of(text: str) -> str:
    """The language in which a person wrote, "th" or "en": Thai wherever a Thai letter stands."""
    return "th" if any("ก" <= letter <= "๛" for letter in text) else "en"


def foreign(lang: str) -> str:
    """`lang` where it differs from the page's language, else "" (WCAG 2.2 SC 3.1.2)."""
    return "" if lang == language() else lang


def with_languages(text: str, lang: str) -> Markup:
    """A text in `lang` with its parts in the other language marked (WCAG 2.2 SC 3.1.2).

    In English every Thai word; in Thai what is a phrase of five English words or more, as names and
    terms have become part of the language.
    """
    found = _OTHER_PARTS[lang]
    other = "th" if lang == "en" else "en"
    pieces: list[str] = []
    done = 0
    for part in found.finditer(text):
        pieces += [escape(text[done : part.start()]), _MARKED.format(other, part[0])]
        done = part.end()
    return Markup("").join([*pieces, escape(text[done:])])


def marked(say: Callable[[int | None], str]) -> Callable[[int | None], Markup]:
    """The same function for templates: what it says, as `with_languages` marks it on the page."""
    return lambda key: with_languages(say(key), language())


def init_app(app: Flask) -> None:
    """Bind the translations and give the templates their language functions."""
    babel.init_app(app, locale_selector=page_language)
    app.jinja_env.filters["with_languages"] = with_languages
    app.jinja_env.globals.update(
        language=language,
        other_language_url=other_language_url,
        foreign=foreign,
        language_of=language_of,
        page_language=page_language,
    )
