"""Google's voice that did not answer is tried again, and our own reads until it does."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from tests.support import bad_google as google
from tests.support import bad_service
from tests.support.databases import settings
from tests.support.forms import form, make
from tests.support.records import LAW, keep_law
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening import service
from webapp.listening.models.forms import DocumentForm
from webapp.listening.rules.forms import VOICE_REST
from webapp.listening.service import FormKind, FormState, Urgency, Variant, missing
from webapp.shared import outbox
from webapp.shared.transaction import transaction

BY_GOOGLE = Variant(voice="gtts", speed=100)
REFUSES = bad_service.status(403)
AWAY = ("เสียงของ Google ไม่ตอบ", "Google's voice did not answer")
TRYING = ("กำลังลองเสียงของ Google อีกครั้ง", "We are trying Google's voice again")


@pytest.fixture
def refusing():
    """Google's service, which refuses until a test plans otherwise."""
    with google.bad_google() as server:
        server.plan = [REFUSES]
        yield server


@pytest.fixture
def config(tmp_path, database, refusing):
    return replace(settings(tmp_path / "instance", database), GTTS_URL=refusing.address)


@pytest.fixture
def law(app, clock):
    """A law whose MP3 our own voice read in the place of Google's."""
    law = keep_law()
    make(law, FormKind.MP3, BY_GOOGLE)
    assert form(law, FormKind.MP3, BY_GOOGLE).spoken_by == "espeak"
    return law


@pytest.fixture
def place(law):
    return f"/documents/{law.public_id}"


def sound(law) -> service.Form:
    db.session.expire_all()
    return form(law, FormKind.MP3, BY_GOOGLE)


def row() -> DocumentForm:
    db.session.expire_all()
    return db.session.scalars(
        select(DocumentForm).where(DocumentForm.voice == "gtts", DocumentForm.kind == "mp3")
    ).one()


def well(server) -> None:
    server.plan = [lambda asked: asked.say(google.wrapped(google.mp3(9.0)))]


def rest(clock) -> None:
    clock.advance(seconds=VOICE_REST.total_seconds() + 1)


def test_asking_again_brings_googles_voice_and_the_file_is_there_all_the_while(
    page, law, place, clock, refusing
):
    address = f"{place}/audio.mp3?voice=gtts"
    before = page.client.get(f"{place}/v/1/audio.mp3?voice=gtts")
    assert "max-age=0" in before.headers["Cache-Control"]
    rest(clock)
    well(refusing)
    assert service.request_form(documents.get_version(law), FormKind.MP3, BY_GOOGLE)
    assert page.client.get(address).headers["ETag"] == before.headers["ETag"]

    outbox.drain()

    assert sound(law).spoken_by == "gtts"
    assert not sound(law).stand_in
    after = page.client.get(f"{place}/v/1/audio.mp3?voice=gtts")
    assert after.headers["ETag"] != before.headers["ETag"]
    assert "max-age=86400" in after.headers["Cache-Control"]
    assert not service.request_form(documents.get_version(law), FormKind.MP3, BY_GOOGLE)


def test_opening_the_sound_asks_for_googles_voice_again(page, law, place, clock, refusing):
    rest(clock)
    well(refusing)
    assert page.client.get(f"{place}/audio.mp3?voice=gtts").status_code == 200
    assert sound(law).state is FormState.WAITING
    outbox.drain()
    assert sound(law).spoken_by == "gtts"


def test_who_keeps_asking_does_not_make_us_ask_google_all_the_time(
    page, law, place, clock, refusing
):
    refusing.asked.clear()
    version = documents.get_version(law)
    for urgency in (Urgency.BACKGROUND, Urgency.NEW, Urgency.ASKED, Urgency.ASKED):
        service.request_form(version, FormKind.MP3, BY_GOOGLE, urgency=urgency)
        page.client.get(f"{place}/audio.mp3?voice=gtts")
        outbox.drain()
    assert refusing.asked == []
    assert sound(law).state is FormState.WAITING

    rest(clock)
    outbox.drain()
    assert len(refusing.asked) == 1
    assert sound(law).stand_in
    # Nobody has asked since.
    rest(clock)
    outbox.drain()
    assert len(refusing.asked) == 1


def test_one_in_the_queue_for_another_reason_does_not_wait_for_google(law):
    with transaction():
        waiting = row()
        waiting.state, waiting.urgency, waiting.not_before = FormState.WAITING, Urgency.NEW, None
    service.request_form(documents.get_version(law), FormKind.MP3, BY_GOOGLE)
    assert row().urgency == Urgency.ASKED
    assert row().not_before is None


def test_the_pages_say_who_reads_and_that_google_is_tried_again(page, law, place):
    pages = [f"{place}?voice=gtts", f"{place}/forms?voice=gtts"]
    for address in pages:
        for shown, away, trying in zip(page.both(address), AWAY, TRYING, strict=True):
            assert away in shown.select_one("main").text
            assert trying not in shown.select_one("main").text
    asked = [page.get(f"{start}{place}/forms?voice=gtts") for start in ("", "/en")]
    assert [one.select_one("#mp3 form button").text.strip() for one in asked] == [
        "ลองเสียงของ Google อีกครั้ง: MP3",
        "Try Google's voice again: MP3",
    ]

    for start, away, trying in zip(("", "/en"), AWAY, TRYING, strict=True):
        told = page.post(
            f"{start}{place}/forms",
            {"kind": "mp3", "voice": "gtts", "speed": "100"},
            form_page=f"{start}{place}/forms?voice=gtts",
        )
        flashed = told.select_one(".notice").text
        assert away in flashed
        assert trying in flashed
        assert not told.select_one("#mp3 form")
        assert told.select_one("#mp3 a[download]")
    for address in pages:
        for shown, trying, wait in zip(
            page.both(address), TRYING, ("30 นาที", "30 min"), strict=True
        ):
            assert trying in shown.select_one("main").text
            assert wait in shown.select_one("main").text


def test_a_comparison_says_so_too(page, law, place):
    keep_law(LAW.replace("สมาชิกเลือก", "สมาชิกเลือกโดยลับ"))
    older, newer = documents.versions_to_compare(law, None, "1")
    service.request_form(newer, FormKind.MP3, BY_GOOGLE, older)
    outbox.drain()
    compared = f"{place}/v/2/compare/1"
    page.post("/preferences", PREFERS_GOOGLE)
    for shown, away in zip(page.both(compared), AWAY, strict=True):
        assert shown.find("audio")
        assert away in shown.select_one("main").text


PREFERS_GOOGLE = {
    "text_size": "larger", "spacing": "wide", "colours": "contrast", "face": "usual",
    "view": "full", "language": "any", "voice": "gtts", "speed": "100", "grade": "1",
}  # fmt: skip


def test_a_voice_that_reads_thai_only_is_not_tried_again_for_an_english_text(page, law, clock):
    by_neural = Variant(voice="neural", speed=100)
    with transaction():
        row().voice = "neural"
    rest(clock)
    assert not service.request_form(documents.get_version(law), FormKind.MP3, by_neural)
    assert not form(law, FormKind.MP3, by_neural).stand_in


class TestWhereGoogleIsTheUsualVoice:
    """The shelves are filled without anybody's asking."""

    @pytest.fixture
    def config(self, config):
        return replace(config, SPEECH_ENGINE="gtts", FORMS_DISK_GB=1)

    def test_the_shelves_try_again_after_a_rest_and_not_at_once(
        self, app, clock, refusing, monkeypatch
    ):
        monkeypatch.setattr(missing, "_ask_for_missing", lambda: False)
        law = keep_law()
        service.request_form(documents.get_version(law), FormKind.MP3)
        service.make_waiting()
        assert form(law, FormKind.MP3).stand_in
        assert not service.fill()

        rest(clock)
        well(refusing)
        assert service.fill()
        service.make_waiting()
        assert form(law, FormKind.MP3).spoken_by == "gtts"
        assert not service.fill()
