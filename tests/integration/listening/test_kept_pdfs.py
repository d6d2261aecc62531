"""PDFs of figures are set once; two who ask for the same one at once both have it."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from thai_text.outline import Block, Document
from webapp.listening import large_print, service
from webapp.listening.service import kept_pdfs
from webapp.shared.settings import settings

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


def files() -> list[Path]:
    return list(settings().forms_dir.rglob("*.pdf"))


def test_what_is_frozen_is_swept_by_no_night(app, monkeypatch):
    first = service.pdf_of(FIGURES, is_frozen=True)
    [kept] = files()
    os.utime(kept, (0, 0))
    service.sweep()
    assert files() == [kept]
    monkeypatch.setattr(kept_pdfs, "make_pdf", None)
    assert service.pdf_of(FIGURES, is_frozen=True) == first


def test_a_secret_one_is_encrypted_where_it_is_kept_and_set_anew_where_the_key_is_lost(
    app, monkeypatch
):
    first = service.pdf_of(FIGURES, is_secret=True)
    [kept] = files()
    assert b"%PDF" not in kept.read_bytes()
    kept.write_bytes(b"of another key")
    assert service.pdf_of(FIGURES, is_secret=True)[:5] == first[:5] == b"%PDF-"
    # Set anew it is kept again; nobody is given a file that is not secret in its place.
    monkeypatch.setattr(kept_pdfs, "make_pdf", None)
    assert service.pdf_of(FIGURES, is_secret=True)[:5] == b"%PDF-"
    assert not [file for file in files() if b"%PDF" in file.read_bytes()]
