"""Of a document that was withdrawn nothing is told, quoted or read aloud any more."""

import feedparser
import pytest

from tests.support import forms
from tests.support.databases import both_databases
from tests.support.followers import follower, follows, told
from tests.support.following import feed, files_sent
from tests.support.records import keep_law
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.following import service
from webapp.following.models import Match, News
from webapp.following.service import Cadence, Channel, NewsKind
from webapp.listening.service import FormKind
from webapp.shared import outbox

pytestmark = pytest.mark.usefixtures("clock")
NOK, PLE = "nok@example.org", "ple@example.org"
NAME = "พระราชบัญญัติตัวอย่างสหกรณ์"


def withdraw(law):
    documents.withdraw_document(law.public_id)
    outbox.drain()
    db.session.expire_all()


@both_databases
def test_what_waits_for_its_hour_is_not_sent_and_who_was_told_hears_no_correction(app, clock):
    follows(NOK, "documents", "law", cadence=Cadence.DAILY)
    follows(PLE, "documents", "law")
    law = keep_law()
    outbox.drain()
    withdraw(law)
    clock.advance(days=1)
    assert service.make_digests() == 0
    assert not db.session.query(Match).filter(Match.waits).all()
    assert [letter["To"] for letter in files_sent()] == [PLE]
    assert [kind for kind, _name in told()] == ["new_document"] * 2


def test_a_letter_that_has_not_gone_when_the_document_is_withdrawn_goes_no_more(app):
    follows(NOK, "documents", "law")
    law = keep_law()
    news = service.announce(service.of_version(documents.newest_version(law)))
    service.match(news.id)
    documents.withdraw_document(law.public_id)
    service.take_back_document(law.id)
    assert files_sent() == []


@pytest.mark.parametrize(
    ("lang", "words"),
    [("th", "เรื่องที่ไม่มีอยู่แล้ว"), ("en", "Something that is no longer here")],
)
def test_a_feed_and_its_files_say_that_it_was_taken_back_and_not_what_it_was(page, lang, words):
    follows(NOK, "documents", "law", channel=Channel.PODCAST)
    law = keep_law()
    outbox.drain()
    forms.make(law, FormKind.MP3)
    person = follower(NOK)
    (news,) = db.session.query(News).filter_by(kind=NewsKind.NEW_DOCUMENT).all()
    version = documents.newest_version(law)
    podcast = feedparser.parse(page.client.get(feed(person, "podcast.xml")).data)
    assert len(podcast.entries) == 2
    withdraw(law)

    for file in ("news.atom", f"news/{news.id}-{lang}.txt"):
        assert NAME not in page.client.get(feed(person, file)).text
    said = page.client.get(feed(person, f"news/{news.id}-{lang}.txt")).text
    assert said.startswith(words)
    assert page.client.get(feed(person, f"news/{news.id}-{lang}.brf")).status_code == 200
    for file in (f"news/{news.id}-{lang}.mp3", f"news/{news.id}-{lang}.json"):
        assert page.client.get(feed(person, file)).status_code == 404
    assert page.client.get(f"/feeds/documents/{version.id}/chapters.json").status_code == 404
    podcast = feedparser.parse(page.client.get(feed(person, "podcast.xml")).data)
    assert podcast.entries == []
    assert service.news_for(person, None) == []


def test_another_document_of_the_same_is_told_as_usual(app):
    follows(NOK, "documents", "law")
    law = keep_law()
    outbox.drain()
    withdraw(law)
    keep_law(key="law-again")
    outbox.drain()
    assert told() == [("new_document", "nok")] * 2
    assert len(files_sent()) == 2
