"""A need said in a voice, a picture or a film: kept, opened by officers alone, written down, found."""

import io
from dataclasses import replace

import pytest

from tests.support.clamd import EICAR, tcp_scanner
from tests.support.page_rules import words
from tests.unit.shared.test_uploads_stripping import picture
from webapp.extensions import db
from webapp.needs import service
from webapp.needs.models import Need, NeedFile
from webapp.shared import outbox
from webapp.shared.uploads.checking import check_file
from webapp.shared.uploads.scanning import Scan
from webapp.shared.uploads.vault import site_vault

NEW, REGISTER = "/en/needs/new", "/en/staff/needs"


def sent(content=None, name="sign.jpg"):
    return {"attachments": [(io.BytesIO(content or picture("JPEG")), name)]}


def errors(page):
    return [words(line) for line in page.select(".error-summary li")]


def vault_files(app):
    return [path for path in app.extensions["settings"].upload_dir.iterdir() if path.is_file()]


def test_a_picture_says_what_is_needed_and_is_found_once_written_down(app, page, officer, clock):
    code = page.post(NEW, {"words": "", **sent()}).select_one(".receipt").text
    assert "In a file that nobody has written down yet" in officer.get(REGISTER).text
    shown = officer.get(f"{REGISTER}/1")
    stored = officer.client.get(f"{REGISTER}/1/files/1")
    assert stored.data.startswith(b"\xff\xd8")
    assert "attachment" in stored.headers["Content-Disposition"]
    assert shown.select_one("a[href$=transcript]")
    for language in officer.both("/staff/needs/1/files/1/transcript"):
        assert language.select_one("textarea[name=text]")
    officer.post(f"{REGISTER}/1/files/1/transcript", {"text": "ขอล่ามภาษามือในการถ่ายทอดสด"})
    assert "1. ขอล่ามภาษามือ" in words(officer.get(f"{REGISTER}?words=ล่ามภาษามือ").main)
    page.post("/en/needs/track", {"code": code})
    shown = words(page.get("/en/needs/track/need").main)
    assert "Written down by staff: ขอล่ามภาษามือในการถ่ายทอดสด" in shown
    assert not vault_files(app)[0].read_bytes().startswith(b"\xff\xd8")


def test_an_officer_enters_a_need_heard_in_a_voice(officer, enter):
    number = enter("", subject="เสียงจากงานรับฟัง", **sent())
    assert "sign.jpg" in words(officer.get(f"{REGISTER}/{number}").main)


def test_without_words_and_files_or_with_a_wrong_kind_of_file_it_is_said(page, clock):
    assert "Write what is needed" in page.post(NEW, {"words": ""}).text
    again = page.post(NEW, {"words": "ฟังไม่ออก", **sent(b"MZ" + bytes(200), "a.exe")})
    assert "is of a kind that we cannot take" in errors(again)[0]
    assert again.select_one("textarea").text.strip() == "ฟังไม่ออก"
    assert "Choose your files again" in page.post(NEW, {"email": "me@", **sent()}).text
    assert not db.session.query(Need).count()


def test_only_staff_open_a_file_and_only_of_its_own_need(page, officer, enter, clock):
    page.post(NEW, {"words": "", **sent()})
    enter("อีกเรื่อง")
    page.get(f"{REGISTER}/1/files/1")
    assert page.path.startswith("/en/account/sign-in")
    officer.get(f"{REGISTER}/2/files/1", 404)
    officer.get(f"{REGISTER}/2/files/1/transcript", 404)


def test_nothing_is_left_on_the_disk_where_a_need_cannot_be_kept(app, monkeypatch):
    monkeypatch.setattr("webapp.needs.service.hearing.receipt.fingerprint", lambda *_: 1 / 0)
    hearing = service.Hearing("", "th", uploads=[check_file("a.jpg", picture("JPEG"))])
    with pytest.raises(ZeroDivisionError):
        service.tell_need(hearing, "test", site_vault())
    assert not vault_files(app)


class TestWithScanner:
    """A site with a scanner of malware."""

    @pytest.fixture
    def scanner(self):
        with tcp_scanner() as url:
            yield url

    @pytest.fixture
    def config(self, config, scanner):
        return replace(config, CLAMD_URL=scanner)

    def test_malware_is_refused_and_the_words_are_kept(self, page, officer, clock):
        again = page.post(NEW, {"words": "ดูไฟล์", **sent(EICAR, "letter.txt")})
        assert "letter.txt has malware in it" in errors(again)[0]
        assert "ดูไฟล์" in again.select_one("textarea").text
        heard = {"words": "ดู", "who": "unknown", "channel": "STAFF", "aspect": "", "bureau": ""}
        again = officer.post(f"{REGISTER}/new", {**heard, **sent(EICAR, "letter.txt")})
        assert "has malware in it" in errors(again)[0]
        assert not db.session.query(Need).count()

    def test_a_file_that_waited_is_scanned_later(self, page, officer, clock):
        page.post(NEW, {"words": "", **sent()})
        file = db.session.query(NeedFile).one()
        assert file.scan is Scan.CLEAN
        file.scan = Scan.WAITING
        db.session.commit()
        officer.get(f"{REGISTER}/1/files/1", 404)
        service.scan_all_waiting()
        outbox.drain()
        db.session.expire_all()
        assert db.session.query(NeedFile).one().scan is Scan.CLEAN
