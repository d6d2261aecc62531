"""Who is kept away from a message reads nothing of it in the needs that were taken from it."""

import pytest

from tests.support.page_rules import words
from webapp.accounts import service as accounts
from webapp.complaints import service as complaints
from webapp.complaints.rules.kinds import Kind
from webapp.improvement import service as improvement
from webapp.needs import service
from webapp.shared import outbox
from webapp.shared.bureaux import Bureau
from webapp.shared.uploads.vault import site_vault
from webapp.trends import service as trends

SAID = "ขอให้ซ่อมลิฟต์ที่อาคารใหญ่ เพราะเจ้าหน้าที่กุหลาบแดงไม่รับฟัง"
# In no other need.
SECRET = "กุหลาบแดง"
REGISTER = "/en/staff/needs"
# What stands in addresses beside numbers.
NAMED = {"public_id": "i-1", "aspect": "LAW"}


@pytest.fixture
def barred(officer, enter, clock, app) -> int:
    """The number of a need taken from a message that the officer may not see, with a senator's need
    under it, and an improvement that answers it."""
    accounts.keep_on_board_by_email("officer@example.org", True)
    filing = complaints.Filing(Kind.COMPLAINT, SAID, "th", subject=f"เรื่อง{SECRET}")
    case, _code = complaints.file_complaint(filing, app.config["SECRET_KEY"], site_vault())
    outbox.drain()
    need = service.list_needs(service.NeedFilter(), 1, app.config["SECRET_KEY"]).items[0]
    hers = enter("ขอให้ซ่อมลิฟต์ที่อาคารใหญ่", who="senator", name="สมาชิก ตัวอย่าง")
    enter("ขอให้ซ่อมลิฟต์ที่อาคารใหญ่ด้วย")
    service.merge(hers, need.id, None)
    service.answer_need(need.id, None, f"เรื่องของ{SECRET}ตอบแล้ว")
    facts = improvement.Facts("ลิฟต์", "ขอลิฟต์", "ซ่อมลิฟต์", 1, 1, Bureau.CENTRAL)
    improvement.propose(facts, None)
    improvement.add_source(1, improvement.Source.NEED, need.id, None)
    trends.look()
    complaints.bar(case.id, 1, None)
    return need.id


def addresses(app) -> list[str]:
    """Every address of the desk that is read, filled with what there is."""
    found = []
    for rule in app.url_map.iter_rules():
        if "/staff" not in rule.rule or "GET" not in rule.methods:
            continue
        for number in (1, 2, 3) if "need_id" in rule.arguments else (1,):
            given = {name: NAMED.get(name, number) for name in rule.arguments}
            with app.test_request_context():
                found.append(rule.build(given)[1])
    searches = [f"{REGISTER}?words=ลิฟต์", "/en/staff/search?q=ลิฟต์", f'{REGISTER}?words="ซ่อมลิฟต์"']
    return [*found, *searches]


def test_no_page_or_file_of_the_desk_and_no_search_tells_a_word_of_it(app, officer, barred):
    read = 0
    for address in addresses(app):
        answer = officer.client.get(address, follow_redirects=True)
        read += answer.status_code == 200
        if answer.mimetype.startswith(("text/", "application/json")):
            assert SECRET not in answer.text, address
    assert read > 50


def test_what_stands_under_it_is_shown_in_its_own_words(officer, barred):
    [link] = officer.get(f"{REGISTER}/people/1").select("tbody a")
    assert words(link) == "2. ขอให้ซ่อมลิฟต์ที่อาคารใหญ่"
    shown = officer.get(f"{REGISTER}/2")
    assert "one that you may not see" in words(shown.main)
    assert not shown.select(f'main a[href$="/needs/{barred}"]')


def test_nothing_is_put_under_it_and_it_is_no_source_for_who_may_not_see_it(officer, barred):
    address = f"{REGISTER}/3"
    again = officer.post(f"{address}?do=merge", {"merge-into": str(barred)}, form_page=address)
    assert "There is no such need" in words(again.main)
    officer.get(f"/en/staff/improvements/new?need={barred}", 404)
    plan = "/en/staff/improvements/i-1"
    assert f"Need in the register {barred}" not in words(officer.get(plan).main)
    typed = {"source-source": "need", "source-ref": str(barred)}
    again = officer.post(f"{plan}?do=source", typed, form_page=plan)
    assert "No need has this number" in words(again.main)
