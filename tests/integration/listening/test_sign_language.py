"""A place for a video in Thai Sign Language on each document and bill, and the list of those missing."""

import io
from dataclasses import replace

import pytest

from tests.integration.bills.making import make_bill
from tests.support.records import keep_law

VIDEO = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(range(256)) * 20
WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm" + bytes(500)
CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:04.000\nร่างนี้ว่าด้วยสหกรณ์\n"


@pytest.fixture
def config(config):
    return replace(config, VIDEO_MOST_MB=1)


@pytest.fixture
def bill(app):
    return make_bill(english="A Co-operatives Bill")


@pytest.fixture
def upload(officer):
    """Add a video through the form; gives the page that answers."""

    def upload(public_id, video=VIDEO, captions=CAPTIONS, status=200, **typed):
        sent = {
            "video_title": "ภาษามือ: สหกรณ์",
            "signer": "ล่ามคนหนึ่ง",
            "video": (io.BytesIO(video), "film.exe") if video else (io.BytesIO(), ""),
            "captions": (io.BytesIO(captions.encode()), "c.vtt")
            if captions
            else (io.BytesIO(), ""),
            **typed,
        }
        answer = officer.post(f"/en/staff/sign-language/{public_id}", sent, status)
        if officer.response.request.method == "POST":
            # A request with a large file is written to a file that the test client leaves open.
            officer.response.request.environ["wsgi.input"].close()
        return answer

    return upload


def test_where_there_is_none_the_page_says_so_and_leads_to_asking(page, bill):
    thai, english = page.both(f"/bills/{bill.public_id}")
    assert "ยังไม่มีวีดิทัศน์ภาษามือไทย" in thai.text
    ask = english.select_one("section[aria-labelledby=sign-language-title] a")["href"]
    form = page.get(ask)
    assert form.select_one("input[name=wanted][checked]")["value"] == "sign-language"
    assert form.select_one("#subject")["value"] == "A Co-operatives Bill"


def test_a_video_is_played_with_captions_by_the_browser_itself(page, bill, upload):
    assert "kept and shown now" in upload(bill.public_id).text
    thai, english = page.both(f"/bills/{bill.public_id}")
    for shown in (thai, english):
        video = shown.select_one("video")
        assert video.has_attr("controls")
        assert video["preload"] == "none"
        assert not video.has_attr("poster")
        track = video.select_one("track[kind=captions]")
        assert track["srclang"] == "th"
        assert page.client.get(track["src"]).text == CAPTIONS
    assert "ล่ามคนหนึ่ง" in english.text
    said = page.get(english.select_one("a[href$=transcript]")["href"])
    assert "ร่างนี้ว่าด้วยสหกรณ์" in said.text


def test_files_are_sent_as_what_they_are_and_nothing_in_them_runs(page, bill, upload):
    upload(bill.public_id)
    source = page.get(f"/bills/{bill.public_id}").select_one("video source")
    assert source["type"] == "video/mp4"
    answer = page.client.get(source["src"])
    assert answer.data == VIDEO
    assert answer.mimetype == "video/mp4"
    part = page.client.get(source["src"], headers={"Range": "bytes=4-7"})
    assert (part.status_code, part.data) == (206, b"ftyp")
    captions = page.client.get("/sign-language/1/captions.vtt")
    assert captions.mimetype == "text/vtt"
    for sent in (answer, captions):
        assert "sandbox" in sent.headers["Content-Security-Policy"]
        assert sent.headers["X-Content-Type-Options"] == "nosniff"
    assert page.client.get("/sign-language/1/video.webm").status_code == 404
    assert page.client.get("/en/sign-language/1/video.mp4").status_code == 308


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"video": b"<html>"}, "no MP4 and no WebM"),
        ({"video": None}, "Choose the video"),
        ({"video": VIDEO + bytes(1_000_001)}, "larger than 1 MB. Make it smaller"),
        ({"captions": None}, "A video without them is not published"),
        ({"captions": "WEBVTT\n\n00:01.000 --> 00:02.000\nEnglish"}, "Captions in Thai are needed"),
        ({"captions": "WEBVTT\n\n1:2 --> 3\nก"}, "Line 3 of the captions"),
        ({"video_title": " "}, "Write a title"),
        ({"signer": "ก" * 201}, "200 characters at most"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_words_and_the_words_stay(
    page, bill, upload, wrong, sentence
):
    again = upload(bill.public_id, **wrong)
    assert sentence in again.select_one(".error-summary").text
    if "video_title" not in wrong:
        assert again.select_one("#video_title")["value"] == "ภาษามือ: สหกรณ์"
    assert page.get(f"/bills/{bill.public_id}").select_one("video") is None


def test_a_form_open_for_too_long_keeps_its_words_and_asks_for_the_video_again(bill, officer):
    sent = {"signer": "ล่ามคนหนึ่ง", "csrf_token": "old", "video": (io.BytesIO(VIDEO), "film.mp4")}
    answer = officer.client.post(f"/en/staff/sign-language/{bill.public_id}", data=sent)
    assert answer.status_code == 400
    assert "ล่ามคนหนึ่ง" in answer.text
    assert "Choose the file again" in answer.text


def test_a_video_far_too_large_is_refused_in_words_and_the_words_stay(bill, upload):
    answer = upload(bill.public_id, video=VIDEO + bytes(7_000_000), status=413)
    assert "larger than 1 MB" in answer.select_one(".error-summary").text
    assert answer.select_one("#video_title")["value"] == "ภาษามือ: สหกรณ์"
    assert answer.select_one("#signer")["value"] == "ล่ามคนหนึ่ง"


def test_a_stranger_is_asked_to_sign_in_however_large_the_video(app, bill):
    sent = {"video": (io.BytesIO(bytes(7_000_000)), "film.mp4")}
    answer = app.test_client().post(f"/staff/sign-language/{bill.public_id}", data=sent)
    assert "/account/sign-in" in answer.headers["Location"]
    answer.request.environ["wsgi.input"].close()


def test_a_document_has_its_place_too_and_the_newest_video_is_shown(app, page, upload, config):
    law = keep_law().public_id
    upload(law)
    upload(law, video=WEBM, video_title="ฉบับใหม่")
    assert page.get(f"/documents/{law}").select_one("video source")["type"] == "video/webm"


def test_the_list_of_those_missing_is_public_and_true(page, bill, upload, officer):
    other = make_bill(name="ร่างพระราชบัญญัติอีกฉบับ พ.ศ. ....")
    upload(bill.public_id)
    thai, english = page.both("/forms/sign-language?of=bills")
    assert "1 of 2 bills have a video" in english.text
    missing = [a["href"] for a in english.select("main .plain-list a")]
    assert [other.public_id in link for link in missing] == [True]
    ready = page.get("/en/forms/sign-language?of=bills&show=ready")
    assert bill.public_id in ready.select_one("main .plain-list a")["href"]
    assert "0 of 0 documents" in page.get("/en/forms/sign-language").text
    assert officer.get("/en/forms/sign-language?of=bills").select("a[href*=staff]")


def test_a_withdrawn_video_is_gone_with_its_file(page, bill, upload, officer, config):
    upload(bill.public_id)
    kept = [path for path in (config.upload_dir / "sign-language").rglob("*") if path.is_file()]
    assert len(kept) == 1
    at = f"/en/staff/sign-language/{bill.public_id}"
    officer.post("/en/staff/sign-language/withdraw/1", form_page=at)
    assert page.get(f"/bills/{bill.public_id}").select_one("video") is None
    assert page.client.get("/sign-language/1/video.mp4").status_code == 404
    assert not kept[0].exists()
    audit = officer.get("/en/staff/audit").text
    assert "Added a film in sign language" in audit
    assert "Withdrew a film in sign language" in audit


@pytest.mark.parametrize("public_id", ["b-999", "d-999", "x-1", "d-x"])
def test_what_there_is_not_has_no_page(officer, public_id):
    officer.get(f"/en/staff/sign-language/{public_id}", 404)
