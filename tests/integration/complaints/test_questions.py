"""The form with one question a page: everything stays, back and forward, and is looked through."""

import io
from urllib.parse import urlsplit

import pytest

from tests.support.page import PageClient, form_to, hidden_fields
from tests.support.page_rules import words
from tests.unit.shared.test_uploads_stripping import picture
from webapp.complaints.models import Complaint, ComplaintDraft
from webapp.extensions import db

ANSWERS = {
    "kind": {"kind": "complaint"},
    "subject": {"subject": "ลิฟต์"},
    "message": {"message": "ลิฟต์อาคารสุขประพฤติเสียมาสามวันแล้ว"},
    "identity": {"identity": "named"},
    "reach": {"name": "นางทดสอบ", "reply_by": "mail", "email": "tester@example.org"},
    "publish": {"publish": "yes"},
}


class Person(PageClient):
    """Somebody who answers one question after the other in one language."""

    start = "/en"

    def at(self, question):
        return f"{self.start}/complaints/new/questions/{question}"

    def answer(self, question, _then="", **typed):
        return self.post(self.at(question) + _then, typed)

    def answer_all(self, **other):
        for question, typed in {**ANSWERS, **other}.items():
            if typed is not None:
                self.answer(question, **typed)
        return self.get(self.path)


@pytest.fixture
def person(app, clock):
    return Person(app.test_client())


@pytest.mark.parametrize("start", ["", "/en"])
def test_all_questions_are_answered_page_by_page_looked_through_and_sent(person, only_one, start):
    person.start = start
    first = person.get(f"{start}/complaints").select_one("main a[href$='/new/questions']")
    person.get(first["href"])
    assert person.path == person.at("kind")
    numbers = []
    for question, typed in ANSWERS.items():
        assert person.path == person.at(question)
        numbers.append(words(person.get(person.path).h1)[-6:])
        person.answer(question, **typed)
    assert numbers == [f"{n} {'of' if start else 'จาก'} 7"[-6:] for n in range(1, 7)]
    assert person.path == person.at("check")
    check = person.get(person.path)
    for said in ("ลิฟต์อาคารสุขประพฤติเสียมาสามวันแล้ว", "นางทดสอบ", "tester@example.org"):
        assert said in check.main.text
    assert not db.session.query(Complaint).count()
    person.post(f"{start}/complaints/new", form_page=person.path)
    assert person.path == f"{start}/complaints/receipt"
    sent = only_one()
    assert (sent.kind, sent.subject, sent.name) == ("complaint", "ลิฟต์", "นางทดสอบ")
    assert sent.may_publish is True
    assert not db.session.query(ComplaintDraft).count()


def test_what_was_typed_is_there_back_and_forward(person):
    person.answer("kind", kind="comment")
    person.answer("subject", do="back", subject="half a")
    assert person.path == person.at("kind")
    assert person.get(person.path).select_one("input[checked]")["value"] == "comment"
    person.answer("kind", kind="comment")
    assert person.get(person.path).select_one("#subject")["value"] == "half a"


def test_back_takes_even_what_is_wrong(person):
    person.answer("reach", do="back", email="nonsense")
    assert person.path == person.at("identity")
    assert person.get(person.at("reach")).select_one("#email")["value"] == "nonsense"


@pytest.mark.parametrize(
    ("question", "typed", "problem"),
    [
        ("kind", {}, "Choose what you want to send."),
        ("message", {"message": ""}, "Write your message."),
        ("reach", {"email": "nonsense"}, "Write the e-mail address like"),
    ],
)
def test_a_mistake_is_told_on_its_page_and_no_other(person, question, typed, problem):
    answer = person.answer(question, **typed)
    assert [words(line) for line in answer.select(".error-summary li")] != []
    assert problem in words(answer.select_one(".error-summary li"))
    assert len(answer.select(".error-summary li")) == 1
    assert not db.session.query(ComplaintDraft).count()


def test_who_is_anonymous_is_not_asked_for_a_name(person, only_one):
    person.answer_all(identity={"identity": "anonymous"}, reach=None)
    assert person.path == person.at("check")
    assert words(person.get(person.path).h1).endswith("page 6 of 6")
    person.post("/en/complaints/new", form_page=person.path)
    assert only_one().identity == "anonymous"


def test_who_chooses_to_be_called_is_asked_for_the_number_on_a_page_of_its_own(person, only_one):
    person.answer_all(reach={"reply_by": "call"}, publish=None)
    assert person.path == person.at("contact")
    wrong = person.answer("contact", contact="02")
    assert "with all its digits" in words(wrong.select_one(".error-summary"))
    person.answer("contact", contact="๐๒ ๘๓๑ ๙๐๐๐")
    check = person.get(person.at("check"))
    assert words(check.h1).endswith("page 8 of 8")
    assert "๐๒ ๘๓๑ ๙๐๐๐" in check.main.text
    receipt = person.post("/en/complaints/new", form_page=person.path)
    assert "By telephone: we call" in words(receipt.main)
    assert (only_one().reply_by, only_one().contact) == ("call", "๐๒ ๘๓๑ ๙๐๐๐")
    with db.engine.connect() as connection:
        [row] = connection.exec_driver_sql("SELECT contact FROM complaints").all()
    assert "๘๓๑" not in row[0], "kept encrypted"


def test_a_number_is_not_kept_where_it_is_not_needed(person, only_one):
    person.answer_all(reach={"reply_by": "letter"})
    person.answer("contact", contact="1 Samsen Road, Bangkok")
    person.answer("reach", "?then=check", reply_by="page")
    person.get(person.at("check"))
    assert urlsplit(person.path).path == person.at("contact")
    shown = person.get(person.path)
    assert "we keep none without need" in words(shown.select_one(".error-summary"))
    person.post(person.path, {"contact": ""})
    person.post("/en/complaints/new", form_page=person.path)
    assert (only_one().reply_by, only_one().contact) == ("page", None)


def test_a_name_given_before_becoming_anonymous_is_asked_to_be_taken_out(person):
    person.answer_all()
    person.answer("identity", "?then=check", identity="anonymous")
    assert urlsplit(person.path).path == person.at("reach")
    shown = person.get(person.path)
    assert "who writes anonymously gives none" in words(shown.select_one(".error-summary"))
    person.post(person.path, {"name": "", "reply_by": "", "email": ""})
    assert person.path == person.at("check")


def test_an_answer_is_changed_from_the_last_page_and_leads_back_there(person):
    check = person.answer_all()
    change = check.select_one("dd a[href*='/subject']")
    person.post(change["href"], {"subject": "บันไดเลื่อน"})
    assert person.path == person.at("check")
    assert "บันไดเลื่อน" in person.get(person.path).main.text


def test_questions_left_out_are_asked_before_the_last_page(person):
    person.answer("message", message="ลิฟต์เสีย")
    person.get(person.at("check"))
    assert urlsplit(person.path).path == person.at("kind")
    assert person.get(person.path).select(".error-summary")


def test_files_go_along_and_can_be_taken_out(person, only_one):
    files = [(io.BytesIO(picture("JPEG")), f"{name}.jpg") for name in "ab"]
    person.answer_all(message={"message": "", "attachments": files})
    check = person.get(person.at("check")).main.text
    assert "a.jpg" in check
    assert "b.jpg" in check
    boxes = person.get(person.at("message")).select("[name=kept]")
    person.answer("message", "?then=check", message="", kept=[boxes[1]["value"]])
    person.post("/en/complaints/new", form_page=person.path)
    assert [file.name for file in only_one().attachments] == ["b.jpg"]


@pytest.mark.parametrize("start", ["", "/en"])
def test_all_that_is_typed_goes_along_from_one_question_a_page_to_one_page_and_back(person, start):
    person.start = start
    person.answer("kind", kind="petition")
    person.answer("subject", do="change", subject="น้ำท่วม")
    assert person.path == f"{start}/complaints/new"
    whole = person.get(person.path)
    assert whole.select_one("#subject")["value"] == "น้ำท่วม"
    assert whole.select_one("input[type=radio][checked]")["value"] == "petition"
    typed = {"subject": "น้ำท่วมถนน", "message": "ทุกปี", "email": "nonsense", "do": "change"}
    files = [(io.BytesIO(picture("JPEG")), "flood.jpg")]
    person.post(person.path, {**typed, "attachments": files})
    assert person.path == person.at("kind")
    assert person.get(person.at("subject")).select_one("#subject")["value"] == "น้ำท่วมถนน"
    message = person.get(person.at("message")).main
    assert "ทุกปี" in message.select_one("#message").text
    assert "flood.jpg" in message.text
    assert person.get(person.at("reach")).select_one("#email")["value"] == "nonsense"
    assert not db.session.query(Complaint).count()


@pytest.mark.parametrize("form", ["complaints/new", "complaints/new/questions/message"])
def test_no_link_between_the_two_forms_leaves_behind_what_was_typed(person, form):
    shown = person.get(f"/en/{form}").main
    assert not [link for link in shown.select("a[href]") if "/complaints/new" in link["href"]]
    assert shown.select("button[name=do][value=change]")


def test_what_is_typed_is_kept_as_a_draft_from_any_page(person):
    person.answer("kind", kind="petition")
    shown = person.answer("message", do="keep", message="น้ำ")
    code = shown.select_one(".receipt").text
    person.post("/en/complaints/draft/close", form_page=person.path)
    person.post("/en/complaints/draft", {"code": code})
    assert "น้ำ" in person.get(person.at("message")).select_one("#message").text


def test_what_only_went_from_page_to_page_has_no_code_and_is_gone_after_a_day(person, clock):
    person.answer("message", message="น้ำท่วม")
    shown = person.get("/en/complaints/draft")
    assert not shown.select(".receipt")
    assert "Deleted on" in shown.main.text
    clock.advance(days=1)
    assert person.get("/en/complaints/draft").select("#code")


def test_it_can_be_kept_then(person):
    person.answer("message", message="น้ำท่วม")
    shown = person.post("/en/complaints/draft/keep", form_page="/en/complaints/draft")
    assert shown.select_one(".receipt")


def test_closing_what_was_not_kept_deletes_it(person):
    person.answer("message", message="น้ำท่วม")
    person.post("/en/complaints/draft/close", form_page="/en/complaints/draft")
    assert not db.session.query(ComplaintDraft).count()


def test_a_page_open_for_hours_still_goes_on(person, clock):
    person.answer("kind", kind="petition")
    hidden = hidden_fields(form_to(person.get(person.path), person.path, person.path))
    clock.advance(hours=5)
    person.post(
        person.at("subject"), {**hidden, "subject": "น้ำท่วม"}, form_page=person.at("subject")
    )
    assert person.get(person.at("kind")).select_one("input[checked]")["value"] == "petition"


def test_a_kind_chosen_on_the_one_page_is_chosen_here_too(person):
    person.post("/en/complaints/new", {"kind": "compliment", "do": "change"})
    assert person.get(person.path).select_one("input[checked]")["value"] == "compliment"


def test_no_page_is_there_for_a_question_that_nobody_asks(person):
    person.get(person.at("nonsense"), status=404)
