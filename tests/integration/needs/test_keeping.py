"""What a person told by the form is erased after the days that the privacy page tells."""

from io import BytesIO

import pytest
from sqlalchemy import func, select

from tests.integration.needs.test_telling import WISH, tell
from tests.support.databases import both_databases
from tests.support.page_rules import words
from tests.unit.shared.test_uploads_stripping import pdf
from webapp.extensions import db
from webapp.needs import service
from webapp.needs.models import Need, NeedFile, NeedTerm
from webapp.needs.rules.keeping import KEPT_FOR
from webapp.shared.uploads.vault import site_vault


@pytest.fixture
def told(page, clock):
    """A need with an address and a file; its receipt code."""
    return tell(page, email="me@example.org", attachments=(BytesIO(pdf()), "mine.pdf"))


def erased() -> int:
    done = service.erase_old("test", site_vault())
    db.session.expire_all()
    return done


@both_databases
def test_after_the_told_days_nothing_tells_who_asked_and_the_need_is_counted(
    page, told, officer, clock
):
    service.sort_need(1, 1, service.Aspect.LAW, None)
    service.answer_need(1, 1, "For me@example.org: it is there.")
    clock.advance(days=KEPT_FOR.days, seconds=-1)
    assert erased() == 0
    clock.advance(seconds=1)
    assert (erased(), erased()) == (1, 0)
    need = db.session.query(Need).one()
    assert (need.words, need.subject, need.email, need.receipt_fingerprint) == ("", "", None, None)
    assert [reply.text for reply in need.replies] == [""]
    assert (need.known_aspect, need.times) == (service.Aspect.LAW, 1)
    for table in (NeedFile, NeedTerm):
        assert not db.session.scalar(select(func.count()).select_from(table))
    assert list(site_vault().folder.iterdir()) == []
    assert "No need has this code" in page.post("/en/needs/track", {"code": told}).text
    shown = officer.get("/en/staff/needs/1")
    assert words(shown.main).count("Erased") == 2


def test_our_last_words_begin_the_days_anew(told, clock, officer):
    clock.advance(days=KEPT_FOR.days - 1)
    service.answer_need(1, 1, "It is there.")
    clock.advance(days=KEPT_FOR.days - 1)
    assert erased() == 0
    clock.advance(days=1)
    assert erased() == 1


def test_what_others_told_officers_stays(app, officer, clock):
    hearing = service.Hearing(WISH, "th", who=service.Who.SENATOR, name="สมาชิกคนหนึ่ง")
    service.enter_need(hearing, 1, "test", site_vault())
    clock.advance(days=2 * KEPT_FOR.days)
    assert erased() == 0


def test_the_nightly_job_erases_and_may_run_twice(told, app, clock):
    clock.advance(days=KEPT_FOR.days)
    job = app.extensions["jobs"].registry["needs.erase_old"]
    assert job.nightly
    for _time in range(2):
        job.run()
        db.session.expire_all()
        assert db.session.query(Need).one().email is None


def test_the_pages_tell_the_days(page):
    for path in ("/privacy", "/needs/new"):
        for shown in page.both(path):
            assert str(KEPT_FOR.days) in words(shown.main)
    assert "730 days after you told it" in words(page.get("/en/privacy").main)
