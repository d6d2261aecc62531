"""Tables of listening."""

from webapp.listening.models.forms import DocumentForm
from webapp.listening.models.requests import FormRequest

__all__ = ["DocumentForm", "FormRequest"]
