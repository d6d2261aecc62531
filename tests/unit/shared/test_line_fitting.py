"""What is cut for LINE is within its limit and cut between whole signs."""

import pytest

from webapp.shared.line import MOST_UNITS, fitting, units


def test_a_text_that_fits_stays_as_it_is():
    whole = "ก" * (MOST_UNITS - 2) + "😀"
    assert units(whole) == MOST_UNITS
    assert fitting(whole) == whole


@pytest.mark.parametrize(
    "sign", ["ที่", "เก้า", "น้ำ", "😀", "👩‍🦯", "👍🏽", "é", "☎️"]
)  # fmt: skip
@pytest.mark.parametrize("lead", range(8))
def test_no_sign_is_torn(sign, lead):
    text = "x" * lead + " " + sign * 40
    cut = fitting(text, 40)
    assert units(cut) <= 40
    assert cut.endswith("…")
    kept = cut[:-1]
    assert text.startswith(kept)
    rest = kept.removeprefix("x" * lead + " ")
    if sign == "เก้า":
        # Two clusters: the vowels and the tone stay with their letter.
        assert not rest.endswith(("เ", "ก", "เก"))
    else:
        assert rest.replace(sign, "") == ""
    cut.encode("utf-16-le", "strict")
