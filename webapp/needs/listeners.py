"""What needs does when messages come in and replies are written: note the work, nothing more."""

from webapp.complaints.events import (
    complaint_erased,
    complaint_kind_changed,
    complaint_received,
    complaint_transcribed,
    complaint_withdrawn,
)
from webapp.needs.events import need_answered
from webapp.shared.outbox import enqueue, enqueue_once
from webapp.surveys.events import survey_text_given


def connect() -> None:
    complaint_received.connect(on_complaint_received)
    complaint_erased.connect(on_complaint_erased)
    complaint_transcribed.connect(on_complaint_changed)
    complaint_kind_changed.connect(on_complaint_changed)
    complaint_withdrawn.connect(on_complaint_changed)
    survey_text_given.connect(on_survey_text_given)
    need_answered.connect(on_need_answered)


def on_complaint_received(_sender: object, complaint_id: int) -> None:
    enqueue("needs.take_complaint", complaint_id=complaint_id)


def on_complaint_erased(_sender: object, complaint_id: int) -> None:
    enqueue("needs.forget_complaint", complaint_id=complaint_id)


def on_complaint_changed(_sender: object, complaint_id: int) -> None:
    enqueue_once("needs.take_complaint", complaint_id=complaint_id)


def on_survey_text_given(_sender: object, answer_id: int, **_more: object) -> None:
    enqueue("needs.take_survey_text", answer_id=answer_id)


def on_need_answered(_sender: object, need_id: int, reply_id: int) -> None:
    enqueue("needs.mail_reply", need_id=need_id)
