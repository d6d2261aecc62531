"""What the tests stand on holds: databases of their own, requests apart from the test, real servers."""

import smtplib
from urllib.request import urlopen

import redis
from flask import g
from sqlalchemy import func, select, text

from tests.support.databases import both_databases
from webapp.accounts import service as accounts
from webapp.accounts.models import Account
from webapp.extensions import db


@both_databases
def test_each_test_has_the_tables_and_no_rows(app, database):
    assert db.engine.dialect.name == database.partition(":")[0].partition("+")[0]
    assert db.session.scalar(select(func.count()).select_from(Account)) == 0
    accounts.create_staff("clerk@example.org", "secret")
    assert db.session.scalar(select(func.count()).select_from(Account)) == 1


@both_databases
def test_a_second_test_does_not_see_the_rows_of_the_first(app, database):
    assert db.session.scalar(select(func.count()).select_from(Account)) == 0


def test_a_request_does_not_see_the_context_of_the_test(app):
    g.mark = "the test's"
    seen = []
    app.before_request(lambda: seen.append(g.get("mark")))
    app.test_client().get("/")
    assert seen == [None]


def test_a_row_written_by_the_test_is_there_for_the_request(app):
    account = Account(email="clerk@example.org", created_at=app.extensions["clock"]())
    db.session.add(account)
    app.add_url_rule("/count", view_func=lambda: str(db.session.query(Account).count()))
    assert app.test_client().get("/count").text == "1"


def test_redis_answers(redis_url):
    with redis.Redis.from_url(redis_url) as connection:
        assert connection.ping()


def test_the_mail_server_keeps_what_it_is_sent(letters):
    host, port = letters.url.removeprefix("smtp://").split(":")
    with smtplib.SMTP(host, int(port)) as server:
        server.sendmail("a@example.org", ["b@example.org"], "Subject: hello\r\n\r\nbody")
    assert [letter["Subject"] for letter in letters.received] == ["hello"]
    assert letters.received[0]["X-Envelope-To"] == "b@example.org"


def test_the_site_is_served_for_real(live_url):
    with urlopen(f"{live_url}/health") as answer:  # noqa: S310 (the test's own server)
        assert answer.status == 200


def test_the_clock_moves_only_when_it_is_moved(app, clock):
    before = app.extensions["clock"]()
    clock.advance(days=1)
    assert (app.extensions["clock"]() - before).days == 1


def test_sqlite_keeps_foreign_keys(app):
    assert db.session.scalar(text("PRAGMA foreign_keys")) == 1
