"""Fixtures for every test: a site of its own, a checking client, private servers, browsers."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium import webdriver

from tests.support.browser import chromium
from tests.support.client import SeparateClient
from tests.support.clock import StandingClock
from tests.support.databases import PostgresCopies, SqliteCopies, settings
from tests.support.live import serving
from tests.support.page import PageClient
from tests.support.postgres import private_postgres
from tests.support.public_data import ABSENT, SHARED_DATA
from tests.support.redis import private_redis
from tests.support.sample_site import MOMENT, SampleSite, filled_instance, sample_site
from tests.support.smtp import Letters, mail_server
from webapp import create_app
from webapp.accounts import service as accounts
from webapp.config import Config
from webapp.extensions import db
from webapp.shared.site import Site

pytest_plugins = ["tests.support.no_skips", "tests.support.many_sites"]


@pytest.fixture(scope="session")
def sqlite_copies(tmp_path_factory) -> SqliteCopies:
    return SqliteCopies(tmp_path_factory.mktemp("schema"))


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of an empty database in a PostgreSQL of this session's own."""
    try:
        with private_postgres() as url:
            yield url
    except LookupError as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def postgres_copies(postgres_url, tmp_path_factory) -> PostgresCopies:
    return PostgresCopies(postgres_url, tmp_path_factory.mktemp("schema"))


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    try:
        with private_redis() as url:
            yield url
    except LookupError as missing:
        pytest.skip(str(missing))


@pytest.fixture
def database(request, tmp_path) -> Iterator[str]:
    """The URL of this test's own database with every table: SQLite, unless parametrised."""
    if getattr(request, "param", "sqlite") == "sqlite":
        copies = request.getfixturevalue("sqlite_copies")
        yield copies.copy_to(tmp_path / "instance" / "siang.db")
        return
    copies = request.getfixturevalue("postgres_copies")
    url = copies.copy()
    yield url
    copies.drop(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_site(request, tmp_path):
    """A site on a database without a single table."""
    url, copies = "", None
    if request.param == "postgresql":
        copies = request.getfixturevalue("postgres_copies")
        url = copies.new()
    app = create_app(settings(tmp_path, url))
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()
    if copies:
        copies.drop(url)


@pytest.fixture
def config(tmp_path: Path, database: str) -> Config:
    """The settings that `app` is made with; a test module may define its own."""
    return settings(tmp_path / "instance", database)


@pytest.fixture
def app(config: Config) -> Iterator[Site]:
    """The site, with an application context for the test; requests do not share that context.

    Search reads the service's own pages only where a test asks for it: the first work of search in
    a test would read all of them, which takes longer than the rest of the test.
    """
    app = create_app(config)
    app.extensions["searched_pages"] = {}
    app.test_client_class = SeparateClient
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def page(app: Site) -> PageClient:
    return PageClient(app.test_client())


@pytest.fixture
def sign_in(app: Site) -> Callable[..., PageClient]:
    """Make an officer and sign in; gives the officer's browser."""

    def sign_in(email: str = "officer@example.org") -> PageClient:
        secret, password = app.config["SECRET_KEY"], "a long password"
        accounts.accept_invitation(accounts.create_staff(email, secret), secret, password)
        officer = PageClient(app.test_client())
        officer.post("/en/account/sign-in", {"email": email, "password": password})
        return officer

    return sign_in


@pytest.fixture
def officer(sign_in: Callable[..., PageClient]) -> PageClient:
    """The checking client, signed in as staff."""
    return sign_in()


@pytest.fixture
def clock(app: Site) -> StandingClock:
    """The site's clock, standing at 12:00 in Bangkok on Monday 2 March 2026."""
    clock = StandingClock(MOMENT)
    app.extensions["clock"] = clock
    return clock


@pytest.fixture
def letters() -> Iterator[Letters]:
    """A mail server on this machine; `letters.url` is a MAIL_URL, `letters.received` what came."""
    with mail_server() as letters:
        yield letters


@pytest.fixture
def live_url(app: Site) -> Iterator[str]:
    """The address of `app`, really served."""
    with serving(app) as url:
        yield url


@pytest.fixture(scope="session")
def common_folder(tmp_path_factory) -> Path:
    """What all processes of a run share: they have folders side by side."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def site(tmp_path_factory, common_folder) -> Iterator[SampleSite]:
    """The site with its sample data, served once for the whole session."""
    folder = tmp_path_factory.getbasetemp() / "sample"
    with sample_site(filled_instance(common_folder, folder)) as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[webdriver.Chrome]:
    """One headless Chromium for the whole session."""
    try:
        with chromium() as driver:
            yield driver
    except LookupError as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def browser_without_javascript() -> Iterator[webdriver.Chrome]:
    """One headless Chromium that runs no script of any page."""
    try:
        with chromium(javascript=False) as driver:
            yield driver
    except LookupError as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of public data beside the checkout; a test that uses it is skipped without it."""
    if not SHARED_DATA.is_dir():
        pytest.skip(ABSENT)
    return SHARED_DATA
