"""Of a message to the office nobody hears what he did himself: neither its sender nor an officer."""

import pytest

from tests.support.followers import follows, told
from webapp.accounts import service as accounts
from webapp.complaints import service as complaints
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.service.publishing import PublicWords
from webapp.shared import outbox

OFFICER = "officer@example.org"
ANSWERED = PublicWords("ลิฟต์", "ลิฟต์เสีย", "ซ่อมแล้ว")


@pytest.fixture
def officer(app, clock):
    return accounts.invited(accounts.create_staff(OFFICER, "test"), "test").id


@pytest.fixture
def message(app, clock):
    vault = complaints.Vault(app.extensions["settings"].upload_dir, app.extensions["field_keys"])
    filing = complaints.Filing(Kind.COMPLAINT, "ลิฟต์เสีย", "th")
    message, _code = complaints.file_complaint(filing, "test", vault)
    outbox.drain()
    return message


def answered(message, officer):
    complaints.take_up(message.id, officer)
    complaints.answer(message.id, officer, "ซ่อมแล้ว")
    outbox.drain()


def test_the_sender_hears_what_the_office_did_and_not_what_he_did(message, officer):
    follows("nok@example.org", "complaint", message.id)
    answered(message, officer)
    before = told()
    assert set(before) == {("complaint_step", "nok")}

    complaints.reopen(message.id, "ยังเสียอยู่")
    outbox.drain()
    complaints.withdraw(message.id)
    outbox.drain()

    assert told() == before


def test_an_officer_does_not_hear_of_a_case_that_he_changed(message, officer):
    answered(message, officer)
    complaints.allow_publishing(message.id, True)
    case = complaints.publish_case(message.id, ANSWERED, officer)
    outbox.drain()
    for address in (OFFICER, "nok@example.org"):
        follows(address, "case", case.id)

    words = PublicWords("ลิฟต์", "ลิฟต์เสีย", "ซ่อมแล้ว ตรวจทุกเดือน")
    complaints.publish_case(message.id, words, officer)
    outbox.drain()
    complaints.unpublish_case(message.id, officer)
    outbox.drain()

    assert told() == [("case_changed", "nok")] * 2
