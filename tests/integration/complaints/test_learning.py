"""What messages teach: findings, the tree of causes, repeats, compliments."""

from datetime import date

import pytest
from flask_migrate import upgrade
from sqlalchemy import select

from tests.support.databases import settings
from tests.support.letters import letters_in
from tests.support.page_rules import words
from webapp import create_app
from webapp.accounts.models import Account
from webapp.complaints import jobs, service
from webapp.complaints.models import CaseFinding, Praise, RootCause
from webapp.complaints.rules.figures import Register
from webapp.complaints.service import causes, learning, praising, topics
from webapp.extensions import db
from webapp.shared import outbox
from webapp.shared.bureaux import Bureau
from webapp.shared.uploads.vault import site_vault

QUEUE = "/en/staff/complaints"
ONE = f"{QUEUE}/1"


def named(name):
    return db.session.scalar(select(RootCause).where(RootCause.name_en == name))


def answered(send, number=1, topic="building", **typed):
    send(**typed)
    service.take_up(number, 1)
    service.answer(number, 1, "ตอบแล้ว")
    topics.decide_topic(number, topic, 1)


def found(number, cause="Not maintained", place="ลิฟต์อาคารสุขประพฤติ"):
    finding = causes.Finding(named(cause).id, "ลิฟต์ค้าง", place, "ตรวจทุกเดือน")
    causes.keep_finding(number, finding, 1)


@pytest.fixture(autouse=True)
def tree(app):
    """Two branches of the tree that a new site begins with."""
    systems = causes.add_cause("ระบบและอุปกรณ์", "Systems and equipment", None, None)
    causes.add_cause("ไม่ได้บำรุงรักษา", "Not maintained", systems.id, None)
    causes.add_cause("คน", "People", None, None)


def test_the_tree_is_shown_in_two_languages_its_causes_below_their_branches(officer):
    thai, english = officer.both("/staff/complaints/causes")
    branches = english.main.select("li:has(> ul)")
    assert [words(one) for one in branches] == ["Systems and equipment Not maintained"]
    assert "ไม่ได้บำรุงรักษา" in words(thai.main)


def test_a_new_site_begins_with_seven_branches_and_causes_below_each(tmp_path):
    site = create_app(settings(tmp_path))
    with site.app_context():
        upgrade()
        planted = causes.cause_tree()
        db.session.remove()
        db.engine.dispose()
    assert len(planted) == 7
    assert all(branch.below for branch in planted)


def test_officers_extend_rename_and_retire_causes(officer):
    branch = named("Systems and equipment")
    typed = {"name_th": "สัญญาจ้างหมดอายุ", "name_en": "Contract ended", "parent": str(branch.id)}
    officer.post(f"{QUEUE}/causes", typed)
    added = named("Contract ended")
    assert added.parent_id == branch.id
    officer.both(f"/staff/complaints/causes/{added.id}")
    typed = {"name_th": "สัญญาหมดอายุ", "name_en": "Contract over", "retired": "y"}
    officer.post(f"{QUEUE}/causes/{added.id}", typed)
    db.session.expire_all()
    assert (added.name_en, added.retired_at is not None) == ("Contract over", True)
    offered = {one.id for tree in causes.cause_tree() for one in tree.below}
    assert added.id not in offered


def test_a_cause_needs_a_name_in_both_languages_and_nothing_typed_is_lost(officer):
    page = officer.post(f"{QUEUE}/causes", {"name_th": "สัญญา", "name_en": ""}, 200)
    assert "Write the name in English." in words(page.main)
    assert page.select_one("input[name=name_th]")["value"] == "สัญญา"


def test_an_officer_writes_down_cause_root_cause_place_and_what_was_changed(officer, send):
    answered(send)
    officer.both("/staff/complaints/1/finding")
    typed = {
        "root_cause": str(named("Not maintained").id),
        "cause": "ลิฟต์ค้าง",
        "place": "ลิฟต์อาคาร 1",
        "changed": "ตรวจทุกเดือน",
    }
    officer.post(f"{ONE}/finding", typed)
    assert officer.path == ONE
    assert "Root cause: Not maintained" in words(officer.get(ONE).main)
    again = officer.get(f"{ONE}/finding")
    assert again.select_one("textarea[name=changed]").text.strip() == "ตรวจทุกเดือน"
    raw = db.session.connection().exec_driver_sql("SELECT changed FROM complaint_findings")
    assert "ตรวจ" not in raw.scalar(), "encrypted at rest"


def test_nothing_is_learned_from_a_message_before_it_is_answered(officer, send):
    send()
    typed = {"root_cause": str(named("Not maintained").id), "cause": "ก", "changed": "ข"}
    page = officer.post(f"{ONE}/finding", typed, 200)
    assert "Answer the message first" in words(page.main)
    assert db.session.query(CaseFinding).count() == 0


def test_the_page_tells_causes_and_the_rate_of_repeats_with_its_formula(officer, send, clock):
    answered(send, 1)
    clock.advance(days=20)
    answered(send, 2)
    answered(send, 3)
    for number in (1, 2):
        found(number)
    found(3, place="ห้องน้ำ")
    send(message="ยังไม่ตอบ")
    thai, english = officer.both("/staff/complaints/learning")
    lead = words(english.main.select_one(".lead"))
    assert lead.startswith(
        "Of 4 messages, compliments not among them, 3 were analysed. Of the 3 of"
    )
    assert "1 repeat an earlier one: 33.3 percent" in lead
    formula = "repeats ÷ analysed messages that say their topic and place × 100"
    assert formula in words(english.main)
    assert words(english.main.select("tbody tr")[0]).startswith("Not maintained 3 100.0")
    assert "Message 2 : after message 1" in words(english.main)
    assert "ซ้ำกับเรื่องก่อนหน้า 1 เรื่อง คิดเป็นร้อยละ 33.3" in words(thai.main)


def test_a_quarter_with_nothing_to_assess_says_so(officer, clock):
    page = officer.get(f"{QUEUE}/learning?quarter=2568-4")
    assert "No message came in this quarter" in words(page.main)
    assert "nothing to compare" in words(page.main)


def test_messages_that_name_no_place_repeat_nothing_and_are_not_in_the_rate(officer, send, clock):
    for number in (1, 2, 3):
        answered(send, number)
        found(number, place="ลิฟต์" if number == 3 else "")
    learned = learning.learned_between(date(2026, 3, 1), date(2026, 3, 31))
    assert (learned.repeats, learned.analysed, learned.compared) == ([], 3, 1)
    assert learned.repeat_rate == 0
    # Erased, what had no place still has none.
    for number in (1, 2):
        service.erase(number, site_vault())
    db.session.expire_all()
    again = learning.learned_between(date(2026, 3, 1), date(2026, 3, 31))
    assert (again.repeats, again.compared) == ([], 1)
    found(3, place="")
    thai, english = officer.both("/staff/complaints/learning")
    assert "None says both its topic and its place" in words(english.main.select_one(".lead"))
    officer.both("/staff/complaints/statistics")


def test_petitions_are_apart_in_causes_and_repeats(officer, send, clock):
    answered(send, 1, kind="petition")
    answered(send, 2)
    answered(send, 3, kind="petition")
    for number in (1, 2, 3):
        found(number)
    march = date(2026, 3, 1), date(2026, 3, 31)
    office = learning.learned_between(*march)
    assert (office.received, office.analysed, office.repeats) == (1, 1, [])
    petitions = learning.learned_between(*march, register=Register.PETITIONS)
    assert (petitions.received, petitions.analysed) == (2, 2)
    assert [(one.number, one.before) for one in petitions.repeats] == [(3, 1)]
    thai, english = officer.both("/staff/complaints/learning")
    apart = words(english.main).split("Petitions, counted apart")[1]
    assert "Of 2 messages, compliments not among them, 2 were analysed." in apart
    assert "Not maintained 2 100.0" in apart
    assert words(english.main.select("tbody tr")[0]).startswith("Not maintained 1 100.0")
    assert "Petitions: Of 2 messages" in words(officer.both("/staff/complaints/statistics")[1].main)


def test_a_repeat_counts_in_its_own_quarter_also_where_the_first_came_before(send, officer, clock):
    answered(send, 1)
    found(1)
    clock.advance(days=60)
    answered(send, 2)
    found(2)
    assert learning.learned_between(date(2026, 1, 1), date(2026, 3, 31)).repeat_rate == 0
    later = learning.learned_between(date(2026, 4, 1), date(2026, 6, 30))
    assert [(one.number, one.before) for one in later.repeats] == [(2, 1)]
    assert later.repeat_rate == 100


def test_erasing_takes_the_place_away_and_leaves_the_figure_of_repeats(send, officer, clock):
    for number in (1, 2, 3):
        answered(send, number)
        found(number, place="ห้องน้ำ" if number == 3 else "ลิฟต์ อาคาร ๑")
    march = date(2026, 3, 1), date(2026, 3, 31)
    assert [one.number for one in learning.learned_between(*march).repeats] == [2]
    for number in (1, 3):
        service.erase(number, site_vault())
        db.session.expire_all()
        assert [one.number for one in learning.learned_between(*march).repeats] == [2]
    assert causes.places_known() == ["ลิฟต์ อาคาร ๑"]
    service.erase(2, site_vault())
    db.session.expire_all()
    assert causes.places_known() == []
    assert [one.number for one in learning.learned_between(*march).repeats] == [2]


@pytest.fixture
def praised(officer, send):
    """A compliment that names a colleague, in hand with the officer."""
    db.session.get(Account, 1).name = "สมศรี ใจงาม"
    db.session.commit()
    send(kind="compliment", message="คุณสมศรี ใจงาม ช่วยเหลือดีมาก")
    service.take_up(1, 1)
    service.keep_desk_addresses({"public_relations": "pr@example.org"}, 1)


def test_the_person_whom_a_compliment_names_is_chosen_already(officer, praised):
    page, _english = officer.both("/staff/complaints/1/praise")
    assert page.select_one("select[name=praised] option[selected]")["value"] == "1"


def test_a_compliment_reaches_the_person_the_bureau_and_the_bureaus_figures(officer, praised):
    typed = {"praised": "1", "name": "สมศรี", "bureau": "public_relations", "words": "ช่วยดีมาก"}
    officer.post(f"{ONE}/praise", typed)
    assert officer.path == ONE
    praise = db.session.scalar(select(Praise))
    assert praising.praise_addresses(praise) == ["officer@example.org", "pr@example.org"]
    assert "(1 new)" in words(officer.get(QUEUE).main)
    assert "ช่วยดีมาก" in words(officer.get(f"{QUEUE}/praise").main)
    assert "new)" not in words(officer.get(QUEUE).main)
    shown = learning.learned_between(date(2026, 1, 1), date(2026, 3, 31))
    assert shown.compliments == [(Bureau.PUBLIC_RELATIONS, 1)]
    assert shown.received == 0, "a compliment is no trouble"
    assert "Bureau of Public Relations 1" in words(officer.get(f"{QUEUE}/learning").main)


def test_the_letter_of_a_compliment_goes_out_once(config, officer, praised):
    praise = praising.pass_on(1, praising.Passing(Bureau.PUBLIC_RELATIONS, 1, "สมศรี", "ช่วยดีมาก"), 1)
    outbox.drain()
    jobs.mail_praise(praise.id)
    sent = letters_in(config.INSTANCE_DIR)
    assert [letter["To"] for letter in sent] == ["officer@example.org", "pr@example.org"]
    assert all("ช่วยดีมาก" in letter.get_content() for letter in sent)
    assert all("/staff/complaints/praise" in letter.get_content() for letter in sent)


def test_only_a_compliment_in_ones_own_hands_is_passed_on(officer, send):
    send()
    passing = praising.Passing(Bureau.LAW, None, "", "ดี")
    with pytest.raises(service.CaseWithAnother):
        praising.pass_on(1, passing, 1)
    service.take_up(1, 1)
    with pytest.raises(service.NoCompliment):
        praising.pass_on(1, passing, 1)
