"""The page of surveys."""

from tests.support.page_rules import words


def test_the_published_figures_stand_as_sentences_and_as_a_table(page):
    for shown in page.both("/surveys"):
        sentences = " ".join(words(paragraph) for paragraph in shown.main.select("p"))
        cells = [words(cell) for cell in shown.main.select("td")]
        for figure in ("82.75", "80.68"):
            assert figure in sentences
            assert figure in cells


def test_the_present_quarter_is_named(page, clock):
    thai, english = page.both("/surveys")
    assert "1 มกราคม 2569" in words(thai.main)
    assert "quarter 2 of fiscal year 2569, from 1 January 2026 to 31 March 2026" in words(
        english.main
    )


def test_a_comment_can_be_written_from_here(page):
    thai = page.get("/surveys")
    assert thai.main.select_one("a[href='/complaints/new?kind=comment']")
