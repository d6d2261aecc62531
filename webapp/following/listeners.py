"""What following does when something happens: note the work, nothing more."""

from webapp.bills.events import (
    bill_imported,
    bill_renamed,
    seat_changed,
    sitting_changed,
    step_recorded,
    step_withdrawn,
    vote_changed,
    vote_joined,
    vote_recorded,
)
from webapp.complaints.events import (
    case_published,
    case_unpublished,
    complaint_erased,
    complaint_moved,
)
from webapp.documents.events import document_published, document_withdrawn, version_imported
from webapp.following import service
from webapp.following.rules.happenings import NEWS_FORMS
from webapp.improvement.events import improvement_moved
from webapp.listening.events import form_ready
from webapp.search.events import came_to_be_found, synonyms_changed
from webapp.shared import clock
from webapp.shared.importing import import_finished, is_history
from webapp.shared.outbox import enqueue, enqueue_once

# The state of an improvement that has been made.
DONE = "done"


def connect() -> None:
    bill_imported.connect(on_bill_imported)
    bill_renamed.connect(on_bill_renamed)
    step_recorded.connect(on_step_recorded)
    step_withdrawn.connect(on_step_withdrawn)
    vote_recorded.connect(on_vote_recorded)
    vote_changed.connect(on_vote_changed)
    vote_joined.connect(on_vote_joined)
    sitting_changed.connect(on_sitting_changed)
    seat_changed.connect(on_seat_changed)
    document_published.connect(on_document_published)
    document_withdrawn.connect(on_document_withdrawn)
    version_imported.connect(on_version_imported)
    complaint_moved.connect(on_complaint_moved)
    case_published.connect(on_case_changed)
    case_unpublished.connect(on_case_changed)
    complaint_erased.connect(on_complaint_erased)
    form_ready.connect(on_form_ready)
    improvement_moved.connect(on_improvement_moved)
    came_to_be_found.connect(on_came_to_be_found)
    synonyms_changed.connect(on_synonyms_changed)
    import_finished.connect(on_import_finished)


def on_bill_imported(_sender: object, bill_id: int) -> None:
    """However old its steps are: it is new to this site; see `on_version_imported`."""
    if not is_history() and service.is_anything_followed():
        enqueue("following.tell_new_bill", bill_id=bill_id)


def on_bill_renamed(_sender: object, bill_id: int, before: dict[str, str], by: int | None) -> None:
    on = clock.today().isoformat()
    enqueue("following.tell_rename", bill_id=bill_id, before=before, on=on, actor_id=by)


def on_step_recorded(_sender: object, bill_id: int, step_id: int) -> None:
    enqueue("following.tell_step", step_id=step_id)


def on_step_withdrawn(_sender: object, bill_id: int, step_id: int) -> None:
    enqueue("following.tell_correction", step_id=step_id)


def on_vote_recorded(_sender: object, bill_id: int, vote_id: int, by: int | None) -> None:
    enqueue("following.tell_vote", bill_id=bill_id, vote_id=vote_id, actor_id=by)


def on_vote_joined(_sender: object, vote_id: int, bill_id: int) -> None:
    """However old a vote is: it is new to those who follow the bill; see `on_version_imported`."""
    if not is_history() and service.is_bill_followed(bill_id):
        enqueue("following.tell_joined_vote", bill_id=bill_id, vote_id=vote_id)


def on_sitting_changed(
    _sender: object, sitting_id: int, bill_ids: list[int], by: int | None
) -> None:
    for bill_id in bill_ids:
        enqueue("following.tell_sitting", sitting_id=sitting_id, bill_id=bill_id, actor_id=by)


def on_vote_changed(_sender: object, vote_id: int, before: dict[str, int]) -> None:
    on = clock.today().isoformat()
    enqueue("following.tell_recount", vote_id=vote_id, before=before, on=on)


def on_seat_changed(
    _sender: object,
    member_id: int,
    committee_id: int | None,
    before: str | None,
    after: str | None,
) -> None:
    enqueue(
        "following.tell_seat",
        member_id=member_id,
        committee_id=committee_id,
        before=before,
        after=after,
        on=clock.today().isoformat(),
    )


def on_document_published(
    _sender: object, document_id: int, version_id: int, by: int | None
) -> None:
    enqueue("following.tell_version", version_id=version_id, actor_id=by)


def on_document_withdrawn(_sender: object, document_id: int) -> None:
    enqueue("following.take_back_document", document_id=document_id)


def on_version_imported(_sender: object, version_id: int) -> None:
    """However old a document is: it is new to this site. The past that fills a new site is not,
    and nothing is where nobody follows anything."""
    if not is_history() and service.is_anything_followed():
        enqueue("following.tell_version", version_id=version_id)


def on_complaint_moved(_sender: object, complaint_id: int, step_id: int) -> None:
    enqueue("following.tell_complaint", complaint_id=complaint_id, step_id=step_id)


def on_case_changed(_sender: object, case_id: int) -> None:
    enqueue_once("following.tell_case", case_id=case_id)


def on_complaint_erased(_sender: object, complaint_id: int) -> None:
    enqueue("following.forget_complaint", complaint_id=complaint_id)


def on_form_ready(_sender: object, document_id: int, version_id: int, form: str) -> None:
    if form in NEWS_FORMS:
        enqueue_once("following.tell_form", version_id=version_id, form=form)


def on_improvement_moved(_sender: object, improvement_id: int, state: str, by: int | None) -> None:
    if state == DONE:
        enqueue("following.tell_improvement", improvement_id=improvement_id, actor_id=by)


def on_came_to_be_found(_sender: object, source: str, words: dict[str, str]) -> None:
    enqueue("following.tell_found", source=source, words=words)


def on_synonyms_changed(_sender: object) -> None:
    enqueue_once("following.index_meanings")


def on_import_finished(_sender: object, files: list[str]) -> None:
    # The worker may be away for days; what is new is told from the import's own moment.
    enqueue("following.tell_imported", finished_at=clock.now().isoformat())
