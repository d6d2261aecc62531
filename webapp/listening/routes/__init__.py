"""Pages and files of listening, one file a noun; importing a file adds its addresses."""

from webapp.listening.routes import braille, catalogue, comparisons, downloads
from webapp.listening.routes.blueprint import bp

__all__ = ["bp", "braille", "catalogue", "comparisons", "downloads"]
