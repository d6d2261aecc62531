"""PDFs of figures are set once; two who ask for the same one at once both have it."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from thai_text.outline import Block, Document
from webapp.listening import large_print, service
from webapp.listening.service import kept_pdfs

FIGURES = Document("Figures", "en", (Block("all", "paragraph", text="Ten people answered."),))


def test_two_threads_that_set_the_same_pdf_at_once_both_have_it(app, monkeypatch):
    both = Barrier(2, timeout=120)

    def make(document: Document, path: Path) -> None:
        large_print.make_pdf(document, path)
        both.wait()

    def ask(_number: int) -> bytes:
        with app.app_context():
            return service.pdf_of(FIGURES)

    monkeypatch.setattr(kept_pdfs, "make_pdf", make)
    with ThreadPoolExecutor(2) as people:
        first, second = people.map(ask, range(2))
    assert first[:5] == second[:5] == b"%PDF-"
    # Asked again, none is set: the barrier would wait for another one.
    assert ask(3) in (first, second)
