"""Tagged PDF (PDF/UA-1) from HTML, whose Thai text stays the text that was written."""

from webapp.shared.printing.line_breaks import MAY_BREAK, with_breaks
from webapp.shared.printing.measuring import widest_piece
from webapp.shared.printing.sara_am import FAMILY, PrintFont, print_font
from webapp.shared.printing.tagged_pdf import ADD_COMMAND, PrintUnavailable, unavailable, write_pdf

__all__ = [
    "ADD_COMMAND",
    "FAMILY",
    "MAY_BREAK",
    "PrintFont",
    "PrintUnavailable",
    "print_font",
    "unavailable",
    "widest_piece",
    "with_breaks",
    "write_pdf",
]
