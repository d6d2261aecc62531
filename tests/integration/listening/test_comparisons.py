"""The comparison of two versions as sound, braille and text."""

import pytest

from tests.support.records import LAW, keep_law
from webapp.documents import service as documents
from webapp.listening import service
from webapp.listening.service import FormKind, missing, recipes
from webapp.shared import outbox

NEWER = LAW.replace("สมาชิกเลือก", "สมาชิกเลือกโดยลับ")


def keep_two() -> documents.Document:
    keep_law()
    return keep_law(NEWER)


def test_the_sound_of_a_comparison_is_asked_for_on_its_page_and_played_there(page):
    law = keep_two()
    place = f"/documents/{law.public_id}/v/2/compare/1"

    shown = page.get(place)
    assert not shown.find("audio")
    sound = next(f for f in shown.select("form.post-form") if f.select_one("[value='mp3']"))
    fields = {field["name"]: field["value"] for field in sound.select("input")}
    page.post(sound["action"], fields, form_page=place)
    outbox.drain()

    for told in page.both(place):
        assert law.title in told.find("audio")["aria-label"]
        assert told.find("audio")["src"].split("?")[0].endswith("/v/2/compare/1/audio.mp3")
    page.client.get(f"{place}/audio.mp3")


@pytest.mark.parametrize("file", ["braille.brf", "text.txt"])
def test_how_much_is_told_is_told_in_braille_and_text_too(page, file):
    law = keep_two()
    place = f"/documents/{law.public_id}/v/2/compare/1"

    files = {}
    for marking in ("changes", "all", "summary"):
        for shown in page.both(f"{place}?marking={marking}"):
            link = shown.select_one(f"a[href*='{file}']")["href"]
            assert f"marking={marking}" in link
            files[marking] = page.client.get(link).data
    assert page.client.get(f"{place}/{file}").data == files["changes"]
    assert len(files["summary"]) < len(files["changes"]) < len(files["all"])
    page.get(f"{place}/{file}?marking=nonsense", status=302)


def test_the_whole_text_and_the_summary_of_a_comparison_are_read_as_text(page):
    law = keep_two()
    place = f"/documents/{law.public_id}/v/2/compare/1/text.txt"

    whole = page.client.get(f"{place}?marking=all").get_data(as_text=True)
    assert "เพิ่ม โดยลับ จบส่วนที่เพิ่ม" in whole
    assert "มาตรา ๓ เหมือนเดิม" in whole
    summary = page.client.get(f"{place}?marking=summary").get_data(as_text=True)
    assert "โดยลับ" not in summary
    assert "มาตรา ๒ แก้ไข" in summary


def test_how_much_is_told_makes_another_sound(app):
    law = keep_two()
    older, newer = documents.versions_to_compare(law, None, "1")
    voice = service.default_voice()
    keys = {}
    for told in ("", "summary", "all"):
        variant = service.Variant(voice, 100, told=told)
        service.request_form(newer, FormKind.MP3_LIGHT, variant, older)
        outbox.drain()
        keys[told] = service.open_form(newer, FormKind.MP3_LIGHT, variant, older).key
    assert len(set(keys.values())) == 3
    assert not service.is_offered(FormKind.MP3, service.Variant(voice, 100, told="all"))


PREFERRED = {
    "text_size": "larger", "spacing": "wide", "colours": "contrast", "face": "usual",
    "view": "full", "language": "any", "voice": "espeak", "speed": "150", "grade": "2",
}  # fmt: skip


def test_what_the_reader_prefers_is_offered_of_a_comparison_and_beside_the_text(page):
    law = keep_two()
    place = f"/documents/{law.public_id}/v/2/compare/1"
    usual = page.client.get(f"{place}/braille.brf").data
    page.post("/preferences", PREFERRED)

    for shown in page.both(place):
        braille = shown.select_one("a[href*='braille.brf']")["href"]
        assert "grade=2" in braille
        sound = next(f for f in shown.select("form.post-form") if f.select_one("[value='mp3']"))
        assert sound.select_one("[name=speed]")["value"] == "150"
    contracted = page.client.get(braille).data
    assert len(contracted) < len(usual)
    for shown in page.both(f"/documents/{law.public_id}"):
        assert "grade=2" in shown.select_one("a[href*='braille.brf']")["href"]
    page.post("/preferences/reset", form_page="/preferences")
    assert "grade=1" in page.get(place).select_one("a[href*='braille.brf']")["href"]


def test_the_text_of_a_comparison_tells_what_was_added(page):
    law = keep_two()

    answer = page.client.get(f"/documents/{law.public_id}/v/2/compare/1/text.txt")

    assert answer.status_code == 200
    assert "เพิ่ม โดยลับ จบ" in answer.get_data(as_text=True)


def test_the_sound_of_a_comparison_is_made_again_where_comparing_was_corrected(app, monkeypatch):
    law = keep_two()
    older, newer = documents.versions_to_compare(law, None, "1")
    fast = service.Variant(service.default_voice(), 200)
    for compared_with in (None, older):
        service.request_form(newer, FormKind.MP3_LIGHT, fast, compared_with)
    outbox.drain()

    monkeypatch.setattr(recipes, "COMPARE_VERSION", "corrected")

    assert service.form_of(newer, FormKind.MP3_LIGHT, fast, older).old
    assert not service.form_of(newer, FormKind.MP3_LIGHT, fast).old
    assert service.open_form(newer, FormKind.MP3_LIGHT, fast, older).old
    outbox.drain()
    assert not service.open_form(newer, FormKind.MP3_LIGHT, fast, older).old


def test_what_nobody_opens_of_a_comparison_is_made_again_in_the_background(app, monkeypatch):
    law = keep_two()
    older, newer = documents.versions_to_compare(law, None, "1")
    service.open_form(newer, FormKind.TEXT, service.Variant(), older)
    display = service.Variant(grade=2, layout="display-20")
    service.open_form(newer, FormKind.BRF, display)
    assert not missing._ask_again()

    monkeypatch.setattr(recipes, "COMPARE_VERSION", "corrected")

    assert missing._ask_again()
    service.make_waiting()
    assert not missing._ask_again()
    assert not service.form_of(newer, FormKind.TEXT, service.Variant(), older).at_once


def test_what_is_no_form_of_a_comparison_is_not_found_or_leads_back(page):
    law = keep_two()
    place = f"/documents/{law.public_id}/v/2/compare/1"

    page.get(f"{place}/book.epub", status=404)
    page.get(f"{place}/audio.mp3?marking=nonsense", status=302)
    assert page.response.location == f"{place}#forms-title"
