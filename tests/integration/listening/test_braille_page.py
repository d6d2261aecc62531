"""The page of print and braille, line by line."""

import pytest

from braille.translate import translate
from tests.support.records import keep_law

FILES = ".plain-list a[href*='/braille.']"


def shown(page) -> list[tuple[str, str]]:
    """Each line's print and braille."""
    lines = page.select("ol.braille-lines > li")
    return [(li.contents[0].strip(), li.select_one(".braille").text) for li in lines]


def test_under_each_line_of_print_stands_its_braille_in_both_languages(page):
    path = f"/documents/{keep_law().public_id}/braille"
    for answer in page.both(path):
        lines = shown(answer)
        assert len(lines) > 3
        for text, braille in lines:
            assert braille.strip("\u2800") == translate(text, 1).strip("\u2800")


@pytest.mark.parametrize(("grade", "cells"), [(0, 14), (1, 20), (2, 32), (2, 40)])
def test_grade_and_width_are_those_that_are_chosen(page, grade, cells):
    path = f"/documents/{keep_law().public_id}/braille?grade={grade}&cells={cells}"
    answer = page.get(path)
    assert max(len(braille) for _text, braille in shown(answer)) <= cells
    chosen = {
        tag.find_parent("select")["name"]: tag["value"] for tag in answer.select("option[selected]")
    }
    assert chosen["grade"] == str(grade)
    assert chosen["cells"] == str(cells)


def test_the_page_says_that_nobody_has_proof_read_grade_2(page):
    thai, english = page.both(f"/documents/{keep_law().public_id}/braille")
    assert "ยังไม่มีผู้อ่านอักษรเบรลล์ตรวจทาน" in thai.text
    assert "No reader of braille has proof-read grade 2 yet" in english.text


def test_the_lines_are_those_of_the_file(page):
    path = f"/documents/{keep_law().public_id}"
    lines = [braille for _text, braille in shown(page.get(f"{path}/braille?grade=2&cells=20"))]
    file = page.client.get(f"{path}/braille.txt?grade=2&layout=display-20").text
    assert [line for line in file.splitlines() if line][: len(lines)] == lines


def test_a_screen_reader_passes_over_the_cells_and_reads_the_print(page):
    answer = page.get(f"/documents/{keep_law().public_id}/braille")
    for cells in answer.select(".braille"):
        assert cells["aria-hidden"] == "true"
        assert cells["lang"] == "th-Brai"


def test_the_files_of_the_choice_are_offered_and_open(page):
    path = f"/documents/{keep_law().public_id}/braille?grade=0&cells=20"
    links = [link["href"] for link in page.get(path).select(FILES)]
    assert [link.split("?")[0].rpartition(".")[2] for link in links] == ["brf", "txt"]
    for link in links:
        assert "grade=0" in link
        assert "layout=display-20" in link
        assert page.client.get(link).status_code == 200
    paper = page.get(path.replace("cells=20", "cells=40")).select(FILES)
    assert len(paper) == 3


@pytest.mark.parametrize("query", ["grade=9&cells=7", "grade=x", "part=999", "page=999", "cells="])
def test_a_choice_that_there_is_not_shows_what_is_usual(page, query):
    path = f"/documents/{keep_law().public_id}/braille"
    assert shown(page.get(f"{path}?{query}")) == shown(page.get(path))


def test_a_long_document_comes_in_parts_and_pages_that_lead_on(page):
    text = "\n".join(f"มาตรา {n} ให้วุฒิสภาพิจารณาเรื่องที่ {n} ให้แล้วเสร็จ" for n in range(1, 1200))
    path = f"/documents/{keep_law(text=text).public_id}/braille?cells=14"
    first = page.get(path)
    assert len(shown(first)) == 100
    second = page.get(first.select_one("a[rel=next]")["href"])
    assert second.select_one("ol.braille-lines")["start"] == "101"
    assert shown(second) != shown(first)
    onward = next(link for link in first.select("nav a") if "part=2" in link["href"])
    assert "cells=14" in onward["href"]
    assert shown(page.get(onward["href"])) != shown(first)


def test_all_forms_of_a_document_lead_to_the_page(page):
    law = keep_law()
    links = page.get(f"/documents/{law.public_id}/forms").select("a")
    assert any(link["href"].startswith(f"/documents/{law.public_id}/braille?") for link in links)
