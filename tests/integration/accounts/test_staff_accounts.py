"""Staff: invited by a link, choose a password, sign in, work, sign out."""

import pytest
from flask import url_for

from tests.support.databases import both_databases
from webapp.accounts import service
from webapp.shared.errors import Refused

PASSWORD = "สภาเสียงประชาชน 2569"


@pytest.fixture
def invitation(app):
    """The address that an invited colleague is sent."""
    token = service.create_staff("clerk@example.org", app.config["SECRET_KEY"])
    with app.test_request_context():
        return url_for("accounts.accept_invitation", token=token)


def accept(page, invitation):
    fields = {"password": PASSWORD, "again": PASSWORD}
    return page.post(invitation, fields)


@both_databases
def test_an_invited_colleague_chooses_a_password_and_reaches_the_desk(page, invitation):
    accept(page, invitation)
    assert page.path == "/account/sign-in"
    page.post("/account/sign-in", {"email": "Clerk@Example.org ", "password": PASSWORD})
    assert page.path == "/staff"


def test_signing_out_closes_the_desk(page, invitation):
    accept(page, invitation)
    page.post("/account/sign-in", {"email": "clerk@example.org", "password": PASSWORD})
    page.post("/account/sign-out", form_page="/staff")
    page.get("/staff")
    assert page.path.startswith("/account/sign-in")


def test_signing_in_leads_to_the_page_that_was_asked_for(page, invitation):
    accept(page, invitation)
    page.get("/staff/audit")
    page.post(page.path, {"email": "clerk@example.org", "password": PASSWORD})
    assert page.path == "/staff/audit"


@pytest.mark.parametrize("target", ["https://example.org/", "//example.org/", "/\\example.org"])
def test_signing_in_never_leads_to_another_site(page, invitation, target):
    accept(page, invitation)
    path = f"/account/sign-in?next={target}"
    page.post(path, {"email": "clerk@example.org", "password": PASSWORD}, form_page=path)
    assert page.path == "/staff"


@pytest.mark.parametrize("email", ["clerk@example.org", "nobody@example.org"])
def test_a_wrong_address_and_a_wrong_password_are_answered_alike(page, invitation, email):
    accept(page, invitation)
    for prefix in ("", "/en"):
        answer = page.post(
            f"{prefix}/account/sign-in", {"email": email, "password": "wrong wrong wrong"}
        )
        assert page.path == f"{prefix}/account/sign-in"
        assert answer.select_one("[aria-invalid=true]")
        assert answer.select_one("#email")["value"] == email


def test_an_invitation_works_once(page, invitation):
    accept(page, invitation)
    page.get(invitation, status=404)


def test_an_invitation_that_was_changed_is_unknown(page, invitation):
    page.get(invitation[:-2] + "xx", status=404)


def test_what_is_no_address_is_refused(app):
    with pytest.raises(Refused, match="is not an e-mail address"):
        service.create_staff("clerk", "secret")


def test_the_command_says_how_to_sign_in(app):
    said = app.test_cli_runner().invoke(args=["accounts", "create-staff", "new@example.org"]).output
    assert "http://localhost/account/invitation/" in said
