"""The desk's pages of bills, as a member of staff uses them."""

import pytest

from tests.integration.bills.making import (
    TO_SENATE,
    K,
    make_bill,
    make_session,
    record,
    sign_in_staff,
)
from webapp.bills import service
from webapp.bills.rules.stages import Stage
from webapp.extensions import db

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def desk(page):
    """The checking client, signed in as staff."""
    sign_in_staff(page.client)
    return page


def stage_of(bill):
    db.session.expire_all()
    return service.get_bill(bill.public_id).stage


def offered(found):
    return [option["value"] for option in found.select("select[name=kind] option")]


def test_the_queue_shows_what_runs_out_first(desk):
    make_session("2025-12-12", "2026-04-10")
    later = make_bill(*TO_SENATE, name="ร่างที่หมดเวลาทีหลัง")
    money = make_bill(*TO_SENATE, kind=service.BillKind.MONEY, name="ร่างที่หมดเวลาก่อน")
    thai, _english = desk.both("/staff/bills")
    running = thai.select_one("main h2").find_next("ul")
    links = [link["href"] for link in running.select("a")]
    assert links == [f"/staff/bills/{money.public_id}", f"/staff/bills/{later.public_id}"]


def test_only_the_steps_that_the_constitution_allows_are_offered(desk):
    bill = make_bill(*TO_SENATE)
    path = f"/staff/bills/{bill.public_id}/steps/new"
    thai, _english = desk.both(path)
    assert K.SENATE_R1_ACCEPTED in offered(thai)
    assert not {K.HOUSE_CONFIRMED, K.GAZETTED, K.SENATE_R3_APPROVED} & set(offered(thai))
    # Without the sessions nobody knows when silence counts as approval.
    assert K.SENATE_DEEMED_APPROVED not in offered(thai)
    make_session("2025-12-12", "2026-04-10")
    assert K.SENATE_DEEMED_APPROVED in offered(desk.get(path))


def test_a_step_is_recorded_from_the_page_with_a_thai_date(desk):
    bill = make_bill(*TO_SENATE)
    path = f"/staff/bills/{bill.public_id}/steps/new"
    desk.post(path, {"kind": K.SENATE_R1_ACCEPTED, "on": "๑ มี.ค. ๖๙", "source": "รายงานการประชุม"})
    assert desk.path == f"/staff/bills/{bill.public_id}"
    assert stage_of(bill) == Stage.SENATE_R2
    step = service.get_bill(bill.public_id).steps[-1]
    assert (step.on.isoformat(), step.source) == ("2026-03-01", "รายงานการประชุม")
    assert step.entered_by is not None


def test_a_refused_step_says_why_and_loses_nothing_typed(desk):
    bill = make_bill(*TO_SENATE)
    path = f"/en/staff/bills/{bill.public_id}/steps/new"
    typed = {"kind": K.SENATE_R1_ACCEPTED, "on": "19/01/2569", "note": "หมายเหตุยาว"}
    shown = desk.post(path, typed)
    assert "before an earlier step, on 20 January 2026" in shown.select_one(".error-summary").text
    assert shown.select_one("textarea[name=note]").text.strip() == "หมายเหตุยาว"
    assert shown.select_one("input[name=on]")["value"] == "19/01/2569"
    assert shown.title.text.startswith("Error: ")
    assert stage_of(bill) == Stage.SENATE_RECEIVED


def test_a_day_in_the_future_or_no_day_at_all_is_refused(desk):
    bill = make_bill(*TO_SENATE)
    path = f"/en/staff/bills/{bill.public_id}/steps/new"
    future = desk.post(path, {"kind": K.SENATE_R1_ACCEPTED, "on": "3 March 2026"})
    assert "lies in the future" in future.select_one(".error-summary").text
    nonsense = desk.post(path, {"kind": K.SENATE_R1_ACCEPTED, "on": "soon"})
    assert "Write the date like" in nonsense.select_one(".error-summary").text
    missing = desk.post(path, {"kind": K.SENATE_R1_ACCEPTED, "on": ""})
    assert "Enter the day." in missing.select_one(".error-summary").text


def test_a_step_that_is_not_offered_cannot_be_sent(desk):
    bill = make_bill(*TO_SENATE)
    path = f"/en/staff/bills/{bill.public_id}/steps/new"
    typed = {"kind": K.GAZETTED, "on": "2 มีนาคม 2569", "days": "many", "source": "ก" * 300}
    told = desk.post(path, typed).select_one(".error-summary").text
    assert "Choose one of the list." in told
    assert "Enter a number of days from 1 to 30." in told
    assert "Write at most 200 characters." in told
    assert stage_of(bill) == Stage.SENATE_RECEIVED


def test_an_extension_asks_for_its_length(desk):
    bill = make_bill(*TO_SENATE)
    path = f"/en/staff/bills/{bill.public_id}/steps/new"
    typed = {"kind": K.SENATE_TIME_EXTENDED, "on": "1 March 2026"}
    assert "from 1 to 30" in desk.post(path, typed).select_one(".error-summary").text
    desk.post(path, {**typed, "days": "30"})
    make_session("2025-12-12", "2026-04-10")
    state = service.bill_state(service.get_bill(bill.public_id))
    assert state.deadline.days_allowed == 90


def test_an_exception_needs_a_reason_and_shows_it_to_everybody(desk):
    bill = make_bill(*TO_SENATE)
    path = f"/en/staff/bills/{bill.public_id}/exceptions/new"
    typed = {"kind": K.GAZETTED, "on": "2 March 2026"}
    assert "Give the reason." in desk.post(path, typed).select_one(".error-summary").text
    desk.post(path, {**typed, "exception_reason": "บันทึกระหว่างนั้นสูญหาย"})
    assert stage_of(bill) == Stage.GAZETTED
    assert "บันทึกระหว่างนั้นสูญหาย" in desk.get(f"/bills/{bill.public_id}").main.text
    desk.both(f"/staff/bills/{bill.public_id}/exceptions/new")


def test_an_exception_offers_only_steps_of_this_kind_of_bill(desk):
    bill = make_bill(("decree_gazetted", "2026-02-01"), kind=service.BillKind.EMERGENCY_DECREE)
    found = desk.get(f"/staff/bills/{bill.public_id}/exceptions/new")
    assert K.SENATE_R3_AMENDED not in offered(found)
    assert K.DECREE_SENATE_APPROVED in offered(found)


def test_a_wrong_step_is_withdrawn_with_its_reason(desk):
    bill = make_bill(*TO_SENATE)
    wrong = record(bill, K.SENATE_R1_REJECTED, "2026-02-01")
    path = f"/en/staff/bills/{bill.public_id}/steps/{wrong.id}/withdraw"
    assert "Give the reason." in desk.post(path, {"why": ""}).select_one(".error-summary").text
    desk.post(path, {"why": "It was another bill."})
    assert stage_of(bill) == Stage.SENATE_RECEIVED
    assert "It was another bill." in desk.get(f"/en/staff/bills/{bill.public_id}").main.text
    desk.get(path, status=404)


def test_a_step_with_later_steps_on_it_is_not_withdrawn_first(desk):
    bill = make_bill(*TO_SENATE)
    path = f"/en/staff/bills/{bill.public_id}/steps/{bill.steps[1].id}/withdraw"
    shown = desk.post(path, {"why": "wrong"})
    assert "Later steps follow from this one" in shown.select_one(".error-summary").text


def test_a_bill_is_added_and_changed(desk):
    desk.both("/staff/bills/new")
    typed = {
        "kind": "ordinary",
        "proposer_kind": "cabinet",
        "draft_title": "ร่างพระราชบัญญัติใหม่ พ.ศ. ....",
        "english_title": "New bill",
        "gazette_on": "",
    }
    desk.post("/en/staff/bills/new", typed)
    bill = service.get_bill(desk.path.rpartition("/")[2])
    assert (bill.name("th"), bill.name("en")) == (typed["draft_title"], "New bill")
    path = f"/en/staff/bills/{bill.public_id}/change"
    shown = desk.get(path)
    assert shown.select_one("textarea[name=english_title]").text.strip() == "New bill"
    change = {**typed, "gazette_volume": "143", "gazette_on": "1 มีนาคม 2569"}
    desk.post(path, change)
    db.session.expire_all()
    bill = service.get_bill(bill.public_id)
    assert (bill.gazette_volume, bill.gazette_on.isoformat()) == ("143", "2026-03-01")
    desk.both(f"/staff/bills/{bill.public_id}/change")


def test_a_bill_that_its_proposer_may_not_bring_is_refused(desk):
    typed = {"kind": "budget", "proposer_kind": "citizens", "draft_title": "ร่าง"}
    shown = desk.post("/en/staff/bills/new", typed)
    assert "does not let these people propose" in shown.select_one(".error-summary").text


def test_a_merged_bill_must_name_one_that_exists(desk):
    typed = {
        "kind": "ordinary",
        "proposer_kind": "mps",
        "draft_title": "ร่าง",
        "merged_into": "b-77",
    }
    shown = desk.post("/en/staff/bills/new", typed)
    assert "There is no such bill." in shown.select_one(".error-summary").text


def test_a_successor_is_linked_by_the_number_of_the_bill_that_it_takes_up(desk, page):
    first, second = make_bill(*TO_SENATE), make_bill(*TO_SENATE)
    path = f"/en/staff/bills/{second.public_id}/change"
    typed = {"kind": "ordinary", "proposer_kind": "mps", "draft_title": "ร่างพระราชบัญญัติชาวนา"}
    wrong = desk.post(path, {**typed, "predecessor": "b-77"})
    assert "There is no such bill." in wrong.select_one(".error-summary").text
    assert wrong.select_one("#predecessor")["value"] == "b-77"

    desk.post(path, {**typed, "predecessor": f" {first.public_id.upper()} "})

    for shown in page.both(f"/bills/{second.public_id}"):
        assert shown.select_one(f"main p a[href$='/bills/{first.public_id}']")
    for shown in page.both(f"/bills/{first.public_id}"):
        assert shown.select_one(f"main li a[href$='/bills/{second.public_id}']")
    for shown in desk.both(f"/staff/bills/{second.public_id}/change"):
        assert shown.select_one("#predecessor")["value"] == first.public_id


@pytest.mark.parametrize("relation", ["predecessor", "merged_into"])
def test_no_bill_leads_back_to_itself(desk, relation):
    first, second = make_bill(*TO_SENATE), make_bill(*TO_SENATE)
    typed = {"kind": "ordinary", "proposer_kind": "mps", "draft_title": "ร่าง"}
    for other in (first, second):
        desk.post(f"/staff/bills/{second.public_id}/change", {**typed, relation: first.public_id})
        shown = desk.post(
            f"/en/staff/bills/{first.public_id}/change", {**typed, relation: other.public_id}
        )
        assert "leads back to this one" in shown.select_one(".error-summary").text


def test_a_kind_that_does_not_fit_the_log_is_refused_on_the_page(desk):
    bill = make_bill(*TO_SENATE)
    typed = {"kind": "treaty", "proposer_kind": "cabinet", "draft_title": "ร่าง"}
    shown = desk.post(f"/en/staff/bills/{bill.public_id}/change", typed)
    assert "could not have taken the steps" in shown.select_one(".error-summary").text


def test_a_vote_is_recorded_with_its_counts(desk):
    bill = make_bill(*TO_SENATE)
    path = f"/staff/bills/{bill.public_id}/votes/new"
    typed = {"chamber": "senate", "on": "1 มี.ค. 2569", "reading": "1", "title": "วาระที่หนึ่ง"}
    half = desk.post(path, {**typed, "approve": "100"})
    assert half.select_one(".error-summary")
    desk.post(path, {**typed, "approve": "100", "disapprove": "7", "absent": "20"})
    vote = service.votes_of(service.get_bill(bill.public_id))[0]
    assert (vote.approve, vote.disapprove, vote.abstain, vote.absent) == (100, 7, None, 20)
    desk.both(f"/staff/bills/{bill.public_id}")


def test_sessions_are_added_and_changed_and_move_the_last_days(desk):
    bill = make_bill(*TO_SENATE)
    typed = {"kind": "ordinary", "opens": "12 ธ.ค. 2568", "closes": "", "source": "พ.ร.ฎ."}
    desk.post("/staff/bills/sessions/new", typed)
    session = service.list_sessions()[0]
    assert session.closes is None
    desk.post(f"/staff/bills/sessions/{session.id}", {**typed, "closes": "10 เม.ย. 2569"})
    db.session.expire_all()
    state = service.bill_state(service.get_bill(bill.public_id))
    assert state.deadline.due.isoformat() == "2026-03-20"
    desk.both("/staff/bills/sessions")
    desk.both(f"/staff/bills/sessions/{session.id}")
    desk.both("/staff/bills/sessions/new")


def test_a_session_that_lies_over_another_or_ends_before_it_begins_is_refused(desk):
    make_session("2025-12-12", "2026-04-10")
    typed = {"kind": "ordinary", "opens": "1 Jan 2026", "closes": "1 Feb 2026"}
    over = desk.post("/en/staff/bills/sessions/new", typed)
    assert "does not lie over another one" in over.select_one(".error-summary").text
    backwards = {**typed, "opens": "1 Feb 2027", "closes": "1 Jan 2027"}
    assert desk.post("/en/staff/bills/sessions/new", backwards).select_one(".error-summary")
    assert len(service.list_sessions()) == 1


def test_the_end_of_the_house_is_recorded_once_for_all_bills(desk):
    bill = make_bill(*TO_SENATE)
    desk.both("/staff/bills/house-ends")
    typed = {"on": "20 ก.พ. 2569", "source": "พระราชกฤษฎีกายุบสภาผู้แทนราษฎร"}
    shown = desk.post("/en/staff/bills/house-ends", typed)
    assert "1 bill lapsed." in shown.main.text
    assert stage_of(bill) == Stage.LAPSED
    future = desk.post("/en/staff/bills/house-ends", {**typed, "on": "1 มี.ค. 2570"})
    assert "lies in the future" in future.select_one(".error-summary").text


def test_holidays_are_added_and_removed(desk):
    typed = {"on": "13 เม.ย. 2569", "name_th": "วันสงกรานต์", "name_en": "Songkran"}
    desk.post("/staff/bills/holidays", typed)
    desk.both("/staff/bills/holidays")
    day = service.list_holidays()[0].on
    assert service.government_holidays(day, day) == {day}
    desk.post(f"/staff/bills/holidays/{day.isoformat()}/remove", form_page="/staff/bills/holidays")
    assert service.government_holidays(day, day) == set()


def test_every_desk_page_of_a_bill_reads_well_in_both_languages(desk):
    bill = make_bill(*TO_SENATE)
    for path in ("", "/steps/new", "/exceptions/new", "/votes/new", "/change"):
        desk.both(f"/staff/bills/{bill.public_id}{path}")
    desk.both(f"/staff/bills/{bill.public_id}/steps/{bill.steps[-1].id}/withdraw")


@pytest.mark.parametrize("path", ["/staff/bills", "/staff/bills/new", "/staff/bills/sessions"])
def test_a_visitor_is_sent_to_sign_in(page, path):
    page.get(path)
    assert page.path.startswith("/account/sign-in")
