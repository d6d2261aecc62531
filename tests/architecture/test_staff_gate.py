"""No page under /staff opens for a visitor, nor for a person who is not on the staff."""

import pytest

from webapp.accounts.models import Account
from webapp.extensions import db


@pytest.fixture
def staff_requests(app):
    """Every method of every address under /staff, as (method, URL)."""
    # What is tested is the gate, not the form's token that would be asked for first.
    app.config["WTF_CSRF_ENABLED"] = False
    rules = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/staff")]
    return [
        (method, rule.build(dict.fromkeys(rule.arguments, "1"), append_unknown=False)[1])
        for rule in rules
        for method in sorted(rule.methods - {"HEAD", "OPTIONS"})
    ]


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_visitor_is_asked_to_sign_in(app, staff_requests, prefix):
    assert staff_requests
    client = app.test_client()
    for method, url in staff_requests:
        answer, gate = client.open(prefix + url, method=method), f"{prefix}/account/sign-in"
        if prefix and answer.status_code == 308:
            # A file that is the same in both languages has one address.
            assert answer.location == url
            answer, gate = client.open(url, method=method), "/account/sign-in"
        assert answer.status_code == 302, f"{method} {url}: {answer.status}"
        assert answer.location.startswith(gate), f"{method} {url}"


def test_a_person_who_is_not_staff_is_refused(app, staff_requests):
    person = Account(email="citizen@example.org", created_at=app.extensions["clock"]())
    db.session.add(person)
    db.session.commit()
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"] = str(person.id)
    for method, url in staff_requests:
        assert client.open(url, method=method).status_code == 403, f"{method} {url}"


def test_every_staff_blueprint_is_under_staff(app):
    for rule in app.url_map.iter_rules():
        if "staff" in rule.endpoint.partition(".")[0]:
            assert rule.rule.startswith("/staff"), rule
