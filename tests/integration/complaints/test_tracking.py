"""A citizen follows a message by its receipt: reads, adds, says that it was not answered."""

from datetime import date

import pytest

from tests.support.page import PageClient
from tests.support.page_rules import words
from webapp.bills import service as bills
from webapp.complaints import service
from webapp.shared.bureaux import Bureau

CASE, RECEIPT = "/en/complaints/track/case", "/en/complaints/receipt"


@pytest.fixture
def citizen(app) -> PageClient:
    """Another browser than the one that sent the message."""
    return PageClient(app.test_client())


def open_by_code(browser, code, start=""):
    return browser.post(f"{start}/complaints/track", {"code": code})


def answer(complaint, text="ซ่อมแล้วเมื่อเช้านี้"):
    """Answer as the only officer there is."""
    service.take_up(complaint.id, 1)
    service.answer(complaint.id, 1, text)


@pytest.mark.parametrize("start", ["", "/en"])
def test_the_code_opens_the_message_in_any_browser(citizen, send, start):
    code = send()
    case = open_by_code(citizen, code, start)
    assert citizen.path == f"{start}/complaints/track/case"
    assert "ลิฟต์อาคารสุขประพฤติเสียมาสามวันแล้ว" in case.main.text


def test_the_state_the_next_step_and_the_due_day_come_first(citizen, send):
    case = open_by_code(citizen, send(), "/en")
    assert words(case.h1) == "Your message: Acknowledged"
    text = words(case.main)
    assert text.index("An officer takes it up") < text.index("5 March 2026")
    assert text.index("5 March 2026") < text.index("The whole conversation")
    assert "That is 3 working days from now." in text


def test_the_code_is_read_as_people_write_it(citizen, send):
    code = send()
    loose = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    open_by_code(citizen, f" {loose} ")
    assert citizen.path == "/complaints/track/case"


@pytest.mark.parametrize(
    ("code", "english", "thai"),
    [
        ("", "Type your receipt code.", "โปรดพิมพ์รหัสติดตามเรื่อง"),
        ("7KM-4QX", "You typed 6.", "ท่านพิมพ์ 6 ตัว"),
        ("7KM-4QX-P2TU", "never the letter U", "ไม่มีตัว U"),
        ("7km 4qx p2t9", "No message has the code 7KM-4QX-P2T9.", "ไม่พบเรื่องที่มีรหัส 7KM-4QX-P2T9"),
    ],
)
def test_a_wrong_code_is_explained(citizen, send, code, english, thai):
    send()
    for start, reason in (("/en", english), ("", thai)):
        refused = open_by_code(citizen, code, start)
        assert reason in words(refused.select_one(".error-summary"))
        assert refused.select_one("#code")["value"] == code
        assert refused.select_one("#code[aria-invalid=true]")


def test_without_a_code_no_message_is_shown(citizen, send):
    send()
    citizen.get("/complaints/track/case")
    assert citizen.path == "/complaints/track"


def test_pages_of_a_message_are_kept_by_no_browser(citizen, send):
    code = send()
    open_by_code(citizen, code)
    assert citizen.response.headers["Cache-Control"] == "no-store"


def test_the_message_closes_by_its_button_and_by_itself(citizen, send, clock):
    code = send()
    open_by_code(citizen, code)
    citizen.post("/complaints/track/leave", form_page="/complaints/track/case")
    citizen.get("/complaints/track/case")
    assert citizen.path == "/complaints/track"
    open_by_code(citizen, code)
    clock.advance(minutes=50)
    citizen.get("/complaints/track/case")
    clock.advance(minutes=50)
    citizen.get("/complaints/track/case")
    assert citizen.path == "/complaints/track/case"
    clock.advance(minutes=61)
    citizen.get("/complaints/track/case")
    assert citizen.path == "/complaints/track"


@pytest.mark.parametrize(
    ("button", "shown_at"),
    [("/en/complaints/track/leave", CASE), ("/en/complaints/receipt/forget", RECEIPT)],
)
def test_closing_a_message_on_a_device_leaves_the_next_person_nothing(page, send, button, shown_at):
    code = send("/en")
    page.post("/en/complaints/track", {"code": code})
    page.post(button, form_page=shown_at)
    for path in (CASE, RECEIPT):
        assert code not in page.get(path).text
        assert page.path == "/en/complaints/track"


def test_closing_a_message_keeps_the_receipt_of_another(page, send):
    first, second = send("/en"), send("/en")
    page.post("/en/complaints/track", {"code": first})
    page.post("/en/complaints/track/leave", form_page=CASE)
    assert page.get(RECEIPT).select_one(".receipt").text == second


def test_the_citizen_adds_to_the_message(citizen, send, only_one):
    open_by_code(citizen, send(), "/en")
    case = citizen.post("/en/complaints/track/case", {"text": "It was the left one."})
    assert "It was the left one." in case.main.text
    assert only_one().state == "acknowledged"
    assert [m.is_from_office for m in only_one().messages] == [False]


def test_an_addition_without_words_is_refused(citizen, send, only_one):
    open_by_code(citizen, send(), "/en")
    case = citizen.post("/en/complaints/track/case", {"text": "  "})
    assert "Write your message." in words(case.select_one(".error-summary"))
    assert not only_one().messages


def test_the_citizen_reads_the_answer_first(citizen, send, sign_in, only_one):
    sign_in()
    code = send()
    answer(only_one())
    case = open_by_code(citizen, code, "/en")
    text = words(case.main)
    assert words(case.h1) == "Your message: Answered"
    assert text.index("ซ่อมแล้วเมื่อเช้านี้") < text.index("ลิฟต์อาคารสุขประพฤติ")
    assert case.find(lang="th", string="ซ่อมแล้วเมื่อเช้านี้")


def test_not_answered_reopens_it_and_the_days_are_counted_anew(
    citizen, send, sign_in, only_one, clock
):
    sign_in()
    code = send()
    answer(only_one())
    clock.advance(days=7)
    open_by_code(citizen, code)
    case = citizen.post("/complaints/track/case?do=reopen", {"text": "ยังเสียอยู่"})
    kept = only_one()
    assert words(case.h1) == "เรื่องของท่าน: เปิดเรื่องใหม่"
    assert (kept.state, kept.due_on.isoformat()) == ("reopened", "2026-03-12")
    assert [step.state for step in kept.steps] == [
        "received",
        "acknowledged",
        "accepted",
        "examining",
        "answered",
        "reopened",
    ]


def test_words_that_cross_an_answer_on_the_way_are_kept(citizen, send, sign_in, only_one):
    sign_in()
    open_by_code(citizen, send(), "/en")
    form = citizen.get("/en/complaints/track/case")
    token = form.select_one("main [name=csrf_token]")["value"]
    answer(only_one())
    sent = {"text": "One more thing", "csrf_token": token}
    response = citizen.client.post("/en/complaints/track/case", data=sent)
    case = citizen._arrive(response, "/en/complaints/track/case", 200)
    assert case.select_one("#text").text.strip() == "One more thing"
    assert "has changed meanwhile" in words(case.select_one(".error-summary"))
    assert "do=reopen" in case.select_one("#text").find_parent("form")["action"]


def test_words_that_come_after_the_page_has_closed_are_sent_with_the_code(
    citizen, send, only_one, clock
):
    code = send()
    open_by_code(citizen, code, "/en")
    form = citizen.get("/en/complaints/track/case")
    token = form.select_one("main [name=csrf_token]")["value"]
    clock.advance(hours=2)
    sent = {"text": "Written slowly", "csrf_token": token}
    response = citizen.client.post("/en/complaints/track/case", data=sent)
    asked = citizen._arrive(response, "/en/complaints/track/case", 200)
    kept = asked.select_one("#message").text.strip()
    assert kept == "Written slowly"
    data = {"code": code, "message": kept, "csrf_token": token}
    response = citizen.client.post("/en/complaints/track", data=data)
    case = citizen._arrive(response, "/en/complaints/track", 200)
    assert "Written slowly" in case.main.text
    assert [m.text for m in only_one().messages] == ["Written slowly"]


def test_a_late_answer_is_owned_up_to(citizen, send, clock):
    code = send()
    clock.advance(days=4)
    case = open_by_code(citizen, code, "/en")
    assert "was due on 5 March 2026" in words(case.select_one(".notice--warning"))


def test_a_holiday_moves_the_due_day(app, send, only_one):
    bills.keep_holiday(bills.HolidayFacts(date(2026, 3, 4), "วันหยุดพิเศษ", "A special holiday"))
    send()
    assert only_one().due_on == date(2026, 3, 6)


def test_the_course_names_a_bureau_where_it_has_the_message_from_then_on_and_not_again(
    officer, page, send
):
    code = send("/en")
    service.take_up(1, 1)
    service.accept(1, 1)
    service.hand_over(1, 1, Bureau.CENTRAL)
    service.take_up(1, 1)
    service.examine(1, 1)
    course = page.post("/en/complaints/track", {"code": code}).select("main > ol > li")
    named = ["(Bureau" in words(step) for step in course]
    assert named == [True, False, False, True, False]
