"""The quarterly report: through the sub-committee to the Secretary-General, frozen with a hash."""

import hashlib
import json
from datetime import date
from io import BytesIO

import pytest
from flask_babel import force_locale
from pypdf import PdfReader
from sqlalchemy import text

from tests.support.complaint_register import at, keep_case, working_day
from tests.support.databases import both_databases
from tests.support.page_rules import words
from webapp.complaints import report_parts
from webapp.complaints.models import (
    CaseFinding,
    ClosingAnswer,
    ComplaintClosing,
    ComplaintVerdict,
    QuarterlyReport,
    RootCause,
)
from webapp.complaints.models.reports import ReportFrozen
from webapp.complaints.rules.channels import Channel
from webapp.complaints.rules.closing import AskedAt, Verdict
from webapp.complaints.rules.states import State
from webapp.complaints.service import reports, shown_causes, tallies
from webapp.complaints.service.closing_figures import ClosingFigure
from webapp.extensions import db
from webapp.shared.quarters import Quarter
from webapp.staff.models import AuditEntry

# The clock stands on Monday 2 March 2026: quarter 2 of fiscal year 2569.
BEFORE = Quarter(2569, 1)
DESK = "/en/staff/complaints/reports"
ONE = f"{DESK}/1"
PAGE = "/complaints/reports"
ANALYSIS = "ลิฟต์เสียบ่อย\n\nเพราะไม่มีสัญญาซ่อมบำรุง"


def answered(after: int = 1, channel: Channel = Channel.WEB) -> int:
    monday = date(2025, 10, 6)
    moment = at(working_day(monday, after))
    case = keep_case(at(monday), [(State.ANSWERED, moment)], first_reply=moment, channel=channel)
    db.session.flush()
    return case.id


def analysed(complaint_id: int, cause: RootCause) -> None:
    db.session.add(
        CaseFinding(
            complaint_id=complaint_id, root_cause_id=cause.id, cause="เพราะ", changed="ซ่อม",
            found_at=at(date(2025, 12, 1)),
        )
    )  # fmt: skip


def root_cause(name: str) -> RootCause:
    cause = RootCause(name_th=f"เหตุ{name}", name_en=f"Cause {name}")
    db.session.add(cause)
    db.session.flush()
    return cause


@pytest.fixture
def quarter(app, clock):
    """Twelve messages answered in time, two too late; seven of one cause, five of another."""
    ids = [answered(after) for after in [1] * 12 + [6] * 2]
    often, seldom = root_cause("A"), root_cause("B")
    for place, complaint_id in enumerate(ids[:12]):
        analysed(complaint_id, often if place < 7 else seldom)
    db.session.commit()
    tallies.count_figures()
    return ids


def issue(officer, **written):
    """Take a report all the way; gives the page that shows it issued."""
    said = {"analysis": ANALYSIS, "changes": "ทำสัญญาซ่อมบำรุงแล้ว", **written}
    officer.post(DESK, {"quarter": BEFORE.key})
    at_desk = officer.path
    officer.post(at_desk, said)
    officer.post(f"{at_desk}?do=send", form_page=at_desk)
    officer.post(f"{at_desk}?do=consider", {"considered_on": "1/3/2569", "remarks": "เห็นชอบ"},
                 form_page=at_desk)  # fmt: skip
    return officer.post(f"{at_desk}?do=issue", form_page=at_desk)


def test_a_report_goes_through_the_sub_committee_to_the_secretary_general(quarter, officer, page):
    officer.both(DESK[3:])
    officer.post(DESK, {"quarter": BEFORE.key})
    assert officer.path == ONE
    draft = officer.both(ONE[3:])[1]
    assert "Issue it" not in [words(heading) for heading in draft.select("h2")]
    officer.post(ONE, {"analysis": ANALYSIS, "changes": ""})
    officer.post(f"{ONE}?do=send", form_page=ONE)
    page.get(f"{PAGE}/1", status=404)
    tomorrow = officer.post(f"{ONE}?do=consider", {"considered_on": "3/3/2569"}, form_page=ONE)
    assert "not in the future" in words(tomorrow.select_one(".error-summary"))
    nothing = officer.post(f"{ONE}?do=consider", {"remarks": "เห็นชอบ"}, form_page=ONE)
    assert "Write the day" in words(nothing.select_one(".error-summary"))
    assert words(nothing.select_one("#remarks")) == "เห็นชอบ"
    assert words(nothing.select_one("#analysis")).startswith("ลิฟต์เสียบ่อย")
    day = {"considered_on": "1 March 2026", "remarks": "เห็นชอบ"}
    officer.post(f"{ONE}?do=consider", day, form_page=ONE)
    officer.both(ONE[3:])
    officer.post(f"{ONE}?do=issue", form_page=ONE)
    thai, english = page.both(f"{PAGE}/1")
    said = words(english.main)
    for part in ("To the Secretary-General of the Senate, through the category 3 sub-committee.",
                 "from 1 October 2025 to 31 December 2025", "dealt with it on 1 March 2026",
                 "85.71 percent in time: 12 ÷ (12 in time + 2 missed)", "เห็นชอบ"):  # fmt: skip
        assert part in said
    assert "ร้อยละ 85.71" in words(thai.main)
    assert thai.select("main svg")
    listed = page.both(PAGE)[1]
    assert "Report 1, on quarter 1 of 2569" in words(listed.main)
    db.session.expire_all()
    actions = {entry.action for entry in db.session.query(AuditEntry)}
    for action in ("prepare_report", "write_report", "send_report", "note_considered",
                   "issue_report"):  # fmt: skip
        assert f"complaints.{action}" in actions


def test_what_is_issued_stays_as_it_was(quarter, officer, page):
    issue(officer)
    before = page.get(f"/en{PAGE}/1")
    for _number in range(9):
        answered(9, Channel.TELEPHONE)
    db.session.commit()
    tallies.count_figures()
    db.session.execute(text("UPDATE complaint_causes SET name_en = 'Another name'"))
    again = page.get(f"/en{PAGE}/1")
    assert words(again.main) == words(before.main)
    assert "Cause A" in words(again.main)
    report = db.session.get(QuarterlyReport, 1)
    report.analysis = "อย่างอื่น"
    with pytest.raises(ReportFrozen):
        db.session.commit()
    db.session.rollback()
    with pytest.raises(reports.ReportRefused):
        reports.write_report(1, "x", "y", None)


def test_everybody_can_compute_the_hash_anew_and_a_change_is_seen(quarter, officer, page):
    issue(officer)
    checked = page.both(f"{PAGE}/1/check")[1]
    assert "It was not changed" in words(checked.main)
    frozen = page.client.get(f"{PAGE}/1/content.json").data
    digest = hashlib.sha256(frozen).hexdigest()
    assert words(checked.main).count(digest) == 2
    content = json.loads(frozen)
    again = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert again.encode() == frozen
    assert content["quarter"] == "2569-1"
    changed = "UPDATE complaint_reports SET content = replace(content, '85.71', '95.71')"
    db.session.execute(text(changed))
    db.session.commit()
    thai, english = page.both(f"{PAGE}/1/check")
    assert "It was changed after it was issued" in words(english.main)
    assert digest in words(thai.main)


def test_a_correction_is_a_new_report_that_names_the_old_one(quarter, officer, page):
    issue(officer)
    first = page.client.get(f"{PAGE}/1/content.json").data
    officer.post(ONE, form_page=DESK)
    assert officer.path == f"{DESK}/2"
    assert "Correct report 1" not in words(officer.get(DESK).main)
    with pytest.raises(reports.ReportRefused):
        reports.correct_report(1, None)
    assert words(officer.get(f"{DESK}/2").select_one("#analysis")).startswith("ลิฟต์เสียบ่อย")
    officer.post(f"{DESK}/2?do=send", form_page=f"{DESK}/2")
    officer.post(f"{DESK}/2?do=consider", {"considered_on": "2/3/2569"}, form_page=f"{DESK}/2")
    officer.post(f"{DESK}/2?do=issue", form_page=f"{DESK}/2")
    assert "It corrects report 1, which stays as it is." in words(page.get(f"/en{PAGE}/2").main)
    old = page.both(f"{PAGE}/1")[1]
    assert "A later report corrects this one." in words(old.main)
    assert page.client.get(f"{PAGE}/1/content.json").data == first
    new = json.loads(page.client.get(f"{PAGE}/2/content.json").data)
    assert new["replaces"] == {"report": 1, "sha256": hashlib.sha256(first).hexdigest()}


def test_the_report_is_a_tagged_pdf_with_its_words_and_its_hash(quarter, officer, page):
    issue(officer)
    digest = hashlib.sha256(page.client.get(f"{PAGE}/1/content.json").data).hexdigest()
    for lang, part in (("th", "ร้อยละ 85.71"), ("en", "85.71 percent in time")):
        file = page.client.get(f"{PAGE}/1/report.pdf?lang={lang}")
        assert file.mimetype == "application/pdf"
        pdf = PdfReader(BytesIO(file.data))
        root = pdf.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"]
        assert root["/Lang"] == lang
        assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()
        assert pdf.metadata.title == words(page.get(f"{'/en' * (lang == 'en')}{PAGE}/1").h1)
        said = "".join(page_.extract_text() for page_ in pdf.pages).replace("\u200b", "")
        for words_ in (part, "เพราะไม่มีสัญญาซ่อมบำรุง"):
            assert "".join(words_.split()) in "".join(said.split())
        assert digest in "".join(said.split())


def test_a_quarter_with_nothing_says_so_and_is_not_one_of_100_percent(app, clock, officer, page):
    keep_case(at(date(2026, 2, 27)))
    keep_case(at(date(2025, 10, 6)), [(State.WITHDRAWN, at(date(2025, 10, 7)))])
    db.session.commit()
    tallies.count_figures()
    shown = issue(officer, analysis="", changes="")
    assert "There is nothing to assess" in words(shown.main)
    assert "No cause can be told" in words(shown.main)
    assert "100" not in words(shown.main)
    assert "ไม่มีอะไรให้ประเมิน" in words(page.get(f"{PAGE}/1").main)


def test_only_a_quarter_that_is_over_has_a_report_and_only_one(quarter, officer, clock):
    choices = [option["value"] for option in officer.get(DESK).select("main option")]
    assert choices == ["2569-1"]
    officer.post(DESK, {"quarter": "2569-2"})
    assert db.session.query(QuarterlyReport).count() == 0
    officer.post(DESK, {"quarter": "2569-1"})
    with pytest.raises(reports.ReportRefused):
        reports.prepare_report(BEFORE, None)
    assert "Every quarter that is over has its report." in words(officer.get(DESK).main)


@both_databases
def test_the_database_itself_keeps_one_report_of_a_quarter(app, clock, monkeypatch):
    reports.prepare_report(BEFORE, None)
    monkeypatch.setattr(reports, "may_be_prepared", lambda quarters: quarters)
    with pytest.raises(reports.ReportRefused):
        reports.prepare_report(BEFORE, None)
    assert db.session.query(QuarterlyReport).count() == 1


def test_causes_of_fewer_than_five_are_told_together_and_stay_so(quarter, officer, page):
    for finding in db.session.query(CaseFinding).filter(CaseFinding.complaint_id.in_(quarter[9:])):
        db.session.delete(finding)
    shown = words(issue(officer).select_one("section[aria-labelledby=causes]"))
    # Two of the other cause are too few, and to hide them the seven go with them.
    assert "Of 9 messages the root cause was written down" in shown
    assert "Cause B" not in shown
    kept = {one.complaint_id: one.shown_cause for one in db.session.query(ComplaintVerdict)}
    assert sum(cause is not None for cause in kept.values()) == 9
    # One more that is analysed, and one that is analysed anew, change nothing that can be seen.
    analysed(quarter[9], db.session.query(RootCause).filter_by(name_en="Cause B").one())
    db.session.query(CaseFinding).filter_by(complaint_id=quarter[0]).one().root_cause_id = 2
    db.session.commit()
    told = shown_causes.shown_causes(BEFORE)
    assert told == {key: cause for key, cause in kept.items() if cause is not None}


def test_what_people_said_at_the_end_is_told_from_five_on_and_stays_so(quarter, officer, page):
    def say(complaint_id, verdict, time=AskedAt.CLOSING):
        moment = at(date(2025, 11, 3))
        closing = ComplaintClosing(complaint_id=complaint_id, closed_at=moment)
        closing.answers = [
            ClosingAnswer(asked_at=time, was_answered=Verdict.YES, was_solved=verdict, why="เพราะ",
                          at=moment)
        ]  # fmt: skip
        db.session.add(closing)
        db.session.commit()

    for complaint_id, verdict in zip(quarter, (Verdict.YES,) * 4 + (Verdict.NO,), strict=False):
        say(complaint_id, verdict)
    say(quarter[0], Verdict.NO, AskedAt.FOUR_WEEKS)
    shown = issue(officer)
    said = words(shown.select_one("section[aria-labelledby=said-closing]"))
    assert "5 people answered. 100.00 percent of them say that their message was answered." in said
    assert "How many say that it is solved cannot be told" in said
    later = words(shown.select_one("section[aria-labelledby=said-four_weeks]"))
    assert "fewer than 5 people answered" in later
    # A correction does not count them anew: the difference would be of one person.
    say(quarter[5], Verdict.PARTLY)
    officer.post(ONE, form_page=DESK)
    at_desk = f"{DESK}/2"
    draft = words(officer.get(at_desk).select_one("section[aria-labelledby=said-closing]"))
    assert draft == said


def test_an_answer_of_one_to_four_people_is_shown_with_others_alone(quarter, monkeypatch):
    given = [Verdict.YES] * 6 + [Verdict.NO] * 5 + [Verdict.PARTLY]
    answers = [
        ClosingFigure(
            at(date(2025, 11, 3)), AskedAt.CLOSING, Verdict.YES, solved, "complaint", "", ""
        )
        for solved in given
    ]
    monkeypatch.setattr(report_parts.closing_figures, "closing_answers", lambda *_days: answers)
    with force_locale("en"):
        counts = report_parts.closing_counts(BEFORE)
        [part, _later] = report_parts.closing_parts(counts)
    assert counts["closing"] == {"was_answered": {"yes": 12}, "was_solved": {"yes": 6, "": 6}}
    assert {row.others[0] for row in part.rows} == {"12", "0", "6"}
    assert "50.00 percent say that what it was about is solved" in part.sentence


def test_a_citizen_sees_no_page_of_the_desk(page, quarter):
    page.get(DESK[3:])
    assert page.path.startswith("/account/sign-in")
