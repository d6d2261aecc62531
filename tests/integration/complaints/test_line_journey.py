"""A citizen's whole way by LINE over real HTTP, from the first word to the answer that is heard."""

import re
from dataclasses import replace
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.support import line as fake
from tests.support.page_rules import words
from webapp.complaints import service
from webapp.complaints.models import Complaint, LineLink
from webapp.complaints.rules.channels import Channel, ReplyBy
from webapp.complaints.service import line as people
from webapp.extensions import db
from webapp.shared import outbox

ONE = "/en/staff/complaints/1"


@pytest.fixture
def config(config, api):
    return replace(config, LINE_API_URL=api.address, LINE_DATA_URL=api.address, **fake.SETTINGS)


@pytest.fixture
def ring(live_url, clock):
    """LINE's call of our webhook, with the signature of a secret; the status of the answer."""

    def ring(*events, secret=fake.SECRET):
        body, signature = fake.told(*events, secret=secret, at=clock())
        request = Request(f"{live_url}/line", body, {"X-Line-Signature": signature})  # noqa: S310
        try:
            with urlopen(request, timeout=30) as answer:  # noqa: S310
                return answer.status
        except HTTPError as refused:
            return refused.code

    return ring


@pytest.fixture
def write(ring, api):
    """The citizen writes; what is said there once the worker has done its work."""

    def write(text):
        before = len(fake.said(api))
        assert ring(fake.wrote("U1", text)) == 200
        return worked(api, before)

    return write


def worked(api, before):
    """The worker does what waits; what was sent by LINE since."""
    outbox.drain()
    db.session.expire_all()
    return "\n".join(fake.said(api)[before:])


def test_from_the_first_word_to_the_answer_a_message_lives_by_line(write, ring, api, officer):
    def desk(deed, **typed):
        before = len(fake.said(api))
        officer.post(f"{ONE}?do={deed}", typed, form_page=ONE)
        return worked(api, before)

    assert ring(fake.wrote("U1", "สวัสดี"), secret="guessed") == 403
    assert "1 ข้อร้องเรียน" in write("สวัสดีครับ")
    assert "เขียนด้วยคำของท่านเอง" in write("1")
    filed = write("ลิฟต์อาคารสุขประพฤติเสียมาสามวันแล้วครับ")
    code = re.search(r"\b\w{3}-\w{3}-\w{4}\b", filed)[0]
    assert "5 มีนาคม 2569" in filed
    kept = db.session.query(Complaint).one()
    assert (kept.channel, kept.reply_by) == (Channel.LINE, ReplyBy.LINE)
    assert (kept.state, kept.source_key is None) == ("acknowledged", False)

    desk("take_up")
    asked = desk("ask", **{"ask-text": "ลิฟต์ตัวไหน"})
    assert "รหัสติดตามเรื่อง" in asked
    assert "ลิฟต์ตัวไหน" in write(code)
    assert "เพิ่มลงในเรื่องของท่านแล้ว" in write("ตัวซ้าย ชั้น 3")
    assert db.session.query(Complaint).one().state == "examining"
    assert "ตัวซ้าย ชั้น 3" in officer.get(ONE).main.text

    answered = desk("answer", **{"answer-text": "ซ่อมเสร็จแล้ว"})
    assert "เรื่องของท่านได้รับคำตอบแล้ว" in answered
    assert "ซ่อมเสร็จแล้ว" not in answered
    assert "ซ่อมเสร็จแล้ว" in write(code)
    assert {one.json["to"] for one in api.asked if one.path.endswith("/push")} == {"U1"}


def test_an_officer_enters_that_a_person_wants_to_hear_by_line(officer, write):
    typed = {
        "channel": "telephone", "kind": "complaint", "received_on": "27/2/2569",
        "received_time": "9.05", "message": "ลิฟต์เสีย", "reply_by": "line",
    }  # fmt: skip
    refused = officer.post("/en/staff/complaints/new", typed)
    assert "until the person has sent us the code" in words(refused.select_one(".error-summary"))
    typed["contact"] = "02 831 9000"
    entered = officer.post("/en/staff/complaints/new", typed)
    assert "@siang" in entered.main.text
    assert [one.complaint.id for one in service.errands(None)] == [1]
    write(entered.select_one(".receipt").text)
    assert db.session.query(LineLink).count() == 1
    assert service.errands(None) == []
    assert db.session.query(Complaint).one().receipt_sealed is None
    people.leave_line("U1")
    db.session.expire_all()
    service.take_up(1, 1)
    service.accept(1, 1)
    assert [one.complaint.id for one in service.errands(None)] == [1], "called instead of silence"
