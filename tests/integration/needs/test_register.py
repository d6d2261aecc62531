"""An officer keeps the register: enters, finds, sorts, merges, answers; a senator sees her own."""

import pytest

from tests.support.databases import both_databases
from tests.support.page_rules import words
from webapp.extensions import db
from webapp.needs import service
from webapp.needs.models import Need
from webapp.needs.service import Channel, Hearing, Origin

REGISTER = "/en/staff/needs"


def listed(officer, query=""):
    return [words(link) for link in officer.get(REGISTER + query).select("tbody a")]


@pytest.mark.parametrize("path", [REGISTER, REGISTER + "/new", REGISTER + "/askings"])
def test_a_visitor_is_sent_to_the_sign_in_page(page, path):
    page.get(path)
    assert page.path.startswith("/en/account/sign-in")


def test_a_need_is_entered_with_who_where_and_when(officer, enter):
    number = enter(
        "ขอเอกสารประกอบการพิจารณาล่วงหน้าสามวัน", who="senator", name="สมาชิก  ตัวอย่าง",
        channel="EXECUTIVES", heard_on="12/02/2569", aspect="LAW", bureau="meetings",
        subject="เอกสารล่วงหน้า",
    )  # fmt: skip
    shown = officer.get(f"{REGISTER}/{number}")
    for part in ("Name สมาชิก ตัวอย่าง", "12 February 2026", "2. Law", "Bureau of Meetings"):
        assert part in words(shown.main)
    assert "เอกสารล่วงหน้า" in officer.get(f"/staff/needs/{number}").text


def test_what_is_missing_or_wrong_is_said_and_nothing_typed_is_lost(officer):
    typed = {"words": "ขอห้องประชุม", "who": "senator", "channel": "STAFF", "heard_on": "1/1/2600"}
    again = officer.post(f"{REGISTER}/new", typed)
    assert "Write the name of the senator who asks." in again.text
    assert "This day is still to come." in again.text
    assert "ขอห้องประชุม" in again.select_one("textarea").text
    named = officer.post(f"{REGISTER}/new", {**typed, "who": "citizen", "name": "A. Citizen"})
    assert "Leave the name empty" in named.text


def test_what_stands_in_quotes_is_found_in_its_order_and_left_out_in_its_order(officer, enter):
    enter("ขอห้องประชุมใหญ่ชั้นสาม")
    enter("ชั้นสามไม่มีห้องน้ำ ขอให้มีการประชุมใหญ่")
    enter("ขอที่จอดรถ", subject="ห้องประชุมใหญ่")
    assert [one[0] for one in listed(officer, "?words=ห้อง ประชุม ใหญ่")] == ["3", "2", "1"]
    assert [one[0] for one in listed(officer, '?words="ห้องประชุมใหญ่"')] == ["3", "1"]
    assert [one[0] for one in listed(officer, '?words=ห้อง -"ห้องประชุมใหญ่"')] == ["2"]
    assert [one[0] for one in listed(officer, '?words=ห้อง NOT "ห้องประชุมใหญ่"')] == ["2"]
    assert [one[0] for one in listed(officer, '?words="ห้องประชุมใหญ่" NOT จอดรถ')] == ["1"]
    assert [one[0] for one in listed(officer, '?words="ประชุมห้อง" OR จอดรถ')] == ["3"]


def test_where_more_may_have_a_phrase_than_are_looked_through_the_page_says_so_and_goes_on(
    officer, enter, monkeypatch
):
    monkeypatch.setattr("webapp.needs.service.register.MOST_READ", 2)
    enter("ขอห้องประชุมใหญ่ชั้นสาม")
    for _time in range(2):
        enter("ประชุมใหญ่ ห้องไม่พอ")
    enter("ขอห้องประชุมใหญ่")
    for query, first, later in (
        ('"ห้องประชุมใหญ่"', ["4"], ["1"]),
        ("ประชุม -ชั้นสาม", ["4", "3"], ["2"]),
    ):
        page = officer.get(f"{REGISTER}?words={query}&channel=STAFF")
        assert [words(link)[0] for link in page.select("tbody a")] == first
        assert "2 that may have it were looked through" in words(page.main)
        desk = officer.get(f"/en/staff/search?q={query}")
        assert "Not all needs that may have these words" in words(desk.main)
        [on] = [link for link in page.select("main a") if "heard before" in link.text]
        page = officer.get(on["href"])
        assert [words(link)[0] for link in page.select("tbody a")] == later
        assert "Look through those heard before" not in words(page.main)
        [back] = [link for link in page.select("main a") if "Back to the latest" in link.text]
        assert "channel=STAFF" in back["href"]
    assert "looked through" not in words(officer.get(f'{REGISTER}?words="ชั้นสาม"').main)


def test_the_register_is_searched_by_words_however_written_and_filtered(officer, enter):
    enter("อยากได้ พ.ร.บ. ที่แก้ไขแล้วทั้งฉบับ", aspect="LAW", channel="CALL_CENTER")
    enter("ขอที่จอดรถสำหรับคนพิการ", aspect="MANAGEMENT", bureau="central")
    enter("ขอให้ค้นหากฎหมายในเว็บไซต์ได้")
    assert listed(officer, "?words=พระราชบัญญัติ") == ["1. อยากได้ พ.ร.บ. ที่แก้ไขแล้วทั้งฉบับ"]
    assert [one[0] for one in listed(officer, "?words=คนพิการ OR เว็บไซต์")] == ["3", "2"]
    assert [one[0] for one in listed(officer, "?words=กฎหมาย -เว็บไซต์")] == []
    assert [one[0] for one in listed(officer, "?aspect=unsorted")] == ["3"]
    assert [one[0] for one in listed(officer, "?bureau=central")] == ["2"]
    assert [one[0] for one in listed(officer, "?channel=CALL_CENTER")] == ["1"]
    assert [one[0] for one in listed(officer, "?since=1/3/2569&until=2/3/2569")] == ["3", "2", "1"]
    assert listed(officer, "?until=1/3/2569") == []
    for query in ("", "?words=กฎหมาย", "?aspect=nonsense"):
        assert not officer.get(REGISTER + query).select(".error-summary")
    assert len(listed(officer, "?aspect=nonsense&channel=x&who=y")) == 3
    assert "Write the date like" in officer.get(f"{REGISTER}?since=soon").text


def test_an_aspect_is_suggested_and_an_officer_decides(officer, enter):
    number = enter("ขอให้เว็บไซต์อ่านออกเสียงสำหรับคนตาบอด")
    shown = officer.get(f"{REGISTER}/{number}")
    assert "it may be: 3." in words(shown.main)
    officer.post(f"{REGISTER}/{number}?do=sort", {"sort-aspect": "STAFF", "sort-bureau": ""})
    assert "5. Knowledge and skill" in words(officer.get(REGISTER).select_one("tbody tr"))


def test_like_needs_are_shown_merged_answered_together_and_taken_apart(officer, enter):
    first = enter("ขอให้มีหนังสือเสียงของร่างพระราชบัญญัติสหกรณ์")
    second = enter("อยากให้มีหนังสือเสียงของร่างพระราชบัญญัติสหกรณ์ครับ")
    for number in range(6):
        enter(f"ขอลิฟต์ที่อาคารหมายเลข {number} ให้กว้างขึ้น")
    shown = officer.get(f"{REGISTER}/{second}")
    assert any(f"/{first}" in link["href"] for link in shown.select("main li a"))
    officer.post(f"{REGISTER}/{second}?do=merge", {"merge-into": str(first)})
    assert str(second) not in [one.split(".")[0] for one in listed(officer)]
    officer.post(f"{REGISTER}/{first}?do=reply", {"reply-text": "ทำแล้ว"})
    assert "ทำแล้ว" in officer.get(f"{REGISTER}/{second}").text
    officer.post(f"{REGISTER}/{second}?do=take_apart", {})
    assert str(second) in [one.split(".")[0] for one in listed(officer)]


@both_databases
def test_a_word_that_too_many_needs_have_makes_none_alike(app, monkeypatch, database):
    monkeypatch.setattr("webapp.needs.service.similar.MOST_COUNTED", 4)
    said = ("ขอหนังสือเสียง", "ขอหนังสือเบรลล์", "ขอหนังสือใหม่", "ขอหนังสือเก่า", "ขอหนังสือเสียงด้วย")
    first, *_others, last = [
        service.note_need(Origin.SURVEY, str(number), Hearing(words, "th"), "test")
        for number, words in enumerate(said)
    ]
    found = service.alike(first)
    assert [need.id for need, _likeness in found] == [last.id]


def test_a_need_merged_into_one_that_is_answered_is_told_the_answer(officer, enter):
    first, second = enter("ขอหนังสือเสียงของร่างกฎหมาย"), enter("อยากฟังร่างกฎหมาย")
    for said in ("กำลังทำ", "ทำแล้ว"):
        officer.post(f"{REGISTER}/{first}?do=reply", {"reply-text": said})
    officer.post(f"{REGISTER}/{second}?do=merge", {"merge-into": str(first)})
    shown = officer.get(f"{REGISTER}/{second}").text
    assert "ทำแล้ว" in shown
    assert "กำลังทำ" not in shown


def test_who_is_merged_later_hears_of_every_improvement_once_and_of_the_last_answer(officer, enter):
    first, second = enter("ขอหนังสือเสียงของร่างกฎหมาย"), enter("อยากฟังร่างกฎหมาย")
    service.answer_need(first, 1, "กำลังทำ")
    service.tell_all([first], "improvement 1", "ทุกร่างมีเสียงแล้ว", "", 1)
    service.answer_need(first, 1, "ขอบคุณ")
    service.merge(second, first, 1)
    service.tell_all([first], "improvement 1", "ทุกร่างมีเสียงแล้ว", "", 1)
    db.session.expire_all()
    said = [reply.text for reply in service.need_by_id(second).replies]
    assert said == ["ทุกร่างมีเสียงแล้ว", "ขอบคุณ"]


@pytest.mark.parametrize("into", ["1", "99", "first", ""])
def test_a_merge_that_cannot_be_is_refused_at_its_field(officer, enter, into):
    enter("ขอที่จอดรถ")
    again = officer.post(f"{REGISTER}/1?do=merge", {"merge-into": into})
    assert again.select_one("#merge-into-error")
    assert db.session.get(Need, 1).merged_into_id is None


def test_who_asked_for_what_is_counted_by_person_and_aspect(officer, enter):
    for aspect in ("LAW", "LAW", "TECHNOLOGY"):
        enter("ขอข้อมูล", who="senator", name="สมาชิก ตัวอย่าง", aspect=aspect)
    enter("ขอข้อมูล", who="citizen")
    shown = officer.get(f"{REGISTER}/askings")
    rows = [[words(cell) for cell in row.select("th, td")] for row in shown.select("tbody tr")]
    assert rows == [
        ["สมาชิก ตัวอย่าง (Senator)", "0", "2", "1", "0", "0", "0", "0", "0", "3"],
        ["Citizen", "0", "0", "0", "0", "0", "0", "1", "0", "1"],
    ]
    assert "สมาชิก ตัวอย่าง asked most often: 3 times." in shown.text
    own = officer.get(shown.select_one("tbody a")["href"])
    assert len(own.select("tbody tr")) == 3
    assert (
        len(officer.get(own.select_one('main a[href*="person="]')["href"]).select("tbody tr")) == 3
    )


def test_what_a_senator_asked_for_how_often_stands_on_one_page(officer, enter):
    for day in ("1/2/2569", "2/2/2569"):
        enter("ขอเอกสารล่วงหน้า", who="senator", name="สมาชิก ตัวอย่าง", heard_on=day)
    enter("ขอที่จอดรถ", who="senator", name="สมาชิก ตัวอย่าง")
    officer.post(f"{REGISTER}/2?do=merge", {"merge-into": "1"})
    for shown in officer.both("/staff/needs/people/1"):
        rows = [[words(cell) for cell in row.select("th, td")] for row in shown.select("tbody tr")]
        assert [(row[0], row[2]) for row in rows] == [
            ("1. ขอเอกสารล่วงหน้า", "2"),
            ("3. ขอที่จอดรถ", "1"),
        ]
    officer.get(f"{REGISTER}/people/99", 404)


def test_what_is_noted_again_is_counted_anew_and_not_doubled(app, clock):
    hearing = Hearing("โฉนดชุมชน", "th", Channel.INTERNET)
    for times in (2, 5):
        service.note_need(Origin.SEARCH, "โฉนดชุมชน", hearing, "test", times)
    need = db.session.query(Need).one()
    assert need.times == 5
    service.forget_noted(Origin.SEARCH, "โฉนดชุมชน", "test")
    assert need.words == ""
