"""Files: scanned, kept apart while they cannot be, saying what no words say, written down by staff."""

import io
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from tests.support.clamd import EICAR, tcp_scanner, unix_scanner
from tests.support.page_rules import words
from tests.unit.shared.test_uploads_each_kind import heic
from tests.unit.shared.test_uploads_stripping import picture
from webapp.complaints import service
from webapp.complaints.models import Attachment, Complaint
from webapp.extensions import db
from webapp.shared import outbox
from webapp.shared.clamd import ScannerAway, is_harmful

NEW = "/en/complaints/new"
TYPED = {"kind": "complaint", "message": "รูปอยู่ในไฟล์"}


def errors(page):
    return [words(line) for line in page.select(".error-summary li")]


def attach(content=None, name="photo.jpg"):
    return {"attachments": [(io.BytesIO(content or picture("JPEG")), name)]}


def only_file() -> Attachment:
    db.session.expire_all()
    return db.session.query(Attachment).one()


def test_the_scanner_is_asked_by_tcp_and_by_socket(tmp_path):
    for scanner in (tcp_scanner(), unix_scanner(tmp_path / "clamd")):
        with scanner as url:
            assert is_harmful(url, EICAR)
            assert not is_harmful(url, bytes(200_000))
    with pytest.raises(ScannerAway):
        is_harmful(url, b"")


class TestWithScanner:
    """A site with a scanner."""

    @pytest.fixture
    def scanner(self):
        with tcp_scanner() as url:
            yield url

    @pytest.fixture
    def config(self, config, scanner):
        return replace(config, CLAMD_URL=scanner)

    def test_malware_is_refused_and_the_words_are_kept(self, page, clock):
        answer = page.post(NEW, {**TYPED, **attach(EICAR, "letter.txt")})
        assert "letter.txt has malware in it" in errors(answer)[0]
        assert TYPED["message"] in answer.select_one("#message").text
        assert not db.session.query(Complaint).count()

    def test_what_is_clean_is_kept(self, page, clock):
        page.post(NEW, {**TYPED, **attach()})
        assert only_file().scan == "clean"


class TestWhileScannerIsAway:
    """A site whose scanner does not answer yet."""

    @pytest.fixture
    def config(self, config, tmp_path):
        return replace(config, CLAMD_URL=f"unix:{tmp_path / 'clamd'}")

    @pytest.mark.parametrize(("content", "end"), [(None, "clean"), (EICAR, "harmful")])
    def test_a_file_waits_where_nobody_opens_it(
        self, page, officer, clock, tmp_path, config, content, end
    ):
        name = "photo.jpg" if content is None else "letter.txt"
        code = page.post(NEW, {**TYPED, **attach(content, name)}).select_one(".receipt").text
        file = only_file()
        assert file.scan == "waiting"
        case = page.post("/en/complaints/track", {"code": code})
        assert "The scanner of malware is away" in case.main.text
        desk = f"/en/staff/complaints/{file.complaint_id}"
        shown = officer.get(desk).main
        assert "waits for the scanner" in shown.text
        assert not shown.select("a[href*=attachments]")
        officer.get(f"{desk}/attachments/{file.id}", status=404)
        outbox.drain()
        assert only_file().scan == "waiting"
        clock.advance(minutes=5)
        with unix_scanner(tmp_path / "clamd"):
            outbox.drain()
        assert only_file().scan == end
        if end == "harmful":
            assert not list(config.upload_dir.iterdir())
            assert "It was destroyed" in page.get("/en/complaints/track/case").main.text
            officer.get(f"{desk}/attachments/{file.id}", status=404)
        else:
            assert officer.get(desk).main.select("a[href*=attachments]")


def test_a_picture_may_say_it_without_words(page, clock):
    page.post(NEW, {"kind": "complaint", **attach()})
    assert page.path == "/en/complaints/receipt"
    kept = db.session.query(Complaint).one()
    assert kept.message == ""


def test_staff_write_down_what_it_says_and_the_person_reads_it(page, officer, clock):
    code = page.post(NEW, {"kind": "complaint", **attach()}).select_one(".receipt").text
    file = only_file()
    path = f"/en/staff/complaints/{file.complaint_id}/attachments/{file.id}/transcript"
    shown = officer.post(path, {"text": "ทางเท้าพังหน้าอาคาร"})
    assert "ทางเท้าพังหน้าอาคาร" in shown.main.text
    case = page.post("/en/complaints/track", {"code": code})
    assert "ทางเท้าพังหน้าอาคาร" in case.main.text
    kept = db.session.get(Complaint, file.complaint_id)
    assert kept.words == "ทางเท้าพังหน้าอาคาร"
    assert "ทางเท้าพัง" in next(service.case_texts(None, 1, None)).text
    again = officer.get(path)
    assert "ทางเท้าพังหน้าอาคาร" in again.select_one("#text").text


def test_a_file_comes_with_later_words_and_an_anonymous_one_loses_its_name(page, officer, clock):
    shown = page.post(NEW, {**TYPED, "identity": "anonymous"})
    codename = " ".join(words(word) for word in shown.select(".codename li"))
    page.post("/en/complaints/track/codename", {"codename": codename})
    case = page.post("/en/complaints/track/case", {"text": "", **attach(name="สมศรี.jpg")})
    assert "file-1.jpg" in case.main.text
    assert "สมศรี" not in case.main.text
    file = only_file()
    assert file.message_id is not None
    assert "file-1.jpg" in officer.get(f"/en/staff/complaints/{file.complaint_id}").main.text


@pytest.mark.parametrize("identity", ["anonymous", "confidential", "named"])
def test_a_file_that_may_tell_who_made_it_is_kept_of_nobody(page, clock, identity):
    odd = attach(b"%PDF-1.7\nlocked", "odd.pdf")
    answer = page.post(NEW, {**TYPED, "identity": identity, **odd})
    assert "We cannot take out of odd.pdf" in errors(answer)[0]
    assert not db.session.query(Complaint).count()


def test_the_picture_of_a_phone_comes_in_as_a_jpeg_without_its_place(page, officer, clock):
    page.post(NEW, {**TYPED, **attach(heic(), "IMG_1.HEIC")})
    file = only_file()
    assert (file.name, file.media_type) == ("IMG_1.jpg", "image/jpeg")
    content = officer.client.get(f"/staff/complaints/1/attachments/{file.id}").data
    assert b"Somsri" not in content
    assert not Image.open(BytesIO(content)).getexif()
