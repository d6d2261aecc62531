"""A person's own feeds, as programs fetch them: valid, complete, and no byte twice."""

import json
import struct
from datetime import date

import feedparser
import pytest
from icalendar import Calendar
from lxml import etree

from tests.support import forms
from tests.support.feeds import atom, ics, rss
from tests.support.following import (
    also_follow,
    bill_subject,
    feed,
    first_reading,
    follow,
    path,
    step,
)
from tests.support.records import keep_bill, keep_law
from webapp.bills import service as bills
from webapp.following import service
from webapp.following.service import Channel, Subject, SubjectKind
from webapp.listening.service import FormKind
from webapp.shared import outbox

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def bill(app):
    kept = keep_bill()
    outbox.drain()
    return kept


@pytest.fixture
def follower(bill):
    mine = follow(bill_subject(bill))
    also_follow(mine.follower, Subject(SubjectKind.EVERYTHING), channel=Channel.PODCAST)
    return mine.follower


@pytest.fixture
def fetch(page):
    """What a program gets that asks as a browser does not: with headers of its own."""

    def get(path, method="GET", **headers):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return page.client.open(path, method=method, headers=named)

    return get


@pytest.fixture
def podcast(follower, bill, fetch):
    """A podcast with a step of a bill and a law that has been read out."""
    law = keep_law()
    outbox.drain()
    first_reading(bill)
    forms.make(law, FormKind.MP3)
    return fetch(feed(follower, "podcast.xml"))


def test_the_atom_feed_is_valid_and_tells_what_happened(follower, bill, fetch):
    first_reading(bill)
    answer = fetch(feed(follower, "news.atom"))
    assert answer.mimetype == "application/atom+xml"
    assert atom.faults(answer.data) == []
    parsed = feedparser.parse(answer.data)
    assert not parsed.bozo
    (entry,) = parsed.entries
    assert entry.title.startswith(f"{bill.name()}: ")
    assert entry.link == f"http://localhost/bills/{bill.public_id}"


def test_an_empty_feed_and_an_empty_podcast_are_valid(follower, fetch):
    assert atom.faults(fetch(feed(follower, "news.atom")).data) == []
    assert rss.faults(fetch(feed(follower, "podcast.xml")).data) == []


def test_a_corrected_step_changes_its_entry_and_adds_one(follower, bill, fetch, clock):
    wrong = first_reading(bill)
    (before,) = feedparser.parse(fetch(feed(follower, "news.atom")).data).entries
    clock.advance(hours=1)
    bills.withdraw_step(bill.public_id, wrong.id, "บันทึกผิดฉบับ", None)
    outbox.drain()
    correction, after = feedparser.parse(fetch(feed(follower, "news.atom")).data).entries
    assert after.id == before.id != correction.id
    assert after.updated > before.updated
    assert "แก้ไขข่าวเดิม" in after.title


def test_the_podcast_is_valid_and_has_the_news_and_the_document(podcast):
    assert podcast.mimetype == "application/rss+xml"
    assert rss.faults(podcast.data) == []
    parsed = feedparser.parse(podcast.data)
    assert not parsed.bozo
    titles = [entry.title for entry in parsed.entries]
    # A step of the bill, the new document, and the document read out whole; its new form comes with
    # others, some minutes later.
    assert len(titles) == 3
    assert any("ทั้งเอกสาร" in title for title in titles)
    assert all(entry.enclosures[0].type == "audio/mpeg" for entry in parsed.entries)


def test_the_podcast_has_a_square_picture_as_programs_want_it(podcast, fetch):
    (url,) = {one.get("href") for one in etree.fromstring(podcast.data).iter(f"{rss.ITUNES}image")}
    picture = fetch(path(url)).data
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", picture[16:24])
    assert 1400 <= width == height <= 3000


def test_every_sound_is_as_long_as_the_podcast_says(podcast, fetch):
    for entry in feedparser.parse(podcast.data).entries:
        (sound,) = entry.enclosures
        answer = fetch(path(sound.href))
        assert answer.status_code == 200
        assert answer.mimetype == sound.type
        assert len(answer.data) == int(sound.length) == answer.content_length
        assert answer.accept_ranges == "bytes"
        assert answer.data[:3] == b"ID3"
        head = fetch(path(sound.href), method="HEAD")
        assert (head.status_code, head.content_length, head.data) == (200, len(answer.data), b"")


def test_the_chapters_of_every_sound_are_valid_and_in_its_file_too(podcast, fetch):
    for item in etree.fromstring(podcast.data).iter("item"):
        answer = fetch(path(item.find(f"{rss.PODCAST}chapters").get("url")))
        assert answer.mimetype == "application/json+chapters"
        seconds = int(item.findtext(f"{rss.ITUNES}duration"))
        assert rss.chapter_faults(answer.data, seconds + 1) == []
        assert len(json.loads(answer.data)["chapters"]) >= 2
        transcript = fetch(path(item.find(f"{rss.PODCAST}transcript").get("url")))
        assert transcript.mimetype == "text/plain"
        assert len(transcript.data) > 100


def test_a_player_that_asks_for_a_part_gets_that_part(podcast, fetch):
    for entry in feedparser.parse(podcast.data).entries:
        url = path(entry.enclosures[0].href)
        whole = fetch(url).data
        size = len(whole)
        for asked, first, last in (
            ("bytes=0-99", 0, 99),
            ("bytes=100-", 100, size - 1),
            ("bytes=-50", size - 50, size - 1),
            (f"bytes=10-{size + 500}", 10, size - 1),
        ):
            answer = fetch(url, Range=asked)
            assert answer.status_code == 206
            assert answer.headers["Content-Range"] == f"bytes {first}-{last}/{size}"
            assert answer.data == whole[first : last + 1]
        beyond = fetch(url, Range=f"bytes={size}-")
        assert beyond.status_code == 416
        assert beyond.headers["Content-Range"] == f"bytes */{size}"


def test_a_broken_download_goes_on_only_in_the_same_file(podcast, fetch):
    url = path(feedparser.parse(podcast.data).entries[0].enclosures[0].href)
    etag = fetch(url).headers["ETag"]
    assert fetch(url, Range="bytes=5-", If_Range=etag).status_code == 206
    assert fetch(url, Range="bytes=5-", If_Range='"another"').status_code == 200


@pytest.mark.parametrize("file", ["news.atom", "podcast.xml", "calendar.ics"])
def test_what_has_not_changed_is_not_sent_again(follower, bill, fetch, file, clock):
    first_reading(bill)
    url = feed(follower, file)
    first = fetch(url)
    for known in (
        {"If_None_Match": first.headers["ETag"]},
        {"If_Modified_Since": first.headers["Last-Modified"]},
    ):
        again = fetch(url, **known)
        assert (again.status_code, again.data) == (304, b"")
        assert again.headers["ETag"] == first.headers["ETag"]
    assert fetch(url, method="HEAD").headers["ETag"] == first.headers["ETag"]
    clock.advance(hours=1)
    step(bill, bills.StepKind.HOUSE_R2_DONE, date(2026, 2, 9))
    assert fetch(url, If_None_Match=first.headers["ETag"]).status_code == 200


def test_a_sound_that_is_not_there_yet_is_made_and_comes_later(follower, bill, fetch, app):
    first_reading(bill)
    for file in app.extensions["settings"].news_dir.glob("*/*.mp3"):
        file.unlink()
    url = feed(follower, "podcast.xml")
    assert feedparser.parse(fetch(url).data).entries == []
    outbox.drain()
    assert len(feedparser.parse(fetch(url).data).entries) == 1


def test_the_calendar_is_valid_and_has_the_days_and_the_limit(follower, bill, fetch):
    first_reading(bill)
    answer = fetch(feed(follower, "calendar.ics"))
    assert answer.mimetype == "text/calendar"
    assert ics.faults(answer.data) == []
    events = Calendar.from_ical(answer.data).walk("VEVENT")
    said = [str(event["SUMMARY"]) for event in events]
    assert any("รับหลักการ" in what for what in said)
    days = [event.decoded("DTSTART") for event in events]
    assert date(2026, 2, 2) in days


def test_the_last_day_of_a_limit_is_in_the_calendar_with_a_reminder(follower, bill, fetch):
    bills.keep_session(bills.SessionFacts(date(2026, 1, 1), date(2026, 4, 30)))
    for kind, on in (
        (bills.StepKind.HOUSE_R1_ACCEPTED, date(2026, 2, 2)),
        (bills.StepKind.HOUSE_R2_DONE, date(2026, 2, 3)),
        (bills.StepKind.HOUSE_R3_APPROVED, date(2026, 2, 4)),
        (bills.StepKind.SENATE_RECEIVED, date(2026, 2, 10)),
    ):
        step(bill, kind, on)
    state = bills.bill_state(bills.bill_by_id(bill.id))
    content = fetch(feed(follower, "calendar.ics")).data
    assert ics.faults(content) == []
    limits = [
        event
        for event in Calendar.from_ical(content).walk("VEVENT")
        if "กำหนดเวลา" in str(event["SUMMARY"])
    ]
    assert state.deadline.due is not None
    assert [event.decoded("DTSTART") for event in limits] == [state.deadline.due]
    assert all(event.walk("VALARM") for event in limits)
    sessions = [str(e["SUMMARY"]) for e in Calendar.from_ical(content).walk("VEVENT")]
    assert "เปิดสมัยประชุมรัฐสภา" in sessions


def test_nobody_reads_a_feed_with_a_guessed_an_old_or_anothers_key(follower, bill, fetch):
    news = first_reading(bill)
    url = feed(follower, "news.atom")
    other = follow(bill_subject(keep_bill("ร่างอื่น")), "suda@example.org").follower
    wrong = url.replace("/feeds/", "/feeds/9")
    assert fetch(wrong).status_code == 404
    assert fetch(feed(other, f"news/{news.id}-th.mp3")).status_code == 404
    service.revoke_links(follower)
    assert fetch(url).status_code == 404


def test_a_feed_is_for_one_person_and_for_no_search_engine(follower, fetch):
    answer = fetch(feed(follower, "news.atom"))
    assert "private" in answer.headers["Cache-Control"]
    assert answer.headers["X-Robots-Tag"] == "noindex"
