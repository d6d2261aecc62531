"""The site as a newcomer finds it: the project's own sample data, its jobs done."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

from tests.support.client import SeparateClient
from tests.support.clock import StandingClock
from tests.support.databases import make_tables, settings
from tests.support.letters import letters_in
from tests.support.live import serving
from tests.support.ports import free_port
from webapp import create_app
from webapp.bills import service as bills
from webapp.config import Config
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening import service as listening
from webapp.listening.service import FormKind, Urgency
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
        letters = letters_in(Path(self.app.instance_path))
        return [letter for letter in letters if letter["To"] == address]


def fill(config: Config) -> None:
    """Fill the tables of `config`'s empty database as `make run` does, and do the jobs."""
    app = create_app(config)
    app.extensions["clock"] = StandingClock(MOMENT)
    with app.app_context():
        seeded = app.test_cli_runner().invoke(args=["seed"])
        assert seeded.exit_code == 0, f"{seeded.output} {seeded.exception!r}"
        ask_for_forms()
        outbox.drain()
        db.session.remove()
        db.engine.dispose()


def ask_for_forms() -> None:
    """Ask for the sound of every document and for all forms of one; all of all would take minutes."""
    for document in documents.iter_published():
        version = documents.get_version(document)
        kinds = FormKind if document.id == 1 else [FormKind.MP3]
        listening.request_standard_forms(version, Urgency.NEW, kinds)


def filled_instance(common: Path, target: Path) -> Path:
    """Copy an instance folder with the sample data to `target`; return `target`.

    Made once under `common`, by whichever of several processes comes first: it takes a while, most
    of it for the forms of the documents.
    """
    made = common / "instance"
    with (common / "sample.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (common / "sample.done").exists():
            shutil.rmtree(made, ignore_errors=True)
            make_tables(settings(made))
            fill(settings(made))
            (common / "sample.done").touch()
    shutil.copytree(made, target)
    return target


@contextmanager
def sample_site(instance: Path) -> Iterator[SampleSite]:
    """Serve the site of a filled instance folder."""
    port = free_port()
    # Letters carry whole addresses, so the site must know where it will be.
    address = f"http://127.0.0.1:{port}"
    app = create_app(replace(settings(instance), BASE_URL=address))
    app.extensions["clock"] = StandingClock(MOMENT)
    app.test_client_class = SeparateClient
    # As in service: an error becomes the page for it, and is found as one.
    app.config["PROPAGATE_EXCEPTIONS"] = False
    with serving(app, port) as url:
        yield SampleSite(app, url)
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
