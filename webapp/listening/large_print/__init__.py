"""Large print: a document as a tagged PDF (PDF/UA-1) in 18 pt, made from its outline."""

from webapp.listening.large_print.making import LargePrintTooLong, make_pdf

__all__ = ["LargePrintTooLong", "make_pdf"]
