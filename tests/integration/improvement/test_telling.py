"""The people behind messages hear when the improvement that answers them moves."""

from sqlalchemy import select

from tests.support.letters import letters_in
from tests.support.page_rules import words
from webapp.complaints import service as complaints
from webapp.complaints.models import Complaint, RootCause
from webapp.complaints.rules.channels import Channel
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.service import causes
from webapp.complaints.service.publishing import PublicWords
from webapp.extensions import db
from webapp.following import jobs as following_jobs
from webapp.following.models import News
from webapp.improvement import jobs, service
from webapp.improvement.rules import Source, State
from webapp.needs import service as needs
from webapp.shared import outbox
from webapp.shared.outbox import OutboxRow


def file(app, message="ลิฟต์เสีย", language="th"):
    vault = complaints.Vault(app.extensions["settings"].upload_dir, app.extensions["field_keys"])
    filing = complaints.Filing(
        Kind.COMPLAINT, message, language, channel=Channel.API, email="a@example.org"
    )
    complaint, _code = complaints.file_complaint(filing, app.config["SECRET_KEY"], vault)
    complaints.take_up(complaint.id, 1)
    complaints.answer(complaint.id, 1, "ตอบแล้ว")
    return complaint.id


def of_cause(complaint_id, name="Not maintained"):
    cause = db.session.scalar(select(RootCause).where(RootCause.name_en == name))
    cause = cause or causes.add_cause("ไม่ได้บำรุงรักษา", name, None, 1)
    causes.keep_finding(complaint_id, causes.Finding(cause.id, "ก", "", "ข"), 1)
    return cause


def said_to(complaint_id):
    db.session.expire_all()
    return [message.text for message in db.session.get(Complaint, complaint_id).messages]


def tell(improvement_id, state):
    jobs.tell_complaints(improvement_id, state.value)


def test_a_cause_becomes_an_improvement_and_everybody_who_raised_it_is_told(
    app, officer, propose, clock
):
    first, second = file(app), file(app, "ลิฟต์ค้าง", "en")
    cause = of_cause(first)
    of_cause(second)
    page = officer.get(f"/staff/improvements/new?cause={cause.id}")
    assert page.select_one("input[name=title]")["value"] == "ไม่ได้บำรุงรักษา"
    propose(f"?cause={cause.id}")
    assert "The people behind 2 messages are told" in words(officer.get(officer.path).main)
    tell_before = said_to(first)
    service.move(1, State.PLANNED, 1)
    tell(1, State.PLANNED)
    tell(1, State.PLANNED)
    assert tell_before == ["ตอบแล้ว"]
    assert len(said_to(first)) == 2, "told once, however often the job runs"
    assert said_to(first)[1].startswith("เรื่องของท่านนำไปสู่การปรับปรุงงานของเรา: หนังสือเสียงเร็วขึ้น")
    assert "Where it stands now: Planned" in said_to(second)[1]
    assert "/en/improvements/i-1" in said_to(second)[1]


def test_the_person_sees_it_in_the_course_and_hears_by_the_way_chosen(app, officer, propose, clock):
    number = file(app)
    propose()
    service.add_source(1, Source.COMPLAINT, number, 1)
    service.move(1, State.PLANNED, 1)
    tell(1, State.PLANNED)
    complaint = db.session.get(Complaint, number)
    assert complaint.steps[-1].cause == "improvement"
    assert complaint.steps[-1].state == "answered", "the message stays where it is"
    waiting = db.session.scalars(select(OutboxRow).where(OutboxRow.name == "complaints.mail_steps"))
    assert waiting.first() is not None


def test_who_wrote_the_same_is_told_with_whom_it_was_merged_and_of_what_was_erased_nobody(
    app, officer, propose, clock
):
    first, other, gone = file(app), file(app, "ลิฟต์ค้าง"), file(app, "ลิฟต์ดัง")
    for number in (other, gone):
        complaints.reopen(number, "ยังไม่ซ่อม")
    complaints.reopen(first, "ยังไม่ซ่อม")
    for number in (other, gone):
        complaints.merge_case(number, first, 1)
    vault = complaints.Vault(app.extensions["settings"].upload_dir, app.extensions["field_keys"])
    complaints.erase(gone, vault)
    propose()
    for number in (first, gone):
        service.add_source(1, Source.COMPLAINT, number, 1)
    service.move(1, State.PLANNED, 1)
    tell(1, State.PLANNED)
    for number in (first, other):
        assert "ปรับปรุงงานของเรา" in said_to(number)[-1]
    assert not "".join(said_to(gone))


def test_a_need_that_was_a_message_leads_the_news_to_its_writer(app, officer, propose, clock):
    first, other = file(app), file(app, "ลิฟต์ค้าง")
    outbox.drain()
    needs.merge(2, 1, None)
    propose("?need=1")
    assert service.complaints_behind(1) == [first, other]
    service.move(1, State.PLANNED, 1)
    tell(1, State.PLANNED)
    for number in (first, other):
        assert "ปรับปรุงงานของเรา" in said_to(number)[-1]


def test_who_is_merged_after_it_was_noted_is_told_with_the_other(app, officer, propose, clock):
    first, other = file(app), file(app, "ลิฟต์ค้าง")
    outbox.drain()
    propose("?need=2")
    needs.merge(2, 1, None)
    assert service.complaints_behind(1) == [first, other]
    for state in (State.PLANNED, State.UNDER_WAY, State.DONE):
        service.move(1, state, 1)
    service.tell_back(1, "ลิฟต์ตรวจทุกเดือนแล้ว", "The lift is checked monthly", 1)
    outbox.drain()
    db.session.expire_all()
    for number in (1, 2):
        assert [one.text for one in needs.need_by_id(number).replies] == ["ลิฟต์ตรวจทุกเดือนแล้ว"]
        assert [one.id for one in service.improvements_for(number)] == [1]


def test_at_the_end_people_read_what_the_office_tells_them(app, officer, propose, clock):
    number = file(app)
    propose()
    service.add_source(1, Source.COMPLAINT, number, 1)
    for state in (State.PLANNED, State.UNDER_WAY, State.DONE):
        service.move(1, state, 1)
    service.tell_back(1, "ลิฟต์ตรวจทุกเดือนแล้ว", "The lift is checked monthly", 1)
    tell(1, State.TOLD_BACK)
    assert "ลิฟต์ตรวจทุกเดือนแล้ว" in said_to(number)[-1]


def test_each_hears_at_the_end_in_the_own_language_and_in_both_where_it_is_not_known(
    app, officer, propose, clock
):
    thai, english = file(app), file(app, "The lift is stuck", "en")
    outbox.drain()
    third = needs.note_need(needs.Origin.SEARCH, "ลิฟต์", needs.Hearing("ลิฟต์", ""), "test")
    for number in (2, third.id):
        needs.merge(number, 1, None)
    propose("?need=1")
    for state in (State.PLANNED, State.UNDER_WAY, State.DONE):
        service.move(1, state, 1)
    address = "/en/staff/improvements/i-1"
    again = officer.post(f"{address}?do=tell", {"tell-text": "ตรวจแล้ว"}, form_page=address)
    assert again.select_one("#tell-english-error")
    typed = {"tell-text": "ตรวจทุกเดือนแล้ว", "tell-english": "It is checked monthly"}
    officer.post(f"{address}?do=tell", typed, form_page=address)
    tell(1, State.TOLD_BACK)
    service.tell_needs(1)
    db.session.expire_all()
    assert "ตรวจทุกเดือนแล้ว" in said_to(thai)[-1]
    assert "It is checked monthly" in said_to(english)[-1]
    assert "ตรวจ" not in said_to(english)[-1]
    replies = [needs.need_by_id(number).replies[-1].text for number in (1, 2, third.id)]
    assert replies[:2] == ["ตรวจทุกเดือนแล้ว", "It is checked monthly"]
    assert all(said in replies[2] for said in replies[:2])
    for shown, said in zip(officer.both("/improvements/i-1"), replies[:2], strict=True):
        assert said in words(shown.main)


def test_moving_writes_the_telling_into_the_outbox_and_a_proposal_tells_nobody(app, propose, clock):
    propose()
    named = select(OutboxRow.payload).where(OutboxRow.name == service.TELL)
    assert db.session.scalars(named).all() == []
    service.move(1, State.PLANNED, 1)
    assert db.session.scalars(named).all() == [{"improvement_id": 1, "state": "planned"}]


def test_who_is_noted_after_a_move_hears_where_it_stands(app, propose, clock):
    propose()
    service.move(1, State.PLANNED, 1)
    number = file(app)
    service.add_source(1, Source.COMPLAINT, number, 1)
    tell(1, State.PLANNED)
    assert len(said_to(number)) == 2


def test_what_was_taken_back_is_left_alone(app, officer, propose, clock):
    number = file(app)
    complaints.reopen(number, "ยังไม่ตอบ")
    complaints.withdraw(number)
    propose()
    service.add_source(1, Source.COMPLAINT, number, 1)
    service.move(1, State.PLANNED, 1)
    tell(1, State.PLANNED)
    assert "ปรับปรุง" not in said_to(number)[-1]


def test_news_of_an_improvement_is_no_first_reply(app, propose, clock):
    vault = complaints.Vault(app.extensions["settings"].upload_dir, app.extensions["field_keys"])
    filing = complaints.Filing(Kind.COMPLAINT, "ลิฟต์เสีย", "th")
    complaint, _code = complaints.file_complaint(filing, app.config["SECRET_KEY"], vault)
    propose()
    service.add_source(1, Source.COMPLAINT, complaint.id, 1)
    service.move(1, State.PLANNED, 1)
    tell(1, State.PLANNED)
    assert db.session.get(Complaint, complaint.id).first_reply_at is None


def test_a_message_or_cause_that_does_not_exist_is_refused_in_words(officer, propose):
    address = propose()
    for source, said in (("complaint", "No message has this number"), ("cause", "No root cause")):
        typed = {"source-source": source, "source-ref": "999"}
        page = officer.post(f"{address}?do=source", typed, 200, form_page=address)
        assert said in words(page.main)


def test_who_follows_a_published_case_hears_of_its_new_answer_and_of_what_it_improved(
    app, officer, propose, clock
):
    number = file(app)
    complaints.allow_publishing(number, True)
    case = complaints.publish_case(number, PublicWords("ลิฟต์", "ลิฟต์เสีย", "ซ่อมแล้ว"), 1)
    following_jobs.tell_case(case.id)
    assert db.session.query(News).count() == 0, "nobody can have followed it before"
    complaints.publish_case(number, PublicWords("ลิฟต์", "ลิฟต์เสีย", "ซ่อมแล้ว ตรวจทุกเดือน"), 1)
    following_jobs.tell_case(case.id)
    following_jobs.tell_case(case.id)
    propose()
    service.add_source(1, Source.COMPLAINT, number, 1)
    following_jobs.tell_improvement(1)
    following_jobs.match(1)
    following_jobs.match(2)
    db.session.expire_all()
    keys = [news.keys for news in db.session.query(News).order_by(News.id)]
    assert keys[0] == [f"case:{case.id}"]
    assert f"case:{case.id}" in keys[1]


def told_back(propose, *need_ids):
    """An improvement that answers these needs, told back."""
    propose()
    for number in need_ids:
        service.add_source(1, Source.NEED, number, 1)
    for state in (State.PLANNED, State.UNDER_WAY, State.DONE):
        service.move(1, state, 1)
    service.tell_back(1, "ตรวจแล้ว", "It is checked", 1)


def told(need_id):
    db.session.expire_all()
    return [one.text for one in needs.need_by_id(need_id).replies]


def tell_need(app, words, email="me@example.org"):
    """A need told by the form, with an address."""
    vault = complaints.Vault(app.extensions["settings"].upload_dir, app.extensions["field_keys"])
    return needs.tell_need(needs.Hearing(words, "en", email=email), "test", vault)[0].id


def test_each_need_is_told_once_in_pieces_and_to_one_address_one_letter_goes(
    app, propose, clock, monkeypatch
):
    monkeypatch.setattr("webapp.improvement.service.sources._TOLD_AT_ONCE", 1)
    mine, mine_too = tell_need(app, "a lift"), tell_need(app, "a wider lift", "Me@example.org")
    other = tell_need(app, "stairs", "other@example.org")
    told_back(propose, mine, mine_too, other)
    outbox.drain()
    service.tell_needs(1)
    needs.merge(other, mine, None)
    service.tell_needs(1)
    assert [told(number) for number in (mine, mine_too, other)] == [["It is checked"]] * 3
    sent = letters_in(app.extensions["settings"].INSTANCE_DIR)
    assert sorted(letter["To"] for letter in sent) == ["me@example.org", "other@example.org"]


def test_who_is_noted_after_it_was_told_back_is_told_then(app, propose, clock):
    first, late = tell_need(app, "a lift"), tell_need(app, "a lift too", "late@example.org")
    told_back(propose, first)
    outbox.drain()
    assert told(late) == []
    service.add_source(1, Source.NEED, late, 1)
    outbox.drain()
    assert (told(first), told(late)) == (["It is checked"], ["It is checked"])
