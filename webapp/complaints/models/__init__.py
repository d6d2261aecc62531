"""Tables of complaints. What a person wrote, and who it is, is encrypted at rest."""

from webapp.complaints.models.complaints import (
    Attachment,
    Complaint,
    ComplaintMessage,
    ComplaintStep,
)
from webapp.complaints.models.correspondence import (
    Correspondence,
    NumberSeries,
    OfficialLetter,
)
from webapp.complaints.models.handling import Bar, InternalNote, Merge
from webapp.complaints.models.publishing import PublishedCase
from webapp.complaints.models.standard import ComplaintAlert, DeskAddress, StandardVersion
from webapp.complaints.models.templates import Template, TemplateVersion

__all__ = [
    "Attachment",
    "Bar",
    "Complaint",
    "ComplaintAlert",
    "ComplaintMessage",
    "ComplaintStep",
    "Correspondence",
    "DeskAddress",
    "InternalNote",
    "Merge",
    "NumberSeries",
    "OfficialLetter",
    "PublishedCase",
    "StandardVersion",
    "Template",
    "TemplateVersion",
]
