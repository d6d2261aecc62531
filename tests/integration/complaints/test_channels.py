"""Every way in leads into one register: e-mail and the interface, and the page that lists them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from email.message import EmailMessage

import pytest

from tests.support.complaint_register import at, keep_case
from tests.support.letters import letters_in
from tests.support.page_rules import words
from tests.unit.shared.test_uploads_stripping import pdf
from webapp.complaints import service
from webapp.complaints.models import Complaint, ComplaintTally, ComplaintVerdict
from webapp.complaints.rules.channels import Channel
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.rules.states import State
from webapp.complaints.service import tallies
from webapp.extensions import db
from webapp.shared import outbox
from webapp.shared.bureaux import Bureau

SENDER = "citizen@example.org"
MONDAY = date(2026, 3, 2)


def letter(text="The lift is out of order.", **headers):
    mail = EmailMessage()
    mail.set_content(text)
    usual = {"From": f"A. Citizen <{SENDER}>", "Subject": "Lift", "Message_ID": "<1@example.org>"}
    for name, value in {**usual, **headers}.items():
        mail[name.replace("_", "-")] = value
    return mail


@pytest.fixture
def receive(app, clock):
    def receive(mail, code=0):
        raw = mail if isinstance(mail, bytes) else mail.as_bytes()
        done = app.test_cli_runner().invoke(args=["complaints", "receive"], input=raw)
        assert done.exit_code == code, done.output
        db.session.expire_all()
        return done.output.strip()

    return receive


@pytest.fixture
def posted(config):
    def posted():
        outbox.drain()
        return letters_in(config.INSTANCE_DIR)

    return posted


def test_an_e_mail_is_filed_from_its_receipt_and_its_code_is_sent_back(receive, posted, page):
    came = letter(Received="from a by b; Fri, 27 Feb 2026 10:00:00 +0700")
    assert receive(came) == "filed"
    kept = db.session.query(Complaint).one()
    assert (kept.channel, kept.email, kept.name) == (Channel.EMAIL, SENDER, "A. Citizen")
    assert kept.received_at == datetime(2026, 2, 27, 3, tzinfo=UTC)
    assert kept.message == "The lift is out of order."
    [back] = posted()
    code = back.get_content().split("Your receipt code is: ")[1].split()[0]
    case = page.post("/en/complaints/track", {"code": code})
    assert "The lift is out of order." in case.main.text
    db.session.expire_all()
    assert db.session.query(Complaint).one().receipt_sealed is None


def test_what_an_e_mail_is_stays_open_until_an_officer_says_it(receive, posted, page, officer):
    receive(letter(Subject="ลิฟต์"))
    [back] = posted()
    assert "ได้รับเรื่องของท่านเมื่อ" in back.get_content()
    assert "ข้อร้องเรียน" not in back.get_content()
    tallies.count_figures()
    assert db.session.get(ComplaintVerdict, 1).kind == "undecided"
    one = "/en/staff/complaints/1"
    officer.post(f"{one}?do=take_up")
    officer.post(f"{one}?do=answer", {"answer-text": "Mended."})
    thai, english = officer.both("/staff/complaints/1")
    assert "does not say what it is" in words(english.main)
    assert not english.select("#change_kind-kind option[selected][value=complaint]")
    refused = officer.post(f"{one}?do=change_kind", {"change_kind-kind": ""})
    assert "Choose what it is." in words(refused.select_one(".error-summary"))
    officer.post(f"{one}?do=change_kind", {"change_kind-kind": "suggestion"})
    tallies.count_figures()
    db.session.expire_all()
    assert db.session.get(ComplaintVerdict, 1).kind == "suggestion"


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        ({"Subject": "Suggestion: a bench"}, "suggestion"),
        ({"Subject": "ขอชมเชยเจ้าหน้าที่"}, "compliment"),
        ({"To": "Office <office+petition@senate.example>"}, "petition"),
        (
            {"Delivered_To": "office+comment@senate.example", "To": "office@senate.example"},
            "comment",
        ),
        ({"To": "office+lift@senate.example"}, "undecided"),
    ],
)
def test_the_address_or_the_beginning_of_the_subject_may_say_what_an_e_mail_is(
    receive, headers, kind
):
    receive(letter(**headers))
    assert db.session.query(Complaint).one().kind == kind


def test_what_is_not_decided_is_in_no_group_that_everybody_sees(app, clock):
    for _message in range(6):
        keep_case(at(MONDAY), [(State.ANSWERED, at(MONDAY))], kind=Kind.COMMENT)
    undecided = keep_case(at(MONDAY), [(State.ANSWERED, at(MONDAY))])
    undecided.kind = "undecided"
    db.session.commit()
    clock.advance(days=60)
    tallies.count_figures()
    tallies.count_ended_quarters()
    groups = {
        (row.scope, row.key) for row in db.session.query(ComplaintTally).filter_by(way="kind")
    }
    assert groups == {("staff", "comment"), ("staff", "undecided"), ("public", "comment")}


def test_the_same_e_mail_twice_is_one_message(receive):
    assert [receive(letter()), receive(letter())] == ["filed", "known"]
    assert db.session.query(Complaint).count() == 1


def test_answering_our_letter_adds_to_the_message(receive, posted):
    receive(letter())
    [back] = posted()
    more = {"In_Reply_To": back["Message-ID"], "Message_ID": "<2@example.org>"}
    assert receive(letter("The left one.", **more)) == "added"
    assert receive(letter("The left one.", **more)) == "known"
    kept = db.session.query(Complaint).one()
    assert [message.text for message in kept.messages] == ["The left one."]


def test_a_stranger_cannot_add_to_anothers_message(receive, posted):
    receive(letter())
    [back] = posted()
    other = letter("Mine.", From="other@example.org", In_Reply_To=back["Message-ID"],
                   Message_ID="<3@example.org>")  # fmt: skip
    assert receive(other) == "filed"
    assert db.session.query(Complaint).count() == 2


@pytest.mark.parametrize(
    "header", [{"Auto_Submitted": "auto-replied"}, {"Precedence": "bulk"}, {"Return_Path": "<>"}]
)
def test_what_programs_send_by_themselves_is_left_alone(receive, header):
    assert receive(letter(**header)) == "automatic"
    assert db.session.query(Complaint).count() == 0


def test_a_letter_that_nobody_could_answer_is_refused_for_good(receive):
    receive(letter(From="nobody"), code=65)
    receive(b"", code=65)
    receive(b"\xff\x00 not a letter", code=65)


def test_files_come_along_and_those_that_cannot_are_named(receive, app):
    mail = letter()
    mail.add_attachment(pdf(), "application", "pdf", filename="a.pdf")
    mail.add_attachment(b"MZ\x90\0" + bytes(60), "application", "octet-stream", filename="b.exe")
    receive(mail)
    kept = db.session.query(Complaint).one()
    assert [file.name for file in kept.attachments] == ["a.pdf"]
    assert "[Files that could not be taken: b.exe]" in kept.message


def test_a_letter_longer_than_a_message_is_kept_whole_as_a_file(receive):
    receive(letter("ยาว" * 10_000))
    kept = db.session.query(Complaint).one()
    assert len(kept.message) <= 20_100
    assert [file.name for file in kept.attachments] == ["message.txt"]


def test_a_letter_in_html_and_in_thai_code_page_is_read(receive):
    mail = EmailMessage()
    mail.set_content("<p>ลิฟต์<b>เสีย</b></p>", subtype="html", charset="utf-8")
    mail["From"], mail["Subject"] = SENDER, "ลิฟต์"
    receive(mail)
    old = b"From: " + SENDER.encode() + b"\nContent-Type: text/plain; charset=tis-620\n\n"
    receive(old + "ลิฟต์เสีย".encode("cp874"))
    kept = [complaint.message for complaint in db.session.query(Complaint)]
    assert "".join(kept[0].split()) == "ลิฟต์เสีย"
    assert kept[1] == "ลิฟต์เสีย"
    assert {complaint.language for complaint in db.session.query(Complaint)} == {"th"}


def test_a_program_files_a_message_and_asks_where_it_is(app, clock):
    client = app.test_client()
    sent = {"kind": "petition", "message": "ขอถนน", "language": "th"}
    answer = client.post("/api/v1/complaints", json=sent)
    assert answer.status_code == 201
    assert answer.json["due_on"] == "2026-03-05"
    assert answer.json["bureau"] == "president"
    seen = client.post("/api/v1/complaints/track", json={"receipt": answer.json["receipt"]})
    assert seen.json["state"] == "acknowledged"
    assert seen.json["messages"] == []


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"kind": "x", "message": "y"}, "kind"),
        ({"kind": "comment"}, "message"),
        ({"kind": "comment", "message": "y", "language": "fr"}, "language"),
        ({"kind": "comment", "message": "y", "email": "a@"}, "email"),
        ([], "kind"),
    ],
)
def test_what_a_program_sends_wrongly_is_named(app, clock, sent, field):
    answer = app.test_client().post("/api/v1/complaints", json=sent)
    assert answer.status_code == 422
    assert field in answer.json["errors"]
    assert db.session.query(Complaint).count() == 0


def test_a_program_with_a_wrong_receipt_is_told_nothing(app, clock):
    for receipt in ("7KM-4QX-P2T9", "x"):
        answer = app.test_client().post("/api/v1/complaints/track", json={"receipt": receipt})
        assert (answer.status_code, list(answer.json)) == (404, ["errors"])


def test_channels_stand_in_the_order_of_their_real_use(app, clock, page):
    vault = service.Vault(app.extensions["settings"].upload_dir, app.extensions["field_keys"])
    first, _then, *_rest = page.both("/complaints/channels")[1].select("main h2")
    assert words(first) == "This website"
    filing = service.Filing(Kind.COMMENT, "Words", "en", channel=Channel.PAPER)
    for _number in range(4):
        service.file_complaint(filing, "test", vault)
    clock.advance(days=31)
    tallies.count_figures()
    tallies.count_ended_quarters()
    # Of fewer than five nothing is told, not by the order either.
    assert words(page.get("/en/complaints/channels").select("main h2")[0]) == "This website"
    clock.advance(days=-31)
    service.file_complaint(filing, "test", vault)
    clock.advance(days=31)
    tallies.count_figures()
    tallies.count_ended_quarters()
    english = page.get("/en/complaints/channels")
    assert words(english.select("main h2")[0]) == "Letter on paper"
    assert "1 January 2026 to 31 March 2026" in words(english.main)
    uses = [words(one.find_parent("div").dd) for one in english.main("dt") if "Use in" in one.text]
    assert uses[0] == "5 messages: the most used"
    assert all(use.startswith("Not told: fewer than 5 messages") for use in uses[1:])
    assert "5 เรื่อง: ใช้มากที่สุด" in words(page.get("/complaints/channels").main)
    # Four more by another way are not told, and neither is that they came.
    clock.advance(days=-31)
    for _number in range(4):
        service.file_complaint(replace(filing, channel=Channel.TELEPHONE), "test", vault)
    clock.advance(days=31)
    tallies.count_figures()
    tallies.count_ended_quarters()
    again = page.get("/en/complaints/channels")
    assert "4 messages" not in words(again.main)


def test_each_channel_names_the_number_and_the_address_of_the_settings(app, page, clock):
    silent = page.get("/en/complaints/channels")
    assert "1111 Samsen Road" in words(silent.main)
    assert words(silent.main).count("has not given its number or address here yet") == 2
    app.extensions["settings"] = replace(
        app.extensions["settings"],
        OFFICE_TELEPHONE="0 2000 0000",
        OFFICE_FACEBOOK="https://facebook.example/senate",
        OFFICE_ADDRESS_TH="ถนนอื่น",
        OFFICE_ADDRESS_EN="Another Road",
    )
    thai, english = page.both("/complaints/channels")
    assert english.main.select_one("a[href='tel:020000000']").text == "0 2000 0000"
    assert english.main.select_one("a[href='https://facebook.example/senate']")
    assert "Another Road" in words(english.main)
    assert "ถนนอื่น" in words(thai.main)
    assert "has not given" not in words(english.main)


def test_an_officer_calls_a_message_what_it_is(send, officer, only_one):
    send()
    one = "/en/staff/complaints/1"
    officer.post(f"{one}?do=take_up")
    officer.post(f"{one}?do=change_kind", {"change_kind-kind": "petition"})
    assert (only_one().kind, only_one().bureau) == ("petition", Bureau.PRESIDENT)
