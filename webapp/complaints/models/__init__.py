"""Tables of complaints. What a person wrote, and who it is, is encrypted at rest."""

from webapp.complaints.models.complaints import (
    Attachment,
    Complaint,
    ComplaintMessage,
    ComplaintStep,
)
from webapp.complaints.models.publishing import PublishedCase
from webapp.complaints.models.standard import ComplaintAlert, DeskAddress, StandardVersion

__all__ = [
    "Attachment",
    "Complaint",
    "ComplaintAlert",
    "ComplaintMessage",
    "ComplaintStep",
    "DeskAddress",
    "PublishedCase",
    "StandardVersion",
]
