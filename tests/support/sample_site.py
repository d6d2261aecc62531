"""The site as a newcomer finds it: the project's own sample data, its jobs done."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.client import SeparateClient
from tests.support.databases import settings
from tests.support.live import serving
from webapp import create_app
from webapp.extensions import db
from webapp.shared import outbox
from webapp.shared.site import Site


@dataclass(frozen=True)
class SampleSite:
    """The site and its address, `http://127.0.0.1:PORT`."""

    app: Site
    url: str

    def work(self) -> int:
        """Do all waiting jobs, as the worker would; return how many were done."""
        with self.app.app_context():
            return outbox.drain()

    def letters(self) -> list[str]:
        """Return the letters sent so far, oldest first, as they were written to files."""
        folder = Path(self.app.instance_path) / "mail"
        return [file.read_text() for file in sorted(folder.glob("*.eml"))]


@contextmanager
def sample_site(instance: Path, database_url: str) -> Iterator[SampleSite]:
    """Fill an empty database as `make run` does, do the jobs, and serve the site."""
    app = create_app(settings(instance, database_url))
    app.test_client_class = SeparateClient
    with app.app_context():
        seeded = app.test_cli_runner().invoke(args=["seed"])
    assert seeded.exit_code == 0, f"{seeded.output} {seeded.exception!r}"
    with serving(app) as url:
        site = SampleSite(app, url)
        site.work()
        yield site
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
