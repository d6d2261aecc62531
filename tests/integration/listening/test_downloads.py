"""The forms of a document: asked for, made by a job, downloaded."""

import pytest

from tests.support.forms import form, make
from tests.support.records import keep_law
from webapp.listening.rules.kinds import BRAILLE
from webapp.listening.service import FormKind, Variant
from webapp.shared import outbox

QUICK = ("braille.brf", "braille.pef", "braille.txt", "text.txt")


def test_the_page_says_how_long_it_will_take_then_offers_the_file(page):
    law = keep_law()
    path = f"/documents/{law.public_id}"
    assert page.get(path).select_one(f'form[action="{path}/forms"] button')

    asked = page.post(f"{path}/forms", form_page=path)
    assert asked.select_one("#mp3 form") is None
    outbox.drain()
    ready = page.get(path)

    link = ready.select_one(f'a[download][href="{path}/audio.mp3"]')
    assert "MP3" in link.text
    assert ready.select_one("audio[controls]")["src"] == f"{path}/audio.mp3"
    sound = page.client.get(f"{path}/audio.mp3")
    assert sound.status_code == 200
    assert sound.mimetype == "audio/mpeg"
    assert sound.data[:3] == b"ID3"
    kept = form(law, FormKind.MP3)
    assert kept.bytes == len(sound.data)
    assert kept.seconds > 5


def test_who_asks_for_what_is_there_is_told_that_it_is_ready(page):
    law = keep_law()
    path = f"/documents/{law.public_id}/forms"
    said = {"/en": "It is ready.", "": "ไฟล์นี้พร้อมแล้ว"}
    page.get(path)
    for lang, words in said.items():
        waits = page.post(lang + path, {"kind": "mp3-light"}, form_page=lang + path)
        assert words not in waits.text

    make(law, FormKind.MP3_LIGHT)

    # The page was open since before the file was there.
    for lang, words in said.items():
        asked = page.post(lang + path, {"kind": "mp3-light"}, form_page=lang + path)
        assert words in asked.text
        assert asked.select_one(f'a[href$="{law.public_id}/audio-light.mp3"]')


def test_the_light_sound_is_much_smaller(app):
    law = keep_law()
    make(law, FormKind.MP3)
    make(law, FormKind.MP3_LIGHT)

    assert form(law, FormKind.MP3_LIGHT).bytes < form(law, FormKind.MP3).bytes / 2


@pytest.mark.parametrize("file", QUICK)
def test_braille_and_text_are_made_as_soon_as_they_are_opened(page, file):
    law = keep_law()

    answer = page.client.get(f"/documents/{law.public_id}/{file}")

    assert answer.status_code == 200
    assert len(answer.data) > 100


def test_braille_comes_in_the_grade_and_for_the_display_that_are_asked_for(page):
    path = f"/documents/{keep_law().public_id}/braille.txt"

    usual = page.client.get(path).text
    narrow = page.client.get(f"{path}?layout=display-14&grade=0").text

    assert max(map(len, usual.splitlines())) > 14
    assert max(map(len, narrow.splitlines())) <= 14


@pytest.mark.parametrize(
    "asked",
    [
        "audio.mp3?speed=7",
        "audio.mp3?voice=nobody",
        "braille.brf?grade=9",
        "braille.pef?layout=display-14",
    ],
)
def test_what_there_is_not_leads_to_what_can_be_chosen(page, asked):
    law = keep_law()

    shown = page.get(f"/documents/{law.public_id}/{asked}")

    assert page.path.split("?")[0].split("#")[0] == f"/documents/{law.public_id}/forms"
    assert "ไม่มีเสียง ความเร็ว หรืออักษรเบรลล์แบบนี้" in shown.text


def test_before_it_is_made_the_file_leads_to_the_page_that_says_so(page):
    law = keep_law()

    page.get(f"/documents/{law.public_id}/audio.mp3", status=302)

    assert page.response.location == f"/documents/{law.public_id}/forms#mp3"
    assert page.response.headers["Cache-Control"] == "no-store"


def test_a_player_may_ask_for_a_part_of_the_file(page):
    law = keep_law()
    make(law, FormKind.MP3)

    part = page.client.get(f"/documents/{law.public_id}/audio.mp3", headers={"Range": "bytes=0-99"})

    assert part.status_code == 206
    assert len(part.data) == 100


def test_who_has_the_file_already_is_told_so(page):
    path = f"/documents/{keep_law().public_id}/text.txt"
    first = page.client.get(path)

    again = page.client.get(path, headers={"If-None-Match": first.headers["ETag"]})

    assert again.status_code == 304
    assert "no-cache" in first.headers["Cache-Control"]


def test_a_version_has_its_own_addresses(page):
    law = keep_law()
    keep_law("พระราชบัญญัติ\nมาตรา ๑ ข้อความใหม่ทั้งหมด")

    old = page.client.get(f"/documents/{law.public_id}/v/1/text.txt")
    new = page.client.get(f"/documents/{law.public_id}/text.txt")

    assert "ข้อความใหม่ทั้งหมด" in new.text
    assert "ข้อความใหม่ทั้งหมด" not in old.text
    assert "max-age=86400" in old.headers["Cache-Control"]


def test_a_file_has_one_address_in_both_languages(page):
    law = keep_law()

    english = page.client.get(f"/en/documents/{law.public_id}/text.txt")

    assert english.status_code == 308
    assert english.location == f"/documents/{law.public_id}/text.txt"


@pytest.mark.parametrize("file", ["audio.mp3", *QUICK])
def test_file_names_are_ascii_with_the_thai_title_beside(page, file):
    """Gunicorn refuses a header that is not latin-1."""
    law = keep_law()
    make(law, FormKind.MP3)

    header = page.client.get(f"/documents/{law.public_id}/{file}").headers["Content-Disposition"]

    assert header.isascii()
    assert f"filename={law.public_id}." in header
    assert "filename*=UTF-8''%E0%B8%9E" in header


@pytest.mark.parametrize("file", ["audio.mp3", "daisy.zip", *QUICK])
def test_files_of_an_unknown_document_are_not_found(page, file):
    page.get(f"/documents/d-404/{file}", status=404)


def test_another_speed_is_made_and_played_faster(page):
    law = keep_law()
    path = f"/documents/{law.public_id}/forms"
    make(law, FormKind.MP3)

    page.post(
        path, {"kind": "mp3", "speed": "150", "voice": "espeak"}, form_page=f"{path}?speed=150"
    )
    outbox.drain()

    fast = form(law, FormKind.MP3, Variant(voice="espeak", speed=150))
    assert fast.ready
    assert fast.seconds < form(law, FormKind.MP3).seconds * 0.8
    assert page.client.get(f"/documents/{law.public_id}/audio.mp3?speed=150").status_code == 200


def test_every_form_is_shown_with_what_it_is_good_for_in_both_languages(page):
    law = keep_law()
    make(law, FormKind.MP3)

    for shown in page.both(f"/documents/{law.public_id}/forms"):
        for kind in FormKind:
            assert shown.select_one(f"li#{kind} div").text.strip()
        assert len(shown.select("li form button")) == len([k for k in FormKind if k in UNMADE])


UNMADE = {
    FormKind.MP3_LIGHT,
    FormKind.MP3_ZIP_LIGHT,
    FormKind.MP3_ZIP,
    FormKind.DAISY,
    FormKind.EPUB,
    FormKind.LARGE_PRINT,
}


@pytest.mark.parametrize(
    ("choice", "files"),
    [
        ("grade=2", ["braille.brf?grade=2", "braille.pef?grade=2", "braille.txt?grade=2"]),
        (
            "grade=2&layout=display-20",
            [
                "braille.brf?grade=2&layout=display-20",
                "braille.pef?grade=2",
                "braille.txt?grade=2&layout=display-20",
            ],
        ),
        (
            "grade=0&layout=display-14",
            [
                "braille.brf?grade=0&layout=display-14",
                "braille.pef?grade=0",
                "braille.txt?grade=0&layout=display-14",
            ],
        ),
        ("", ["braille.brf", "braille.pef", "braille.txt"]),
    ],
)
def test_every_braille_file_has_the_grade_chosen_whatever_lines_it_has(page, choice, files):
    law = keep_law()

    for shown in page.both(f"/documents/{law.public_id}/forms?{choice}"):
        links = [shown.select_one(f"#{kind} a")["href"] for kind in BRAILLE]
        assert [link.rpartition("/")[2] for link in links] == files
        assert all(page.client.get(link).status_code == 200 for link in links)


def test_the_page_names_the_grade_and_where_a_file_has_other_lines(page):
    place = f"/documents/{keep_law().public_id}/forms?grade=2&layout=display-20"

    for shown, grade, line, paper in zip(
        page.both(place),
        ("ระดับ 2", "Grade 2"),
        ("เครื่องแสดงอักษรเบรลล์ 20 เซลล์", "Display of 20 cells"),
        ("กระดาษ", "Paper"),
        strict=True,
    ):
        said = shown.select_one("#braille ~ p").text
        assert grade in said
        assert line in said
        assert paper in shown.select_one("#pef").text
        assert paper not in shown.select_one("#brf").text
