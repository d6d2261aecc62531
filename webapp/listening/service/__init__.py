"""The door of listening: ask for a form of a document, make it, list what is ready."""

from webapp.listening.rules.forms import Failure, FormState, Urgency
from webapp.listening.rules.kinds import FormKind, Variant, is_offered, usual_variant
from webapp.listening.rules.requests import REQUEST_VISIT
from webapp.listening.service.aligning import align_again, align_narration
from webapp.listening.service.availability import forms_to_be_had
from webapp.listening.service.braille_lines import braille_lines
from webapp.listening.service.checking import check_forms
from webapp.listening.service.counting import Counts, count_forms, count_standings
from webapp.listening.service.desk import (
    Entry,
    Figures,
    FormImpossible,
    FormNotFound,
    figures,
    forget_lost_files,
    list_rows,
    make_again,
    make_all_again,
)
from webapp.listening.service.kept_files import FileTooLarge
from webapp.listening.service.kept_pdfs import pdf_of
from webapp.listening.service.lists import (
    BookFilter,
    Shelf,
    ShelfFilter,
    as_form,
    audio_books,
    iter_shelves,
    list_shelves,
)
from webapp.listening.service.making import Left, make_waiting
from webapp.listening.service.missing import (
    FILL_AGAIN_AFTER,
    disk_used,
    fill,
    sweep,
)
from webapp.listening.service.names import kind_name, term_name
from webapp.listening.service.narrated import readers_of
from webapp.listening.service.narration_desk import (
    NarrationDecided,
    decide_narration,
    narrations_of,
    waiting_narrations,
)
from webapp.listening.service.narrations import (
    NarrationInvitationOver,
    NarrationNotFound,
    NewRecording,
    add_recording,
    end_narration_invitations,
    invite_narrators,
    narration_by_id,
    narration_invitation,
    passage_key,
    section_to_read,
    sections_to_read,
)
from webapp.listening.service.opening import OpenForm, open_form
from webapp.listening.service.possible import is_possible
from webapp.listening.service.recording_files import recording_path, sweep_recordings
from webapp.listening.service.recordings import RecordingRefused, recording_mimetype
from webapp.listening.service.registry import (
    Form,
    FormNotOffered,
    FormNotReady,
    default_voice,
    form_of,
    forms_of,
    request_form,
    request_standard_forms,
)
from webapp.listening.service.request_alerts import bureaux_asked
from webapp.listening.service.request_days import (
    MAIL_MOVED,
    moved_day_mailed,
    recount_requests,
    request_due_day,
)
from webapp.listening.service.request_desk import (
    RequestNotInHand,
    Waiting,
    open_request,
    request_queue,
    settle_request,
    take_up_request,
    waiting_requests,
)
from webapp.listening.service.request_telling import (
    LETTERS,
    count_untold_requests,
    leave_request_to_page,
    letter_name,
    mail_requests_again,
    note_told,
    request_letter_came_back,
    request_letter_given_up,
    returned_letter,
    untold_requests,
)
from webapp.listening.service.requests import (
    MAIL_RECEIVED,
    MAIL_SETTLED,
    Asking,
    RequestMoved,
    RequestNotFound,
    acknowledgement_mailed,
    ask_for_form,
    erase_old_requests,
    find_request,
    reply_mailed,
    request_by_id,
    write_words,
)
from webapp.listening.service.sign_language import (
    NewVideo,
    NoVideo,
    Subject,
    VideoNotFound,
    VideoTooLarge,
    add_video,
    count_signed,
    signed_subjects,
    subject_of,
    video_by_id,
    video_file,
    video_lines,
    video_of,
    withdraw_video,
)
from webapp.listening.service.sounds import (
    Said,
    chosen_voice,
    grade_choices,
    preferred_grade,
    preferred_speed,
    said_on,
    speed_choices,
    speed_name,
    starts_of,
    voice_choices,
    voices,
)
from webapp.listening.service.words_forms import (
    WORDS_FORMS,
    endings_of_words,
    form_of_words,
)

__all__ = [
    "pdf_of",
    "FileTooLarge", "NarrationDecided", "NarrationInvitationOver", "NarrationNotFound",
    "NewRecording", "RecordingRefused", "add_recording", "align_again", "align_narration",
    "decide_narration", "end_narration_invitations", "invite_narrators", "kind_name",
    "narration_by_id",
    "narration_invitation", "narrations_of", "passage_key", "readers_of",
    "recording_mimetype", "recording_path", "section_to_read", "sections_to_read", "term_name",
    "sweep_recordings", "waiting_narrations",
    "NewVideo", "NoVideo", "Subject", "VideoNotFound", "VideoTooLarge", "add_video",
    "count_signed", "signed_subjects", "subject_of", "video_by_id", "video_file",
    "video_lines", "video_of",
    "withdraw_video",
    "BookFilter", "Counts", "Entry", "FILL_AGAIN_AFTER", "Failure", "Figures", "Form", "FormKind",
    "FormImpossible",
    "FormNotFound", "FormNotOffered", "FormNotReady", "FormState", "Left", "OpenForm", "Said",
    "Shelf", "ShelfFilter", "Urgency", "Variant", "as_form", "audio_books", "braille_lines",
    "check_forms",
    "chosen_voice", "grade_choices", "preferred_grade", "preferred_speed", "speed_choices",
    "speed_name", "voice_choices", "count_forms", "count_standings", "default_voice", "disk_used",
    "figures", "fill",
    "forget_lost_files", "form_of", "forms_of", "forms_to_be_had", "is_offered", "is_possible",
    "iter_shelves",
    "WORDS_FORMS", "endings_of_words", "form_of_words", "list_rows",
    "list_shelves", "make_again", "make_all_again", "make_waiting", "open_form", "request_form",
    "Asking", "REQUEST_VISIT", "RequestNotFound", "RequestNotInHand", "ask_for_form",
    "erase_old_requests", "find_request", "open_request", "request_by_id", "request_due_day",
    "RequestMoved", "acknowledgement_mailed", "MAIL_MOVED", "moved_day_mailed",
    "LETTERS", "MAIL_RECEIVED", "MAIL_SETTLED", "count_untold_requests", "leave_request_to_page",
    "letter_name", "mail_requests_again", "note_told", "request_letter_came_back",
    "request_letter_given_up", "returned_letter", "untold_requests",
    "recount_requests", "reply_mailed", "write_words",
    "request_queue", "settle_request", "take_up_request",
    "request_standard_forms", "said_on", "starts_of", "sweep", "usual_variant",
    "voices", "Waiting", "bureaux_asked", "waiting_requests",
]  # fmt: skip
