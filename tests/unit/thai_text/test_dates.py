"""Dates typed in every way people type them, shown in both eras, put in fiscal years."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thai_text.dates import (
    buddhist_year,
    english_date,
    fiscal_quarter,
    fiscal_year,
    parse_date,
    thai_date,
)

TYPED = [
    ("๑๒ มี.ค. ๖๗", date(2024, 3, 12)),
    ("12 มี.ค. 67", date(2024, 3, 12)),
    ("12 มี.ค. 2567", date(2024, 3, 12)),
    ("12มี.ค.67", date(2024, 3, 12)),
    ("12 มีค 67", date(2024, 3, 12)),
    ("12/03/2567", date(2024, 3, 12)),
    ("๑๒/๐๓/๒๕๖๗", date(2024, 3, 12)),
    ("12/3/67", date(2024, 3, 12)),
    ("12-03-2567", date(2024, 3, 12)),
    ("12.03.2567", date(2024, 3, 12)),
    ("12/03/2024", date(2024, 3, 12)),
    ("2024-03-12", date(2024, 3, 12)),
    ("2567-03-12", date(2024, 3, 12)),
    ("2024-03-12T09:30:00", date(2024, 3, 12)),
    ("12 มีนาคม พ.ศ. 2567", date(2024, 3, 12)),
    ("๑๒ มีนาคม พุทธศักราช ๒๕๖๗", date(2024, 3, 12)),
    ("วันที่ 12 มีนาคม 2567", date(2024, 3, 12)),
    ("วันอังคารที่ 12 มีนาคม 2567", date(2024, 3, 12)),
    ("12 มีนาคม ค.ศ. 2024", date(2024, 3, 12)),
    ("12 March 2024", date(2024, 3, 12)),
    ("12 Mar 2024", date(2024, 3, 12)),
    (" 29 ก.พ. 2567 ", date(2024, 2, 29)),
    # B.E. 2484 is the first year that begins in January; older winters end their year.
    ("๒๗ มกราคม ๒๔๘๕", date(1942, 1, 27)),
    ("31 มกราคม 2478", date(1936, 1, 31)),
    ("31 มีนาคม 2483", date(1941, 3, 31)),
    ("1 เมษายน 2483", date(1940, 4, 1)),
    ("1 มกราคม 2484", date(1941, 1, 1)),
    ("24 มิถุนายน 2475", date(1932, 6, 24)),
]

REFUSED = [
    ("", "is not a date"),
    ("เมื่อวาน", "is not a date"),
    ("31/02/2567", "there is no such day"),
    ("29 ก.พ. 2566", "there is no such day"),
    ("12/13/2567", "there is no such day"),
    ("12 มกรา 2567", "is not the name of a month"),
    ("12/03", "is not a date"),
    ("2567", "is not a date"),
]


@pytest.mark.parametrize(("typed", "day"), TYPED)
def test_a_date_is_read_as_it_is_typed(typed, day):
    assert parse_date(typed) == day


@pytest.mark.parametrize(("typed", "sentence"), REFUSED)
def test_what_is_no_date_is_refused_with_a_sentence(typed, sentence):
    with pytest.raises(ValueError, match=sentence):
        parse_date(typed)


def test_a_thai_date_has_its_buddhist_year():
    day = date(2024, 3, 12)
    assert thai_date(day) == "12 มีนาคม 2567"
    assert thai_date(day, thai_digits=True) == "๑๒ มีนาคม ๒๕๖๗"
    assert thai_date(day, "short") == "12 มี.ค. 67"
    assert thai_date(day, "short", thai_digits=True) == "๑๒ มี.ค. ๖๗"


def test_an_english_date_has_its_christian_year():
    assert english_date(date(2024, 3, 12)) == "12 March 2024"


def test_the_old_year_ended_in_march():
    assert buddhist_year(date(1941, 3, 31)) == 2484
    assert buddhist_year(date(1941, 1, 1)) == 2484
    assert buddhist_year(date(1940, 12, 31)) == 2483
    assert buddhist_year(date(1940, 3, 31)) == 2482
    assert thai_date(date(1936, 1, 31)) == "31 มกราคม 2478"


@given(st.dates(min_value=date(1860, 1, 1), max_value=date(2200, 12, 31)))
def test_a_shown_date_is_read_back_as_the_same_day(day):
    assert parse_date(thai_date(day)) == day
    assert parse_date(thai_date(day, thai_digits=True)) == day
    assert parse_date(english_date(day)) == day


@pytest.mark.parametrize(
    ("day", "year", "quarter"),
    [
        (date(2019, 9, 30), 2562, 4),
        (date(2019, 10, 1), 2563, 1),
        (date(2019, 12, 31), 2563, 1),
        (date(2020, 1, 1), 2563, 2),
        (date(2020, 3, 31), 2563, 2),
        (date(2020, 4, 1), 2563, 3),
        (date(2020, 6, 30), 2563, 3),
        (date(2020, 7, 1), 2563, 4),
        (date(2020, 9, 30), 2563, 4),
    ],
)
def test_the_fiscal_year_begins_in_october(day, year, quarter):
    assert fiscal_year(day) == year
    assert fiscal_quarter(day) == quarter
