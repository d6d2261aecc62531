"""Targets are frozen when their quarter begins; later changes stand beside them with the reason."""

from tests.integration.improvement.test_plan import PUBLIC, do, send
from tests.support.page_rules import words
from webapp.improvement import service
from webapp.improvement.models import ImprovementTarget
from webapp.shared.quarters import quarter_of

# Beside 2 March 2026: the quarter that runs, and the one after it.
RUNNING, NEXT = "31/3/2569", "30/6/2569"


def targets():
    return [
        (one.target, [change.target for change in one.changes], one.counts)
        for one in ImprovementTarget.query.order_by(ImprovementTarget.quarter_ends)
    ]


def test_before_the_quarter_a_target_is_written_anew_without_a_reason(officer, propose):
    item = propose()
    do(officer, item, "target", day=NEXT, target="Ten")
    do(officer, item, "target", day=NEXT, target="Twenty")
    assert targets() == [("Twenty", [], True)]


def test_once_it_has_begun_the_first_one_stays_and_the_change_stands_beside_it_with_its_reason(
    officer, propose, page, clock
):
    item = propose()
    do(officer, item, "move", state="planned")
    do(officer, item, "target", day=NEXT, target="Twenty documents")
    clock.advance(days=30)
    refused = do(officer, item, "target", day=NEXT, target="Two documents")
    assert "This quarter has begun: write why." in words(refused.select_one(".error-summary"))
    assert "Two documents" in refused.select_one("#target-target").text
    do(officer, item, "target", day=NEXT, target="Two documents", reason="Two machines broke.")
    assert targets()[-1] == ("Twenty documents", ["Two documents"], True)
    for shown in (officer.get(item), page.get(f"{PUBLIC}/i-1")):
        told = words(shown.main)
        assert "By 30 June 2026: Twenty documents" in told
        assert "Two documents Why: Two machines broke." in told
    assert "เหตุผล" in words(page.get("/improvements/i-1").main)


def test_success_is_counted_by_the_first_target_and_never_after_the_quarter(
    officer, propose, page, clock
):
    item = propose()
    do(officer, item, "target", day=NEXT, target="Twenty documents")
    do(officer, item, "move", state="planned")
    clock.advance(days=125)
    over = do(officer, item, "target", day=NEXT, target="Two documents", reason="Easier.")
    assert "This quarter has ended" in words(over.select_one(".error-summary"))
    assert "Two documents" not in page.get(f"{PUBLIC}/i-1").text
    year = service.success_of_year(quarter_of(clock.moment.date()))
    assert (year.due, year.met, year.late) == (1, 0, 0)


def test_a_target_first_set_in_its_own_quarter_is_shown_and_not_counted(
    officer, propose, page, clock
):
    item = propose()
    do(officer, item, "move", state="planned")
    do(officer, item, "target", day=RUNNING, target="Done already", reason="Planned today.")
    assert targets() == [("Done already", ["Done already"], False)]
    clock.advance(days=30)
    target = ImprovementTarget.query.one().id
    do(officer, item, "follow_up", extra=f"&target={target}", met="yes", text="It was.")
    shown = words(page.get(PUBLIC).main)
    assert "no figure of success" in shown
    assert "after its quarter had begun: not counted" in words(page.get(f"{PUBLIC}/i-1").main)
    assert "ไม่นับ" in words(page.get("/improvements/i-1").main)


def test_a_follow_up_is_of_a_target_of_its_own_improvement(officer, propose, clock):
    first, second = propose(), propose()
    do(officer, first, "target", day=NEXT, target="Twenty")
    clock.advance(days=125)
    target = ImprovementTarget.query.one().id
    typed = {"follow_up-met": "yes", "follow_up-text": "It was."}
    send(officer, f"{second}?do=follow_up&target={target}", **typed)
    assert ImprovementTarget.query.one().written_at is None
