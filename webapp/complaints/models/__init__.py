"""Tables of complaints. What a person wrote, and who it is, is encrypted at rest."""

from webapp.complaints.models.attachments import Attachment
from webapp.complaints.models.closing import ClosingAnswer, ClosingTry, ComplaintClosing
from webapp.complaints.models.codenames import ComplaintCodename
from webapp.complaints.models.complaints import (
    Complaint,
    ComplaintMessage,
    ComplaintStep,
)
from webapp.complaints.models.correspondence import (
    Correspondence,
    NumberSeries,
    OfficialLetter,
)
from webapp.complaints.models.drafts import ComplaintDraft, ComplaintDraftFile
from webapp.complaints.models.figures import (
    ComplaintCounting,
    ComplaintTally,
    ComplaintVerdict,
)
from webapp.complaints.models.guesses import WrongCodename
from webapp.complaints.models.handling import Bar, InternalNote, Merge
from webapp.complaints.models.learning import CaseFinding, ImprovementTold, Praise, RootCause
from webapp.complaints.models.line import LineFile, LineLink, LinePerson
from webapp.complaints.models.mails import TakenMail
from webapp.complaints.models.publishing import PublishedCase
from webapp.complaints.models.reports import QuarterlyReport, ReportFrozen
from webapp.complaints.models.similar import CaseWord
from webapp.complaints.models.standard import (
    ComplaintAlert,
    DeskAddress,
    ReturnedAlert,
    StandardVersion,
)
from webapp.complaints.models.templates import Template, TemplateVersion
from webapp.complaints.models.topics import TopicDecision, TopicExample, TopicModel

__all__ = [
    "Attachment",
    "Bar",
    "CaseFinding",
    "CaseWord",
    "ClosingAnswer",
    "ClosingTry",
    "Complaint",
    "ComplaintAlert",
    "ComplaintCodename",
    "ComplaintClosing",
    "ComplaintCounting",
    "ComplaintDraft",
    "ComplaintDraftFile",
    "ComplaintMessage",
    "ComplaintStep",
    "ComplaintTally",
    "ComplaintVerdict",
    "Correspondence",
    "DeskAddress",
    "ImprovementTold",
    "InternalNote",
    "LineFile",
    "LineLink",
    "LinePerson",
    "Merge",
    "NumberSeries",
    "OfficialLetter",
    "Praise",
    "PublishedCase",
    "QuarterlyReport",
    "ReportFrozen",
    "ReturnedAlert",
    "RootCause",
    "StandardVersion",
    "TakenMail",
    "Template",
    "TemplateVersion",
    "TopicDecision",
    "TopicExample",
    "TopicModel",
    "WrongCodename",
]
