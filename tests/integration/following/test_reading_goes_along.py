"""How a person reads and hears is kept with the person, and what is fetched obeys it."""

import json

import feedparser
import pytest
from lxml import etree
from sqlalchemy import select

from tests.support import forms
from tests.support.following import also_follow, bill_subject, feed, first_reading, follow, path
from tests.support.records import keep_bill, keep_law
from webapp.extensions import db
from webapp.following import service
from webapp.following.models import Follower
from webapp.following.service import Channel, Form, Scope, Subject, SubjectKind
from webapp.listening.models import DocumentForm
from webapp.listening.service import FormKind, FormState
from webapp.shared import outbox

pytestmark = pytest.mark.usefixtures("clock")
CHOSEN = {
    "text_size": "larger", "spacing": "wide", "colours": "contrast", "face": "usual",
    "view": "full", "language": "any", "voice": "espeak", "speed": "150", "grade": "2",
}  # fmt: skip


@pytest.fixture
def bill(app):
    kept = keep_bill()
    outbox.drain()
    return kept


@pytest.fixture
def follower(bill):
    mine = follow(bill_subject(bill))
    also_follow(mine.follower, bill_subject(bill), channel=Channel.PODCAST)
    return mine.follower


def link(app, follower):
    return f"/following/mine/{service.follower_token(follower, Scope.MANAGE, app.config['SECRET_KEY'])}"


def root(client, path="/bills"):
    return client.get(path, follow_redirects=True).text.partition("<head>")[0]


def test_a_signed_link_brings_the_preferences_to_another_device(app, page, follower):
    page.get(link(app, follower))
    page.post("/preferences", CHOSEN)
    other = app.test_client()
    assert "data-text-size" not in root(other)
    other.get(link(app, follower))
    assert 'data-text-size="larger"' in root(other)
    assert 'data-colours="contrast"' in root(other)

    page.post("/preferences/reset", form_page="/preferences")
    fresh = app.test_client()
    fresh.get(link(app, follower))
    assert "data-text-size" not in root(fresh)


def test_what_was_chosen_before_one_followed_is_kept_and_a_device_keeps_its_own(
    app, page, follower
):
    page.post("/preferences", CHOSEN)
    page.get(link(app, follower))
    db.session.expire_all()
    assert follower.preferences["text_size"] == "larger"
    other = app.test_client()
    other.get("/preferences")
    page.post("/preferences", {**CHOSEN, "text_size": "large"})
    other.get(link(app, follower))
    assert 'data-text-size="large"' in root(other)


def test_nobody_else_s_preferences_are_touched(app, page, follower):
    page.post("/preferences", CHOSEN)
    db.session.expire_all()
    assert [one.preferences for one in db.session.query(Follower)] == [None]


def test_news_is_spoken_at_the_speed_chosen_and_as_long_as_the_podcast_says(
    app, page, follower, bill
):
    first_reading(bill)
    (usual,) = service.sounds_of_feed(follower)
    page.get(link(app, follower))
    page.post("/preferences", CHOSEN)
    db.session.expire_all()
    assert service.sounds_of_feed(follower) == []
    outbox.drain()
    (fast,) = service.sounds_of_feed(follower)
    assert fast.sound.seconds < usual.sound.seconds * 0.8
    sound = page.client.get(feed(follower, f"news/{fast.news.id}-th.mp3"))
    assert len(sound.data) == fast.sound.bytes


def test_what_happens_after_the_choice_is_spoken_so_at_once(app, page, follower, bill):
    page.get(link(app, follower))
    page.post("/preferences", CHOSEN)
    first_reading(bill)
    db.session.expire_all()
    (sound,) = service.sounds_of_feed(follower)
    assert "-th-150" in sound.sound.path.stem


def test_braille_of_news_is_of_the_grade_preferred(app, page, follower, bill):
    also_follow(follower, bill_subject(bill), form=Form.BRAILLE_LINKED, language="en")
    first_reading(bill)
    (sound,) = service.sounds_of_feed(follower)
    file = feed(follower, f"news/{sound.news.id}-en.brf")
    first = page.client.get(file).data
    page.post("/preferences", {**CHOSEN, "voice": ""})
    assert page.client.get(file).data != first


def test_a_program_without_cookies_gets_the_braille_of_the_grade_kept(app, page, follower, bill):
    also_follow(follower, bill_subject(bill), form=Form.BRAILLE_LINKED)
    first_reading(bill)
    (sound,) = service.sounds_of_feed(follower)
    file = feed(follower, f"news/{sound.news.id}-th.brf")
    usual = app.test_client().get(file).data
    page.get(link(app, follower))
    page.post("/preferences", CHOSEN)
    assert app.test_client().get(file).data != usual


def test_a_document_in_the_podcast_is_read_as_chosen_and_by_the_usual_voice_where_that_fails(
    app, page, bill
):
    mine = follow(Subject(SubjectKind.EVERYTHING))
    also_follow(mine.follower, Subject(SubjectKind.EVERYTHING), channel=Channel.PODCAST)
    law = keep_law()
    outbox.drain()
    forms.make(law, FormKind.MP3)
    version = law.versions[-1]

    def documents():
        db.session.expire_all()
        found = feedparser.parse(page.client.get(feed(mine.follower, "podcast.xml")).data)
        return [
            one for one in found.entries if f"/documents/{law.public_id}/" in one.enclosures[0].href
        ]

    (usual,) = documents()
    page.get(link(app, mine.follower))
    page.post("/preferences", CHOSEN)
    assert documents() == []
    outbox.drain()
    (fast,) = documents()
    assert fast.id != usual.id
    assert fast.enclosures[0].href.endswith("audio.mp3?speed=150")
    sound = page.client.get(path(fast.enclosures[0].href))
    assert len(sound.data) == int(fast.enclosures[0].length)
    assert len(sound.data) < int(usual.enclosures[0].length) * 0.8
    whole = etree.fromstring(page.client.get(feed(mine.follower, "podcast.xml")).data)
    (chapters,) = {
        one.get("url") for one in whole.iter("{*}chapters") if "documents" in one.get("url")
    }
    assert json.loads(page.client.get(path(chapters)).data)["chapters"]

    row = db.session.scalars(
        select(DocumentForm).where(DocumentForm.version_id == version.id, DocumentForm.speed == 150)
    ).one()
    row.state, row.key = FormState.FAILED, None
    db.session.commit()
    (again,) = documents()
    assert again.id == usual.id
