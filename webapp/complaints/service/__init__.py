"""What can be done with the messages of citizens: file, follow, take up, answer, publish."""

from webapp.bills.service import office_days_left as days_left
from webapp.complaints.models import Complaint, PublishedCase
from webapp.complaints.service.calendar import answer_due_if_sent_now
from webapp.complaints.service.desk import (
    accept,
    answer,
    ask,
    attachment_content,
    change_kind,
    close,
    complaint_by_id,
    decline,
    examine,
    go_on,
    hand_over,
    open_case,
    refer,
    take_up,
)
from webapp.complaints.service.errors import (
    CaseNotFound,
    CaseWithAnother,
    ComplaintNotFound,
    ReceivedInFuture,
    StepNotAllowed,
    UnknownReceipt,
)
from webapp.complaints.service.filing import Filing, file_complaint, known_source
from webapp.complaints.service.letters import (
    acknowledgement_mailed,
    steps_told,
    told_by_officer,
    untold_steps,
)
from webapp.complaints.service.publishing import (
    PublicWords,
    case_of,
    list_published,
    publish_case,
    published_case,
    published_cases,
    unpublish_case,
)
from webapp.complaints.service.queue import ALL, NOBODY, QueueFilter, count_late, is_late, queue
from webapp.complaints.service.receiving import Taken, receive_mail
from webapp.complaints.service.searching import CaseText, case_texts
from webapp.complaints.service.standard import (
    StandardNotFound,
    present_standard,
    publish_standard,
    standard_by_version,
    standard_versions,
)
from webapp.complaints.service.tracking import add_message, find_by_receipt, reopen, withdraw
from webapp.complaints.service.uploads import Vault
from webapp.complaints.service.usage import Usage, channels_by_use
from webapp.complaints.service.watching import (
    addresses_told,
    alert_by_id,
    alert_mailed,
    desk_addresses,
    end_silences,
    keep_desk_addresses,
    recount_all,
    watch_due_days,
)
from webapp.shared.receipt import CodeMistyped, WrongLength, WrongSign

__all__ = [
    "ALL", "CaseNotFound", "CaseText", "CaseWithAnother", "CodeMistyped", "Complaint",
    "ComplaintNotFound", "Filing", "NOBODY", "PublicWords", "PublishedCase", "QueueFilter",
    "ReceivedInFuture", "StandardNotFound", "StepNotAllowed", "Taken", "UnknownReceipt",
    "Usage", "Vault", "WrongLength", "WrongSign", "accept", "acknowledgement_mailed",
    "add_message", "addresses_told", "alert_by_id", "alert_mailed", "answer",
    "answer_due_if_sent_now", "ask", "attachment_content", "case_of", "case_texts",
    "change_kind", "channels_by_use", "close", "complaint_by_id", "count_late", "days_left",
    "decline", "desk_addresses", "end_silences", "examine", "file_complaint", "find_by_receipt",
    "go_on", "hand_over", "is_late", "keep_desk_addresses", "known_source", "list_published",
    "open_case", "present_standard", "publish_case", "publish_standard", "published_case",
    "published_cases", "queue", "receive_mail", "recount_all", "refer", "reopen",
    "standard_by_version", "standard_versions", "steps_told", "take_up", "told_by_officer",
    "unpublish_case", "untold_steps", "watch_due_days", "withdraw",
]  # fmt: skip
