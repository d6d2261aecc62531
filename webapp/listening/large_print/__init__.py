"""Large print: a document as a tagged PDF (PDF/UA-1) in 18 pt, made from its outline."""

from webapp.listening.large_print.making import (
    LargePrintTooLong,
    LargePrintUnavailable,
    make_pdf,
    unavailable,
)

__all__ = ["LargePrintTooLong", "LargePrintUnavailable", "make_pdf", "unavailable"]
