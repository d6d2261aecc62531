"""A client whose every answer is checked as a page, so every test is also an accessibility test."""

from typing import Any
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.support.page_rules import breaches

REDIRECTS = {301, 302, 303, 307, 308}


class PageClient:
    """Opens pages and sends forms as a browser without JavaScript does.

    After each call `response` is the last answer and `path` where it came from (after redirects).
    """

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.response: TestResponse | None = None
        self.path = ""

    def get(self, path: str, status: int = 200) -> BeautifulSoup:
        """Open `path`, follow redirects, check the page, and return it parsed.

        Raises AssertionError when the status differs or the page breaks a rule of the house.
        """
        return self._arrive(self.client.get(path), path, status)

    def both(self, path: str, status: int = 200) -> tuple[BeautifulSoup, BeautifulSoup]:
        """Open a Thai path and the same page under /en; return both."""
        english = "/en" if path == "/" else "/en" + path
        return self.get(path, status), self.get(english, status)

    def post(
        self,
        path: str,
        data: dict[str, Any] | None = None,
        status: int = 200,
        form_page: str | None = None,
    ) -> BeautifulSoup:
        """Open `form_page` (`path` itself by default), send its form to `path` with `data`, check the answer.

        The form's own hidden fields, its CSRF token among them, are sent along, as a browser would.
        Raises AssertionError when the page has no form that posts there.
        """
        shown_at = form_page or path
        form = form_to(self.get(shown_at), path, self.path)
        sent = {**hidden_fields(form), **(data or {})}
        return self._arrive(self.client.post(path, data=sent), path, status)

    def _arrive(self, response: TestResponse, path: str, status: int) -> BeautifulSoup:
        for _ in range(5):
            if response.status_code not in REDIRECTS or status in REDIRECTS:
                break
            path = urljoin(path, response.headers["Location"])
            path = urlsplit(path)._replace(scheme="", netloc="", fragment="").geturl()
            response = self.client.get(path)
        self.response, self.path = response, path
        assert response.status_code == status, f"{path}: {response.status}, {status} is wanted"
        page = BeautifulSoup(response.text, "html.parser")
        if status not in REDIRECTS:
            check_page(page, path, response)
        return page


def check_page(page: BeautifulSoup, path: str, response: TestResponse) -> None:
    """Assert that an answer is a page that keeps every rule, with the headers that guard it."""
    assert response.mimetype == "text/html", f"{path}: {response.mimetype}"
    found = breaches(page, path, response.status_code)
    policy = response.headers.get("Content-Security-Policy", "")
    if "default-src" not in policy or "unsafe-inline" in policy:
        found.append(f"content security policy: {policy!r}")
    if response.headers.get("X-Content-Type-Options") != "nosniff":
        found.append("the header X-Content-Type-Options is not nosniff")
    assert not found, f"{path}: " + "; ".join(found)


def form_to(page: BeautifulSoup, path: str, shown_at: str) -> Tag:
    """Return the form on `page` whose POST goes to `path`; raise AssertionError when there is none."""
    target = urlsplit(path).path
    for form in page.select("form"):
        action = urlsplit(urljoin(shown_at, str(form.get("action") or shown_at))).path
        if str(form.get("method", "")).lower() == "post" and action == target:
            return form
    raise AssertionError(f"{shown_at} has no form that posts to {path}")


def hidden_fields(form: Tag) -> dict[str, str]:
    return {
        str(field["name"]): str(field.get("value", ""))
        for field in form.select("input[type=hidden][name]")
    }
