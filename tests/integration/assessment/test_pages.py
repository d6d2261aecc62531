"""The page of the self-assessment."""

from tests.support.page_rules import words
from webapp.assessment.answers import ANSWERS


def test_the_matrix_says_which_levels_were_reached(page):
    english = page.get("/en/assessment")
    rows = [words(row) for row in english.main.select_one("table").select("tbody tr")]
    assert rows[1] == "3.2 Reached Reached Not reached"
    assert rows[2] == "3.3 Reached Not reached Not reached"


def test_every_system_has_a_row_in_both_languages(page):
    for shown in page.both("/assessment"):
        tables = shown.main.select("table")
        assert len(tables) == 6
        assert sum(len(table.select("tbody tr")) for table in tables[1:5]) == len(ANSWERS)


def test_the_plan_is_shown_as_found_with_its_faults_named(page):
    thai, english = page.both("/assessment")
    rows = [words(row) for row in english.main.select("table")[-1].select("tbody tr")]
    assert len(rows) == 19
    assert rows[10].startswith("2.10")
    assert rows[10].endswith("Not said Not said Not said")
    fault = "Activity 2.5 is said to take 11 months; from October to December there are 3."
    assert fault in words(english.main)
    assert "ตุลาคม" in words(thai.main.select("table")[-1])


def test_a_system_without_a_page_is_said_to_be_not_there_yet(page):
    rows = page.get("/en/assessment").main.select("tbody tr")
    without = [row for row in rows if "Not yet in this service." in words(row)]
    assert len(without) == len([answer for answer in ANSWERS.values() if answer.page is None])
    assert not [row for row in without if row.select_one("a")]


def test_every_page_that_answers_a_system_opens(page):
    links = {link["href"] for link in page.get("/assessment").main.select("td a")}
    assert len(links) == len([answer for answer in ANSWERS.values() if answer.page])
    for link in links:
        assert page.client.get(link).status_code == 200


def test_the_footer_leads_here(page):
    assert page.get("/privacy").select_one("footer a[href='/assessment']")
