"""A day typed in either era is that day, and none is taken for another."""

from datetime import date, timedelta

import pytest
from flask_babel import force_locale
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict

from tests.support.house import WEBAPP
from thai_text.dates import parse_date
from webapp.shared.day_field import DayField, typed_day

THE_DAY = date(2026, 3, 2)


class Form(FlaskForm):
    """A form with a day."""

    on = DayField("Day")


@pytest.fixture
def typed(app, clock):
    def typed(text):
        with app.test_request_context("/en/"), force_locale("en"):
            form = Form(formdata=MultiDict({"on": text}), meta={"csrf": False})
            form.validate()
            return form.on.day, [str(error) for error in form.on.errors]

    return typed


@pytest.mark.parametrize(
    "text",
    [
        "2/3/2569", "2/3/2026", "๒/๓/๒๕๖๙", "2 March 2026", "2 มีนาคม 2569", "2 มี.ค. 69",
        "2 มีนาคม ค.ศ. 2026", "2569-03-02", "2026-03-02",
    ],
)  # fmt: skip
def test_either_era_is_understood(typed, text):
    assert typed(text) == (THE_DAY, [])


@pytest.mark.parametrize("text", ["2/3/69", "2/3/26", "๒/๓/๖๙", "2 Mar 26", "2-3-69"])
def test_a_year_of_two_digits_is_asked_for_whole_where_it_may_be_of_either_era(typed, text):
    day, [error] = typed(text)
    assert day is None
    assert "four digits" in error


@pytest.mark.parametrize("text", ["2/3/2269", "2/3/1569", "2/3/2206", "2/3/2669"])
def test_a_slip_in_the_year_is_no_day_of_another_age(typed, text):
    day, [error] = typed(text)
    assert day is None
    assert "Look at the year" in error


def test_a_known_day_is_shown_in_the_era_of_the_page_and_read_back(app, clock):
    for path, lang, shown in (("/", "th", "2/3/2569"), ("/en/", "en", "2/3/2026")):
        with app.test_request_context(path), force_locale(lang):
            assert Form(formdata=None, on=THE_DAY).on.data == shown
    days = [date(1941, 1, 1) + timedelta(days=31 * n) for n in range(1500)]
    assert all(parse_date(typed_day(day, lang)) == day for day in days for lang in ("th", "en"))


def test_every_page_says_in_the_same_words_how_a_day_is_written():
    for file in (WEBAPP / "templates").rglob("*.html"):
        said = file.read_text()
        assert "/2567" not in said, file
        assert "March 2024" not in said, file
