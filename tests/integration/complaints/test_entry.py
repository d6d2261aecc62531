"""What officers enter for a person, and what they publish of an answered case."""

import io
from datetime import UTC, datetime

import pytest

from tests.support.page_rules import words
from tests.unit.shared.test_uploads_stripping import picture
from webapp.complaints import service
from webapp.complaints.events import case_published, case_unpublished
from webapp.complaints.models import Complaint
from webapp.extensions import db
from webapp.shared.uploads.errors import FileHarmful

ONE = "/en/staff/complaints/1"


def test_what_came_by_telephone_is_entered_with_its_own_time_of_receipt(officer, page, only_one):
    typed = {
        "channel": "telephone", "kind": "complaint", "received_on": "27/2/2569",
        "received_time": "9.05", "message": "ลิฟต์เสีย", "reply_by": "call",
        "contact": "02 000 0000",
    }  # fmt: skip
    entered = officer.post("/en/staff/complaints/new", typed)
    code = entered.select_one(".receipt").text
    assert only_one().received_at == datetime(2026, 2, 27, 2, 5, tzinfo=UTC)
    assert words(page.post("/en/complaints/track", {"code": code}).h1)
    assert "02 000 0000" not in officer.get(ONE).main.text
    officer.post(f"{ONE}?do=take_up")
    assert "02 000 0000" in officer.get(ONE).main.text


def test_a_recording_is_enough_and_is_kept_as_the_form_keeps_it(officer, only_one, config):
    typed = {"channel": "in_person", "kind": "comment", "message": "", "reply_by": "page"}
    refused = officer.post("/en/staff/complaints/new", typed)
    assert "Write your message." in words(refused.select_one(".error-summary"))
    came = picture("JPEG")
    sent = {**typed, "identity": "named", "attachments": [(io.BytesIO(came), "scan.jpg")]}
    officer.post("/en/staff/complaints/new", sent)
    [file] = only_one().attachments
    assert (file.name, file.stripped, only_one().identity) == ("scan.jpg", True, "named")
    assert came not in (config.upload_dir / file.stored_as).read_bytes()


def test_what_the_scanner_finds_harmful_is_refused_and_the_words_stay(
    officer, monkeypatch, only_one
):
    def harmful(upload):
        raise FileHarmful(upload.name)

    monkeypatch.setattr("webapp.complaints.service.screening.scan", harmful)
    sent = {
        "channel": "paper", "kind": "comment", "message": "ลิฟต์เสีย", "reply_by": "page",
        "attachments": [(io.BytesIO(picture("JPEG")), "scan.jpg")],
    }  # fmt: skip
    refused = officer.post("/en/staff/complaints/new", sent)
    assert "malware" in words(refused.select_one(".error-summary"))
    assert refused.select_one("#message").text.strip() == "ลิฟต์เสีย"
    assert not db.session.query(Complaint).count()


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"received_on": "27/2/2580"}, "later than now"),
        ({"received_on": "", "received_time": "9.05"}, "Write the day as well"),
        ({"received_time": "late"}, "Write the time like"),
        ({"reply_by": "call", "contact": ""}, "by which we reach the person"),
        ({"reply_by": "mail"}, "that letters go to"),
    ],
)
def test_an_entry_that_cannot_be_is_refused_and_kept(officer, wrong, reason):
    typed = {
        "channel": "paper", "kind": "comment", "received_on": "27/2/2569",
        "received_time": "9.05", "message": "ลิฟต์เสีย", "reply_by": "page", **wrong,
    }  # fmt: skip
    refused = officer.post("/en/staff/complaints/new", typed)
    assert reason in words(refused.select_one(".error-summary"))
    assert refused.select_one("#message").text.strip() == "ลิฟต์เสีย"


def test_an_answered_case_is_published_in_cleared_words_and_taken_back(officer, page, send):
    seen = []
    send("/en", name="A. Citizen", subject="The lift", message="I, A. Citizen, wait", publish="yes")
    officer.post(f"{ONE}?do=take_up")
    officer.post(f"{ONE}?do=answer", {"answer-text": "Dear A. Citizen, mended."})
    cleared = {"title": "The lift", "question": "A person waits", "answer": "Mended."}
    with (
        case_published.connected_to(lambda _s, case_id: seen.append(("public", case_id))),
        case_unpublished.connected_to(lambda _s, case_id: seen.append(("gone", case_id))),
    ):
        offered = officer.get(f"{ONE}/publish")
        assert "A. Citizen" in [mark.text for mark in offered.select("mark")]
        assert "A. Citizen" not in offered.select_one("#question").text
        officer.post(f"{ONE}/publish", {**cleared, "compared": "y"})
        assert [case.title for case in service.published_cases()] == ["The lift"]
        shown, listed = page.get("/en/complaints/answered/1"), page.get("/complaints/answered")
        assert "A. Citizen" not in shown.main.text + listed.main.text
        assert "Mended." in shown.main.text
        officer.post(f"{ONE}?do=unpublish")
        page.get("/en/complaints/answered/1", 404)
        assert list(service.published_cases()) == []
    assert seen == [("public", 1), ("gone", 1)]
