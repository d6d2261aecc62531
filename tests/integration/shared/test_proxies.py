"""Behind a proxy the visitor's own address counts; without one, what a visitor claims does not."""

from dataclasses import replace

import pytest
from flask import request

from webapp import create_app


@pytest.mark.parametrize(("proxies", "seen"), [(0, "127.0.0.1"), (1, "203.0.113.7")])
def test_the_address_of_a_visitor(config, proxies, seen):
    app = create_app(replace(config, TRUSTED_PROXIES=proxies))
    app.add_url_rule("/who", "who", lambda: str(request.remote_addr))

    answer = app.test_client().get("/who", headers={"X-Forwarded-For": "203.0.113.7"})

    assert answer.text == seen
