"""Reading preferences: chosen on one page, kept in the browser or with the account, seen on all."""

import pytest

from tests.integration.accounts.test_staff_accounts import PASSWORD, accept
from tests.support.records import keep_law
from webapp.accounts import service
from webapp.accounts.models import Account
from webapp.accounts.rules.preferences import Preferences, read_preferences
from webapp.extensions import db

CHOSEN = {
    "text_size": "larger", "spacing": "wide", "colours": "contrast", "face": "looped",
    "view": "simple", "language": "any", "voice": "espeak", "speed": "150", "grade": "2",
}  # fmt: skip


def choose(page, **other):
    return page.post("/preferences", {**CHOSEN, **other})


def test_what_is_chosen_is_seen_on_every_page_in_both_languages(page):
    choose(page)
    for shown in page.both("/bills"):
        root = shown.html
        assert root["data-text-size"] == "larger"
        assert root["data-spacing"] == "wide"
        assert root["data-colours"] == "contrast"
        assert root["data-face"] == "looped"


def test_without_a_choice_a_page_carries_nothing_of_it(page):
    shown = page.get("/bills")
    assert not [name for name in shown.html.attrs if name.startswith("data-")]
    assert "preferences=" not in str(page.response.headers.getlist("Set-Cookie"))


def test_the_form_shows_what_was_chosen(page):
    choose(page)
    shown = page.get("/en/preferences")
    assert {f["name"]: f["value"] for f in shown.select("input[checked]")}["colours"] == "contrast"
    assert shown.select_one("#grade option[selected]")["value"] == "2"
    assert shown.select_one("#speed option[selected]")["value"] == "150"


def test_the_simple_view_has_the_matter_before_the_menu(page):
    def places(shown):
        page_text = str(shown)
        return page_text.index("<h1"), page_text.index('id="main-menu"')

    heading, menu = places(page.get("/bills"))
    assert menu < heading
    choose(page)
    heading, menu = places(page.get("/bills"))
    assert heading < menu


def test_a_choice_that_is_not_offered_is_said_and_changes_nothing(page):
    shown = choose(page, colours="pink")
    assert shown.select_one(".error-summary[autofocus]")
    assert "data-colours" not in page.get("/bills").html.attrs


def test_everything_can_be_as_usual_again(page):
    choose(page)
    page.post("/preferences/reset", form_page="/preferences")
    assert not [name for name in page.get("/bills").html.attrs if name.startswith("data-")]


def test_a_cookie_that_somebody_made_up_is_not_believed(page):
    page.client.set_cookie("preferences", '{"colours": "contrast"}')
    assert "data-colours" not in page.get("/bills").html.attrs


def test_who_is_signed_in_finds_the_choice_in_another_browser(app, page):
    token = service.create_staff("clerk@example.org", app.config["SECRET_KEY"])
    accept(page, f"/account/invitation/{token}")
    page.post("/account/sign-in", {"email": "clerk@example.org", "password": PASSWORD})
    choose(page)
    assert db.session.query(Account).one().preferences["colours"] == "contrast"

    page.client.delete_cookie("preferences")

    assert page.get("/bills").html["data-colours"] == "contrast"


@pytest.mark.parametrize(
    ("start", "chosen", "there"), [("/", "en", "/en/"), ("/en/", "th", "/"), ("/", "any", "/")]
)
def test_the_front_page_opens_in_the_chosen_language(page, start, chosen, there):
    choose(page, language=chosen)
    page.get(start)
    assert page.path == there


def test_the_link_between_the_languages_still_works(page):
    choose(page, language="en")
    for headers in ({"Sec-Fetch-Site": "same-origin"}, {"Referer": "http://localhost/en/"}):
        assert page.client.get("/", headers=headers).status_code == 200
    assert page.client.get("/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 302


def test_a_page_is_kept_apart_for_each_choice_by_caches(page):
    page.get("/bills")
    assert "Cookie" in page.response.headers["Vary"]


def test_braille_and_voice_pages_start_with_what_was_chosen(page):
    law = keep_law().public_id
    choose(page, grade="0")
    braille = page.get(f"/documents/{law}/braille")
    assert braille.select_one("#grade option[selected]")["value"] == "0"
    forms = page.get(f"/documents/{law}/forms")
    assert forms.select_one("#speed option[selected]")["value"] == "150"
    asked = page.get(f"/documents/{law}/forms?speed=75")
    assert asked.select_one("#speed option[selected]")["value"] == "75"


def test_what_is_unknown_is_as_usual():
    assert read_preferences({"colours": "pink", "speed": "fast", "voice": "../x"}) == Preferences()
    assert Preferences().kept() == {}
