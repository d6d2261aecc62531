"""The page of channels."""

from tests.support.page_rules import words


def test_twelve_channels_are_read_with_their_accounts(page):
    for shown in page.both("/channels"):
        assert len(shown.main.select("ol > li")) == 12
        assert len(shown.main.select("ol ul li")) == 7


def test_the_review_of_the_present_fiscal_year_is_named(page, clock):
    thai, english = page.both("/channels")
    assert "31 สิงหาคม 2569" in words(thai.main)
    assert "the review of fiscal year 2569 is due by 31 August 2026." in words(english.main)


def test_the_page_says_how_old_the_list_is(page):
    assert "fiscal year 2562" in words(page.get("/en/channels").main.select_one(".notice"))


def test_the_footer_leads_here(page):
    assert page.get("/en/privacy").select_one("footer a[href='/en/channels']")
