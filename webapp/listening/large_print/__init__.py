"""Large print: a document as a tagged PDF (PDF/UA-1) in 18 pt, made from its outline."""

from webapp.listening.large_print.making import LargePrintUnavailable, make_pdf, unavailable

__all__ = ["LargePrintUnavailable", "make_pdf", "unavailable"]
