"""The board ranks, decides and closes; other officers propose, and write follow-ups."""

import pytest

from tests.integration.improvement.conftest import FACTS
from tests.integration.improvement.test_plan import PLAN, do, send
from tests.support.page_rules import words
from webapp.accounts import service as accounts
from webapp.improvement import service
from webapp.improvement.models import ImprovementTarget

BOARD = PLAN + "/board"
DEEDS = {
    "move": {"state": "planned"},
    "change": FACTS,
    "target": {"day": "30/6/2569", "target": "Ten"},
}


def tried(officer, item, deed, **typed):
    """The status of the answer to a deed for which the page has no form."""
    prefixed = {f"{deed}-{name}": value for name, value in typed.items()}
    return send(officer, f"{item}?do={deed}", **prefixed)[0]


@pytest.fixture
def colleague(sign_in):
    """An officer who is not on the board."""
    return sign_in("colleague@example.org")


@pytest.mark.parametrize("deed", DEEDS)
def test_who_is_not_on_the_board_neither_ranks_decides_nor_sets_targets(
    officer, colleague, propose, deed
):
    item = propose()
    forms = [form["action"] for form in colleague.get(item).select("main form")]
    assert not any(f"do={deed}" in action for action in forms)
    assert tried(colleague, item, deed, **DEEDS[deed]) == 403
    do(officer, item, deed, **DEEDS[deed])


def test_who_is_not_on_the_board_does_not_close(officer, colleague, propose):
    item = propose()
    do(officer, item, "move", state="declined", reason="No money.")
    assert tried(colleague, item, "tell", text="ปิดแล้ว", english="Closed.") == 403
    assert service.get_improvement("i-1").state == "declined"
    do(officer, item, "tell", text="ปิดแล้ว", english="Closed.")


def test_a_colleague_proposes_notes_what_led_to_it_and_writes_the_follow_up(
    officer, colleague, page, clock
):
    for said in ("I want audio books.", "I want braille."):
        page.post("/en/needs/new", {"words": said})
    colleague.post(f"{PLAN}/new?need=1", FACTS, form_page=f"{PLAN}/new?need=1")
    item = colleague.path
    do(officer, item, "move", state="planned")
    assert tried(colleague, item, "source", source="need", ref="2") == 403
    do(officer, item, "target", day="30/6/2569", target="Ten")
    clock.advance(days=125)
    owed = [one for one in ImprovementTarget.query if one.target == "Ten"][0]
    do(colleague, item, "follow_up", extra=f"&target={owed.id}", met="yes", text="Ten were made.")
    assert "Ten were made. (colleague@example.org" in words(officer.get(item).main)


def test_a_colleague_sees_the_rank_and_the_facts_of_a_plan_that_only_the_board_changes(
    officer, colleague, propose
):
    item = propose()
    for start in ("", "/en"):
        shown = colleague.get(start + item.removeprefix("/en"))
        assert FACTS["work"] in words(shown.main.select_one("dl"))
        assert not shown.select("main input[type=radio]")


def test_members_put_others_on_the_board_and_one_stays(officer, colleague):
    for shown in officer.both("/staff/improvements/board"):
        assert len(shown.select("tbody tr")) == 2
    assert not colleague.get(BOARD).select("main form")
    mine, hers = (one.account_id for one in accounts.seats())
    assert send(colleague, BOARD, account=hers, seat="on")[0] == 403
    last = officer.post(BOARD, {"account": mine, "seat": "off"})
    assert "The board needs one member" in words(last.select_one(".error-summary"))
    officer.post(BOARD, {"account": hers, "seat": "on"})
    colleague.post(BOARD, {"account": mine, "seat": "off"})
    assert [one.is_on_board for one in accounts.seats()] == [True, False]
    assert send(officer, BOARD, account=mine, seat="on")[0] == 403
    told = words(colleague.get("/en/staff/audit").main)
    assert "Put a colleague on the board of improvements" in told
    assert "Took a colleague off the board of improvements" in told


def test_nobody_who_is_no_staff_comes_onto_the_board(officer):
    officer.post(BOARD, {"account": "99", "seat": "on"}, 404)
    officer.post(BOARD, {"account": "x", "seat": "on"}, 404)


def test_the_first_member_is_put_on_by_the_command(app, colleague):
    assert "Nobody is on the board yet." in words(colleague.get(BOARD).main)
    run = app.test_cli_runner().invoke
    told = run(args=["accounts", "board", " Colleague@example.org"])
    assert (told.exit_code, told.output) == (0, "On the board.\n")
    assert "you are on it" in words(colleague.get(PLAN).main)
    assert "no member of staff" in run(args=["accounts", "board", "x@example.org"]).output
    alone = run(args=["accounts", "board", "colleague@example.org", "--off"])
    assert (alone.exit_code, "needs one member" in alone.output) == (1, True)
