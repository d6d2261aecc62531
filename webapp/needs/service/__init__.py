"""What can be done with needs: tell and note them, sort, answer, merge, count."""

from webapp.needs.rules.lists import Aspect, Channel, Origin, Who
from webapp.needs.service.asking import Asking, Want, askings, wants_of
from webapp.needs.service.errors import MergeRefused, NeedNotFound, PageOver
from webapp.needs.service.files import (
    file_content,
    file_of,
    scan_all_waiting,
    scan_kept,
    write_transcript,
)
from webapp.needs.service.hearing import Hearing, enter_need, note_need, tell_need
from webapp.needs.service.keeping import erase_old, forget_noted
from webapp.needs.service.letters import replies_mailed, unmailed_replies
from webapp.needs.service.own import (
    correct_words,
    find_by_receipt,
    need_of,
    needs_of,
    opened_person,
    own_token,
    void_links,
)
from webapp.needs.service.register import (
    UNSORTED,
    NeedFilter,
    answer_need,
    count_unchecked,
    family_of,
    hidden_needs,
    list_needs,
    merge,
    merged_into,
    messages_behind,
    need_by_id,
    needs_numbered,
    open_need,
    sort_need,
    take_apart,
)
from webapp.needs.service.similar import alike

__all__ = [
    "UNSORTED",
    "Asking",
    "Aspect",
    "Channel",
    "Hearing",
    "MergeRefused",
    "NeedFilter",
    "NeedNotFound",
    "Origin",
    "PageOver",
    "Want",
    "Who",
    "alike",
    "answer_need",
    "askings",
    "correct_words",
    "count_unchecked",
    "enter_need",
    "erase_old",
    "file_content",
    "file_of",
    "find_by_receipt",
    "forget_noted",
    "hidden_needs",
    "list_needs",
    "merge",
    "family_of",
    "merged_into",
    "messages_behind",
    "need_by_id",
    "need_of",
    "needs_numbered",
    "needs_of",
    "note_need",
    "open_need",
    "opened_person",
    "own_token",
    "replies_mailed",
    "scan_all_waiting",
    "scan_kept",
    "sort_need",
    "take_apart",
    "tell_need",
    "unmailed_replies",
    "void_links",
    "wants_of",
    "write_transcript",
]
