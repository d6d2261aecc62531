"""The plan of improvements: from a need to telling back the person who said it."""

import pytest

from tests.integration.improvement.conftest import FACTS
from tests.support.page_rules import words
from tests.support.surveys import open_survey
from webapp.improvement import service
from webapp.shared import outbox

PLAN = "/en/staff/improvements"
PUBLIC = "/en/improvements"


def do(officer, item, deed, status=200, extra="", **typed):
    data = {f"{deed}-{name}": value for name, value in typed.items()}
    return officer.post(f"{item}?do={deed}{extra}", data, status, form_page=item)


def send(officer, path, **typed):
    """Send what no form of the page offers; gives the answer's status and text."""
    token = officer.get(path.partition("?")[0]).select_one("input[name=csrf_token]")["value"]
    answer = officer.client.post(path, data={"csrf_token": token, **typed})
    return answer.status_code, answer.text


@pytest.mark.parametrize("path", [PLAN, PLAN + "/new", PLAN + "/i-1"])
def test_a_visitor_is_sent_to_the_sign_in_page(page, path):
    page.get(path)
    assert page.path.startswith("/en/account/sign-in")


def test_a_need_travels_to_an_improvement_and_back_to_the_person(page, officer, propose, app):
    told = page.post("/en/needs/new", {"words": "I want audio books.", "email": "me@example.org"})
    code = told.select_one(".receipt").text
    item = propose("?need=1")
    for state in ("planned", "under_way", "done"):
        do(officer, item, "move", state=state)
    said = "Every document is now an audio book."
    do(officer, item, "tell", text="เอกสารทุกฉบับเป็นหนังสือเสียงแล้ว", english=said)
    outbox.drain()
    page.post("/en/needs/track", {"code": code})
    assert "Every document is now an audio book." in page.get("/en/needs/track/need").text
    assert len(list((app.extensions["settings"].INSTANCE_DIR / "mail").glob("*.eml"))) == 1
    public = page.get(f"{PUBLIC}/i-1")
    assert "Told back" in words(public.main)
    assert "Every document is now an audio book." in public.text


def test_a_proposal_is_not_public_and_a_plan_is_in_both_languages(page, officer, propose):
    item = propose()
    page.get(f"{PUBLIC}/i-1", 404)
    assert FACTS["title"] not in page.get(PUBLIC).text
    do(officer, item, "move", state="planned")
    for start in ("", "/en"):
        assert FACTS["title"] in page.get(f"{start}/improvements").text
        assert FACTS["asked"] in page.get(f"{start}/improvements/i-1").text


def test_the_plan_is_ranked_and_the_rule_is_shown(officer, propose):
    propose(title="Second", urgent="1", important="3")
    propose(title="First", urgent="3", important="2")
    rows = [words(row) for row in officer.get(PLAN).select("tbody tr")]
    assert "First 3 × 2 = 6" in rows[0]
    assert "Second 1 × 3 = 3" in rows[1]


def test_nothing_is_declined_without_a_reason(officer, propose, page):
    item = propose()
    again = do(officer, item, "move", state="declined", reason="")
    assert "Write why it is declined" in again.text
    do(officer, item, "move", state="declined", reason="No money this year.")
    assert "No money this year." in page.get(f"{PUBLIC}/i-1").text


def test_a_state_that_cannot_follow_is_refused(officer, propose):
    item = propose()
    assert "This state cannot follow" in do(officer, item, "move", state="done").text
    assert "Choose the next state." in do(officer, item, "move", state="").text
    assert officer.client.post(f"{item}?do=tell").status_code in (400, 200)
    assert "Improvement 1: Proposed" in words(officer.get(item).h1)


def test_a_target_is_followed_up_in_writing_after_its_quarter_and_counted(
    officer, propose, page, clock
):
    item = propose()
    do(officer, item, "target", day="1/5/2569", target="Five documents")
    do(officer, item, "target", day="2/5/2569", target="Ten documents")
    do(officer, item, "target", day="1/8/2569", target="A hundred documents")
    assert "no figure of success" in page.get(PUBLIC).text
    clock.advance(days=130)
    do(officer, item, "move", state="planned")
    overdue = officer.get(PLAN)
    assert "1 follow-up is overdue" in overdue.text
    assert "Five documents" not in officer.get(item).text
    assert "Of 1 target due in fiscal year 2569, 0 was met: 0.0 percent." in page.get(PUBLIC).text
    form = officer.get(item).select_one('form[action*="follow_up"]')
    target = form["action"].rsplit("target=", 1)[1]
    do(officer, item, "follow_up", extra=f"&target={target}", met="yes", text="Twelve were made.")
    assert "overdue" not in officer.get(PLAN).text
    assert "1 was met: 100.0 percent." in page.get(PUBLIC).text
    assert "Twelve were made." in page.get(f"{PUBLIC}/i-1").text
    typed = {"follow_up-met": "no", "follow_up-text": "None."}
    _status, again = send(officer, f"{item}?do=follow_up&target={target}", **typed)
    assert "followed up already" in again


def test_what_is_missing_is_said_and_nothing_typed_is_lost(officer):
    again = officer.post(f"{PLAN}/new", {**FACTS, "title": "", "urgent": ""})
    assert "Write something under “Name of the improvement, in a few words”." in again.text
    assert "Choose 1, 2 or 3." in again.text
    assert FACTS["work"] in again.text


def test_a_source_that_is_not_there_is_refused_at_its_field(officer, propose):
    item = propose()
    assert "No need has this number" in do(officer, item, "source", source="need", ref="7").text
    assert "Write a number" in do(officer, item, "source", source="need", ref="x").text
    assert "No survey has this number" in do(officer, item, "source", source="survey", ref="2").text


def test_a_survey_that_led_to_it_is_named_and_linked(officer, propose):
    item = propose()
    survey = open_survey()
    do(officer, item, "source", source="survey", ref=str(survey.id))
    shown = officer.get(item)
    assert f"Result of a survey {survey.id} : {survey.title_en}" in words(shown.main)
    assert shown.select_one(f'main a[href$="/staff/surveys/{survey.id}"]')


def test_every_quarter_in_the_plan_is_owed_a_follow_up_target_or_not(
    officer, propose, page, clock, app
):
    item = propose()
    do(officer, item, "move", state="planned")
    clock.advance(days=45)
    assert "Improvement 1, for which no target was set" in words(officer.get(PLAN).main)
    service.open_quarters()
    service.open_quarters()
    clock.advance(days=80)
    assert "2 follow-ups are overdue" in officer.get(PLAN).text
    form = officer.get(item).select_one('form[action*="follow_up"]')
    assert not form.select("input[type=radio]")
    target = form["action"].rsplit("target=", 1)[1]
    do(officer, item, "follow_up", extra=f"&target={target}", met="no", text="Money was sought.")
    assert "1 follow-up is overdue" in officer.get(PLAN).text
    shown = words(page.get(f"{PUBLIC}/i-1").main)
    assert "By 31 March 2026: no target was set. – Money was sought." in shown
    assert "no figure of success" in page.get(PUBLIC).text
    do(officer, item, "move", state="declined", reason="No money.")
    assert "overdue" not in officer.get(PLAN).text


def test_nothing_is_done_or_closed_while_a_follow_up_is_owed(officer, propose, clock):
    item = propose()
    for state in ("planned", "under_way"):
        do(officer, item, "move", state=state)
    clock.advance(days=45)
    assert "A follow-up is owed" in do(officer, item, "move", state="done").text
    form = officer.get(item).select_one('form[action*="follow_up"]')
    target = form["action"].rsplit("target=", 1)[1]
    do(officer, item, "follow_up", extra=f"&target={target}", met="no", text="It was begun.")
    do(officer, item, "move", state="done")
    assert service.get_improvement("i-1").state == "done"


def test_who_answered_a_survey_reads_beside_its_results_what_it_led_to(officer, propose, page):
    item, survey = propose(), open_survey()
    do(officer, item, "source", source="survey", ref=str(survey.id))
    results = f"/surveys/{survey.key}/results"
    assert FACTS["title"] not in words(page.get(results).main)
    do(officer, item, "move", state="planned")
    for shown in page.both(results):
        assert shown.main.select_one("a[href$='/improvements/i-1']")


def test_facts_are_changed_and_the_measure_is_shown_before_and_after(officer, propose, page):
    item = propose()
    do(officer, item, "move", state="planned")
    do(officer, item, "change", **{**FACTS, "measure": "Days", "before": "30", "after": "1"})
    shown = words(page.get(f"{PUBLIC}/i-1").main)
    assert "Its value before 30" in shown
    assert "Its value after 1" in shown
