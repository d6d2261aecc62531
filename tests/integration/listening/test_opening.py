"""Opening a form: what is short is made at that moment, what is long when somebody asks for it."""

import pytest
from sqlalchemy import select, update

from tests.support.forms import form, make
from tests.support.records import LAW, keep_law, long_law
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening import service
from webapp.listening.models.forms import DocumentForm
from webapp.listening.rules.kinds import FILES
from webapp.listening.rules.shelf import MADE_AT_ONCE, MOST_CHARACTERS_AT_ONCE
from webapp.listening.service import FormKind, FormState, Variant, makers, missing, recipes
from webapp.shared import outbox
from webapp.shared.transaction import transaction

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


@pytest.fixture
def corrected(monkeypatch):
    """Says that braille's rules and the voice's reading were corrected."""

    def correct() -> None:
        monkeypatch.setattr(recipes, "BRAILLE_VERSION", "corrected")
        monkeypatch.setattr(recipes, "READING_VERSION", "corrected")
        monkeypatch.setattr(recipes, "TEXT_VERSION", "corrected")
        recipes.standard_recipes.cache_clear()

    yield correct
    monkeypatch.undo()
    recipes.standard_recipes.cache_clear()


@pytest.mark.parametrize(
    ("kind", "variant"),
    [
        (FormKind.BRF, Variant(grade=1, layout="page")),
        (FormKind.BRF, Variant(grade=2, layout="display-20")),
        (FormKind.PEF, Variant(grade=0, layout="page")),
        (FormKind.BRAILLE_TEXT, Variant(grade=2, layout="display-14")),
        (FormKind.TEXT, Variant()),
    ],
)
def test_what_is_quick_is_made_anew_when_its_rules_were_corrected(page, corrected, kind, variant):
    version = documents.get_version(keep_law())
    old = service.open_form(version, kind, variant).key
    assert service.open_form(version, kind, variant).key == old

    corrected()

    assert service.form_of(version, kind, variant).at_once
    assert service.open_form(version, kind, variant).key != old
    assert service.form_of(version, kind, variant).ready


def test_the_braille_of_a_comparison_is_made_anew_too(page, corrected):
    law = keep_law()
    keep_law(LAW.replace("สมาชิกเลือก", "สมาชิกเลือกโดยลับ"))
    place = f"/documents/{law.public_id}/v/2/compare/1/braille.brf"
    old = page.client.get(place).headers["ETag"]
    assert page.client.get(place).headers["ETag"] == old

    corrected()

    assert page.client.get(place).headers["ETag"] != old


def test_an_old_file_whose_new_one_cannot_be_made_is_not_given_as_if_it_were_new(
    page, corrected, monkeypatch
):
    place = f"/documents/{keep_law().public_id}"
    page.client.get(f"{place}/braille.brf")
    corrected()

    def fail(_task):
        raise OSError("No space left on device")

    monkeypatch.setattr(makers, "make", fail)

    assert page.client.get(f"{place}/braille.brf").location == f"{place}/forms#brf"


FAST = Variant(voice="espeak", speed=200)


def test_an_old_sound_says_so_and_opening_it_asks_for_the_new_one(page, corrected):
    law = keep_law()
    place = f"/documents/{law.public_id}"
    make(law, FormKind.MP3_LIGHT, FAST)
    before = page.client.get(f"{place}/audio-light.mp3?speed=200").headers["ETag"]
    for shown in page.both(f"{place}/forms?speed=200"):
        assert "ก่อนการปรับปรุง" not in shown.text
        assert "before our last improvement" not in shown.text

    corrected()

    for shown, words in zip(
        page.both(f"{place}/forms?speed=200"),
        ("สร้างไว้ก่อนการปรับปรุง", "before our last improvement"),
        strict=True,
    ):
        assert words in shown.select_one("#mp3-light").text
        assert shown.select_one("#mp3-light form button")
    again = page.client.get(f"{place}/v/1/audio-light.mp3?speed=200")
    assert again.headers["ETag"] == before
    assert "max-age=0" in again.headers["Cache-Control"]
    waiting = page.get(f"/en{place}/forms?speed=200").select_one("#mp3-light")
    assert "A new one is being made" in waiting.text
    assert not waiting.select_one("form")
    outbox.drain()

    after = page.client.get(f"{place}/audio-light.mp3?speed=200").headers["ETag"]
    assert after != before
    assert not form(law, FormKind.MP3_LIGHT, FAST).old


def test_asking_for_an_old_form_puts_it_into_the_queue(page, corrected):
    law = keep_law()
    version = documents.get_version(law)
    make(law, FormKind.MP3_LIGHT, FAST)
    assert not service.request_form(version, FormKind.MP3_LIGHT, FAST)

    corrected()

    place = f"/documents/{law.public_id}/forms"
    page.post(
        place,
        {"kind": "mp3-light", "speed": "200", "voice": "espeak"},
        form_page=f"{place}?speed=200",
    )
    assert form(law, FormKind.MP3_LIGHT, FAST).state is FormState.WAITING
    assert form(law, FormKind.MP3_LIGHT, FAST).ready


def test_a_sound_of_a_voice_that_is_no_longer_here_stays_as_it_is(page, corrected):
    law = keep_law()
    make(law, FormKind.MP3_LIGHT, FAST)
    with transaction():
        db.session.execute(update(DocumentForm).values(voice="neural", spoken_by="neural"))

    corrected()

    assert not form(law, FormKind.MP3_LIGHT, Variant(voice="neural", speed=200)).old


def test_what_somebody_once_asked_for_is_made_anew_in_the_background_after_the_usual(
    app, corrected
):
    law = keep_law()
    keep_law(LAW.replace("สมาชิกเลือก", "สมาชิกเลือกโดยลับ"))
    older, newer = documents.versions_to_compare(law, None, "1")
    display = Variant(grade=2, layout="display-20")
    service.open_form(newer, FormKind.BRF, display)
    service.open_form(newer, FormKind.BRF, service.usual_variant(FormKind.BRF, ""))
    service.open_form(newer, FormKind.TEXT, Variant(), older)

    corrected()
    asked = []
    while missing._ask_again():
        waits = select(DocumentForm).where(DocumentForm.state == FormState.WAITING)
        asked.append({row.variant for row in db.session.scalars(waits)})
        service.make_waiting()

    assert asked == [{service.usual_variant(FormKind.BRF, "")}, {display, Variant()}]
    assert not service.form_of(newer, FormKind.BRF, display).at_once
