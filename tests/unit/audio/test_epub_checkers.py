"""EPUBCheck and DAISY Ace find nothing grave in the books of the sample documents."""

from datetime import date

import pytest

from audio.book import make_book
from audio.engines import DEFAULT, engine
from bench.forms.documents import sample_documents
from tests.support import daisy, epub
from tests.support.books import DOCUMENTS, Silent
from tests.support.form_checks import overlay_findings, said_findings

pytestmark = pytest.mark.skipif(epub.missing() is not None, reason=str(epub.missing()))
DAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def checkers():
    with epub.EpubCheckers() as running:
        yield running


def test_the_books_of_all_sample_documents_pass(checkers, tmp_path):
    """One start of Java and of a browser for all; the voice is silent, the books are whole."""
    findings = {}
    for name, document in [*sample_documents(), *DOCUMENTS.items()]:
        path = tmp_path / "book.epub"
        book = make_book(document, path, "epub", Silent(), 1.0, tmp_path / "tracks", made=DAY)
        found = said_findings(document, book) + overlay_findings(path) + checkers.findings(path)
        make_book(document, path, "daisy", Silent(), 1.0, tmp_path / "tracks", made=DAY)
        findings[name] = found + daisy.findings(path)
    assert len(findings) > 30
    assert {name: found for name, found in findings.items() if found} == {}


def test_a_book_in_the_real_voice_passes(checkers, tmp_path):
    document = dict(sample_documents())["guide-to-following.th"]
    path = tmp_path / "book.epub"
    make_book(document, path, "epub", engine(DEFAULT), made=DAY)
    assert checkers.findings(path) == []


def test_the_checkers_find_what_is_wrong(checkers, tmp_path):
    path = tmp_path / "broken.epub"
    make_book(DOCUMENTS["guide"], path, "epub", Silent(), made=DAY)
    broken = path.read_bytes().replace(b"EPUB/style.css", b"EPUB/stile.css")
    path.write_bytes(broken)
    assert any("RSC-" in one for one in checkers.findings(path))
