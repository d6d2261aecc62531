"""Who told an officer a need gets the same as who wrote it: a receipt, a letter, and true words."""

import pytest

from tests.integration.needs.test_telling import tell
from tests.support.letters import letters_in
from tests.support.page_rules import words
from webapp.extensions import db
from webapp.needs import service
from webapp.needs.models import Need
from webapp.needs.rules.keeping import KEPT_FOR
from webapp.needs.service import Hearing, Origin
from webapp.shared import outbox
from webapp.shared.uploads.vault import site_vault

REGISTER = "/en/staff/needs"
TYPED = {"who": "citizen", "channel": "CALL_CENTER", "aspect": "", "bureau": ""}


def entered(officer, said="ขอที่จอดรถ", start="/en", **typed) -> str:
    """Enter a need; the receipt code that the officer hands on."""
    shown = officer.post(f"{start}/staff/needs/new", {"words": said, **TYPED, **typed})
    return shown.select_one(".receipt").text


def test_the_officer_hands_on_a_receipt_with_which_the_person_reads_the_reply(
    app, officer, page, clock
):
    code = entered(officer, email="me@example.org")
    said = officer.post(f"{REGISTER}/1?do=reply", {"reply-text": "จัดที่จอดรถแล้ว"})
    assert "A letter tells the person" in words(said.main)
    outbox.drain()
    [letter] = letters_in(app.extensions["settings"].INSTANCE_DIR)
    assert letter["To"] == "me@example.org"
    # In the language of the person's words, whatever the officer reads.
    assert "/needs/track" in letter.get_content()
    assert "/en/needs/track" not in letter.get_content()
    page.post("/en/needs/track", {"code": code})
    assert "จัดที่จอดรถแล้ว" in page.get("/en/needs/track/need").text


def test_the_code_is_shown_once_and_a_new_one_ends_the_old(officer, page, clock):
    for start in ("", "/en"):
        assert entered(officer, start=start)
    code = entered(officer)
    assert not officer.get(f"{REGISTER}/3").select(".receipt")
    shown = officer.post(f"{REGISTER}/3?do=renew_receipt", {}, form_page=f"{REGISTER}/3")
    new = shown.select_one(".receipt").text
    assert "No need has this code" in page.post("/en/needs/track", {"code": code}).text
    page.post("/en/needs/track", {"code": new})
    assert page.path == "/en/needs/track/need"
    assert "Gave a need a new receipt code" in officer.get("/en/staff/audit").get_text(" ")


def test_a_code_that_only_the_person_knows_is_not_made_anew(page, officer, clock):
    tell(page)
    with pytest.raises(service.NeedNotFound):
        service.renew_receipt(1, 1, "test")
    assert "Make a new code" not in words(officer.get(f"{REGISTER}/1").main)


def test_a_wrong_address_is_said_and_nothing_typed_is_lost(officer):
    again = officer.post(f"{REGISTER}/new", {"words": "ขอที่จอดรถ", **TYPED, "email": "me@"})
    assert "Write the e-mail address like" in again.text
    assert again.select_one("#email")["value"] == "me@"


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        (Origin.SEARCH, "Nobody hears of it by this service"),
        (Origin.COMPLAINT, "answer the message"),
    ],
)
def test_the_page_does_not_say_that_a_person_reads_what_nobody_reads(officer, clock, origin, said):
    service.note_need(origin, "1", Hearing("โฉนดชุมชน", "th"), "test")
    shown = officer.post(f"{REGISTER}/1?do=reply", {"reply-text": "ทำแล้ว"})
    assert said in words(shown.main)
    assert "sees them now" not in shown.text


def test_what_an_unnamed_person_told_an_officer_is_erased_and_of_a_named_one_the_address(
    officer, clock
):
    entered(officer, email="me@example.org")
    entered(officer, who="senator", name="สมาชิก ตัวอย่าง", email="senator@example.org")
    clock.advance(days=KEPT_FOR.days)
    assert service.erase_old("test", site_vault()) == 1
    db.session.expire_all()
    citizen, senator = (db.session.get_one(Need, number) for number in (1, 2))
    assert (citizen.words, citizen.email, citizen.receipt_fingerprint) == ("", None, None)
    assert (senator.words, senator.email) == ("ขอที่จอดรถ", None)
