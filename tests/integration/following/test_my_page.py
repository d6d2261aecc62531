"""A person's own pages: one list, its changes, pauses and stops, notes, the home, and all as a file."""

import json
from datetime import date, timedelta

import pytest

from tests.support.records import keep_bill, keep_law
from webapp.accounts import service as accounts
from webapp.bills import service as bills
from webapp.complaints import service as complaints
from webapp.complaints.rules.kinds import Kind
from webapp.extensions import db
from webapp.following import service
from webapp.following.models import BillNote, Follower
from webapp.following.service import Channel, Contact, Scope, Subject, SubjectKind, Wish
from webapp.shared import outbox


@pytest.fixture
def bill(app, clock):
    kept = keep_bill()
    # Nobody follows it yet.
    outbox.drain()
    return kept


@pytest.fixture
def follower(app, bill):
    """Somebody who follows a bill and the audio books by mail, confirmed."""
    secret = app.config["SECRET_KEY"]
    for subject in (Subject(SubjectKind.BILL, str(bill.id)), Subject(SubjectKind.AUDIO_BOOKS)):
        asked = service.ask_to_follow(Wish(subject), Contact(email="nok@example.org"), secret)
        service.confirm(service.link_token(asked, Scope.CONFIRM, secret), secret)
    return asked.follower


@pytest.fixture
def mine(app, page, follower):
    """The person's list, opened by the link that every message carries."""
    token = service.follower_token(follower, Scope.MANAGE, app.config["SECRET_KEY"])
    return page.get(f"/following/mine/{token}")


def words(tag):
    return " ".join(tag.get_text(" ").split())


def test_each_subscription_is_one_sentence_and_then_its_actions_by_name(page, mine):
    assert page.path == "/following"
    first = mine.select("main ol > li")[0]
    assert words(first.find("p")).startswith("ร่างพระราชบัญญัติสหกรณ์ พ.ศ. ....: อีเมล")
    names = [words(one) for one in first.select("li a, li button")]
    assert len(names) == 4
    assert all("สหกรณ์" in name for name in names)


def test_a_browser_that_opened_no_link_sees_nobody_s_list(page, follower):
    for path in ("", "/home", "/notes", "/pause", "/stop-all", "/erase", "/1/change", "/1/pause"):
        shown, _english = page.both(f"/following{path}")
        assert page.path == "/en/following"
        assert "สหกรณ์" not in words(shown.main)
    answer = page.client.get("/following/export.json")
    assert answer.status_code == 302


def test_one_follower_cannot_touch_what_another_follows(app, page, mine, follower):
    secret = app.config["SECRET_KEY"]
    wish = Wish(Subject(SubjectKind.EVERYTHING), channel=Channel.FEED)
    other = service.ask_to_follow(wish, Contact(), secret)
    for path in ("change", "pause"):
        page.both(f"/following/{other.id}/{path}", status=404)


def test_a_subscription_is_changed_and_what_is_wrong_is_kept_and_said(page, mine):
    form = {"cadence": "weekly", "weekday": "2", "hour": "7", "language": "en", "form": "large"}
    shown = page.post("/following/1/change", {**form, "kinds": []})
    assert shown.select_one("#kinds-error")
    assert shown.select_one("input[name=cadence][checked]")["value"] == "weekly"
    page.post("/following/1/change", {**form, "kinds": ["step", "vote"]})
    assert page.path == "/following"
    kept = service.get_subscription(1).wish
    assert (kept.cadence, kept.weekday, kept.hour, kept.form) == ("weekly", 2, 7, "large")
    assert kept.kinds == {"step", "vote"}


def test_a_pause_needs_a_later_day_and_can_be_ended(page, mine):
    shown = page.post("/following/1/pause", {"until": "01/01/2020"})
    assert shown.select_one("#until")["value"] == "01/01/2020"
    assert shown.select_one("#until-error")
    shown = page.post("/following/1/pause", {"until": "15/03/2569"})
    assert "พักจนถึง" in words(shown.select("main ol > li")[0])
    page.post("/following/1/resume", form_page="/following")
    assert service.get_subscription(1).paused_until is None
    page.post("/following/pause", {"until": "15/03/2569"})
    assert service.get_subscription(2).paused_until is not None


def test_one_and_all_are_stopped(page, mine, follower):
    page.post("/following/1/stop", form_page="/following")
    assert len(service.subscriptions_of(follower)) == 1
    page.post("/following/stop-all")
    assert not service.subscriptions_of(follower)


def test_a_note_is_kept_encrypted_shown_and_removed(page, mine, bill):
    path = f"/following/notes/{bill.public_id}"
    page.post(path, {"text": "ถามรัฐมนตรีเรื่องงบ"})
    assert "ถามรัฐมนตรี" in words(page.get("/following/notes").main)
    assert "ถาม" not in db.session.execute(db.text("select text from bill_notes")).scalar_one()
    page.post(path, {"text": " "})
    assert not db.session.query(BillNote).count()


def test_everything_can_be_taken_along_and_erased(page, mine, bill):
    page.post(f"/following/notes/{bill.public_id}", {"text": "จำไว้"})
    told = json.loads(page.client.get("/following/export.json").text)
    assert told["email"] == "nok@example.org"
    assert [one["what"] for one in told["subscriptions"]] == [f"bill:{bill.id}", "audio-books"]
    assert told["notes"][0]["text"] == "จำไว้"
    page.post("/following/erase")
    assert not db.session.query(Follower).count()
    assert not db.session.query(BillNote).count()


def test_new_links_make_the_old_ones_void(app, page, mine, follower):
    old = service.follower_token(follower, Scope.MANAGE, app.config["SECRET_KEY"])
    page.post("/following/new-links", form_page="/following")
    assert page.get("/following").select("main ol > li")
    page.get(f"/following/mine/{old}", status=404)


def test_new_links_close_the_list_in_other_browsers(page, mine, follower):
    service.revoke_links(follower)
    assert not page.get("/following").select("main ol > li")


def test_the_list_is_closed_on_a_public_device(page, mine):
    page.post("/following/leave", form_page="/following")
    assert not page.get("/following").select("main ol > li")


def test_letters_that_came_back_are_said_and_can_go_again(page, mine, follower, clock):
    follower.mail_stopped_at = clock.moment
    db.session.commit()
    assert page.get("/en/following").select_one(".notice--warning")
    page.post("/following/mail-again", form_page="/following")
    assert not page.get("/following").select_one(".notice--warning")


def test_the_home_tells_what_changed_since_the_last_visit(app, page, mine, bill, clock):
    page.get("/following/home")
    clock.moment += timedelta(hours=2)
    step = bills.StepEntry(bills.StepKind.HOUSE_R1_ACCEPTED, date(2026, 2, 2))
    bills.record_step(bill.public_id, step, None)
    outbox.drain()
    token = service.follower_token(
        db.session.query(Follower).one(), Scope.MANAGE, app.config["SECRET_KEY"]
    )
    page.get(f"/following/mine/{token}")
    for shown in page.both("/following/home"):
        changed = shown.select_one("section[aria-labelledby=changed]")
        assert len(changed.select("ul.plain-list > li")) == 1
    clock.moment += timedelta(hours=2)
    page.get(f"/following/mine/{token}")
    shown = page.get("/following/home")
    assert not shown.select("section[aria-labelledby=changed] ul.plain-list > li")


def test_the_person_sets_the_order_of_the_home(page, mine):
    def order():
        return [one["aria-labelledby"] for one in page.get("/following/home").select("section")]

    assert order()[:2] == ["changed", "due"]
    page.post("/following/home/due/up", form_page="/following/home")
    assert order()[:2] == ["due", "changed"]
    page.post("/following/home/followed/up", form_page="/following/home")
    assert order() == ["due", "changed", "followed", "notes", "drafts"]


def test_the_preview_tells_what_would_have_come_and_how_often(page, bill, clock):
    shown = page.get(f"/following/new?bill={bill.public_id}")
    assert len(shown.select("section ol li")) == 2
    assert "2 ข้อความ" in words(shown.section)
    looked = page.post(
        f"/following/new?bill={bill.public_id}",
        {"do": "preview", "cadence": "weekly", "weekday": "0", "hour": "8", "language": "th",
         "form": "plain", "channel": "email", "kinds": ["step"], "email": "half typed"},
    )  # fmt: skip
    assert looked.select_one("section[autofocus]")
    assert "1 ข้อความ" in words(looked.section)
    assert looked.select_one("#email")["value"] == "half typed"


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("q=สหกรณ์", 2), ("q=ไม่มีคำนี้", 0), ("q=สหกรณ์ -พ.ศ.", 0), ("of=everything", 2),
        ("kind=bill&bill_kind=ordinary&proposer=cabinet", 2), ("kind=bill&proposer=members", 0),
    ],
)  # fmt: skip
def test_a_search_is_previewed_by_the_rules_of_matching(page, bill, query, count):
    shown = page.get(f"/following/new?{query}")
    assert len(shown.select("section ol li")) == count


def test_documents_that_came_are_in_the_preview(page, clock):
    clock.moment = clock.moment.replace(year=2017, month=5)
    law = keep_law()
    assert not page.get("/following/new?of=documents&id=news").select("section ol li")
    shown = page.get("/following/new?of=documents&id=law")
    assert law.title in words(shown.section)


def test_a_feed_needs_no_address_and_its_address_is_shown_at_once(page, bill):
    form = {"cadence": "at_once", "weekday": "0", "hour": "8", "language": "th", "form": "plain"}
    shown = page.post(
        "/following/new?of=everything", {**form, "channel": "feed", "kinds": ["step"]}
    )
    assert page.path == "/following?followed=yes"
    assert shown.select_one("a[href$='/news.atom']")
    assert shown.select_one("a[href$='/podcast.xml']")


def test_what_cannot_be_followed_is_not_there(page):
    for query in ("", "of=nothing", "of=complaint&id=1", "of=documents&id=x", "q=-เท่านั้น"):
        page.get(f"/following/new?{query}", status=404)


def test_the_page_of_speed_tells_this_month(page, follower, bill, clock):
    page.both("/following/speed")
    step = bills.StepEntry(bills.StepKind.HOUSE_R1_ACCEPTED, date(2026, 2, 2))
    bills.record_step(bill.public_id, step, None)
    outbox.drain()
    for shown in page.both("/following/speed"):
        row = [words(cell) for cell in shown.select("tbody tr")[0].select("td")]
        assert row[:5] == ["1", "1", "1", "1", "1"]


def test_the_page_says_that_the_browser_refused_until_it_takes_notices_again(page, mine, follower):
    refused = "Your browser refused our notifications"
    wish = Wish(Subject(SubjectKind.EVERYTHING), channel=Channel.PUSH)
    by_browser = Contact(follower_id=follower.id, push="what the browser gave")
    service.ask_to_follow(wish, by_browser, "test")
    service.leave(follower, Channel.PUSH)
    assert refused in page.both("/following")[1].select_one("main").get_text()
    service.ask_to_follow(wish, by_browser, "test")
    assert refused not in page.get("/en/following").select_one("main").get_text()


def test_the_page_of_speed_counts_from_when_an_event_was_recorded(page, follower, bill, clock):
    step = bills.StepEntry(bills.StepKind.HOUSE_R1_ACCEPTED, date(2026, 2, 2))
    bills.record_step(bill.public_id, step, None)
    # Nobody works for two hours.
    clock.advance(hours=2)
    outbox.drain()
    for shown in page.both("/following/speed"):
        row = [words(cell) for cell in shown.select("tbody tr")[0].select("td")]
        assert row[:5] == ["1", "0", "0", "0", "0"]


def test_the_home_says_by_when_one_s_own_message_is_answered(app, page, mine):
    secret = app.config["SECRET_KEY"]
    vault = complaints.Vault(app.extensions["settings"].upload_dir, app.extensions["field_keys"])
    filing = complaints.Filing(Kind.COMPLAINT, "ลิฟต์เสีย", "th")
    message, _code = complaints.file_complaint(filing, secret, vault)
    wish = Wish(Subject(SubjectKind.COMPLAINT, str(message.id)))
    asked = service.ask_to_follow(wish, Contact(email="nok@example.org"), secret)
    service.confirm(service.link_token(asked, Scope.CONFIRM, secret), secret)

    def due():
        shown = page.get("/en/following/home")
        return [words(one) for one in shown.select("section[aria-labelledby=due] .plain-list li")]

    assert any(one.startswith("Your message to the office – The answer is due") for one in due())
    page.both("/following/home")
    token = accounts.create_staff("officer@example.org", secret)
    officer = accounts.invited(token, secret).id
    complaints.take_up(message.id, officer)
    complaints.ask(message.id, officer, "ชั้นใด")
    assert any("We have asked you something" in one for one in due())
    complaints.go_on(message.id, officer)
    complaints.answer(message.id, officer, "ซ่อมแล้ว")
    assert not any("Your message" in one for one in due())
