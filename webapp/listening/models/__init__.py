"""Tables of listening."""

from webapp.listening.models.forms import DocumentForm
from webapp.listening.models.narrations import Narration, NarrationInvitation
from webapp.listening.models.requests import FormRequest
from webapp.listening.models.sign_language import SignLanguageVideo

__all__ = ["DocumentForm", "FormRequest", "Narration", "NarrationInvitation", "SignLanguageVideo"]
