"""What guards every page: headers, tokens, limits, cookies, and a start that refuses to be unsafe."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from tests.support.client import SeparateClient
from tests.support.databases import settings
from webapp import create_app
from webapp.config import PRODUCTION, Config, ConfigError

ANSWERS = ["/", "/en", "/no-such-page", "/health", "/static/icon.svg", "/staff"]


@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_carries_the_headers(app, path):
    headers = app.test_client().get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http:" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Strict-Transport-Security" not in headers


def production(tmp_path, database) -> Config:
    return replace(settings(tmp_path / "instance", database), SIANG_ENV=PRODUCTION)


def test_production_insists_on_tls(tmp_path, database):
    client = create_app(production(tmp_path, database)).test_client()
    answer = client.get("/account/sign-in")
    assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]
    cookie = answer.headers["Set-Cookie"]
    assert all(part in cookie for part in ("Secure", "HttpOnly", "SameSite=Lax"))


@pytest.mark.parametrize("missing", ["SECRET_KEY", "FIELD_KEYS"])
def test_production_does_not_start_without_a_secret(tmp_path, missing):
    given = {"SECRET_KEY": "s", "FIELD_KEYS": "k", "SIANG_ENV": "production"}
    del given[missing]
    with pytest.raises(ConfigError, match=missing):
        Config.from_env(given | {"INSTANCE_DIR": str(tmp_path)})
    assert list(tmp_path.iterdir()) == []


def test_elsewhere_secrets_are_made_once_and_kept(tmp_path):
    first, second = (Config.from_env({"INSTANCE_DIR": str(tmp_path)}) for _ in range(2))
    assert first.SECRET_KEY == second.SECRET_KEY
    assert len(first.SECRET_KEY) >= 32
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_a_form_without_its_token_is_refused_and_what_was_typed_is_shown(app):
    typed = {"email": "clerk@example.org", "password": "a secret"}
    answer = app.test_client().post("/account/sign-in", data=typed)
    assert answer.status_code == 400
    assert "clerk@example.org" in answer.text
    assert "a secret" not in answer.text


def test_another_person_s_token_is_refused(app):
    page = BeautifulSoup(app.test_client().get("/account/sign-in").text, "html.parser")
    token = page.select_one("[name=csrf_token]")["value"]
    answer = app.test_client().post("/account/sign-in", data={"csrf_token": token})
    assert answer.status_code == 400


@pytest.fixture
def limited(config):
    """A client of the site with its limits on, and with forms that need no token."""
    app = create_app(replace(config, RATE_LIMITS=True))
    app.config["WTF_CSRF_ENABLED"] = False
    app.test_client_class = SeparateClient
    return app.test_client()


def test_guessing_passwords_is_limited_and_reading_is_not(limited):
    guesses = [limited.post("/account/sign-in", data={"email": "a@b.c"}) for _ in range(11)]
    assert [answer.status_code for answer in guesses] == [200] * 10 + [429]
    assert [limited.get("/").status_code for _ in range(70)] == [200] * 70


def test_who_is_limited_is_told_what_to_do_in_both_languages(limited):
    for _ in range(11):
        english = limited.post("/en/account/sign-in", data={"email": "a@b.c"})
    assert "Please wait a few minutes" in english.text
    thai = limited.post("/account/sign-in", data={"email": "a@b.c"})
    assert thai.status_code == 429
    assert BeautifulSoup(thai.text, "html.parser").html["lang"] == "th"


@pytest.mark.parametrize("given", [{"SEARCH_ENGINE": "sphinx"}, {"SEARCH_ENGINE": "postgresql"}])
def test_a_search_engine_that_cannot_be_stops_the_start_with_a_sentence(tmp_path, given):
    with pytest.raises(ConfigError, match="SEARCH_ENGINE is"):
        Config.from_env(given | {"INSTANCE_DIR": str(tmp_path)})


def test_postgresql_can_search_what_it_keeps(tmp_path):
    given = {"SEARCH_ENGINE": "postgresql", "DATABASE_URL": "postgresql://me@host/site"}
    config = Config.from_env(given | {"INSTANCE_DIR": str(tmp_path)})
    assert config.postgresql_url == "postgresql://me@host/site"


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"LINE_CHANNEL_TOKEN": "token"}, "LINE_CHANNEL_SECRET"),
        ({"VAPID_PRIVATE_KEY": "short"}, "VAPID_PRIVATE_KEY"),
        ({"IMAP_URL": "pop3://mail.example.org"}, "IMAP_URL"),
    ],
)
def test_an_outside_service_that_is_half_set_up_stops_the_start(tmp_path, wrong, named):
    with pytest.raises(ConfigError, match=named):
        Config.from_env({"INSTANCE_DIR": str(tmp_path), **wrong})
