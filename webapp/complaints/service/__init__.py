"""What can be done with the messages of citizens: file, follow, take up, answer."""

from webapp.bills.service import office_days_left as days_left
from webapp.complaints.service.calendar import answer_due_if_sent_now
from webapp.complaints.service.desk import (
    ALL,
    QueueFilter,
    answer,
    attachment_content,
    close,
    complaint_by_id,
    open_case,
    queue,
    refer,
    take_up,
)
from webapp.complaints.service.errors import (
    CaseWithAnother,
    ComplaintNotFound,
    StepNotAllowed,
    UnknownReceipt,
)
from webapp.complaints.service.filing import Filing, file_complaint
from webapp.complaints.service.letters import (
    acknowledgement_mailed,
    answers_mailed,
    unmailed_answers,
)
from webapp.complaints.service.searching import CaseText, case_texts
from webapp.complaints.service.tracking import add_message, find_by_receipt, reopen
from webapp.complaints.service.uploads import Vault
from webapp.shared.receipt import CodeMistyped, WrongLength, WrongSign

__all__ = [
    "ALL",
    "CaseText",
    "CaseWithAnother",
    "CodeMistyped",
    "ComplaintNotFound",
    "Filing",
    "QueueFilter",
    "StepNotAllowed",
    "UnknownReceipt",
    "Vault",
    "WrongLength",
    "WrongSign",
    "acknowledgement_mailed",
    "add_message",
    "answer",
    "answer_due_if_sent_now",
    "answers_mailed",
    "attachment_content",
    "case_texts",
    "close",
    "complaint_by_id",
    "days_left",
    "file_complaint",
    "find_by_receipt",
    "open_case",
    "queue",
    "refer",
    "reopen",
    "take_up",
    "unmailed_answers",
]
