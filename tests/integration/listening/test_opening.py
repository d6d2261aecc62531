"""Opening a form: what is short is made at that moment, what is long when somebody asks for it."""

import pytest

from tests.support.forms import form
from tests.support.records import LAW, keep_law, long_law
from webapp.documents import service as documents
from webapp.listening import service
from webapp.listening.rules.kinds import FILES
from webapp.listening.rules.shelf import MADE_AT_ONCE, MOST_CHARACTERS_AT_ONCE
from webapp.listening.service import FormKind, Variant
from webapp.shared import outbox

SITE = "http://localhost"


@pytest.fixture
def long(app) -> documents.Document:
    """A law whose braille takes longer than a page may."""
    law = keep_law(long_law(700))
    assert documents.get_version(law).characters > MOST_CHARACTERS_AT_ONCE
    return law


@pytest.mark.parametrize("kind", MADE_AT_ONCE)
def test_a_long_text_is_offered_to_be_made_and_then_there(page, long, kind):
    place = f"/documents/{long.public_id}/forms"
    for shown in page.both(place):
        assert not shown.select_one(f"#{kind} a")
        assert shown.select_one(f"#{kind} form button")

    asked = page.post(place, {"kind": str(kind)})
    assert not asked.select_one(f"#{kind} form")
    assert "กำลังสร้าง" in asked.select_one(f"#{kind}").text
    assert "being made" in page.get(f"/en{place}").select_one(f"#{kind}").text
    outbox.drain()

    for shown in page.both(place):
        link = shown.select_one(f"#{kind} a[download]")
        assert page.client.get(link["href"]).mimetype == FILES[kind].mimetype


def test_the_reading_page_counts_a_long_texts_quick_forms_as_not_ready(page, long):
    short = keep_law(key="short")
    for law, count in ((long, 0), (short, len(MADE_AT_ONCE))):
        for shown in page.both(f"/documents/{law.public_id}"):
            assert len(shown.select("#forms-title ~ details li")) == count


def test_a_comparison_with_a_long_text_is_offered_to_be_made(page, long):
    keep_law(LAW)
    place = f"/documents/{long.public_id}/v/2/compare/1"
    for address in (place, f"/en{place}"):
        shown = page.get(address)
        assert not shown.select("a[href*='braille.brf']")
        assert shown.select("form.post-form [value='brf']")


def test_the_public_list_counts_a_long_text_as_missing_until_it_is_made(page, long):
    keep_law(key="short", title="ฉบับสั้น")
    assert service.count_forms().by_kind[FormKind.BRF] == {"at-once": 1, "missing": 1}
    assert found(page, "form=brf&standing=at-once") == ["ฉบับสั้น"]
    assert found(page, "form=brf&standing=missing") == [long.title]
    for shown, words in zip(page.both("/forms"), ("ยังขาด 1 ฉบับ", "missing for 1"), strict=True):
        assert words in " ".join(shown.text.split())

    service.request_form(documents.get_version(long), FormKind.BRF)
    assert found(page, "form=brf&standing=making") == [long.title]
    assert found(page, "form=brf&standing=missing") == []
    outbox.drain()
    assert found(page, "form=brf&standing=ready") == [long.title]


def found(page, question: str) -> list[str]:
    return [one.text for one in page.get(f"/forms?{question}").select("main .plain-list h3 a")]


@pytest.mark.parametrize(("from_page", "led_to"), [("/documents", ""), ("/en/documents", "/en")])
def test_a_file_that_is_not_there_leads_to_its_page_in_the_language_that_one_reads(
    page, long, from_page, led_to
):
    place = f"/documents/{long.public_id}"
    answer = page.client.get(f"{place}/braille.brf?grade=2", headers={"Referer": SITE + from_page})
    assert answer.status_code == 302
    assert answer.location == f"{led_to}{place}/forms?grade=2#brf"
    assert not form(long, FormKind.BRF, Variant(grade=2, layout="page")).state


def test_what_there_is_not_is_said_in_the_language_that_one_reads(page):
    place = f"/documents/{keep_law().public_id}"
    answer = page.client.get(
        f"{place}/braille.brf?grade=9", headers={"Referer": f"{SITE}/en{place}/forms"}
    )
    assert "There is no such voice, speed or braille." in page.get(answer.location).text


def test_a_comparison_that_is_not_there_leads_to_its_page_in_the_same_language(page):
    law = keep_law()
    keep_law(LAW.replace("สมาชิกเลือก", "สมาชิกเลือกโดยลับ"))
    place = f"/documents/{law.public_id}/v/2/compare/1"
    for start in ("", "/en"):
        answer = page.client.get(f"{place}/audio.mp3", headers={"Referer": f"{SITE}{start}{place}"})
        assert answer.location == f"{start}{place}#forms-title"


@pytest.mark.parametrize("elsewhere", ["https://example.org/en/x", ""])
def test_a_page_of_another_site_says_nothing_of_the_language(page, elsewhere):
    place = f"/documents/{keep_law().public_id}"
    answer = page.client.get(f"{place}/audio.mp3", headers={"Referer": elsewhere})
    assert answer.location == f"{place}/forms#mp3"
