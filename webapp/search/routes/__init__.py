"""The search for visitors: the page, the same as Atom, CSV and JSON, and what is suggested."""

from webapp.search.routes import files, page
from webapp.search.routes.blueprint import bp

__all__ = ["bp", "files", "page"]
