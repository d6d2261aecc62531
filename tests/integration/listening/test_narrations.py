"""People read a document aloud: by a link, with consent, listened to, in step, heard, taken back."""

import io

import numpy as np
import pytest
import soundfile

from audio import tracks
from audio.engines import engine
from audio.script import passages
from audio.speech import Sentence, say
from tests.support.page import PageClient
from tests.support.records import keep_law
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening import jobs, service
from webapp.listening.models.forms import DocumentForm
from webapp.listening.models.narrations import Narration
from webapp.listening.routes import narrations
from webapp.listening.service.narrated import peoples_reading, readers_of
from webapp.shared import outbox


@pytest.fixture
def law(app):
    return keep_law()


@pytest.fixture
def link(officer, law):
    """The path of a link for readers that an officer has just made."""
    shown = officer.post(f"/en/staff/narrations/documents/{law.public_id}")
    return "/en/narrate/" + shown.select_one("main a[href*='/narrate/']")["href"].rpartition("/")[2]


def section(law, anchor="s3"):
    return service.section_to_read(law, anchor)


def read_aloud(law, anchor="s3", kind="FLAC", pace=0.9) -> bytes:
    """A section as somebody reads it."""
    text = "\n".join(line.text for line in section(law, anchor).lines)
    sound = say(text, "th", engine("espeak"), pace)
    wave = np.frombuffer(sound.samples, dtype="<i2")
    file = io.BytesIO()
    soundfile.write(file, wave, sound.rate, format=kind)
    return file.getvalue()


@pytest.fixture
def send(app, law, link):
    """Send a recording as a volunteer; gives the page that answers."""
    volunteer = PageClient(app.test_client())

    def send(sound, anchor="s3", status=200, **typed):
        sent = {"recording": (io.BytesIO(sound), "my voice.exe"), "consent": "y", **typed}
        answer = volunteer.post(f"{link}/{anchor}", sent, status)
        if volunteer.response.request.method == "POST":
            # A request with a large file is written to a file that the test client leaves open.
            volunteer.response.request.environ["wsgi.input"].close()
        return answer

    return send


def only_one() -> Narration:
    db.session.expire_all()
    return db.session.query(Narration).one()


def decide(officer, deed, narration_id=None):
    at = f"/en/staff/narrations/{narration_id or only_one().id}"
    return officer.post(f"{at}?do={deed}", form_page=at)


def test_a_volunteer_needs_the_link_and_no_account(app, law, link, send):
    visitor = PageClient(app.test_client())
    for start in ("", "/en"):
        shown = visitor.get(start + link.removeprefix("/en"))
        assert any("s3" in a["href"] for a in shown.select("main li a"))
    form = visitor.get(f"{link}/s3")
    assert section(law).lines[1].text in form.text
    assert "Thank you" in send(read_aloud(law), credit="สมหญิง").text
    assert "A recording waits" in visitor.get(link).text
    visitor.get("/en/narrate/forged", 404)
    visitor.get(f"{link}/no-such-section", 404)


@pytest.mark.parametrize("kind", ["WAV", "FLAC", "OGG", "MP3"])
def test_each_kind_of_file_is_taken_by_its_content(law, send, kind):
    assert "Thank you" in send(read_aloud(law, kind=kind)).text
    assert only_one().seconds > 1


@pytest.mark.parametrize(
    ("sound", "sentence"),
    [
        (b"<html>not a sound", "no recording that we can take"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "no recording that we can take"),
        (b"", "no recording that we can take"),
    ],
)
def test_what_is_no_recording_is_refused_and_the_name_stays(send, sound, sentence):
    again = send(sound, credit="สมหญิง")
    assert sentence in again.select_one(".error-summary").text
    assert again.select_one("#credit")["value"] == "สมหญิง"
    assert db.session.query(Narration).count() == 0


def test_a_recording_far_too_large_is_refused_and_name_and_consent_stay(send, monkeypatch):
    monkeypatch.setattr(narrations, "MOST_BYTES", 1_000_000)
    again = send(bytes(3_000_000), status=413, credit="สมหญิง")
    assert "larger than 200 MB" in again.select_one(".error-summary").text
    assert again.select_one("#credit")["value"] == "สมหญิง"
    assert again.select_one("#consent").has_attr("checked")
    assert db.session.query(Narration).count() == 0


def test_a_form_open_for_too_long_keeps_the_name_and_asks_for_the_recording_again(page, law, link):
    sent = {"credit": "ผู้อ่าน", "csrf_token": "old", "recording": (io.BytesIO(b"x"), "voice.wav")}
    answer = page.client.post(f"{link}/s3", data=sent)
    assert answer.status_code == 400
    assert "ผู้อ่าน" in answer.text
    assert "Choose the file again" in answer.text


def test_too_short_and_without_consent_is_refused(law, send):
    file = io.BytesIO()
    soundfile.write(file, np.zeros(2000, dtype="<i2"), 22_050, format="WAV")
    assert "between 1 second and 30 minutes" in send(file.getvalue()).text
    assert "Without it we may not use it" in send(read_aloud(law), consent="").text


def test_a_link_ends_with_its_time_or_by_an_officer(app, clock, law, link, officer):
    visitor = PageClient(app.test_client())
    clock.advance(days=59)
    visitor.get(link)
    clock.advance(days=2)
    visitor.get(link, 404)
    clock.advance(days=-2)
    at = f"/en/staff/narrations/documents/{law.public_id}"
    officer.post(f"{at}?do=end", form_page=at)
    visitor.get(link, 404)


def test_an_officer_listens_and_accepts_and_people_hear_it(law, send, officer, page):
    send(read_aloud(law), credit="สมหญิง")
    outbox.drain()
    at = f"/en/staff/narrations/{only_one().id}"
    shown = officer.get(at)
    assert law.title in shown.select_one("audio[controls]")["aria-label"]
    assert len(shown.select("tbody tr")) == len(only_one().said)
    sound = officer.client.get(at.removeprefix("/en") + "/recording")
    assert sound.mimetype == "audio/flac"
    assert "sandbox" in sound.headers["Content-Security-Policy"]
    version = documents.get_version(law)
    outline = documents.outline_of(version)
    assert peoples_reading(law.id, outline, 100) is None
    service.request_form(version, service.FormKind.MP3)
    outbox.drain()
    before = db.session.query(DocumentForm).filter_by(kind="mp3").one().key
    decide(officer, "accept")
    outbox.drain()
    db.session.expire_all()
    form = db.session.query(DocumentForm).filter_by(kind="mp3").one()
    assert form.key != before
    assert form.narrated_seconds == pytest.approx(only_one().seconds, abs=1)
    assert readers_of(version) == [(only_one().title, "สมหญิง")]
    for read in page.both(f"/documents/{law.public_id}"):
        assert "สมหญิง" in read.text
    audit = officer.get("/en/staff/audit").text
    assert "Accepted a recording" in audit
    assert "Invited to read a document aloud" in audit


def test_the_sentences_are_in_step_and_faster_reading_moves_them(law, send, officer):
    send(read_aloud(law))
    outbox.drain()
    decide(officer, "accept")
    outline = documents.outline_of(documents.get_version(law))
    passage = next(one for one in passages(outline, people=True) if one.id == "s3")
    usual = peoples_reading(law.id, outline, 100).track(passage)
    faster = peoples_reading(law.id, outline, 200).track(passage)
    assert usual.said[0].start == 0
    assert faster.said[-1].end == pytest.approx(usual.said[-1].end / 2)
    seconds = sum(piece.seconds for piece in faster.pieces)
    assert seconds == pytest.approx(only_one().seconds / 2, rel=0.05)
    assert peoples_reading(law.id, outline, 100).track(section(law, "s1")) is None


def test_a_better_recording_replaces_it_and_a_withdrawn_one_is_heard_no_more(law, send, officer):
    send(read_aloud(law))
    outbox.drain()
    first = only_one()
    decide(officer, "accept")
    send(read_aloud(law, pace=1.1))
    outbox.drain()
    second = db.session.query(Narration).order_by(Narration.id.desc()).first()
    decide(officer, "accept", second.id)
    db.session.expire_all()
    assert (first.state, second.state) == ("replaced", "accepted")
    path = service.recording_path(second)
    assert path.exists()
    decide(officer, "withdraw", second.id)
    assert not path.exists()
    outline = documents.outline_of(documents.get_version(law))
    assert peoples_reading(law.id, outline, 100) is None


def test_a_recording_of_another_text_is_shown_as_doubtful(law, send, officer):
    wave, rate = soundfile.read(io.BytesIO(read_aloud(law)), dtype="int16")
    file = io.BytesIO()
    soundfile.write(file, np.concatenate([wave[::-1], wave] * 2), rate, format="OGG")
    send(file.getvalue(), anchor="s1")
    outbox.drain()
    assert not only_one().trusted
    shown = officer.get(f"/en/staff/narrations/{only_one().id}")
    assert "do not seem to match" in shown.text
    assert "Please check" in shown.text
    decide(officer, "refuse")
    assert not service.recording_path(only_one()).exists()


def test_two_officers_cannot_decide_twice(law, send, officer):
    send(read_aloud(law))
    outbox.drain()
    decide(officer, "refuse")
    with pytest.raises(service.NarrationDecided):
        service.decide_narration(only_one().id, "accept", None)


def test_unchanged_sections_keep_their_recording_in_a_new_version(law, send, officer):
    send(read_aloud(law))
    outbox.drain()
    decide(officer, "accept")
    outline = documents.outline_of(documents.get_version(law))
    changed = outline.to_json()
    changed["blocks"] = [
        block if block["id"] == "s3" else {**block, "text": f"{block['text']} เพิ่ม"}
        for block in changed["blocks"]
    ]
    newer = type(outline).from_json(changed)
    reading = peoples_reading(law.id, newer, 100)
    assert reading is not None
    found = {one.id: reading.track(one) for one in passages(newer, people=True)}
    assert found.pop("s3") is not None
    assert not any(found.values())


@pytest.fixture
def older_rule(monkeypatch):
    """The voice cuts at every space, as before its rules grew."""
    with monkeypatch.context() as before:
        before.setattr(
            tracks,
            "sentences",
            lambda text, _lang: [Sentence(one, one, 0.0) for one in text.split()],
        )
        yield before


def mp3(law) -> DocumentForm:
    service.request_form(documents.get_version(law), service.FormKind.MP3)
    outbox.drain()
    db.session.expire_all()
    return db.session.query(DocumentForm).filter_by(kind="mp3").one()


def test_a_recording_is_put_in_step_again_where_sentences_changed(law, send, officer, older_rule):
    send(read_aloud(law, "s1"), "s1")
    outbox.drain()
    decide(officer, "accept")
    before, key = only_one().said, mp3(law).key
    older_rule.undo()
    jobs.align_again()
    outbox.drain()
    after = only_one()
    assert len(after.said) < len(before)
    assert [row[1] for row in after.said] == [line.text for line in section(law, "s1").lines]
    assert (after.state, after.trusted) == ("accepted", True)
    assert mp3(law).key not in (None, key)
    assert mp3(law).narrated_seconds == pytest.approx(after.seconds, abs=1)


def test_a_recording_in_step_is_left_alone_and_one_that_waits_goes_on_waiting(
    law, send, officer, older_rule
):
    send(read_aloud(law, "s1"), "s1")
    outbox.drain()
    jobs.align_again()
    assert not outbox.waiting()
    older_rule.undo()
    jobs.align_again()
    outbox.drain()
    assert (only_one().state, only_one().decided_by) == ("waiting", None)
    decide(officer, "refuse")
    jobs.align_again()
    assert not outbox.waiting()
