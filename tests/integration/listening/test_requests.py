"""Asking for another form: by keyboard without JavaScript, with a receipt, a day, and an end."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.integration.bills.making import make_bill
from tests.integration.listening.asking import ASKED, MONDAY, only_one
from tests.support.letters import letters_in
from tests.support.page import PageClient
from webapp.accounts import service as accounts
from webapp.bills import service as bills
from webapp.extensions import db
from webapp.listening import service
from webapp.listening.models.requests import FormRequest
from webapp.shared import outbox


@pytest.fixture
def officer(app):
    secret = app.config["SECRET_KEY"]

    def sign_in(email="officer@example.org"):
        accounts.accept_invitation(accounts.create_staff(email, secret), secret, "a long password")
        browser = PageClient(app.test_client())
        browser.post("/en/account/sign-in", {"email": email, "password": "a long password"})
        return browser

    return sign_in


def letters(config) -> list:
    return sorted(letters_in(config.INSTANCE_DIR), key=lambda letter: letter["Message-ID"])


def test_the_day_is_told_before_and_after_in_both_languages(page, ask):
    thai, english = page.both("/forms/request")
    assert "3 March 2026" in english.text
    assert "3 มีนาคม 2569" in thai.text
    ask("/en")
    assert "3 March 2026" in page.get("/en/forms/request/receipt").text
    ask()
    assert "3 มีนาคม 2569" in page.get("/forms/request/receipt").text


def test_what_is_asked_on_a_friday_evening_after_a_holiday_is_due_on_wednesday(ask, page, monday):
    monday.moment = datetime(2026, 3, 6, 11, 0, tzinfo=UTC)
    bills.keep_holiday(bills.HolidayFacts(on=date(2026, 3, 9), name_th="หยุดพิเศษ"))
    ask()
    assert only_one().due_on.isoformat() == "2026-03-11"


def test_the_receipt_opens_the_request_on_the_page_that_follows_complaints(page, ask, app):
    code = ask("/en", purpose="ตัวหนังสือใหญ่")
    later = PageClient(app.test_client())
    case = later.post("/en/complaints/track", {"code": code.lower().replace("-", " ")})
    assert later.path == "/en/forms/request/case"
    assert "Your request: Received" in case.h1.text
    assert "ตัวหนังสือใหญ่" in case.text
    assert "3 March 2026" in case.text
    assert later.response.headers["Cache-Control"] == "no-store"
    later.post("/en/forms/request/case/leave", form_page="/en/forms/request/case")
    later.get("/en/forms/request/case")
    assert later.path == "/en/complaints/track"


def test_each_address_of_tracking_leads_to_the_one_page(page, app):
    page.both("/forms/request/track")
    assert page.path == "/en/complaints/track"
    unknown = page.post("/en/complaints/track", {"code": "0000000000"})
    assert "No message has the code" in unknown.text


def test_a_receipt_is_kept_only_as_a_keyed_hash_and_words_only_encrypted(page, ask, config):
    code = ask(purpose="ความลับของผม", email="someone@example.org", address="1 ถนนสามเสน")
    request = only_one()
    assert code.replace("-", "") not in (request.receipt_fingerprint or "")
    row = db.session.connection().exec_driver_sql("SELECT * FROM form_requests").one()
    kept = " ".join(str(value) for value in row)
    for secret in (
        "ความลับของผม",
        "someone@example.org",
        "ถนนสามเสน",
        "สหกรณ์",
        code.replace("-", ""),
    ):
        assert secret not in kept


def test_a_document_or_a_bill_fills_the_form_in(page, ask):
    bill = make_bill()
    shown = page.get(f"/forms/request?bill={bill.public_id}&form=sign-language")
    assert shown.select_one("#subject")["value"] == bill.name("th")
    assert shown.select_one("input[name=wanted][checked]")["value"] == "sign-language"
    ask(query=f"?bill={bill.public_id}")
    assert only_one().bill_id == bill.id
    assert page.get("/forms/request?document=d-999&form=none").select_one("#subject")["value"] == ""


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"wanted": ""}, "Choose the form that you need"),
        ({"subject": " "}, "Write which document or bill it is"),
        ({"wanted": "failed", "purpose": " "}, "Write what you need, or what failed"),
        ({"email": "nobody"}, "like name@example.org"),
        ({"wanted": "cd", "address": " "}, "What you ask for comes by post"),
        ({"wanted": "large-print", "address": ""}, "or that you fetch it yourself"),
        ({"purpose": "ก" * 2001}, "2,000 characters at most"),
        ({"homepage": "x"}, "Only machines fill it in"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(page, monday, wrong, sentence):
    typed = {**ASKED, "purpose": "สอบวันศุกร์", "address": "1 ถนนสามเสน", **wrong}
    again = page.post("/en/forms/request", typed)
    summary = again.select_one(".error-summary")
    assert sentence in summary.text
    if "purpose" not in wrong:
        assert again.select_one("#purpose").text.strip() == "สอบวันศุกร์"
    if "address" not in wrong:
        assert again.select_one("#address").text.strip() == "1 ถนนสามเสน"
    assert db.session.query(FormRequest).count() == 0


@pytest.mark.parametrize("wanted", ["cd", "braille-paper", "large-print"])
def test_what_comes_by_post_needs_an_address_or_that_it_is_fetched(page, monday, wanted):
    for start, words in (("", "ไปรษณีย์"), ("/en", "by post")):
        asked = {**ASKED, "wanted": wanted, "purpose": "สอบวันศุกร์"}
        again = page.post(f"{start}/forms/request", asked)
        assert words in again.select_one("#address-error").text
        assert again.select_one(".error-summary a[href='#address']")
        assert again.select_one("#purpose").text.strip() == "สอบวันศุกร์"
        assert again.select_one("input[name=wanted][checked]")["value"] == wanted
        assert "10300" in again.select_one("#address-hint").text
    page.post("/forms/request", {**asked, "address": "มารับเอง"})
    assert page.path == "/forms/request/receipt"
    assert only_one().address == "มารับเอง"


def test_a_form_open_for_too_long_comes_back_with_all_that_was_typed(page, monday):
    answer = page.client.post("/en/forms/request", data={**ASKED, "csrf_token": "old"})
    assert answer.status_code == 400
    assert ASKED["subject"] in answer.text
    assert "open for too long" in answer.text


def test_letters_tell_the_day_and_the_end_and_never_the_code(page, ask, officer, config):
    code = ask("/en", email="someone@example.org")
    outbox.drain()
    (first,) = letters(config)
    assert first["To"] == "someone@example.org"
    assert "3 March 2026" in first.get_content()
    desk = officer()
    request = only_one()
    at = f"/en/staff/form-requests/{request.id}"
    desk.post(at + "?do=take_up", form_page=at)
    desk.post(at + "?do=settle", {"outcome": "done", "reply": "ส่งแล้ว"}, form_page=at)
    outbox.drain()
    second = letters(config)[1]
    assert "Done" in second.get_content()
    for letter in letters(config):
        assert code not in letter.get_content()
        assert "ส่งแล้ว" not in letter.get_content()
    service.request_by_id(request.id)
    outbox.drain()
    assert len(letters(config)) == 2


def test_without_an_address_no_letter_goes_out(ask, config):
    ask()
    outbox.drain()
    assert letters(config) == []


def test_the_desk_lists_what_is_due_first_and_says_what_is_late(ask, officer, monday):
    ask(subject="ฉบับที่สอง")
    monday.moment = MONDAY - timedelta(days=7)
    ask(subject="ฉบับแรก")
    monday.moment = MONDAY + timedelta(hours=1)
    rows = officer().get("/en/staff/form-requests").select("tbody tr")
    assert ["ฉบับแรก" in rows[0].text, "ฉบับที่สอง" in rows[1].text] == [True, True]
    assert "Overdue by 4 working days" in rows[0].text
    assert "Due in 1 working day" in rows[1].text


def test_only_the_officer_who_has_it_in_hand_sees_where_the_person_is(ask, officer):
    ask(email="someone@example.org", address="1 ถนนสามเสน")
    request = only_one()
    at = f"/en/staff/form-requests/{request.id}"
    first, second = officer(), officer("colleague@example.org")
    assert "someone@example.org" not in first.get(at).text
    first.post(at + "?do=take_up", form_page=at)
    assert "someone@example.org" in first.get(at).text
    assert "someone@example.org" not in second.get(at).text
    refused = second.client.post(
        at + "?do=settle",
        data={
            "outcome": "done",
            "reply": "x",
            "csrf_token": second.get(at).select_one("[name=csrf_token]")["value"],
        },
    )
    assert "do not have this request in hand" in refused.text
    assert only_one().is_open


def test_what_cannot_be_done_has_a_reason_that_the_person_reads(ask, officer, app):
    code = ask()
    desk = officer()
    at = f"/en/staff/form-requests/{only_one().id}"
    desk.post(at + "?do=take_up", form_page=at)
    empty = desk.post(at + "?do=settle", {"outcome": "cannot", "reply": ""}, form_page=at)
    assert "why it cannot be done" in empty.select_one(".error-summary").text
    nothing = desk.post(at + "?do=settle", {"reply": "ไม่มีเครื่องพิมพ์"}, form_page=at)
    assert "Choose whether it is done" in nothing.select_one(".error-summary").text
    assert "ไม่มีเครื่องพิมพ์" in nothing.select_one("textarea").text
    desk.post(at + "?do=settle", {"outcome": "cannot", "reply": "ไม่มีเครื่องพิมพ์"}, form_page=at)
    person = PageClient(app.test_client())
    case = person.post("/en/complaints/track", {"code": code})
    assert "It cannot be done" in case.h1.text
    assert case.select_one(".said").text == "ไม่มีเครื่องพิมพ์"
    audit = desk.get("/en/staff/audit").text
    for deed in ("Read a request", "Took a request for another form up", "cannot be met"):
        assert deed in audit
    assert "ไม่มีเครื่องพิมพ์" in desk.get(at).text
    assert desk.get("/en/staff/form-requests?show=settled").select("tbody tr")
    assert not desk.get("/en/staff/form-requests").select("tbody tr")


def test_ninety_days_after_its_end_a_request_knows_nobody(ask, officer, monday, app, page):
    code = ask(email="someone@example.org", purpose="อ่านสอบ")
    desk = officer()
    at = f"/en/staff/form-requests/{only_one().id}"
    desk.post(at + "?do=take_up", form_page=at)
    desk.post(at + "?do=settle", {"outcome": "done", "reply": "ส่งแล้ว"}, form_page=at)
    monday.moment = MONDAY + timedelta(days=89)
    outbox.enqueue_nightly()
    outbox.drain()
    assert only_one().email
    monday.moment = MONDAY + timedelta(days=91)
    outbox.enqueue_nightly()
    outbox.drain()
    erased = only_one()
    assert (erased.email, erased.replies[0].text) == (None, None)
    assert (erased.subject, erased.purpose) == ("", "")
    assert (erased.wanted, erased.state) == ("sign-language", "done")
    unknown = PageClient(app.test_client()).post("/en/complaints/track", {"code": code})
    assert "No message has the code" in unknown.text
    assert "90 days after" in page.get("/en/privacy").text
    officer("another@example.org").get(at)


class TestWithRateLimits:
    """The same site with its rate limits on."""

    @pytest.fixture
    def config(self, config):
        return replace(config, RATE_LIMITS=True)

    def test_too_many_requests_keep_what_was_typed(self, page):
        shown = page.get("/en/forms/request")
        sent = {**ASKED, "wanted": "", "csrf_token": shown.select_one("[name=csrf_token]")["value"]}
        for _number in range(30):
            assert page.client.post("/en/forms/request", data=sent).status_code == 200
        stopped = page.client.post("/en/forms/request", data=sent)
        assert stopped.status_code == 429
        assert ASKED["subject"] in stopped.text
        assert "Too many messages" in stopped.text


def test_it_works_with_a_keyboard_alone_and_no_script(page):
    form = page.get("/forms/request").select_one("form.post-form")
    assert not page.get("/forms/request").select("main script")
    for field in form.select("input:not([type=hidden]), textarea"):
        if field.find_parent(attrs={"hidden": True}):
            continue
        assert field.get("tabindex") is None
        assert form.select_one(f"label[for={field['id']}]")
    assert re.search(r"\S", form.select_one("button[type=submit]").text)
