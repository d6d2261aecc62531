"""Who takes the consent back is heard by nobody any more, in no version, and no file is left."""

import pytest
from sqlalchemy import select

from tests.integration.listening.test_narrations import (
    decide,
    law,
    link,
    only_one,
    read_aloud,
    send,
)
from tests.support.records import LAW, keep_law
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening import service
from webapp.listening.events import sounds_taken_out
from webapp.listening.models.forms import DocumentForm
from webapp.listening.models.narrations import Narration
from webapp.listening.rules.kinds import SOUNDS
from webapp.listening.service import makers
from webapp.shared import outbox

__all__ = ["law", "link", "send"]


def newer_version() -> None:
    """The same law with another last section and its sound; other sections keep their text."""
    law = keep_law(LAW.replace("การใช้อำนาจต้อง", "การใช้อำนาจนั้นต้อง"))
    service.request_form(documents.get_version(law), service.FormKind.MP3)


def sounds() -> list[DocumentForm]:
    db.session.expire_all()
    return list(db.session.scalars(select(DocumentForm).where(DocumentForm.kind.in_(SOUNDS))))


def latest() -> Narration:
    db.session.expire_all()
    return db.session.scalars(select(Narration).order_by(Narration.id.desc())).first()


def buttons(officer, narration) -> list[str]:
    shown = officer.get(f"/en/staff/narrations/{narration.id}")
    return [button.text.strip() for button in shown.select("main form button")]


@pytest.fixture
def heard(law, send, officer):
    """A section of the first version that a person reads in every kind of sound; a second
    version reads another text in its place."""
    send(read_aloud(law), credit="สมหญิง")
    outbox.drain()
    decide(officer, "accept")
    for kind in SOUNDS:
        service.request_form(documents.get_version(law), kind)
    outbox.drain()
    newer_version()
    outbox.drain()
    return law


def test_a_withdrawn_voice_is_in_no_old_version_from_that_moment_on(heard, officer, app, config):
    place = f"/documents/{heard.public_id}/v/1"
    visitor = app.test_client()
    held = [form for form in sounds() if form.narrated_seconds]
    assert {form.kind for form in held} == set(SOUNDS)
    files = [config.forms_dir / form.key[:2] for form in held]
    kept = [path for folder in files for path in folder.iterdir()]
    assert visitor.get(f"{place}/audio.mp3").status_code == 200
    told = []
    with sounds_taken_out.connected_to(lambda _sender, **about: told.append(about)):
        decide(officer, "withdraw")

    for address in (
        "audio.mp3",
        "audio-light.mp3",
        "audio-light.zip",
        "audio.zip",
        "daisy.zip",
        "book.epub",
    ):
        assert visitor.get(f"{place}/{address}").status_code == 302
    keys = {form.key for form in sounds()}
    assert not [path for path in kept if path.exists() and path.name.partition(".")[0] not in keys]
    assert told == [{"document_id": heard.id}]

    outbox.drain()
    assert all(form.key and not form.narrated_seconds for form in sounds())
    assert visitor.get(f"{place}/audio.mp3").status_code == 200


def test_sounds_without_the_voice_stay_while_it_is_taken_out(heard, officer):
    before = {form.id: form.key for form in sounds() if not form.narrated_seconds}
    assert before
    decide(officer, "withdraw")
    now = {form.id: form.key for form in sounds()}
    assert {form_id: now[form_id] for form_id in before} == before


def test_nobody_between_keeps_the_sound_of_a_person(heard, app):
    narrated = app.test_client().get(f"/documents/{heard.public_id}/v/1/audio.mp3")
    assert "no-cache" in narrated.headers["Cache-Control"]
    by_computer = app.test_client().get(f"/documents/{heard.public_id}/v/2/audio.mp3")
    assert "max-age=86400" in by_computer.headers["Cache-Control"]


def test_the_readers_name_goes_with_the_voice(heard, officer, page):
    decide(officer, "withdraw")
    assert only_one().credit == ""
    for shown in page.both(f"/documents/{heard.public_id}?version=1"):
        assert "สมหญิง" not in shown.text


def test_accepting_reaches_the_sounds_of_every_version_with_the_text(law, send, officer):
    send(read_aloud(law, "s1"), anchor="s1")
    service.request_form(documents.get_version(law), service.FormKind.MP3)
    outbox.drain()
    newer_version()
    outbox.drain()
    decide(officer, "accept")
    outbox.drain()
    whole = [form for form in sounds() if form.kind == "mp3" and form.compared_with_id is None]
    assert len(whole) == 2
    assert all(form.narrated_seconds for form in whole)


def test_a_voice_withdrawn_while_its_sound_is_made_comes_into_no_place(
    law, send, officer, monkeypatch, config
):
    send(read_aloud(law))
    outbox.drain()
    decide(officer, "accept")
    real, keys = makers.make, []

    def withdrawn_meanwhile(task):
        made = real(task)
        keys.append(task.path.name.partition(".")[0])
        if task.narration is not None:
            service.decide_narration(only_one().id, "withdraw", None)
        return made

    monkeypatch.setattr(makers, "make", withdrawn_meanwhile)
    service.request_form(documents.get_version(law), service.FormKind.MP3)
    outbox.drain()
    form = next(form for form in sounds() if form.kind == "mp3")
    assert len(keys) > 1
    assert form.key != keys[0]
    assert form.narrated_seconds == 0
    assert not list(config.forms_dir.rglob(f"{keys[0]}*"))


def test_a_replaced_recording_has_no_file_and_can_still_be_removed(law, send, officer):
    send(read_aloud(law), credit="สมหญิง")
    outbox.drain()
    first = latest()
    decide(officer, "accept")
    service.request_form(documents.get_version(law), service.FormKind.MP3)
    outbox.drain()
    old_key = next(form.key for form in sounds() if form.kind == "mp3")
    send(read_aloud(law, pace=1.1))
    outbox.drain()
    decide(officer, "accept", latest().id)
    db.session.expire_all()
    assert first.state == "replaced"
    assert not service.recording_path(first).exists()
    assert buttons(officer, first) == ["Remove the recording"]

    # The sound that holds it is still out until the new one is made.
    decide(officer, "withdraw", first.id)
    assert old_key not in {form.key for form in sounds()}
    db.session.expire_all()
    assert (first.state, first.credit) == ("withdrawn", "")
    assert service.recording_path(latest()).exists()
    outbox.drain()
    assert next(form for form in sounds() if form.kind == "mp3").narrated_seconds > 0


def test_the_file_of_a_replaced_voice_goes_when_the_new_sound_is_there(law, send, officer, config):
    send(read_aloud(law))
    outbox.drain()
    decide(officer, "accept")
    service.request_form(documents.get_version(law), service.FormKind.MP3)
    outbox.drain()
    old_key = next(form.key for form in sounds() if form.kind == "mp3")
    send(read_aloud(law, pace=1.1))
    outbox.drain()
    decide(officer, "accept", latest().id)
    outbox.drain()
    assert not list(config.forms_dir.rglob(f"{old_key}*"))


@pytest.mark.parametrize("deed", ["", "accept", "refuse"])
def test_a_recording_can_be_removed_in_every_state(law, send, officer, deed):
    send(read_aloud(law))
    if deed:
        outbox.drain()
        decide(officer, deed)
    at = f"/en/staff/narrations/{only_one().id}"
    assert officer.get(at).select("form[action*='do=withdraw']")
    decide(officer, "withdraw")
    outbox.drain()
    assert only_one().state == "withdrawn"
    assert not service.recording_path(only_one()).exists()
    assert buttons(officer, only_one()) == []
    with pytest.raises(service.NarrationDecided):
        service.decide_narration(only_one().id, "withdraw", None)


def test_the_recording_of_a_withdrawn_document_can_be_removed(heard, officer):
    documents.withdraw_document(heard.public_id)
    at = f"/staff/narrations/documents/{heard.public_id}"
    for shown in officer.both(at):
        (entry,) = shown.select("main .plain-list a")
        assert not shown.select("main form")
    officer.get(entry["href"])
    decide(officer, "withdraw")
    assert not service.recording_path(only_one()).exists()
    assert not any(form.narrated_seconds for form in sounds())
    officer.client.post(at)
    assert db.session.query(Narration).count() == 1


@pytest.mark.parametrize("text", [LAW.split("มาตรา ๓")[0], LAW.replace("นายทะเบียน", "รัฐมนตรี")])
def test_a_recording_whose_text_went_before_it_was_in_step_is_closed(law, send, officer, text):
    send(read_aloud(law))
    keep_law(text)
    outbox.drain()
    assert only_one().state == "gone"
    assert not service.recording_path(only_one()).exists()
    at = f"/staff/narrations/{only_one().id}"
    thai, english = (page.select_one("h1").text for page in officer.both(at))
    assert "Closed: its text is no longer in the document" in english
    assert "ข้อความ" in thai
    assert buttons(officer, only_one()) == ["Remove the recording"]
    assert "There is none." in officer.get("/en/staff/narrations").text


def test_a_section_that_only_has_another_number_is_put_in_step(law, send):
    send(read_aloud(law, "s1"), anchor="s1")
    added = "มาตรา ๐ ให้ใช้บังคับตั้งแต่วันถัดไป"
    keep_law(LAW.replace("มาตรา ๑ ", f"{added}\nมาตรา ๑ "))
    outbox.drain()
    assert only_one().state == "waiting"


def test_files_that_no_recording_has_are_swept_after_two_days(law, send, config, monkeypatch):
    send(read_aloud(law))
    folder = config.upload_dir / "narrations"
    left = folder / "ab" / "abcd"
    left.parent.mkdir(parents=True, exist_ok=True)
    left.write_bytes(b"left by a process that died")
    assert service.sweep_recordings() == 0
    monkeypatch.setattr("webapp.listening.service.shelves._ABANDONED_SECONDS", -1.0)
    assert service.sweep_recordings() == 1
    assert not left.exists()
    assert service.recording_path(only_one()).exists()
