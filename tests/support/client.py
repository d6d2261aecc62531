"""A test client whose requests share nothing with the test but the database, as real ones do."""

from contextvars import Context
from typing import Any

from flask import has_app_context
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from webapp.extensions import db


class SeparateClient(FlaskClient):
    """Runs every request outside the test's application context.

    Inside it, Flask would share `g` and the session of the database with the test: a person once
    signed in would stay signed in, and a request would see what was never committed.
    """

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Do one request. What the test has written is committed first, and read anew after.

        The answer is read to its end, so that a file which it sends is closed.
        """
        kwargs.setdefault("buffered", True)
        if has_app_context():
            db.session.commit()
        answer: TestResponse = Context().run(super().open, *args, **kwargs)
        return answer
