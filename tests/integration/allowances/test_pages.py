"""The page of meeting allowances."""

from tests.support.page_rules import words


def test_the_page_says_how_allowances_are_paid_and_to_whom(page):
    for shown in page.both("/allowances"):
        assert "KTB Corporate Online" in words(shown.main)
        assert len(shown.main.select("ul li")) == 4


def test_what_the_source_does_not_say_is_said_to_be_not_known(page):
    english = words(page.get("/en/allowances").main)
    assert "What we do not know" in english
    assert "not in our source" in english
