"""The site as a newcomer finds it: the project's own sample data, its jobs done."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from tests.support.client import SeparateClient
from tests.support.clock import StandingClock
from tests.support.databases import settings
from tests.support.live import serving
from tests.support.ports import free_port
from webapp import create_app
from webapp.bills import service as bills
from webapp.extensions import db
from webapp.shared import outbox
from webapp.shared.site import Site

# 12:00 in Bangkok on a Monday: what a page says of days and deadlines is the same in every run.
MOMENT = datetime(2026, 3, 2, 5, 0, tzinfo=UTC)


@dataclass(frozen=True)
class SampleSite:
    """The site and its address, `http://127.0.0.1:PORT`."""

    app: Site
    url: str

    def work(self) -> int:
        """Do all waiting jobs, as the worker would; return how many were done."""
        with self.app.app_context():
            return outbox.drain()

    def bill_path(self, source_key: str) -> str:
        """Return the path of the bill with that number in the records of the sample."""
        with self.app.app_context():
            return f"/bills/{bills.bill_by_source(source_key).public_id}"

    def letters_to(self, address: str) -> list[EmailMessage]:
        """Return the letters sent to `address` so far, oldest first."""
        files = list((Path(self.app.instance_path) / "mail").glob("*.eml"))
        files.sort(key=lambda file: file.stat().st_mtime_ns)
        letters = [message_from_bytes(file.read_bytes(), policy=default) for file in files]
        return [letter for letter in letters if letter["To"] == address]


@contextmanager
def sample_site(instance: Path, database_url: str) -> Iterator[SampleSite]:
    """Fill an empty database as `make run` does, do the jobs, and serve the site."""
    port = free_port()
    # Letters carry whole addresses, so the site must know where it will be.
    address = f"http://127.0.0.1:{port}"
    app = create_app(replace(settings(instance, database_url), BASE_URL=address))
    app.extensions["clock"] = StandingClock(MOMENT)
    app.test_client_class = SeparateClient
    with app.app_context():
        seeded = app.test_cli_runner().invoke(args=["seed"])
    assert seeded.exit_code == 0, f"{seeded.output} {seeded.exception!r}"
    with serving(app, port) as url:
        site = SampleSite(app, url)
        site.work()
        yield site
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
