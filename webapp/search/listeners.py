"""What search does when records change: note the work, nothing more.

But what is withdrawn or erased is in no answer from that very transaction on: no worker is waited
for.
"""

from webapp.bills.events import (
    bill_added,
    bill_changed,
    committee_kept,
    member_kept,
    seat_changed,
    step_recorded,
    step_withdrawn,
    vote_kept,
    vote_recorded,
)
from webapp.complaints.events import case_erased, case_published, case_unpublished
from webapp.documents.events import document_published, document_withdrawn
from webapp.improvement.events import improvement_changed, improvement_moved
from webapp.listening.events import form_ready, sign_language_changed, sounds_taken_out
from webapp.search import service
from webapp.search.sources.answers import answer_key
from webapp.shared.importing import import_finished, is_history
from webapp.shared.outbox import enqueue, enqueue_once


def connect() -> None:
    for signal in (bill_added, bill_changed, step_recorded, step_withdrawn):
        signal.connect(on_bill_news)
    vote_recorded.connect(on_vote_recorded)
    vote_kept.connect(on_vote_kept)
    member_kept.connect(on_member_kept)
    committee_kept.connect(on_committee_kept)
    seat_changed.connect(on_seat_changed)
    document_published.connect(on_document_published)
    document_withdrawn.connect(on_document_withdrawn)
    form_ready.connect(on_form_ready)
    sounds_taken_out.connect(on_form_ready)
    sign_language_changed.connect(on_sign_language_changed)
    improvement_moved.connect(on_improvement_news)
    improvement_changed.connect(on_improvement_news)
    case_published.connect(on_case_published)
    case_unpublished.connect(on_case_unpublished)
    case_erased.connect(on_case_erased)
    import_finished.connect(on_import_finished)


def on_bill_news(_sender: object, bill_id: int, **_more: object) -> None:
    enqueue("search.index_bill", bill_id=bill_id)


def on_vote_recorded(_sender: object, bill_id: int, vote_id: int, **_more: object) -> None:
    enqueue("search.index_bill", bill_id=bill_id)
    enqueue("search.index_vote", vote_id=vote_id)


def on_vote_kept(_sender: object, vote_id: int, is_new: bool) -> None:
    """New ones come by the thousand, in an import: they are taken in together."""
    if is_new:
        enqueue_once("search.index_new_votes")
    else:
        enqueue("search.index_vote", vote_id=vote_id)


def on_member_kept(_sender: object, member_id: int) -> None:
    enqueue("search.index_member", member_id=member_id, **_told())


def on_committee_kept(_sender: object, committee_id: int) -> None:
    enqueue("search.index_committee", committee_id=committee_id, **_told())


def _told() -> dict[str, bool]:
    """The past that fills a site comes to be found, and is news to nobody."""
    return {"tells": False} if is_history() else {}


def on_seat_changed(
    _sender: object, member_id: int, committee_id: int | None, **_more: object
) -> None:
    """An office and a seat are words by which a member is found, and a seat a committee."""
    enqueue("search.index_member", member_id=member_id)
    if committee_id is not None:
        enqueue("search.index_committee", committee_id=committee_id)


def on_document_published(_sender: object, document_id: int, **_more: object) -> None:
    enqueue("search.index_document", document_id=document_id)


def on_document_withdrawn(_sender: object, document_id: int) -> None:
    service.drop_source(f"d-{document_id}")
    enqueue("search.remove_document", document_id=document_id)


def on_form_ready(_sender: object, document_id: int, **_more: object) -> None:
    """At once, like any change: forms that are made meanwhile are taken in together."""
    enqueue_once("search.index_document", document_id=document_id)


def on_sign_language_changed(_sender: object, document_id: int | None, bill_id: int | None) -> None:
    if document_id is not None:
        enqueue_once("search.index_document", document_id=document_id)
    if bill_id is not None:
        enqueue_once("search.index_bill", bill_id=bill_id)


def on_case_published(_sender: object, case_id: int) -> None:
    enqueue_once("search.index_answer", case_id=case_id)


def on_case_unpublished(_sender: object, case_id: int) -> None:
    service.drop_source(answer_key(case_id))
    enqueue_once("search.index_answer", case_id=case_id)


def on_case_erased(_sender: object, case_id: int) -> None:
    """As an engine only marks what is taken out, the index is built anew too, which takes minutes,
    so that the words are in no file."""
    on_case_unpublished(_sender, case_id)
    enqueue_once("search.rebuild")


def on_improvement_news(_sender: object, improvement_id: int, **_more: object) -> None:
    enqueue_once("search.index_improvement", improvement_id=improvement_id)


def on_import_finished(_sender: object, files: list[str]) -> None:
    enqueue_once("search.rebuild", **_told())
