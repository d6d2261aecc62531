"""The check of every form: what it makes, what its checkers find, what it does not do again."""

import pytest

from bench.forms import notes
from bench.forms.documents import COMPARED, comparisons, sample_documents
from bench.forms.making import make_and_check
from tests.support.braille_checks import display_findings
from thai_text.outline import Document, parse
from webapp.shared.printing import unavailable

LAW = parse("มาตรา ๑ ข้อความ\nมาตรา ๒ อีกข้อความหนึ่ง\n(๑) ข้อ", "พระราชบัญญัติ")


def no_findings(_path):
    return []


def test_braille_is_made_for_paper_and_for_every_display(tmp_path):
    figures = make_and_check("braille", LAW, tmp_path, no_findings)
    assert figures.findings == []
    for grade in range(3):
        names = ("brf", "pef", "display", "unicode")
        files = [figures.forms[f"{name} grade {grade}"][0] for name in names]
        assert files == [1, 1, 4, 4]


@pytest.mark.skipif(unavailable() is not None, reason="Pango is not installed")
def test_print_is_made_and_checked(tmp_path):
    figures = make_and_check("print", LAW, tmp_path, no_findings)
    assert figures.findings == []
    assert list(figures.forms) == ["pdf", "text"]
    assert all(files == 1 and size > 0 for files, _seconds, size in figures.forms.values())


def test_every_group_is_known(tmp_path):
    with pytest.raises(ValueError, match="smoke"):
        make_and_check("smoke", LAW, tmp_path, no_findings)


@pytest.mark.parametrize(
    ("brf", "text", "finding"),
    [
        (b"AAAAAAAAAAA\r\n", "⠁" * 11 + "\n", "11 cells in line 1, where 10"),
        (b"A\r\n", "a\n", "what is no braille in line 1"),
        (b"A\r\nB\r\n", "⠁\n", "not in the same lines"),
        (b"A", "⠁", "does not end its last line"),
        (b"", "", "is empty"),
    ],
)
def test_lines_of_a_display_are_looked_at(brf, text, finding):
    assert any(finding in found for found in display_findings(brf, text, 10))
    assert display_findings(b"A \r\n\r\nB\r\n", "⠁⠀\n\n⠃\n", 10) == []


def test_of_each_document_a_comparison_is_made_that_has_something_to_tell():
    samples = list(sample_documents())
    found = list(comparisons(samples))
    assert [name for name, _ in found] == [name + COMPARED for name, _ in samples]
    for (_, document), (name, compared) in zip(samples, found, strict=True):
        assert len(compared.blocks) > 2, name
        assert compared.lang == document.lang


@pytest.fixture
def checkout(tmp_path):
    """A checkout in which each thing that makes forms is one file."""
    for made_by in notes.GROUPS.values():
        for name in (*made_by.code, notes.MAKING):
            path = tmp_path / name
            if path.suffix != ".py":
                path = path / "code.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("1")
    return tmp_path


@pytest.mark.parametrize(
    ("changed", "groups"),
    [
        ("webapp/listening/large_print/document.css", {"print"}),
        ("webapp/shared/printing/lacking.py", {"print"}),
        ("tests/support/pdf_checks.py", {"print"}),
        ("braille/short_forms.tsv", {"braille"}),
        ("tests/support/braille_checks.py", {"braille"}),
        ("audio/mp3.py", {"sound"}),
        ("thai_text/outline/tree.py", {"sound", "braille", "print"}),
        ("bench/forms/making.py", {"sound", "braille", "print"}),
        ("webapp/complaints/routes.py", set()),
        ("braille/__pycache__/code.cpython-311.pyc", set()),
    ],
)
def test_what_makes_or_checks_a_group_has_it_done_again(checkout, changed, groups):
    def made_by():
        notes.made_by.cache_clear()
        return {group: notes.made_by(group, checkout) for group in notes.GROUPS}

    before = made_by()
    path = checkout / changed
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("2")
    after = made_by()
    notes.made_by.cache_clear()
    assert {group for group in before if before[group] != after[group]} == groups


def test_what_it_looks_at_is_there():
    for made_by in notes.GROUPS.values():
        assert all((notes.ROOT / name).exists() for name in (*made_by.code, notes.MAKING))


def test_a_document_and_a_group_have_a_note_of_their_own(tmp_path):
    other = Document("อื่น", blocks=LAW.blocks)
    names = {
        notes.note(tmp_path, document, group) for document in (LAW, other) for group in notes.GROUPS
    }
    assert len(names) == 2 * len(notes.GROUPS)
