"""The font that print is set in, by its weight in CSS."""

from pathlib import Path

from webapp.shared.printing.sara_am import PrintFont, print_font

_FONTS = Path(__file__).parents[2] / "static" / "fonts" / "sarabun"
_FILES = {400: "Sarabun-Regular.ttf", 700: "Sarabun-Bold.ttf"}


def faces() -> dict[int, PrintFont]:
    """The faces by weight, prepared once a process. Raises `OSError` where a file is missing."""
    return {weight: print_font(_FONTS / file) for weight, file in _FILES.items()}
