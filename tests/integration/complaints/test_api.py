"""Programs see of a message what the page shows, and are told what to do where something is wrong."""

import io
from dataclasses import replace

import pytest
from sqlalchemy.exc import OperationalError

from tests.support.office_files import pdf
from webapp.accounts import service as accounts
from webapp.complaints import service
from webapp.complaints.models import Complaint
from webapp.complaints.rules.codename import new_codename
from webapp.complaints.rules.guessing import FREE
from webapp.complaints.service import guessing
from webapp.extensions import db

FILE, TRACK = "/api/v1/complaints", "/api/v1/complaints/track"
SENT = {"kind": "complaint", "message": "The lift is out of order.", "language": "en"}


@pytest.fixture
def client(app, clock):
    accounts.create_staff("officer@example.org", "test")
    return app.test_client()


def filed(client, **more):
    answer = client.post(FILE, json={**SENT, **more})
    assert answer.status_code == 201, answer.json
    return answer.json


def tracked(client, status=200, **sent):
    answer = client.post(TRACK, json={"language": "en", **sent})
    assert answer.status_code == status, answer.json
    return answer.json


def only_one():
    db.session.expire_all()
    return db.session.query(Complaint).one()


def test_an_anonymous_message_is_followed_by_its_codename(client):
    told = filed(client, identity="anonymous")
    assert "receipt" not in told
    assert len(told["codename"].split()) == 6
    seen = tracked(client, codename=told["codename"])
    assert (seen["state"], seen["due_on"], seen["decide_by"]) == (
        "acknowledged", "2026-03-05", "2026-03-03",
    )  # fmt: skip
    assert seen["next"] == "An officer takes it up and says whether it is for us."


def test_a_message_sent_on_tells_to_whom_and_until_when_we_hear(client, clock):
    told = filed(client)
    assert "codename" not in told
    service.take_up(1, 1)
    service.refer(1, 1, "The city, telephone 1555", "Roads are the city's.")
    seen = tracked(client, receipt=told["receipt"])
    assert (seen["due_on"], seen["hear_by"], seen["hear_overdue"]) == (None, "2026-03-23", False)
    assert seen["course"][-1]["referred_to"] == "The city, telephone 1555"
    assert [(said["office"], said["text"]) for said in seen["messages"]] == [
        (True, "Roads are the city's.")
    ]
    clock.advance(days=22)
    service.ask_others(1, 1)
    seen = tracked(client, receipt=told["receipt"])
    assert seen["course"][-1]["why"].startswith("We asked those to whom it was sent on")
    assert tracked(client, receipt=told["receipt"], language="th")["next"] != seen["next"]


def test_while_we_wait_the_days_left_are_told_and_later_that_it_is_late(client, clock):
    receipt = filed(client)["receipt"]
    service.take_up(1, 1)
    service.ask(1, 1, "Which lift?")
    seen = tracked(client, receipt=receipt)
    assert (seen["clock_stands_still"], seen["days_left"], seen["due_on"]) == (True, 3, None)
    assert seen["wait_until"] == "2026-03-23"
    service.go_on(1, 1)
    clock.advance(days=21)
    assert tracked(client, receipt=receipt)["overdue"] is True


def test_files_come_along_and_it_is_told_that_they_are_kept(client):
    sent = {**SENT, "attachments": (io.BytesIO(pdf("The lift.")), "lift.pdf")}
    answer = client.post(FILE, data=sent, content_type="multipart/form-data")
    assert answer.status_code == 201, answer.json
    [file] = tracked(client, receipt=answer.json["receipt"])["files"]
    assert (file["name"], file["kept"], file["transcript"]) == ("lift.pdf", True, None)
    assert [one.name for one in only_one().attachments] == ["lift.pdf"]


@pytest.mark.parametrize(
    ("sent", "field", "said"),
    [
        ({**SENT, "kind": "x"}, "kind", "It is one of: complaint, suggestion, comment"),
        (
            {**SENT, "identity": "nobody"},
            "identity",
            "It is one of: named, confidential, anonymous",
        ),
        ({**SENT, "language": "fr"}, "language", "th, en"),
        ({**SENT, "message": ""}, "message", "โปรด"),
        ({**SENT, "identity": "anonymous", "name": "A"}, "name", "who writes anonymously"),
        ([], "request", "multipart/form-data"),
    ],
)
def test_what_is_wrong_in_a_message_is_named_with_what_to_do(client, sent, field, said):
    if field == "message":
        sent = {**sent, "language": "th"}
    answer = client.post(FILE, json=sent)
    assert answer.status_code == 422
    assert said in answer.json["errors"][field]


def test_a_file_that_cannot_be_taken_is_named(client):
    sent = {**SENT, "attachments": (io.BytesIO(b"MZ\x90\0" + bytes(60)), "b.exe")}
    answer = client.post(FILE, data=sent, content_type="multipart/form-data")
    assert answer.status_code == 422
    assert "b.exe is of a kind that we cannot take" in answer.json["errors"]["attachments"]
    assert db.session.query(Complaint).count() == 0


@pytest.mark.parametrize(
    ("sent", "field", "said"),
    [
        ({}, "receipt", "Type your receipt code"),
        ({"receipt": "7KM"}, "receipt", "You typed 3"),
        ({"receipt": "7KM-4QX-P2T9"}, "receipt", "No message has the code 7KM-4QX-P2T9"),
        ({"receipt": "กุหลาบ ปลาทู"}, "receipt", "This is a codename"),
        ({"codename": "กุหลาบ ปลาทู"}, "codename", "You typed 2."),
        (
            {"codename": "กุหลาบ ปลาทู รถไฟ สะพาน ดวงดาว ตลาด"},
            "codename",
            "No message has this codename",
        ),
    ],
)
def test_a_code_that_opens_nothing_is_refused_with_what_to_do(client, sent, field, said):
    assert said in tracked(client, 404, **sent)["errors"][field]


def test_while_the_database_is_away_a_program_is_told_to_send_again(client, monkeypatch):
    def away(*_args):
        raise OperationalError("insert", {}, Exception("away"))

    monkeypatch.setattr("webapp.complaints.service.file_complaint", away)
    answer = client.post(FILE, json=SENT)
    assert answer.status_code == 503
    assert "Wait some minutes, then send again" in answer.json["errors"]["request"]


class TestWithRateLimits:
    """The same site with its rate limits on."""

    @pytest.fixture
    def config(self, config):
        return replace(config, RATE_LIMITS=True)

    def test_wrong_codenames_hold_up_here_and_on_the_page_even_the_right_one(self, client, page):
        told = filed(client, identity="anonymous")
        receipt = filed(client)["receipt"]
        for _number in range(FREE):
            tracked(client, 404, codename=" ".join(new_codename()))
        refused = tracked(client, 429, codename=told["codename"])
        assert "Wait 1 minute" in refused["errors"]["codename"]
        # Receipts are not codenames, and are looked at as before.
        assert tracked(client, receipt=receipt)["state"] == "acknowledged"
        path = "/en/complaints/track/codename"
        shown = page.post(path, {"codename": told["codename"]}, status=429)
        assert "Too many wrong codenames were tried" in shown.main.text

    def test_while_many_guess_a_program_waits_with_a_ticket(self, client, clock, monkeypatch):
        told = filed(client, identity="anonymous")
        monkeypatch.setattr(guessing, "MANY", 0)
        ticket = tracked(client, 429, codename=told["codename"])["ticket"]
        clock.advance(seconds=20)
        assert tracked(client, codename=told["codename"], ticket=ticket)["state"] == "acknowledged"

    def test_more_than_twenty_look_ups_are_refused_in_json(self, client):
        receipt = filed(client)["receipt"]
        for _number in range(20):
            tracked(client, receipt=receipt)
        assert list(tracked(client, 429, receipt=receipt)["errors"]) == ["request"]
