"""Before it is published, personal data is suggested, taken out, compared and confirmed."""

import pytest

from tests.support.page_rules import words
from webapp.complaints import service

ONE = "/en/staff/complaints/1"
MESSAGE = "ดิฉันสมศรี โทร 081-234-5678 นายมานะ มีนา พูดไม่ดี บ้านเลขที่ 12/3 หมู่ 4 ตำบลบางรัก"


@pytest.fixture
def answered(officer, send):
    send(name="สมศรี", subject="พูดไม่ดี", message=MESSAGE, publish="yes")
    officer.post(f"{ONE}?do=take_up", form_page=ONE)
    service.answer(1, 1, "ขออภัยคุณสมศรี")
    return officer


def words_of(page):
    return {
        name: page.select_one(f"#{name}").get("value") or page.select_one(f"#{name}").text.strip()
        for name in ("title", "question", "answer")
    }


def test_the_officer_sees_before_and_after_and_confirms(answered, page):
    shown = answered.get(f"{ONE}/publish")
    marked = [mark.text for mark in shown.select("mark")]
    assert marked == ["สมศรี", "081-234-5678", "นายมานะ มีนา", "บ้านเลขที่ 12/3 หมู่ 4 ตำบลบางรัก", "สมศรี"]
    after = words_of(shown)
    assert after["question"] == ("ดิฉัน[ข้อมูลของผู้ส่ง] โทร [หมายเลขโทรศัพท์] [ชื่อบุคคล] พูดไม่ดี [ที่อยู่]")
    refused = answered.post(f"{ONE}/publish", after)
    assert "tick the box" in words(refused.select_one(".error-summary"))
    assert service.case_of(1) is None
    answered.post(f"{ONE}/publish", {**after, "compared": "y"})
    case = service.case_of(1)
    assert case.question == after["question"]
    public = page.get(f"/complaints/answered/{case.id}").text
    for secret in ("สมศรี", "081-234-5678", "มานะ", "12/3"):
        assert secret not in public
    answered.both(f"{ONE[3:]}/publish")


def test_what_still_looks_like_personal_data_is_not_published_unless_looked_at(answered):
    typed = {"title": "พูด", "question": "โทร 02-831-9300", "answer": "ขออภัย", "compared": "y"}
    refused = answered.post(f"{ONE}/publish", typed)
    assert "02-831-9300" in words(refused.select_one(".error-summary"))
    assert service.case_of(1) is None
    answered.post(f"{ONE}/publish", {**typed, "looked_at": "y"})
    assert service.case_of(1).question == "โทร 02-831-9300"


def test_no_way_leads_around_the_rules(answered):
    bare = service.PublicWords("พูด", MESSAGE, "ขออภัย")
    with pytest.raises(service.PersonalDataLeft) as refusal:
        service.publish_case(1, bare, 1)
    assert "081-234-5678" in refusal.value.found


def test_who_does_not_have_it_in_hand_publishes_nothing(answered, sign_in):
    colleague = sign_in("two@example.org")
    colleague.get(f"{ONE}/publish", status=409)
