"""Whatever is killed while people send messages, each accepted one is whole, and none half there.

SIANG_FILINGS says how many messages (120 unless said otherwise; 10,000 is the full proof).
"""

import os
import re
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from http.client import HTTPException
from http.cookiejar import CookieJar
from itertools import cycle
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from tests.support.client import SeparateClient
from tests.support.databases import make_tables, settings
from tests.support.killed_site import PATIENCE, KilledSite, own_database
from tests.support.killed_worker import work_to_the_end
from tests.support.page import PageClient
from tests.support.page_rules import words
from webapp import create_app
from webapp.complaints import service
from webapp.complaints.models import Complaint
from webapp.complaints.rules.states import State
from webapp.extensions import db
from webapp.shared.outbox import OutboxRow

FILINGS = int(os.environ.get("SIANG_FILINGS", "120"))
# Something is killed after so many answers, three times in all at the least.
BETWEEN_KILLS = min(100, max(1, FILINGS // 4))
PEOPLE_AT_ONCE = 8
HIDDEN = re.compile(r'<input[^>]*type="hidden"[^>]*>')
RECEIPT = re.compile(r'class="receipt"[^>]*>\s*([0-9A-Z-]+)')


@dataclass(frozen=True)
class Sent:
    """Message `number`; its receipt code, or "" where the person gave up, refused at the first."""

    number: int
    code: str

    @property
    def email(self) -> str:
        return f"p{self.number}@example.org"

    @property
    def message(self) -> str:
        return f"เรื่องที่ {self.number}"


def fields(page: str) -> dict[str, str]:
    """The hidden fields of a page's forms, by name."""
    found = {}
    for tag in HIDDEN.findall(page):
        value = re.search(r'value="([^"]*)"', tag)
        found[re.search(r'name="([^"]*)"', tag).group(1)] = value.group(1) if value else ""
    return found


def send(url: str, number: int) -> Sent:
    """Fill in the form as one person; who is refused sends it again, every tenth gives up."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    sent, form = Sent(number, ""), None
    end = time.monotonic() + PATIENCE * 3
    while time.monotonic() < end:
        try:
            if form is None:
                form = fields(browser.open(f"{url}/complaints/new", timeout=60).read().decode())
            data = {**form, "kind": "complaint", "message": sent.message, "email": sent.email}
            answer = browser.open(f"{url}/complaints/new", urlencode(data).encode(), timeout=60)
            page = answer.read().decode()
            assert answer.url == f"{url}/complaints/receipt", page
            return replace(sent, code=RECEIPT.search(page).group(1))
        except HTTPError as refusal:
            # Only what is away refuses; a form that is filled in rightly is never turned down.
            if refusal.code < 500:
                raise
        except (OSError, HTTPException):
            pass  # killed before it answered: the person does not know what became of it
        if form is not None and number % 10 == 9:
            return sent
        time.sleep(0.2)
    raise AssertionError(f"message {number} was never taken")


class Killer:
    """Kills web, worker and database in turn, each time that so many more have an answer."""

    def __init__(self, site: KilledSite) -> None:
        self.site, self.answered, self.stop = site, 0, threading.Event()
        self.killed: Counter[str] = Counter()
        self.thread = threading.Thread(target=self.run)

    def run(self) -> None:
        site = self.site
        victims = cycle([("database", site.database), ("web", site.web), ("worker", site.worker)])
        next_at = BETWEEN_KILLS
        while not self.stop.wait(0.02):
            if self.answered >= next_at:
                name, victim = next(victims)
                victim.kill()
                time.sleep(0.2)
                victim.start()
                self.killed[name] += 1
                next_at += BETWEEN_KILLS


@pytest.fixture
def site(tmp_path, letters):
    """The settings, and the site on a database of its own with every table."""
    try:
        with own_database() as database:
            config = replace(settings(tmp_path, database.url), MAIL_URL=letters.url)
            make_tables(config)
            names = ("SECRET_KEY", "FIELD_KEYS", "INSTANCE_DIR", "DATABASE_URL", "MAIL_URL")
            told = {name: str(getattr(config, name)) for name in names}
            site = KilledSite(tmp_path, database, {**told, "RATE_LIMITS": "off",
                                                   "FORMS_DISK_GB": "0"})  # fmt: skip
            try:
                site.start()
                yield replace(config, BASE_URL=site.url), site
            finally:
                site.stop()
    except LookupError as missing:
        pytest.skip(str(missing))


def file_all(site: KilledSite) -> tuple[list[Sent], Counter[str]]:
    """All that people sent while things were killed, and what was killed how often."""
    killer = Killer(site)
    killer.thread.start()

    def one(number: int) -> Sent:
        sent = send(site.url, number)
        killer.answered += 1
        return sent

    try:
        with ThreadPoolExecutor(PEOPLE_AT_ONCE) as people:
            sent = list(people.map(one, range(FILINGS)))
    finally:
        killer.stop.set()
        killer.thread.join()
    return sent, killer.killed


def test_each_accepted_message_is_whole_and_none_that_was_refused_is_half_there(site, letters):
    config, served = site
    sent, killed = file_all(served)
    served.stop()
    # What a killed worker had in hand is taken up again when its lease is over.
    work_to_the_end(config, timedelta(hours=13))
    accepted = [one for one in sent if one.code]
    assert set(killed) == {"database", "web", "worker"}
    assert len(accepted) >= FILINGS * 0.9
    app = create_app(config)
    app.test_client_class = SeparateClient
    with app.app_context():
        try:
            kept = all_whole(sent)
            for one in accepted:
                found = service.find_by_receipt(one.code, config.SECRET_KEY)
                assert (found.email, found.message) == (one.email, one.message)
            page = PageClient(app.test_client())
            for one in accepted[:: max(1, len(accepted) // 5)]:
                assert one.message in words(page.post("/complaints/track", {"code": one.code}).main)
        finally:
            db.session.remove()
            db.engine.dispose()
    came: dict[str, Counter[str]] = {}
    for letter in letters.received:
        came.setdefault(letter["X-Envelope-To"], Counter())[letter["Message-ID"]] += 1
    assert set(came) == kept
    for address, names in came.items():
        assert len(names) == 1, (address, names)
        assert set(names.values()) <= {1, 2}, (address, names)


def all_whole(sent: list[Sent]) -> set[str]:
    """Check what is in the register; gives the addresses of those who wrote."""
    register = db.session.query(Complaint).all()
    by_email = {complaint.email: complaint for complaint in register}
    assert len(by_email) == len(register), "a message is there twice"
    assert {one.email for one in sent if one.code} <= set(by_email)
    assert set(by_email) <= {one.email for one in sent}
    for complaint in register:
        course = [step.state for step in complaint.steps]
        assert course == [State.RECEIVED, State.ACKNOWLEDGED], (complaint.id, course)
        assert complaint.message == f"เรื่องที่ {complaint.email[1:].partition('@')[0]}"
        assert complaint.acknowledgement_mailed_at is not None
    mails = db.session.query(OutboxRow).filter_by(name="complaints.mail_acknowledgement").all()
    assert Counter(row.payload["complaint_id"] for row in mails) == Counter(
        complaint.id for complaint in register
    )
    assert all(row.done_at for row in mails)
    return set(by_email)
