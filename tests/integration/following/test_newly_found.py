"""Who follows a search hears of all that it newly finds, each once, in both languages."""

from dataclasses import replace

import pytest

from tests.support.databases import both_databases
from tests.support.followers import follower, follows, told
from tests.support.following import feed, files_sent, text_of
from tests.support.records import keep_bill
from webapp.accounts import service as accounts
from webapp.assistant import searched as assistant_searched
from webapp.assistant.ready import ReadyAnswer
from webapp.bills import service as bills
from webapp.complaints import service as complaints
from webapp.complaints.rules.kinds import Kind
from webapp.extensions import db
from webapp.following import service
from webapp.following.models import News
from webapp.following.service import NewsKind, Subject, SubjectKind, Wish
from webapp.improvement import service as improvement
from webapp.improvement.rules import State
from webapp.search import jobs
from webapp.search import service as search
from webapp.shared import outbox
from webapp.shared.bureaux import Bureau
from webapp.shared.uploads.vault import Vault

pytestmark = pytest.mark.usefixtures("clock")
PAGE = "home.show_privacy"


@pytest.fixture
def answered(app, officer):
    """A message that an officer has answered and whose sender lets the answer be published."""
    staff_id = accounts.sign_in("officer@example.org", "a long password").id
    vault = Vault(app.extensions["settings"].upload_dir, app.extensions["field_keys"])
    filing = complaints.Filing(Kind.COMPLAINT, "ขึ้นไปประชุมไม่ได้", "th")
    filed, _code = complaints.file_complaint(filing, app.config["SECRET_KEY"], vault)
    complaints.take_up(filed.id, staff_id)
    complaints.answer(filed.id, staff_id, "ซ่อมแล้ว ขออภัย")
    complaints.allow_publishing(filed.id, True)

    def publish(answer="ซ่อมเสร็จแล้วทุกชั้น"):
        words = complaints.PublicWords("ลิฟต์อาคารรัฐสภา", "ลิฟต์เสีย", answer)
        case = complaints.publish_case(filed.id, words, staff_id)
        outbox.drain()
        return case

    publish.message, publish.staff = filed.id, staff_id
    return publish


def preview(typed, **filters):
    subject = Subject(SubjectKind.SEARCH, typed=typed, filters=filters)
    return [one.fact for one in service.preview(Wish(subject)).happenings]


def telling(lang):
    news = db.session.query(News).filter_by(kind=NewsKind.FOUND).order_by(News.id.desc()).first()
    return service.tell(news, lang)


def test_the_first_published_answer_is_heard_once_by_mail_and_feed(app, answered):
    follows("nok@example.org", "search", typed="ลิฟต์ -ประมง")
    follows("nok@example.org", "search", typed="ลิฟต์", filters={"kind": "answer"})
    follows("suda@example.org", "search", typed="ลิฟต์", filters={"kind": "answer"}, language="en")
    follows("dam@example.org", "search", typed="ขออภัย")
    follows("ple@example.org", "search", typed="ลิฟต์", kinds=frozenset({NewsKind.VOTE}))

    case = answered()
    assert told() == [("found", "nok"), ("found", "suda")]
    thai, english = sorted(files_sent(), key=lambda letter: letter["To"])
    assert "ลิฟต์อาคารรัฐสภา: มีคำตอบเรื่องร้องเรียนเผยแพร่ใหม่" in str(thai["Subject"])
    assert "A new answer to a complaint was published." in text_of(english)
    assert f"/en/complaints/answered/{case.id}" in text_of(english)
    address = feed(follower("nok@example.org"), "news.atom")
    assert "ลิฟต์อาคารรัฐสภา" in app.test_client().get(address).text
    assert preview("ลิฟต์") == preview("เสร็จ ทุกชั้น", kind="answer") == [f"found:a-{case.id}"]
    assert preview("ขออภัย") == preview("ลิฟต์", kind="vote") == []

    answered("ซ่อมเสร็จแล้วทุกชั้น ตรวจทุกเดือน")
    complaints.unpublish_case(answered.message, answered.staff)
    outbox.drain()
    assert "ลิฟต์" not in telling("th").text
    assert preview("ลิฟต์") == []
    answered()
    assert told() == [("found", "nok"), ("found", "suda")]


@both_databases
def test_a_new_member_and_committee_are_heard_of_and_the_known_ones_are_not(app):
    bills.keep_member("m1", bills.MemberFacts("สมหญิง", "ตัวอย่างดี", "นางสมหญิง ตัวอย่างดี"))
    outbox.drain()
    assert not db.session.query(News).count(), "nobody follows a search"
    follows("nok@example.org", "search", typed="", filters={"kind": "member"})
    follows("dam@example.org", "search", typed="แรงงาน")
    bills.keep_member("m1", bills.MemberFacts("สมหญิง", "ดีกว่า", "นางสมหญิง ดีกว่า"))
    bills.keep_member("m2", bills.MemberFacts("สมชาย", "ใจดี", "นายสมชาย ใจดี"))
    bills.keep_committee("c1", bills.CommitteeFacts(2, "คณะกรรมาธิการการแรงงาน"))
    outbox.drain()
    jobs.rebuild()
    outbox.drain()
    assert told() == [("found", "nok"), ("found", "dam")]
    assert telling("en").title == "คณะกรรมาธิการการแรงงาน: A new committee of the Senate."


def test_a_bill_without_a_step_is_heard_of_and_one_with_steps_only_by_those(app):
    follows("nok@example.org", "search", typed="สหกรณ์", filters={"kind": "bill"})
    keep_bill("ร่างพระราชบัญญัติสหกรณ์การเกษตร พ.ศ. ....")
    outbox.drain()
    assert "found" not in [kind for kind, _who in told()]
    before = len(told())
    title = bills.TitleFacts(bills.TitleKind.DRAFT, "ร่างพระราชบัญญัติสหกรณ์ของประชาชน")
    facts = bills.BillFacts(bills.BillKind.ORDINARY, bills.ProposerKind.MPS, (title,))
    bills.add_bill(facts, None)
    outbox.drain()
    assert told()[before:] == [("found", "nok")]
    assert telling("en").what == "A new bill; no step of it is recorded yet."


def test_an_officer_does_not_hear_of_a_bill_that_he_added(app, officer):
    for address in ("officer@example.org", "nok@example.org"):
        follows(address, "search", typed="สหกรณ์", filters={"kind": "bill"})
    name = "ร่างพระราชบัญญัติสหกรณ์ของประชาชน"
    facts = {"kind": "ordinary", "proposer_kind": "mps", "draft_title": name}
    officer.post("/staff/bills/new", facts)
    assert officer.path.startswith("/staff/bills/b-")
    outbox.drain()
    assert told() == [("found", "nok")]


def test_an_improvement_is_heard_of_when_it_is_planned_and_again_only_when_it_is_made(app):
    follows("nok@example.org", "search", typed="ทางลาด")
    facts = improvement.Facts(
        title="ทำทางลาด", asked="ขึ้นตึกไม่ได้", work="ทำทางลาด", urgent=2, important=2,
        bureau=list(Bureau)[0],
    )  # fmt: skip
    item = improvement.propose(facts, None)
    outbox.drain()
    assert told() == []
    for state in (State.PLANNED, State.UNDER_WAY, State.DONE):
        improvement.move(item.id, state, None)
        outbox.drain()
    assert told() == [("found", "nok"), ("improvement", "nok")]


def ready(says, asks=("ที่จอดรถ", "parking")):
    return ReadyAnswer((asks,), says, "ช่องทาง", "outreach.show_channels")


def test_a_new_answer_of_the_service_is_heard_of_and_one_that_moved_is_not(app, monkeypatch):
    old, new = ready("จอดรถได้ที่ลานหน้าอาคารตลอดวัน"), ready("รถเข็นยืมได้ที่ประตูทิศเหนือ")
    monkeypatch.setattr(assistant_searched, "READY", [old])
    jobs.read_pages()
    follows("nok@example.org", "search", typed="", filters={"kind": "question"})
    monkeypatch.setattr(assistant_searched, "READY", [new, old])
    for _night in range(2):
        jobs.read_pages()
        outbox.drain()
    assert told() == [("found", "nok")]
    (fact,) = [news.fact for news in db.session.query(News)]
    entries = search.entries_of(fact.removeprefix("found:"))
    assert {entry.text.split("\n")[0] for entry in entries} == {"รถเข็นยืมได้ที่ประตูทิศเหนือ"}
    assert telling("en").what == "This question has a new answer."

    asked_otherwise = ready(new.says, ("รถเข็นคนพิการ", "wheelchair"))
    monkeypatch.setattr(assistant_searched, "READY", [asked_otherwise, old])
    jobs.read_pages()
    outbox.drain()
    assert "wheelchair" in " ".join(one.text for one in search.entries_of(entries[0].id[:-3]))
    assert told() == [("found", "nok")]


def test_a_page_of_help_is_heard_of_by_what_is_new_on_it(app):
    app.extensions["searched_pages"] = {PAGE: "page"}
    jobs.read_pages()
    follows("nok@example.org", "search", typed="คุกกี้")
    follows("dam@example.org", "search", typed="เครื่องอ่านบัตร")
    key = f"page-{PAGE}"
    known = search.entries_of(key)
    before = next(entry.text for entry in known if entry.lang == "th")

    def says(more=""):
        made = [replace(one, text=before + more) if one.lang == "th" else one for one in known]
        search.keep_sources([search.Source(key, search.version_of(made), lambda: made)])
        outbox.drain()

    says("\nปรับปรุงเมื่อ 3 มีนาคม")
    says("\nปรับปรุงเมื่อ 4 มีนาคม")
    assert told() == []
    added = "ผู้มาติดต่อใช้เครื่องอ่านบัตรที่ประตูได้แล้ว ไม่ต้องเขียนแบบฟอร์มกระดาษ"
    says(f"\n{added}")
    assert told() == [("found", "dam")]
    assert added in telling("th").text
    assert "says something new" in telling("en").what
    says()
    says(f"\n{added}")
    assert told() == [("found", "dam")]


def test_the_first_reading_of_all_is_news_of_nothing(app):
    app.extensions["searched_pages"] = {PAGE: "page"}
    follows("nok@example.org", "search", typed="", filters={"kind": "page"})
    follows("nok@example.org", "search", typed="", filters={"kind": "question"})
    jobs.rebuild()
    outbox.drain()
    assert told() == []


def test_an_officer_does_not_hear_of_an_improvement_that_he_planned(app, officer):
    by = accounts.sign_in("officer@example.org", "a long password").id
    accounts.keep_on_board_by_email("officer@example.org", True)
    for address in ("officer@example.org", "nok@example.org"):
        follows(address, "search", typed="ทางลาด")
    facts = improvement.Facts(
        title="ทำทางลาด", asked="ขึ้นตึกไม่ได้", work="ทำทางลาด", urgent=2, important=2,
        bureau=list(Bureau)[0],
    )  # fmt: skip
    item = improvement.propose(facts, by)
    improvement.move(item.id, State.PLANNED, by)
    outbox.drain()
    assert told() == [("found", "nok")]
