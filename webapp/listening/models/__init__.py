"""Tables of listening."""

from webapp.listening.models.forms import DocumentForm
from webapp.listening.models.narrations import Narration, NarrationInvitation
from webapp.listening.models.requests import FormRequest, FormRequestAlert, FormRequestMessage
from webapp.listening.models.sign_language import SignLanguageVideo

__all__ = [
    "DocumentForm", "FormRequest", "FormRequestAlert", "FormRequestMessage", "Narration",
    "NarrationInvitation", "SignLanguageVideo",
]  # fmt: skip
