"""One step for several messages: each wholly or not at all, and it is said which and why."""

import pytest
from sqlalchemy import select

from tests.support.page_rules import words
from webapp.complaints import service
from webapp.extensions import db
from webapp.shared import outbox
from webapp.staff.models import AuditEntry

QUEUE = "/en/staff/complaints"
BULK = f"{QUEUE}/bulk"


def do(officer, action, numbers, **typed):
    chosen = "&".join(f"chosen={number}" for number in numbers)
    page = officer.get(f"{BULK}?{chosen}&action={action}")
    assert [box["value"] for box in page.select("input[name=chosen]")] == list(map(str, numbers))
    data = {"chosen": [str(number) for number in numbers], "action": action, **typed}
    answer = officer.post(BULK, data, form_page=f"{BULK}?{chosen}&action={action}")
    return [words(row.select_one("td")) for row in answer.select("tbody tr")]


def states():
    db.session.expire_all()
    return [complaint.state for complaint in db.session.query(service.Complaint)]


def test_the_queue_has_a_box_for_each_message_and_one_step_for_those_chosen(officer, send):
    send(subject="One")
    send()
    for path in (QUEUE, QUEUE[3:]):
        page = officer.get(path)
        assert len(page.select("input[type=checkbox][form=bulk]")) == 2
        assert page.select_one("form#bulk select[name=action]")
    page = officer.get(f"{BULK}?chosen=1&action=accept")
    assert "1. One" in words(page.main)
    officer.both(f"{BULK[3:]}?chosen=1&action=close_compliments")


def test_nothing_is_chosen(officer):
    page = officer.get(f"{BULK}?action=accept")
    assert "Choose at least one message in the queue." in words(page.select_one(".error-summary"))


@pytest.mark.parametrize(
    "asked", ["chosen=x&action=accept", "chosen=0", "chosen=9999999999999", ""]
)
def test_a_mistyped_choice_does_nothing(officer, send, asked):
    send()
    officer.get(f"{BULK}?{asked}")
    assert states() == ["acknowledged"]


def test_several_are_taken_up_and_accepted_and_a_colleagues_is_left(sign_in, send):
    officer, colleague = sign_in("one@example.org"), sign_in("two@example.org")
    for _number in range(3):
        send()
    colleague.post(f"{QUEUE}/3?do=take_up", form_page=f"{QUEUE}/3")
    taken = do(officer, "take_up", [1, 2, 3])
    assert taken[:2] == ["You have it in hand."] * 2
    assert taken[2].startswith("Not done: you do not have it in hand.")
    done = do(officer, "accept", [1, 2, 3])
    assert done[0] == done[1] == "It is accepted; the citizen sees it now."
    assert states() == ["accepted", "accepted", "acknowledged"]
    again = do(officer, "accept", [1])
    assert again == ["Not done: its state does not allow this step. Open it to see why."]
    actions = [entry.action for entry in db.session.scalars(select(AuditEntry))]
    assert actions.count("complaints.accept") == 2


def test_what_is_handed_over_or_sent_on_needs_more(officer, send):
    send()
    send()
    do(officer, "take_up", [1, 2])
    assert do(officer, "hand_over", [1], bureau="law") == ["The bureau that you chose has it now."]
    assert service.complaint_by_id(1).bureau.value == "law"
    page = officer.post(
        BULK,
        {"chosen": "2", "action": "refer", "to": "", "text": ""},
        form_page=f"{BULK}?chosen=2&action=refer",
    )
    assert "Say to whom it is sent on." in words(page.select_one(".error-summary"))
    sent = do(officer, "refer", [2], to="กรมที่ดิน", text="เป็นอำนาจของกรมที่ดิน")
    assert sent == ["It is sent on; the citizen sees it now."]
    assert states()[1] == "referred"


def test_compliments_are_thanked_in_their_own_language_and_closed(officer, send):
    send(kind="compliment")
    send("/en", kind="compliment", message="Well done")
    send(kind="complaint")
    done = do(officer, "close_compliments", [1, 2, 3], thanks_th="ขอบคุณ", thanks_en="Thank you")
    assert done[:2] == ["The sender is thanked and it is closed."] * 2
    assert "it is no compliment" in done[2]
    assert states() == ["closed", "closed", "acknowledged"]
    said = [service.complaint_by_id(number).messages[0].text for number in (1, 2)]
    assert said == ["ขอบคุณ", "Thank you"]
    assert service.complaint_by_id(3).handler_id is None


def test_a_reminder_goes_out_once_for_each_due_day(officer, send):
    send()
    assert "its bureau has no address" in do(officer, "remind", [1])[0]
    do(officer, "take_up", [1])
    assert do(officer, "remind", [1]) == ["A reminder goes out."]
    assert "went out already" in do(officer, "remind", [1])[0]
    outbox.drain()


def test_a_message_that_is_not_there_is_said_to_be_none(officer, send):
    send()
    assert service.do_with_all([1, 77], service.BulkOrder(service.BulkAction.TAKE_UP), 1) == [
        (1, None),
        (77, service.ComplaintNotFound),
    ]
