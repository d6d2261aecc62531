"""Whatever goes wrong, what was typed is still there, and the page says what to do."""

from dataclasses import replace
from io import BytesIO

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from tests.support.page import hidden_fields
from tests.support.page_rules import words
from tests.unit.shared.test_uploads_stripping import pdf
from webapp.complaints.models import Complaint
from webapp.extensions import db
from webapp.shared.large_forms import MAX_SALVAGE
from webapp.shared.uploads.checking import MAX_REQUEST

TYPED = {
    "kind": "suggestion",
    "subject": "A ramp",
    "message": "A ramp at the north door.",
    "name": "A. Citizen",
    "email": "citizen@example.org",
}
NEW = "/en/complaints/new"


@pytest.fixture
def nothing_kept(app, page):
    yield
    # A request with large files is written to a file that the test client leaves open.
    page.response.request.environ["wsgi.input"].close()
    db.session.rollback()
    assert db.session.query(Complaint).count() == 0
    assert not list(app.extensions["settings"].upload_dir.iterdir())


def assert_typed_is_there(page, typed=TYPED):
    checked = page.select_one("input[type=radio][checked]")
    assert (checked and checked["value"]) == typed.get("kind")
    assert page.select_one("#message").text.removeprefix("\n") == typed.get("message", "")
    for name in ("subject", "name", "email"):
        assert page.select_one(f"#{name}")["value"] == typed.get(name, "")


def errors(page):
    return [words(line) for line in page.select(".error-summary li")]


def test_an_empty_form_says_what_is_missing_in_both_languages(page, nothing_kept):
    assert errors(page.post(NEW)) == ["Choose what you want to send.", "Write your message."]
    thai = page.post("/complaints/new", {"message": " \r\n "})
    assert errors(thai) == ["โปรดเลือกประเภทของเรื่อง", "โปรดเขียนข้อความ"]
    assert thai.title.text.startswith("ข้อผิดพลาด: ")


def test_a_half_typed_form_keeps_what_is_there(page, nothing_kept):
    typed = {"name": "A. Citizen", "subject": "A ramp", "email": "citizen@"}
    answer = page.post(NEW, typed)
    assert_typed_is_there(answer, typed)
    assert len(errors(answer)) == 3
    assert "name@example.org" in errors(answer)[2]


@pytest.mark.parametrize(("path", "words"), [(NEW, "100,000 characters"), (NEW[3:], "100,000 ตัวอักษร")])  # fmt: skip
def test_a_message_of_100000_characters_comes_back_whole(page, nothing_kept, path, words):
    long = {**TYPED, "message": "ก" * 100_000}
    answer = page.post(path, long)
    assert_typed_is_there(answer, long)
    assert words in errors(answer)[0]
    assert "20,000" in errors(answer)[0]


@pytest.mark.parametrize("field", ["subject", "name"])
def test_a_line_that_is_too_long_is_refused_and_kept(page, nothing_kept, field):
    long = {**TYPED, field: "x" * 201}
    answer = page.post(NEW, long)
    assert_typed_is_there(answer, long)
    assert errors(answer) == ["Make this shorter: 200 characters at most."]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ([(b"MZ\x90\x00" + bytes(60), "letter.pdf")], "letter.pdf is of a kind"),
        ([(b"", "empty.pdf")], "empty.pdf is empty"),
        ([(b"%PDF-1.7" + bytes(10_000_001), "big.pdf")], "big.pdf is larger than 10 MB"),
        ([(b"%PDF-1.7" + bytes(30_000_000), "huge.pdf")], "huge.pdf is larger than 10 MB"),
        ([(b"%PDF-1.7" + bytes(9_000_000), "a.pdf")] * 3, "together are larger than 20 MB"),
        ([(b"%PDF-1.7", "a.pdf")] * 4, "three files at most"),
    ],
)
def test_a_wrong_file_is_refused_and_the_words_are_kept(page, nothing_kept, files, words):
    attached = [(BytesIO(content), name) for content, name in files]
    answer = page.post(NEW, {**TYPED, "attachments": attached})
    assert_typed_is_there(answer)
    assert len(errors(answer)) == 1
    assert words in errors(answer)[0]


def test_a_good_file_beside_another_mistake_is_to_be_chosen_again(page, nothing_kept):
    typed = {**TYPED, "message": "", "attachments": [(BytesIO(pdf()), "a.pdf")]}
    answer = page.post(NEW, typed)
    assert errors(answer)[1] == "Choose your files again (a.pdf): they were not kept."


@pytest.mark.parametrize(
    ("path", "problem"),
    [(NEW, "The files together are larger than 20 MB"), (NEW[3:], "เกิน 20 เมกะไบต์")],
)
def test_files_larger_than_anything_sensible_do_not_cost_the_words(
    page, nothing_kept, path, problem
):
    typed = {**TYPED, "message": "ทางลาดที่ประตูเหนือ"}
    huge = [(BytesIO(b"%PDF-1.7" + bytes(MAX_REQUEST)), "huge.pdf")]
    answer = page.post(path, {**typed, "attachments": huge}, status=413)
    assert_typed_is_there(answer, typed)
    assert len(errors(answer)) == 1
    assert problem in errors(answer)[0]
    assert hidden_fields(answer.select_one("main form"))["csrf_token"]


@pytest.mark.parametrize(
    ("path", "advice"),
    [
        (NEW, "Go back: your words are usually still there. Choose a smaller file"),
        (NEW[3:], "โปรดย้อนกลับ ข้อความที่เขียนไว้มักจะยังอยู่ แล้วเลือกไฟล์ที่เล็กลง"),
    ],
)
def test_a_request_too_large_to_be_read_gets_a_page_that_says_what_to_do(page, path, advice):
    claimed = {"CONTENT_LENGTH": str(MAX_REQUEST + MAX_SALVAGE + 1)}
    response = page.client.post(path, data=TYPED, environ_overrides=claimed)
    assert advice in words(page._arrive(response, path, 413).main)


def test_more_words_than_can_be_read_get_the_same_page(page, nothing_kept):
    answer = page.post(NEW, {"message": "x" * 3_000_000, "attachments": [(BytesIO(b""), "")]}, 413)
    assert "your words are usually still there" in answer.main.text


def test_a_machine_that_fills_in_everything_is_stopped_and_a_person_is_not_lost(page, nothing_kept):
    assert page.get(NEW).select_one("#homepage").find_parent(hidden=True)
    answer = page.post(NEW, {**TYPED, "homepage": "http://example.com"})
    assert_typed_is_there(answer)
    assert not answer.select_one("#homepage").find_parent(hidden=True)
    assert "Only machines" in errors(answer)[0]


def send_without_opening(page, path, data, status):
    response = page.client.post(path, data=data)
    assert response.status_code == status
    return page._arrive(response, path, status)


@pytest.mark.parametrize("token", ["", "old"])
def test_an_expired_form_comes_back_ready_to_be_sent(page, token):
    answer = send_without_opening(page, NEW, {**TYPED, "csrf_token": token}, 400)
    assert_typed_is_there(answer)
    assert "open for too long" in errors(answer)[0]
    assert db.session.query(Complaint).count() == 0
    again = {**hidden_fields(answer.select_one("main form")), **TYPED}
    sent = page.client.post(NEW, data=again)
    assert sent.headers["Location"].endswith("/en/complaints/receipt")
    assert db.session.query(Complaint).count() == 1


def test_an_expired_form_of_the_tracking_page_shows_what_was_typed(page):
    answer = send_without_opening(page, "/en/complaints/track/case", {"text": "More words"}, 400)
    assert "More words" in answer.main.text


def test_a_database_that_is_away_loses_nothing(app, page, monkeypatch):
    form = hidden_fields(page.get(NEW).select_one("main form"))

    def away(*_arguments):
        raise OperationalError("insert", {}, Exception("the disk is gone"))

    event.listen(db.engine, "before_cursor_execute", away)
    try:
        answer = send_without_opening(page, NEW, {**form, **TYPED}, 503)
    finally:
        event.remove(db.engine, "before_cursor_execute", away)
    assert_typed_is_there(answer)
    assert "Wait some minutes" in errors(answer)[0]


class TestWithRateLimits:
    """The same site with its rate limits on."""

    @pytest.fixture
    def config(self, config):
        return replace(config, RATE_LIMITS=True)

    def test_too_many_messages_keep_what_was_typed(self, page):
        form = hidden_fields(page.get(NEW).select_one("main form"))
        for _ in range(30):
            assert page.client.post(NEW, data={**form, "kind": "comment"}).status_code == 200
        answer = send_without_opening(page, NEW, {**form, **TYPED}, 429)
        assert_typed_is_there(answer)
        assert "Too many messages" in errors(answer)[0]

    @pytest.mark.parametrize("start", ["", "/en"])
    def test_codes_cannot_be_tried_for_long(self, page, start):
        path = f"{start}/complaints/track"
        form = hidden_fields(page.get(path).select_one("main form"))
        for _ in range(20):
            answer = page.client.post(path, data={**form, "code": "0000000000"})
            assert answer.status_code == 200
        send_without_opening(page, path, {**form, "code": "0000000000"}, 429)
