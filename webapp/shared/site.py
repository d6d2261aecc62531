"""The Flask application with the site's two languages in its addresses."""

from typing import Any

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from webapp.shared.languages import LanguagePrefix, exists_once


class Site(Flask):
    """Thai at `/…`, English at `/en/…`; what exists once is never linked under `/en`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The decorated WSGI callable is how Flask is given a middleware.
        self.wsgi_app = LanguagePrefix(self.wsgi_app)  # type: ignore[method-assign]

    def trust_proxies(self, count: int) -> None:
        """Take the visitor's address, the scheme and the host from `count` proxies in front.

        Without it every visitor behind a proxy would share one rate limit.
        """
        if count:
            self.wsgi_app = ProxyFix(  # type: ignore[method-assign]
                self.wsgi_app, x_for=count, x_proto=count, x_host=count
            )

    def url_for(self, /, endpoint: str, **values: Any) -> str:
        """As Flask's, but files and interfaces keep their one address in both languages."""
        url = super().url_for(endpoint, **values)
        if url.startswith("/en/") and exists_once(url[3:].partition("?")[0]):
            return url[3:]
        return url
