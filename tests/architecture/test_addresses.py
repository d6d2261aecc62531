"""Addresses are permanent: addresses.txt lists every one, and none comes or goes unnoticed."""

from pathlib import Path

LISTED = Path(__file__).with_name("addresses.txt")


def present(app) -> set[str]:
    """Return each address with what may be done there: `GET /bills/<public_id>`."""
    return {
        f"{method} {rule.rule}"
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }


def listed() -> set[str]:
    lines = LISTED.read_text().splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def test_no_address_is_lost(app):
    assert listed() - present(app) == set(), "people have kept these addresses: redirect them"


def test_each_new_address_is_listed(app):
    assert present(app) - listed() == set(), f"add these to {LISTED.name}"
