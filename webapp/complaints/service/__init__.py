"""What can be done with the messages of citizens: file, follow, take up, answer, publish."""

from webapp.bills.service import office_days_left as days_left
from webapp.complaints.models import (
    Complaint,
    ComplaintDraft,
    Correspondence,
    PublishedCase,
    TemplateVersion,
)
from webapp.complaints.rules.alerts import Rung
from webapp.complaints.rules.channels import Unreached
from webapp.complaints.rules.codename import CodenameMistyped, UnknownWord, WrongCount
from webapp.complaints.service.barring import (
    bar,
    bar_all_named,
    barred_ids,
    bars_of,
    lift_bar,
    refuse_barred,
    suggested_bars,
)
from webapp.complaints.service.beside import beside
from webapp.complaints.service.bulk import BulkAction, BulkOrder, do_with_all
from webapp.complaints.service.calendar import answer_due_if_sent_now
from webapp.complaints.service.causes import cause_by_id, complaints_of_cause
from webapp.complaints.service.closing import (
    Questions,
    Said,
    answer_questions,
    ask_again,
    ask_on_page,
    asked_again,
    asked_person,
    claim_questions,
    complaint_of_closing,
    last_answer,
    note_no_answer,
    opened_questions,
    questions_about,
    questions_token,
    unask,
)
from webapp.complaints.service.closing_figures import ClosingFigure, closing_answers
from webapp.complaints.service.codenames import find_by_codename
from webapp.complaints.service.consent import (
    allow_publishing,
    ask_to_publish,
    is_spoken_for,
    is_to_be_asked,
    note_consent,
)
from webapp.complaints.service.correspondence import (
    LetterWords,
    NumberWanted,
    correspondence_of,
    keep_series,
    letter_of,
    list_series,
    make_letter,
    note_number,
)
from webapp.complaints.service.desk import (
    accept,
    answer,
    ask,
    ask_others,
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
from webapp.complaints.service.desk_addresses import (
    Recipient,
    address_of,
    desk_addresses,
    desks_without_address,
    keep_desk_addresses,
)
from webapp.complaints.service.drafts import (
    DRAFT_VISIT,
    code_of_draft,
    delete_draft,
    delete_old_drafts,
    draft_by_id,
    draft_of_form,
    find_draft,
    is_anonymous,
    keep_carried,
    save_draft,
    words_of,
)
from webapp.complaints.service.erasing import (
    erase,
    erase_at_request,
    erase_old,
    sweep_files,
    wipe_traces,
)
from webapp.complaints.service.errors import (
    CaseNotFound,
    CaseWithAnother,
    CauseNotFound,
    ComplaintNotFound,
    ConsentMissing,
    DraftNotFound,
    GuessedTooOften,
    LetterNotFound,
    MergeRefused,
    NobodyToRemind,
    NoCompliment,
    NumberTaken,
    PersonalDataLeft,
    ReceivedInFuture,
    RemindedAlready,
    SaidBeforeMessage,
    StaffNotFound,
    StepNotAllowed,
    TemplateNotFound,
    UnknownCodename,
    UnknownReceipt,
    WaitFirst,
)
from webapp.complaints.service.filing import Filing, file_complaint, known_source
from webapp.complaints.service.guessing import open_by_codename, waiting_ticket
from webapp.complaints.service.hearing import Heard, is_heard_by_officer, keep_heard
from webapp.complaints.service.improving import languages_of, tell_of_improvement
from webapp.complaints.service.ladder import next_up, rung_today, told_on
from webapp.complaints.service.leading import merge_of, merges_under, with_merged
from webapp.complaints.service.letters import (
    acknowledgement_mailed,
    steps_told,
    told_by_officer,
    untold_steps,
)
from webapp.complaints.service.merging import merge_case, undo_merge
from webapp.complaints.service.notes import add_note, notes_of
from webapp.complaints.service.publishing import (
    PublicWords,
    case_changed_by,
    case_edition,
    case_of,
    list_published,
    personal_data_in,
    public_cases_of,
    publish_case,
    published_case,
    published_cases,
    suggested_words,
    unpublish_case,
)
from webapp.complaints.service.queue import (
    ALL,
    NOBODY,
    QueueFilter,
    count_late,
    is_late,
    is_unheard,
    new_by_hand_over,
    queue,
    titles_of,
)
from webapp.complaints.service.receiving import Taken, receive_mail
from webapp.complaints.service.returned_alerts import (
    note_bounce,
    note_reached,
    unreached_addresses,
)
from webapp.complaints.service.screening import scan_all_waiting, scan_kept
from webapp.complaints.service.searching import CaseText, case_texts
from webapp.complaints.service.standard import (
    StandardNotFound,
    present_standard,
    publish_standard,
    standard_by_version,
    standard_versions,
)
from webapp.complaints.service.telling import Errand, errands, late_errands, watch_errands
from webapp.complaints.service.templates import (
    TemplateWords,
    keep_template,
    list_templates,
    offered_template,
    retire_template,
    template_by_id,
    templates_for,
)
from webapp.complaints.service.tracking import (
    add_message,
    find_by_receipt,
    is_withdrawn,
    reopen,
    withdraw,
)
from webapp.complaints.service.transcripts import file_of, write_transcript
from webapp.complaints.service.unreached import (
    LettersWaiting,
    count_unreached,
    leave_to_page,
    letter_given_up,
    letters_waiting,
    mail_all_again,
    why_of,
)
from webapp.complaints.service.usage import Usage, channels_by_use
from webapp.complaints.service.watching import (
    end_silences,
    recount_all,
    remind,
    watch_due_days,
)
from webapp.complaints.service.ways import told_now_by
from webapp.shared.receipt import CodeMistyped, WrongLength, WrongSign
from webapp.shared.uploads.errors import FileHarmful
from webapp.shared.uploads.vault import Vault

__all__ = [
    "ConsentMissing", "allow_publishing", "ask_to_publish", "is_spoken_for", "is_to_be_asked",
    "note_consent",
    "ComplaintDraft", "DRAFT_VISIT", "DraftNotFound", "code_of_draft", "delete_draft",
    "delete_old_drafts", "draft_by_id", "draft_of_form", "find_draft", "is_anonymous",
    "keep_carried", "save_draft", "words_of",
    "Heard", "SaidBeforeMessage", "is_heard_by_officer", "keep_heard",
    "FileHarmful", "file_of", "scan_all_waiting", "scan_kept", "write_transcript",
    "GuessedTooOften", "WaitFirst", "open_by_codename", "waiting_ticket",
    "CodenameMistyped", "UnknownCodename", "UnknownWord", "WrongCount", "find_by_codename",
    "ClosingFigure", "Errand", "Questions", "Said", "answer_questions", "ask_again",
    "ask_on_page", "asked_again", "asked_person", "claim_questions", "closing_answers",
    "complaint_of_closing",
    "erase", "erase_at_request", "erase_old", "errands", "last_answer", "note_no_answer",
    "opened_questions",
    "questions_about", "questions_token", "sweep_files", "wipe_traces",
    "CauseNotFound", "case_changed_by", "case_edition",
    "cause_by_id", "complaints_of_cause", "languages_of",
    "public_cases_of", "tell_of_improvement",
    "ALL", "BulkAction", "BulkOrder", "CaseNotFound", "CaseText", "CaseWithAnother", "CodeMistyped",
    "Complaint", "ComplaintNotFound", "Correspondence", "Filing", "LetterNotFound", "LetterWords",
    "MergeRefused", "NOBODY", "NoCompliment", "NobodyToRemind", "NumberTaken", "NumberWanted",
    "PersonalDataLeft", "PublicWords", "PublishedCase", "QueueFilter", "ReceivedInFuture",
    "RemindedAlready", "StaffNotFound", "StandardNotFound", "StepNotAllowed", "Taken",
    "TemplateNotFound", "TemplateVersion", "TemplateWords", "UnknownReceipt", "Usage", "Vault",
    "WrongLength", "WrongSign", "accept", "acknowledgement_mailed", "add_message", "add_note",
    "answer", "answer_due_if_sent_now", "ask",
    "ask_others",
    "attachment_content", "bar", "bar_all_named", "barred_ids",
    "bars_of", "beside", "case_of", "case_texts",
    "change_kind", "channels_by_use", "close", "complaint_by_id", "correspondence_of", "count_late",
    "days_left", "decline", "desk_addresses", "desks_without_address", "do_with_all",
    "end_silences", "examine",
    "file_complaint", "find_by_receipt", "go_on", "hand_over", "is_late", "is_unheard",
    "is_withdrawn",    "keep_desk_addresses",
    "keep_series", "keep_template", "known_source", "letter_of", "lift_bar", "list_published",
    "list_series", "list_templates", "make_letter", "merge_case", "merge_of", "merges_under",
    "note_bounce", "note_number", "note_reached", "notes_of", "offered_template", "open_case",
    "personal_data_in", "present_standard", "publish_case", "publish_standard", "published_case",
    "published_cases",
    "queue", "receive_mail", "recount_all", "refer", "refuse_barred", "remind", "reopen",
    "retire_template", "standard_by_version", "standard_versions", "steps_told", "suggested_bars",
    "suggested_words", "take_up", "template_by_id", "templates_for", "titles_of", "told_by_officer",
    "late_errands", "new_by_hand_over", "told_now_by", "watch_errands",
    "Unreached", "why_of",
    "LettersWaiting", "count_unreached", "leave_to_page", "letter_given_up", "letters_waiting",
    "mail_all_again",
    "unask", "undo_merge", "unpublish_case", "unreached_addresses", "untold_steps",
    "Recipient", "Rung", "address_of", "next_up", "rung_today", "told_on",
    "watch_due_days", "with_merged", "withdraw",
]  # fmt: skip
