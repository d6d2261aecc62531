"""The sound of a document: asked for, made by a job, downloaded."""

import pytest
from sqlalchemy import select

from tests.support.records import keep_law
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening import service
from webapp.listening.models.forms import DocumentForm
from webapp.shared import outbox


def test_the_page_says_how_long_it_will_take_then_offers_the_file(page):
    law = keep_law()
    path = f"/documents/{law.public_id}"
    assert page.get(path).select_one(f'form[action="{path}/audio"] button')

    asked = page.post(f"{path}/audio", form_page=path)
    assert not asked.select(f'form[action="{path}/audio"]')
    outbox.drain()
    ready = page.get(path)

    link = ready.select_one("a.button[download]")
    assert link["href"] == f"{path}/audio.mp3"
    assert "MP3" in link.text
    assert ready.select_one("audio[controls]")["src"] == f"{path}/audio.mp3"
    sound = page.client.get(f"{path}/audio.mp3")
    assert sound.status_code == 200
    assert sound.mimetype == "audio/mpeg"
    assert sound.data[:3] == b"ID3"
    form = db.session.scalars(select(DocumentForm)).one()
    assert form.bytes == len(sound.data)
    assert form.seconds > 5


def test_a_player_may_ask_for_a_part_of_the_file(page, config):
    law = keep_law()
    service.request_sound(documents.get_version(law), "espeak", config.audio_dir)
    outbox.drain()

    part = page.client.get(f"/documents/{law.public_id}/audio.mp3", headers={"Range": "bytes=0-99"})

    assert part.status_code == 206
    assert len(part.data) == 100


def test_asking_twice_makes_one_sound(app, config):
    version = documents.get_version(keep_law())

    service.request_sound(version, "espeak", config.audio_dir)
    service.request_sound(version, "espeak", config.audio_dir)

    jobs = db.session.scalars(
        select(outbox.OutboxRow).where(outbox.OutboxRow.name == "listening.make_sound")
    ).all()
    assert len(jobs) == 1


def test_before_it_is_made_the_file_leads_back_to_the_page(page):
    law = keep_law()

    page.get(f"/documents/{law.public_id}/audio.mp3", status=302)

    assert page.response.location == f"/documents/{law.public_id}"


def test_the_same_text_in_two_documents_is_spoken_once(app, config):
    first, second = keep_law(), keep_law(key="law-2")
    for law in (first, second):
        service.request_sound(documents.get_version(law), "espeak", config.audio_dir)
    outbox.drain()

    keys = db.session.scalars(select(DocumentForm.key)).all()

    assert len(keys) == 2
    assert len(set(keys)) == 1


def test_a_voice_that_is_not_there_fails_and_can_be_asked_again(app, config):
    version = documents.get_version(keep_law())
    service.request_sound(version, "no such voice", config.audio_dir)
    outbox.drain()

    assert db.session.scalars(select(DocumentForm.state)).one() is service.FormState.FAILED
    assert not service.sound_of(version, "no such voice", config.audio_dir).making
    service.request_sound(version, "no such voice", config.audio_dir)
    assert service.sound_of(version, "no such voice", config.audio_dir).making


def test_the_text_can_be_taken_along_in_both_languages_from_one_address(page):
    law = keep_law()

    answer = page.client.get(f"/documents/{law.public_id}/text.txt")
    english = page.client.get(f"/en/documents/{law.public_id}/text.txt")

    assert "มาตรา ๓ ให้นายทะเบียน" in answer.text
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert english.status_code == 308
    assert english.location == f"/documents/{law.public_id}/text.txt"


def test_audio_books_lists_what_is_ready(page, config):
    law = keep_law()
    for empty in page.both("/audio-books"):
        assert not empty.select(".plain-list a")
    service.request_sound(documents.get_version(law), "espeak", config.audio_dir)
    outbox.drain()

    links = page.get("/audio-books").select(".plain-list a[download]")

    assert [link["href"] for link in links] == [f"/documents/{law.public_id}/audio.mp3"]


def test_file_names_are_ascii_with_the_thai_title_beside(page, config):
    """Gunicorn refuses a header that is not latin-1."""
    law = keep_law()
    service.request_sound(documents.get_version(law), "espeak", config.audio_dir)
    outbox.drain()
    for ending in ("audio.mp3", "text.txt"):
        answer = page.client.get(f"/documents/{law.public_id}/{ending}")
        header = answer.headers["Content-Disposition"]
        assert header.isascii()
        assert f"filename={law.public_id}." in header
        assert "filename*=UTF-8''%E0%B8%9E" in header


def test_a_sound_whose_file_is_gone_can_be_made_again(page, config):
    law = keep_law()
    path = f"/documents/{law.public_id}"
    service.request_sound(documents.get_version(law), "espeak", config.audio_dir)
    outbox.drain()
    for file in config.audio_dir.rglob("*.mp3"):
        file.unlink()

    page.post(f"{path}/audio", form_page=path)
    outbox.drain()

    assert page.client.get(f"{path}/audio.mp3").status_code == 200


@pytest.mark.parametrize("path", ["audio.mp3", "text.txt"])
def test_files_of_an_unknown_document_are_not_found(page, path):
    page.get(f"/documents/d-404/{path}", status=404)
