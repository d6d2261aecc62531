"""Filing and answering hold on both databases: all of it or nothing."""

import pytest

from tests.support.databases import both_databases
from webapp.accounts import service as accounts
from webapp.complaints import events, service
from webapp.complaints.models import Complaint
from webapp.complaints.rules.kinds import Kind
from webapp.extensions import db
from webapp.shared.errors import NotFound, Refused
from webapp.shared.outbox import OutboxRow
from webapp.shared.receipt import grouped
from webapp.shared.uploads.checking import Upload

SECRET = "a key"


@pytest.fixture
def vault(app):
    return service.Vault(app.extensions["settings"].upload_dir, app.extensions["field_keys"])


def a_filing(**other):
    return service.Filing(**{"kind": Kind.COMMENT, "message": "ข้อความ", "language": "th", **other})


@both_databases
def test_a_message_goes_all_the_way(app, clock, vault):
    accounts.create_staff("clerk@example.org", SECRET)
    upload = Upload("จดหมาย.txt", "text/plain", b"content")
    filed, code = service.file_complaint(a_filing(uploads=[upload]), SECRET, vault)
    assert service.find_by_receipt(grouped(code), SECRET).id == filed.id
    service.add_message(filed.id, "เพิ่มเติม")
    service.take_up(filed.id, 1)
    service.answer(filed.id, 1, "คำตอบ")
    service.reopen(filed.id, "ยังไม่ตอบ")
    db.session.expire_all()
    kept = service.complaint_by_id(filed.id)
    assert [message.text for message in kept.messages] == ["เพิ่มเติม", "คำตอบ", "ยังไม่ตอบ"]
    assert service.attachment_content(kept.id, kept.attachments[0].id, 1, vault)[1] == b"content"
    page = service.queue(service.QueueFilter(), 1)
    assert [complaint.id for complaint in page.items] == [filed.id]


def test_another_key_does_not_find_the_message(app, vault):
    _filed, code = service.file_complaint(a_filing(), SECRET, vault)
    with pytest.raises(service.UnknownReceipt):
        service.find_by_receipt(code, "another key")


def test_a_filing_that_fails_leaves_no_row_no_job_and_no_file(app, vault):
    def fail(_sender, complaint_id):
        raise RuntimeError("the last thing goes wrong")

    upload = Upload("a.txt", "text/plain", b"content")
    with events.complaint_received.connected_to(fail), pytest.raises(RuntimeError):
        service.file_complaint(a_filing(uploads=[upload]), SECRET, vault)
    assert db.session.query(Complaint).count() == 0
    assert db.session.query(OutboxRow).count() == 0
    assert list(vault.folder.iterdir()) == []


def test_a_refused_answer_leaves_no_job_and_no_words(app, vault):
    accounts.create_staff("clerk@example.org", SECRET)
    filed, _code = service.file_complaint(a_filing(), SECRET, vault)
    jobs = db.session.query(OutboxRow).count()
    with pytest.raises(service.CaseWithAnother):
        service.answer(filed.id, 1, "Too early")
    service.take_up(filed.id, 1)
    with pytest.raises(service.StepNotAllowed):
        service.close(filed.id, 1)
    assert db.session.query(OutboxRow).count() == jobs
    assert service.complaint_by_id(filed.id).messages == []


def test_refusals_are_of_the_kinds_that_the_error_pages_know():
    assert issubclass(service.UnknownReceipt, NotFound)
    assert issubclass(service.CaseWithAnother, Refused)
    assert issubclass(service.StepNotAllowed, Refused)


def test_an_unknown_message_is_not_found(app):
    with pytest.raises(service.ComplaintNotFound):
        service.add_message(7, "words")
