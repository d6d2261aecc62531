"""Tables of listening."""

from webapp.listening.models.forms import DocumentForm

__all__ = ["DocumentForm"]
