"""What readers fill in to find documents, and what officers fill in about files that come in."""

from webapp.documents.forms.drafts import ConfirmForm, FactsForm, PageForm, UploadForm
from webapp.documents.forms.public import FilterForm, MarkingForm, SectionForm, VersionsForm

__all__ = [
    "ConfirmForm", "FactsForm", "FilterForm", "MarkingForm", "PageForm", "SectionForm",
    "UploadForm", "VersionsForm",
]  # fmt: skip
