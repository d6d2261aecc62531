"""What an import brings is news however old it is to who follows it, unless the past fills a site."""

import json
from datetime import date

import pytest

from tests.support.followers import follows, told
from tests.support.record_files import give
from tests.support.records import LAW, keep_bill
from thai_text.outline import parse
from webapp.bills import service as bills
from webapp.bills.rules.kinds import House
from webapp.documents import service as documents
from webapp.following import service
from webapp.following.service import coming
from webapp.search import service as search
from webapp.shared import outbox
from webapp.shared.importing import history, import_finished, import_folder
from webapp.shared.transaction import transaction

pytestmark = pytest.mark.usefixtures("clock")
OLD_LAWS = [
    {
        "id": f"law-{number}", "title": f"พระราชบัญญัติ ฉบับที่ {number} พ.ศ. 2540",
        "law_type": "พระราชบัญญัติ", "year_be": 2540, "gazette": {"date": "1997-05-01"},
        "text": "มาตรา ๑ ชื่อ\nมาตรา ๒ นายทะเบียน",
    }
    for number in (1, 2, 3)
]  # fmt: skip


def test_an_old_document_that_is_new_here_is_told_to_who_follows_its_kind(app, tmp_path, clock):
    follows("nok@example.org", "documents", "law")
    follows("ple@example.org", "search", typed="นายทะเบียน")
    follows("dam@example.org", "documents", "report")
    for _time in range(2):
        give(tmp_path, "laws_full.jsonl", OLD_LAWS[:2])
        outbox.drain()
    assert told() == [("new_document", "nok"), ("new_document", "ple")] * 2
    # Another title is no new version.
    give(tmp_path, "laws_full.jsonl", [{**OLD_LAWS[0], "source_url": "https://example.org/1"}])
    outbox.drain()
    assert len(told()) == 4


def test_an_import_that_is_marked_as_history_tells_nothing_old(app, tmp_path):
    follows("nok@example.org", "documents", "law")
    give_history = app.test_cli_runner()
    file = tmp_path / "laws_full.jsonl"
    file.write_text("\n".join(map(json.dumps, OLD_LAWS)), encoding="utf-8")
    done = give_history.invoke(args=["import", str(tmp_path), "--history"])
    assert "new 3" in done.output
    outbox.drain()
    assert told() == []
    # What comes later by the same way is new, and what came as history is not.
    later = {**OLD_LAWS[0], "id": "law-4", "title": "พระราชบัญญัติใหม่ พ.ศ. 2539"}
    file.write_text("\n".join(map(json.dumps, [*OLD_LAWS, later])), encoding="utf-8")
    import_folder(tmp_path, quiet=True)
    outbox.drain()
    assert told() == [("new_document", "nok")]


def test_members_and_committees_of_the_past_are_found_and_are_no_news(app):
    follows("nok@example.org", "everything")
    follows("ple@example.org", "search", typed="แรงงาน")
    with history():
        bills.keep_member("m1", bills.MemberFacts("สมหญิง", "ดีกว่า", "นางสมหญิง ดีกว่า"))
        bills.keep_committee("c1", bills.CommitteeFacts(2, "คณะกรรมาธิการการแรงงาน"))
    outbox.drain()
    assert search.entries_of("c-1")
    assert search.entries_of("m-1")
    assert told() == []
    bills.keep_committee("c2", bills.CommitteeFacts(3, "คณะกรรมาธิการแรงงานต่างประเทศ"))
    outbox.drain()
    assert told() == [("found", "nok"), ("found", "ple")]


def test_what_an_import_brought_is_told_in_pieces_and_none_is_lost(app, monkeypatch):
    monkeypatch.setattr(service, "PIECE", 2)
    monkeypatch.setattr(coming, "PIECE", 2)
    follows("nok@example.org", "documents", "news")
    for number in range(5):
        facts = documents.Facts(
            f"n{number}", documents.DocumentKind.NEWS, f"ข่าวที่ {number}", dated=date(2026, 2, 27)
        )
        with history():
            documents.keep_document(facts, parse(LAW, facts.title), announce=False)
    with transaction():
        import_finished.send("importing", files=["news.jsonl"])
    outbox.drain()
    assert told() == [("new_document", "nok")] * 5


def test_an_old_vote_that_records_join_to_a_bill_is_told_to_who_follows_the_bill(app):
    followed, other = keep_bill(), keep_bill("ร่างพระราชบัญญัติประมง พ.ศ. ....")
    outbox.drain()
    follows("nok@example.org", "bill", followed.id)
    follows("ple@example.org", "everything", kinds=frozenset({service.NewsKind.STEP}))
    facts = bills.VoteFacts(on=date(2020, 2, 3), chamber=House.SENATE, title="วาระที่หนึ่ง")
    with history():
        bills.keep_vote("past", facts, [followed])
    for _time in range(2):
        bills.keep_vote("late", facts, [followed, other])
        bills.keep_vote("elsewhere", facts, [other])
    outbox.drain()
    assert told() == [("vote", "nok")]


@pytest.mark.parametrize(("on", "heard"), [(date(2020, 2, 3), 1), (date(2026, 2, 27), 3)])
def test_an_old_vote_that_records_join_is_news_to_who_follows_its_bill_alone(app, on, heard):
    bill = keep_bill()
    outbox.drain()
    follows("nok@example.org", "bill", bill.id)
    follows("ple@example.org", "everything")
    follows("dam@example.org", "search", typed="สหกรณ์")
    facts = bills.VoteFacts(on=on, chamber=House.SENATE, title="วาระที่หนึ่ง")
    with history():
        bills.keep_vote("known", facts, [])
    bills.keep_vote("known", facts, [bill])
    outbox.drain()
    assert told() == [("vote", name) for name in ("nok", "ple", "dam")[:heard]]
