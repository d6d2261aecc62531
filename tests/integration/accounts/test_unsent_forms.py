"""A form of the staff pages outlives its token and the session, for the officer alone."""

from urllib.parse import urlsplit

import pytest

from tests.support.databases import both_databases
from tests.support.page import form_to, hidden_fields
from tests.support.page_rules import words
from webapp.accounts import service as accounts
from webapp.accounts.models import UnsentForm
from webapp.complaints import service
from webapp.complaints.rules.kinds import Kind
from webapp.extensions import db
from webapp.staff.models import AuditEntry

CASE, ANSWER = "/en/staff/complaints/1", "/en/staff/complaints/1?do=answer"
TEXT = "ลิฟต์ซ่อมแล้วเมื่อวันที่ 1 มีนาคม ขออภัยในความไม่สะดวก"
TOO_OLD = "The form was open for too long, so nothing was sent. Look through it and send."
KEPT = "What you typed is kept: sign in, and it is there again."


@pytest.fixture
def case(officer, app):
    """A message in hand with the officer, who has its page open; what the form sends."""
    vault = service.Vault(app.extensions["settings"].upload_dir, app.extensions["field_keys"])
    service.file_complaint(service.Filing(Kind.COMPLAINT, "ลิฟต์เสีย", "th"), "test", vault)
    service.take_up(1, 1)
    return opened(officer, CASE, ANSWER) | {"answer-text": TEXT}


def opened(person, page, action):
    for form in person.get(page).select("form[method=post]"):
        if form["action"].endswith(action):
            return hidden_fields(form)
    raise AssertionError(f"{page} has no form to {action}")


def sent(person, path, data, status):
    return person._arrive(person.client.post(path, data=data), path, status)


def signed_in_again(officer, at):
    """Sign in at the page to which a form was led, as a person does."""
    typed = {"email": "officer@example.org", "password": "a long password"}
    return officer.post(at, typed)


def rows():
    db.session.expire_all()
    return db.session.query(UnsentForm).all()


def said():
    db.session.expire_all()
    return [one.text for one in service.complaint_by_id(1).messages]


def test_with_an_old_token_the_form_comes_back_with_what_was_typed(officer, case):
    read = db.session.query(AuditEntry).filter_by(action="complaints.read").count()
    shown = sent(officer, ANSWER, {**case, "csrf_token": "old"}, 400)
    assert TOO_OLD in words(shown.main)
    assert shown.select_one("textarea[name=answer-text]").text.strip() == TEXT
    assert said() == []
    assert db.session.query(AuditEntry).filter_by(action="complaints.read").count() >= read
    again = hidden_fields(form_to(shown, CASE, CASE))
    sent(officer, ANSWER, {**again, "answer-text": TEXT}, 200)
    assert said() == [TEXT]


@both_databases
def test_after_the_session_has_ended_it_is_there_again_once_signed_in(officer, case):
    officer.client.delete_cookie("session")
    asked = sent(officer, ANSWER, case, 200)
    assert words(asked.h1) == "Sign in"
    assert KEPT in words(asked.main)
    assert TEXT not in asked.text
    shown = signed_in_again(officer, officer.path)
    assert urlsplit(officer.path).path == "/en/staff/unsent/1"
    assert TEXT in words(shown.main)
    assert "typed on" in words(officer.get("/en/staff").main)
    officer.get("/staff/unsent/1")
    form = form_to(shown, CASE, officer.path)
    assert form["action"] == ANSWER
    back = sent(officer, form["action"], hidden_fields(form), 400)
    assert back.select_one("textarea[name=answer-text]").text.strip() == TEXT
    assert said() == []
    again = hidden_fields(form_to(back, CASE, CASE))
    sent(officer, ANSWER, {**again, "answer-text": TEXT}, 200)
    assert said() == [TEXT]
    assert "typed on" not in words(officer.get("/en/staff").main)


def test_who_signed_out_elsewhere_loses_nothing_either(officer, case):
    officer.post("/en/account/sign-out", form_page="/en/staff")
    token = opened(officer, "/en/preferences", "/en/preferences")["csrf_token"]
    sent(officer, ANSWER, {**case, "csrf_token": token}, 200)
    assert len(rows()) == 1
    assert TEXT in words(signed_in_again(officer, officer.path).main)


def test_nothing_that_an_outsider_typed_is_kept_or_shown(page, officer, case):
    for mark in ("", "x", case["made_for"] + "x"):
        shown = sent(page, ANSWER, {**case, "made_for": mark}, 200)
        assert words(shown.h1) == "Sign in"
        assert TEXT not in shown.text
        assert KEPT not in words(shown.main)
    for path in ("/en/staff/documents/new", "/en/staff/complaints/new"):
        shown = sent(page, path, {"title": TEXT, "message": TEXT}, 200)
        assert words(shown.h1) == "Sign in"
        assert TEXT not in shown.text
    assert rows() == []


def test_what_an_officer_typed_no_other_officer_reads(officer, case, sign_in):
    officer.client.delete_cookie("session")
    sent(officer, ANSWER, case, 200)
    colleague = sign_in("colleague@example.org")
    colleague.get("/en/staff/unsent/1", 404)
    assert "typed on" not in words(colleague.get("/en/staff").main)
    with pytest.raises(accounts.UnsentNotFound):
        accounts.forget_unsent(1, 2)
    assert len(rows()) == 1


def test_whom_a_message_names_is_shown_nothing_of_it(officer, case, sign_in):
    service.bar(1, 1, None)
    shown = sent(officer, ANSWER, {**case, "csrf_token": "old"}, 404)
    assert TEXT not in shown.text


def test_a_new_password_ends_the_marks_on_forms(officer, case, app):
    secret = app.config["SECRET_KEY"]
    invitation = accounts.create_staff("officer@example.org", secret)
    accounts.accept_invitation(invitation, secret, "another long password")
    officer.client.delete_cookie("session")
    sent(officer, ANSWER, case, 200)
    assert rows() == []


def test_the_same_sent_twice_is_kept_once_and_forgotten_after_four_days(officer, case, clock):
    officer.client.delete_cookie("session")
    for _twice in range(2):
        sent(officer, ANSWER, case, 200)
    assert len(rows()) == 1
    clock.advance(days=3)
    accounts.forget_old_unsent()
    assert len(rows()) == 1
    clock.advance(days=2)
    accounts.forget_old_unsent()
    assert rows() == []


def test_what_was_to_be_sent_about_a_message_is_erased_with_it(officer, case, app):
    officer.client.delete_cookie("session")
    sent(officer, ANSWER, case, 200)
    sent(officer, f"{CASE}1?do=answer", case, 200)
    vault = service.Vault(app.extensions["settings"].upload_dir, app.extensions["field_keys"])
    service.erase(1, vault)
    assert [row.address for row in rows()] == [f"{CASE}1?do=answer"]


def test_it_can_be_thrown_away(officer, case):
    officer.client.delete_cookie("session")
    sent(officer, ANSWER, case, 200)
    signed_in_again(officer, officer.path)
    officer.post("/en/staff/unsent/1/forget", form_page="/en/staff/unsent/1")
    assert rows() == []


def test_it_is_encrypted_at_rest(officer, case):
    officer.client.delete_cookie("session")
    sent(officer, ANSWER, case, 200)
    with db.engine.connect() as connection:
        assert "ซ่อม" not in repr(connection.exec_driver_sql("SELECT * FROM unsent_forms").all())


def test_a_deed_without_a_page_is_not_done(officer, case, clock):
    path = "/en/staff/complaints/errands/mail-again"
    before = db.session.query(AuditEntry).count()
    shown = sent(officer, path, {"csrf_token": "old"}, 400)
    assert "The form was open for too long" in words(shown.h1)
    assert db.session.query(AuditEntry).count() == before


FORMS = (
    "complaints/new", "complaints/standard", "complaints/templates/new", "improvements/new",
    "documents/new", "needs/new", "surveys/new", "bills/new", "search/synonyms/new",
)  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_the_forms_of_every_feature_come_back(officer, clock, name):
    path = f"/en/staff/{name}"
    form = form_to(officer.get(path), path, path)
    field = next(
        one["name"] for one in form.select("textarea, input") if one.get("type", "text") == "text"
    )
    shown = sent(officer, path, {**hidden_fields(form), field: TEXT, "csrf_token": "old"}, 400)
    assert TOO_OLD in words(shown.main)
    kept = shown.select_one(f"main [name='{field}']")
    assert TEXT in (kept.get("value") or kept.text)
