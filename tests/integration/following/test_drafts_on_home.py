"""A draft of a message on the home of who follows something; of an anonymous one nothing is left."""

from io import BytesIO

import pytest

from tests.support.databases import both_databases
from tests.support.records import keep_bill
from webapp.complaints.models import ComplaintDraft
from webapp.complaints.service import DraftNotFound
from webapp.extensions import db
from webapp.following import service
from webapp.following.models import HomeDraft
from webapp.following.service import Contact, Scope, Subject, SubjectKind, Wish

NEW, DRAFT, HOME = "/en/complaints/new", "/en/complaints/draft", "/en/following/home"
TYPED = {"kind": "comment", "subject": "ทางลาดประตูเหนือ", "message": "ขอทางลาด", "do": "keep"}


@pytest.fixture
def follower(app, clock, page):
    """Somebody who follows a bill, with a browser that opened the link of a message."""
    secret = app.config["SECRET_KEY"]
    subject = Subject(SubjectKind.BILL, str(keep_bill().id))
    asked = service.ask_to_follow(Wish(subject), Contact(email="nok@example.org"), secret)
    service.confirm(service.link_token(asked, Scope.CONFIRM, secret), secret)
    page.get(f"/following/mine/{service.follower_token(asked.follower, Scope.MANAGE, secret)}")
    return asked.follower


@pytest.fixture
def on_home(page, follower):
    """The person's draft, put on the home."""
    page.post(NEW, TYPED)
    page.post("/en/following/home/drafts", form_page=DRAFT)
    return db.session.query(ComplaintDraft).one()


def test_a_draft_is_opened_from_the_home_without_its_code(page, on_home):
    assert "This draft is on your home too" in page.get(DRAFT).main.text
    page.post("/en/complaints/draft/close", form_page=DRAFT)
    for home in page.both("/following/home"):
        assert "ทางลาดประตูเหนือ" in home.select_one("[aria-labelledby=drafts]").text
    page.post(f"{HOME}/drafts/{on_home.id}", form_page=HOME)
    assert page.path == DRAFT
    assert page.get(NEW).select_one("#subject")["value"] == "ทางลาดประตูเหนือ"


def test_a_draft_that_becomes_anonymous_leaves_the_home(page, follower, on_home):
    before = on_home.id
    page.post(NEW, {**TYPED, "identity": "anonymous"})
    db.session.expire_all()
    kept = db.session.query(ComplaintDraft).one()
    assert kept.id != before
    assert "ทางลาด" not in page.get(HOME).main.text
    assert not db.session.query(HomeDraft).count()
    assert "Put the draft on your home" not in page.get(DRAFT).main.text
    page.client.post("/en/following/home/drafts", data={})
    assert not db.session.query(HomeDraft).count()
    with pytest.raises(DraftNotFound):
        service.put_on_home(follower, kept.id)


@both_databases
def test_the_files_of_a_draft_that_becomes_anonymous_stay_with_it(page, on_home):
    page.post(NEW, {**TYPED, "attachments": [(BytesIO(b"what happened"), "note.txt")]})
    kept = [box["value"] for box in page.get(NEW).select("[name=kept]")]
    page.post(NEW, {**TYPED, "identity": "anonymous", "kept": kept})
    db.session.expire_all()
    assert [file.name for file in db.session.query(ComplaintDraft).one().files] == ["note.txt"]
    assert "note.txt" in page.get(NEW).select_one("#kept").text


def test_a_draft_sent_is_no_longer_on_the_home(page, on_home):
    page.post(NEW, {**TYPED, "do": ""})
    assert page.path == "/en/complaints/receipt"
    assert "ทางลาด" not in page.get(HOME).main.text


def test_nobody_opens_a_draft_that_is_on_no_home_of_theirs(page, follower, app):
    page.post(NEW, TYPED)
    number = db.session.query(ComplaintDraft).one().id
    page.post("/en/complaints/draft/close", form_page=DRAFT)
    token = page.get(HOME).select_one("[name=csrf_token]")["value"]
    answer = page.client.post(f"{HOME}/drafts/{number}", data={"csrf_token": token})
    assert answer.status_code == 404
    assert page.get(DRAFT).select("#code")


def test_what_is_taken_along_has_the_drafts_and_erasing_forgets_them(page, follower, on_home):
    (taken,) = page.client.get("/following/export.json").json["drafts"]
    assert taken["subject"] == "ทางลาดประตูเหนือ"
    service.erase(follower)
    assert not db.session.query(HomeDraft).count()


def test_who_has_no_home_is_offered_none(page, clock):
    assert "your home" not in page.post(NEW, TYPED).main.text
