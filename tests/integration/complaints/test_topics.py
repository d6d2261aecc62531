"""What a message is about: proposed with its reason, decided by an officer, learned from."""

import pytest
from sqlalchemy import select

from tests.support.page_rules import words
from webapp.bills.models import Committee
from webapp.complaints import service
from webapp.complaints.models import Complaint, TopicDecision, TopicExample, TopicModel
from webapp.complaints.records import take_report
from webapp.complaints.service import topics
from webapp.extensions import db
from webapp.shared.bureaux import Bureau

ONE = "/en/staff/complaints/1"


@pytest.fixture
def trained(app, clock):
    """A classifier that has learned from the service's own examples."""
    return topics.train_topics()


def test_the_desk_proposes_three_topics_each_with_its_reason_in_words(officer, send, trained):
    send(message="ลิฟต์อาคารสุขประพฤติเสียมาสามวันแล้ว ไม่มีคนซ่อม")
    thai, english = officer.both("/staff/complaints/1")
    proposed = [words(one) for one in english.main.select("ol")[0].select("li")]
    assert len(proposed) == 3
    assert proposed[0].startswith(
        "Building, grounds and parking (Bureau of Central Administration)"
    )
    assert "percent likely, because of" in proposed[0]
    assert "“ ลิฟต์ ”" in proposed[0]
    assert "อาคาร สถานที่ และที่จอดรถ (สำนักบริหารงานกลาง)" in words(thai.main)


def test_an_officer_decides_and_may_change_it_and_each_decision_is_kept(officer, send, trained):
    send(message="ลิฟต์เสีย")
    officer.both("/staff/complaints/1/topic")
    for chosen in ("website", "building"):
        officer.post(f"{ONE}/topic", {"topic": chosen})
        assert officer.path == ONE
    kept = db.session.scalars(select(TopicDecision).order_by(TopicDecision.id)).all()
    assert [one.topic for one in kept] == ["website", "building"]
    assert all(one.proposed[0] == "building" for one in kept), "what was proposed is kept with it"
    assert db.session.get(Complaint, 1).topic == "building"
    page = officer.get(f"{ONE}/topic")
    assert "It was not proposed." in words(page.main) or "among the proposals" in words(page.main)
    assert "It was the first proposal." in words(page.main)


def test_the_message_goes_to_the_bureau_of_its_topic_where_the_officer_wants_it(
    officer, send, trained
):
    send(message="ลิฟต์เสีย")
    service.take_up(1, 1)
    officer.post(f"{ONE}/topic", {"topic": "building", "hand_over": "y"})
    assert db.session.get(Complaint, 1).bureau is Bureau.CENTRAL


def test_a_message_in_other_hands_is_not_handed_over_and_the_choice_is_not_lost(
    officer, send, trained
):
    send(message="ลิฟต์เสีย")
    page = officer.post(f"{ONE}/topic", {"topic": "building", "hand_over": "y"}, 200)
    assert "You do not have this message in hand" in words(page.main)
    assert page.select_one("option[selected]")["value"] == "building"
    assert topics.decisions_of(1) == []


def test_the_choice_must_be_a_topic(officer, send, trained):
    send()
    page = officer.post(f"{ONE}/topic", {"topic": "nonsense"}, 200)
    assert "Choose what it is about." in words(page.main)


def test_the_office_learns_from_its_own_corrections(officer, send, trained):
    text = "ตู้กดน้ำดื่มหน้าห้องสมุดไม่มีน้ำ"
    for number in range(1, 7):
        send(message=f"{text} ครั้งที่ {number}")
        topics.decide_topic(number, "building", 1)
    made = topics.train_topics()
    assert (made.version, made.decisions) == (2, 6)
    send(message=text)
    complaint = db.session.get(Complaint, 7)
    assert topics.propose_topics(complaint)[0].topic == "building"


def test_the_same_is_not_learned_twice_and_old_versions_keep_their_facts_alone(send, trained):
    assert topics.train_topics() is None
    send()
    for topic in ("news", "visits", "building", "letters"):
        topics.decide_topic(1, topic, None)
        assert topics.train_topics() is not None
    models = db.session.scalars(select(TopicModel).order_by(TopicModel.version)).all()
    assert [bool(one.content) for one in models] == [False, False, True, True, True]
    assert all(one.examples > 70 for one in models)


def test_a_model_of_encrypted_messages_is_encrypted_at_rest(send, trained):
    send(message="คำเฉพาะเจาะจงกระบือเผือก " * 3)
    topics.decide_topic(1, "news", None)
    topics.train_topics()
    raw = db.session.connection().exec_driver_sql(
        "SELECT content FROM complaint_topic_models ORDER BY version DESC"
    )
    content = bytes(raw.scalar())
    assert content.startswith(b"gAAAA"), "a Fernet token"


def test_committees_are_topics_with_what_the_register_says_of_them(app, clock, send, officer):
    db.session.add(
        Committee(number=2, name="คณะกรรมาธิการการเกษตรและสหกรณ์", name_en="Committee on Agriculture",
                  keywords=["เกษตร", "พืชผล"])
    )  # fmt: skip
    row = {
        "id": "r-1",
        "title": "ผลการพิจารณารายงานการพิจารณาศึกษา เรื่อง การจัดการโคนมและน้ำนมดิบ "
        "ของคณะกรรมาธิการ การเกษตรและสหกรณ์ วุฒิสภา",
    }
    assert take_report(row) == "new"
    assert take_report(row) == "unchanged"
    assert take_report({"id": "r-2", "title": "ร่างพระราชกฤษฎีกา"}) == "unchanged"
    assert db.session.query(TopicExample).one().text == "การจัดการโคนมและน้ำนมดิบ"
    db.session.commit()
    topics.train_topics()
    send(message="โคนมล้มตาย น้ำนมดิบราคาตก")
    assert topics.propose_topics(db.session.get(Complaint, 1))[0].topic == "committee-1"
    service.take_up(1, 1)
    officer.post(f"{ONE}/topic", {"topic": "committee-1"})
    page = officer.get(ONE)
    assert page.select_one("#refer-to")["value"] == "คณะกรรมาธิการการเกษตรและสหกรณ์"
    assert "Committee on Agriculture" in words(page.main)


def test_before_anything_was_learned_nothing_is_proposed_and_the_desk_says_so(officer, send):
    send()
    assert "nothing can be proposed" in words(officer.get(ONE).main)


def test_who_is_barred_neither_sees_nor_says_what_a_message_is_about(
    officer, send, sign_in, trained
):
    send()
    sign_in("other@example.org")
    service.bar(1, 1, 2)
    officer.get(f"{ONE}/topic", status=404)
    with pytest.raises(service.ComplaintNotFound):
        topics.decide_topic(1, "news", 1)
