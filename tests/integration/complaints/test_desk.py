"""An officer's day: the queue, taking up, answering, sending on, closing; every deed audited."""

from io import BytesIO
from urllib.parse import quote

import pytest
from sqlalchemy import select
from werkzeug.http import parse_options_header

from tests.support.page import hidden_fields
from tests.support.page_rules import words
from tests.unit.shared.test_uploads_stripping import pdf
from webapp.complaints import service
from webapp.complaints.rules.kinds import Kind
from webapp.extensions import db
from webapp.shared.uploads.checking import check_file
from webapp.staff.models import AuditEntry

QUEUE = "/en/staff/complaints"
ONE = "/en/staff/complaints/1"
PDF = check_file("a.pdf", pdf()).content


def do(officer, deed, status=200, **typed):
    return officer.post(f"{ONE}?do={deed}", {f"{deed}-{k}": v for k, v in typed.items()}, status)


def audited():
    db.session.expire_all()
    return [entry.action for entry in db.session.scalars(select(AuditEntry))]


@pytest.mark.parametrize("path", [QUEUE, ONE, ONE + "/attachments/1"])
def test_a_visitor_is_sent_to_the_sign_in_page(page, send, path):
    send()
    page.get(path)
    assert page.path.startswith("/en/account/sign-in")


def test_the_queue_shows_what_is_due_first_and_says_what_is_overdue(officer, send, clock):
    send(subject="The oldest")
    clock.advance(days=2)
    send(subject="The newest")
    clock.advance(days=2)
    queue, thai = officer.get(QUEUE), officer.get(QUEUE[3:])
    rows = [words(row) for row in queue.select("tbody tr")]
    assert len(rows) == 2
    assert "1. The oldest" in rows[0]
    assert "Overdue by 1 working day" in rows[0]
    assert "2. The newest" in rows[1]
    assert "Due in 1 working day" in rows[1]
    assert "เกินกำหนด 1 วันทำการ" in words(thai.select_one("tbody tr"))


def test_of_messages_due_the_same_day_the_earliest_received_comes_first(officer, send, clock):
    send(subject="At nine")
    send(subject="Just after")
    clock.advance(hours=2)
    send(subject="At eleven")
    rows = [words(link) for link in officer.get(QUEUE).select("tbody a")]
    assert rows == ["1. At nine", "2. Just after", "3. At eleven"]
    service.take_up(1, 1)
    service.answer(1, 1, "Answered.")
    service.take_up(2, 1)
    service.answer(2, 1, "Answered.")
    rows = [words(link) for link in officer.get(QUEUE + "?state=all").select("tbody a")]
    assert rows == ["3. At eleven", "2. Just after", "1. At nine"]


def test_a_message_due_today_says_so(officer, send, clock):
    send()
    clock.advance(days=3)
    assert "Due today" in words(officer.get(QUEUE).select_one("tbody tr"))


def test_the_queue_is_filtered_by_state_and_kind(officer, send):
    send(kind="complaint", subject="One")
    send(kind="compliment", subject="Two")
    service.take_up(1, 1)
    service.answer(1, 1, "Answered.")

    def listed(query):
        return [words(link) for link in officer.get(QUEUE + query).select("tbody a")]

    assert listed("") == ["2. Two"]
    assert listed("?state=answered") == ["1. One"]
    assert listed("?state=all") == ["2. Two", "1. One"]
    assert listed("?state=all&kind=complaint") == ["1. One"]
    assert listed("?state=nonsense&kind=nonsense") == ["2. Two"]
    assert listed("?state=closed") == []


def test_a_long_queue_has_pages(app, officer):
    vault = service.Vault(app.extensions["settings"].upload_dir, app.extensions["field_keys"])
    for _number in range(26):
        service.file_complaint(service.Filing(Kind.COMMENT, "Words", "en"), "test", vault)
    assert len(officer.get(QUEUE).select("tbody tr")) == 25
    assert len(officer.get(QUEUE + "?page=2").select("tbody tr")) == 1


def test_only_the_officer_who_took_it_up_sees_who_wrote(sign_in, send):
    officer, colleague = sign_in("one@example.org"), sign_in("two@example.org")
    send(name="A. Citizen", email="citizen@example.org")
    assert "A. Citizen" not in officer.get(ONE).text
    do(officer, "take_up")
    assert "A. Citizen" in officer.get(ONE).text
    assert "citizen@example.org" in officer.get(ONE).text
    seen = colleague.get(ONE)
    assert "A. Citizen" not in seen.text
    assert "one@example.org" in seen.text
    do(colleague, "take_up")
    assert "A. Citizen" in colleague.get(ONE).text
    assert "A. Citizen" not in officer.get(ONE).text


def test_from_receipt_to_closing(officer, page, send, only_one):
    code = send("/en")
    do(officer, "take_up")
    do(officer, "refer", to="Committee on Transport", text="They decide on lifts.")
    assert only_one().state == "referred"
    do(officer, "answer", text="The lift works again.")
    do(officer, "close")
    assert only_one().state == "closed"
    case = page.post("/en/complaints/track", {"code": code})
    course = words(case.select("main ol")[-1])
    assert "Sent on to: Committee on Transport" in course
    assert "The lift works again." in case.main.text
    assert "officer@example.org" not in case.text
    deeds = [action for action in audited() if action != "complaints.read"]
    assert deeds == [f"complaints.{deed}" for deed in ("take_up", "refer", "answer", "close")]


def test_that_a_message_was_read_is_audited(officer, send):
    send()
    officer.get(ONE)
    assert audited() == ["complaints.read"]


@pytest.mark.parametrize(
    ("deed", "typed", "reason"),
    [
        ("answer", {"text": " "}, "Write your message."),
        ("answer", {"text": "x" * 20_001}, "20,001 characters"),
        ("refer", {"to": "", "text": "Why"}, "Say to whom it is sent on."),
    ],
)
def test_a_half_written_answer_is_kept(officer, send, only_one, deed, typed, reason):
    send()
    do(officer, "take_up")
    refused = do(officer, deed, **typed)
    assert reason in words(refused.select_one(".error-summary"))
    assert refused.select_one(f"#{deed}-text").text.removeprefix("\n") == typed["text"]
    assert only_one().state == "acknowledged"


def test_an_answer_that_crosses_a_colleagues_is_kept(sign_in, send, only_one):
    officer, colleague = sign_in("one@example.org"), sign_in("two@example.org")
    send()
    do(officer, "take_up")
    token = hidden_fields(officer.get(ONE).select_one("main form"))
    do(colleague, "take_up")
    sent = {**token, "answer-text": "My long answer"}
    response = officer.client.post(f"{ONE}?do=answer", data=sent)
    page = officer._arrive(response, ONE, 200)
    assert "My long answer" in page.select_one("#answer-text").text
    assert "a colleague may have taken it over" in words(page.select_one(".error-summary"))
    do(colleague, "answer", text="The colleague's answer")
    assert only_one().state == "answered"
    assert [message.text for message in only_one().messages] == ["The colleague's answer"]


def test_a_move_that_the_state_does_not_allow_is_refused_with_a_reason(officer, send, only_one):
    send()
    do(officer, "take_up")
    token = hidden_fields(officer.get(ONE).select_one("main form"))
    response = officer.client.post(f"{ONE}?do=close", data=token)
    page = officer._arrive(response, ONE, 200)
    assert "has changed meanwhile" in words(page.select_one(".error-summary"))
    assert only_one().state == "acknowledged"


def test_an_unknown_deed_is_a_bad_request(officer, send):
    send()
    token = hidden_fields(officer.get(ONE).select_one("main form"))
    assert officer.client.post(f"{ONE}?do=erase", data=token).status_code == 400


@pytest.mark.parametrize("number", ["2", "99999999999999999999"])
def test_an_unknown_message_is_not_found(officer, number):
    officer.get(f"/en/staff/complaints/{number}", status=404)


def test_a_file_is_stored_never_shown(officer, send):
    send(attachments=[(BytesIO(PDF), "หลักฐาน.pdf")])
    link = officer.get(ONE).select_one("a[href*=attachments]")["href"]
    answer = officer.client.get(link)
    assert answer.data == check_file("a.pdf", PDF).content
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.mimetype == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    assert audited()[-1] == "complaints.open_attachment"


@pytest.mark.parametrize(("encoding", "charset"), [("utf-8", "utf-8"), ("cp874", "windows-874")])
def test_a_text_is_stored_as_a_text_that_nothing_runs(officer, send, encoding, charset):
    content = "รายการ,จำนวน\nลิฟต์,3\n".encode(encoding)
    send(attachments=[(BytesIO(content), "รายการ.csv")])
    answer = officer.client.get(ONE + "/attachments/1")
    assert answer.data == content
    assert answer.headers["Content-Type"] == f"text/plain; charset={charset}"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    named = answer.headers["Content-Disposition"]
    assert named.startswith("attachment;")
    assert named.endswith(f"filename*=UTF-8''{quote('รายการ.csv.txt')}")


@pytest.mark.parametrize("name", ["หลักฐาน.pdf", 'a"; filename=b.exe.pdf', "๑😀é.pdf"])
def test_every_header_of_a_file_is_ascii_whatever_its_name(officer, send, name):
    send(attachments=[(BytesIO(PDF), name)])
    answer = officer.client.get(ONE + "/attachments/1")
    assert answer.status_code == 200
    assert "".join(f"{key}{value}" for key, value in answer.headers).isascii()
    assert parse_options_header(answer.headers["Content-Disposition"])[1].keys() <= {
        "filename",
        "filename*",
    }


def test_a_file_is_found_under_its_own_message_only(officer, send):
    send(attachments=[(BytesIO(PDF), "a.pdf")])
    send()
    officer.get("/en/staff/complaints/2/attachments/1", status=404)
    officer.get("/en/staff/complaints/1/attachments/9", status=404)


def test_what_a_reopened_message_says_is_first_to_do(officer, send, only_one):
    send()
    do(officer, "take_up")
    do(officer, "answer", text="Answered.")
    service.reopen(1, "It was not.")
    page = officer.get(ONE)
    assert "It was not." in page.main.text
    assert words(page.h1) == "Message 1: Reopened"
    do(officer, "accept")
    assert only_one().state == "accepted"
