"""The page of service standards."""

from tests.support.page_rules import words


def test_every_channel_stands_with_its_bureau_and_its_days(page):
    thai, english = page.both("/service-standards")
    assert len(thai.main.select("tbody tr")) == 5
    first = words(english.main.select_one("tbody tr"))
    assert first.startswith("The executives of the office, directly")
    assert "Bureau of Central Administration" in first
    assert first.endswith("3 working days")


def test_eight_processes_are_listed(page):
    for shown in page.both("/service-standards"):
        assert len(shown.main.select("ol > li")) == 8


def test_the_steps_of_a_complaint_are_one_link_away(page):
    english = page.get("/en/service-standards")
    link = english.main.select_one("a[href='/en/complaints/standard']")
    assert page.get(link["href"]).h1


def test_the_footer_leads_here(page):
    assert page.get("/privacy").select_one("footer a[href='/service-standards']")
