"""Keeping what a person typed until it is sent: encrypted, opened by a code, never a complaint.

The code comes from the random word of the form. So the same form kept twice, by a slow line, is one
draft with one code, and who has the form open may be told the code again; it is stored nowhere.
"""

import json
import secrets
from collections.abc import Mapping, Sequence
from functools import partial

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from webapp.complaints.models import ComplaintDraft, ComplaintDraftFile
from webapp.complaints.rules.drafts import CARRIED_FOR, KEPT_FOR, TYPED, lasts
from webapp.complaints.rules.identity import Identity
from webapp.complaints.service.errors import DraftNotFound, UnknownReceipt
from webapp.complaints.service.screening import screen
from webapp.extensions import db
from webapp.shared import clock, receipt
from webapp.shared.transaction import after_commit, transaction
from webapp.shared.uploads import kept as kept_files
from webapp.shared.uploads.checking import Upload
from webapp.shared.uploads.vault import Vault

# By this name a browser remembers which draft it may show (shared.visit).
DRAFT_VISIT = "draft"


def code_of_draft(token: str, secret_key: str) -> str:
    """The code of the draft of the form with this random word."""
    return receipt.code_of(f"draft {token}", secret_key)


def draft_by_id(draft_id: int) -> ComplaintDraft:
    """Raises `DraftNotFound`, also for one whose time is over."""
    found = db.session.get(ComplaintDraft, draft_id)
    if found is None or _is_over(found):
        raise DraftNotFound
    return found


def draft_of_form(token: str, secret_key: str) -> ComplaintDraft | None:
    """The draft of the form with this random word, which only its page holds; None for none."""
    found = _of_code(code_of_draft(token, secret_key), secret_key) if token else None
    return None if found is None or _is_over(found) else found


def find_draft(typed: str, secret_key: str) -> ComplaintDraft:
    """The draft of a code as a person typed it. Raises `CodeMistyped` or `UnknownReceipt`."""
    code = receipt.parse(typed)
    found = _of_code(code, secret_key)
    if found is None or not found.is_kept or _is_over(found):
        raise UnknownReceipt(receipt.grouped(code))
    return found


def words_of(draft: ComplaintDraft) -> dict[str, str]:
    """What was typed, by the names of the form's fields."""
    return dict(json.loads(draft.content))


def is_anonymous(draft: ComplaintDraft) -> bool:
    """Whether the person means to send it anonymously."""
    return _is_anonymous(words_of(draft))


def save_draft(
    typed: Mapping[str, str],
    kept: Sequence[str],
    uploads: Sequence[Upload],
    secret_key: str,
    vault: Vault,
    *,
    keep: bool,
) -> ComplaintDraft:
    """Keep what is typed in a form, whatever it is, in the draft of that form.

    Of the files that are there those in `kept` stay, by the names under which they are stored;
    `uploads` are added. `keep`: the person asks for it to be kept. Raises `FileHarmful`,
    or `OSError` where a file cannot be written; nothing is changed then.
    """
    typed = {**typed, "token": typed.get("token") or secrets.token_urlsafe(16)}
    scans = screen(uploads)
    draft_id = _made(typed["token"], secret_key)
    written: list[ComplaintDraftFile] = []
    try:
        for upload, scan in zip(uploads, scans, strict=True):
            written.append(kept_files.kept(ComplaintDraftFile, upload, scan, vault))
        with transaction():
            draft = db.session.get_one(ComplaintDraft, draft_id)
            if _is_anonymous(typed) and not is_anonymous(draft):
                draft = _renumbered(draft)
            _change(draft, typed, kept, written, vault)
            draft.is_kept = draft.is_kept or keep
    except BaseException:
        for file in written:
            vault.discard(file.stored_as)
        raise
    return draft


def _made(token: str, secret_key: str) -> int:
    """The id of the draft of a form, which is empty where there was none."""
    code = code_of_draft(token, secret_key)
    known = _of_code(code, secret_key)
    if known is not None:
        return known.id
    draft = ComplaintDraft(
        code_fingerprint=receipt.fingerprint(code, secret_key),
        content=json.dumps({"token": token}),
        changed_at=clock.now(),
    )
    try:
        with transaction():
            db.session.add(draft)
    except IntegrityError:
        # Two presses of the button at once: the other one has just made it.
        known = _of_code(code, secret_key)
        if known is None:
            raise
        return known.id
    return draft.id


def _renumbered(draft: ComplaintDraft) -> ComplaintDraft:
    """The same draft under another number, by which nobody finds it who noted the old one: a home
    that it was put on tells nothing of who is anonymous now."""
    code = draft.code_fingerprint
    draft.code_fingerprint = f"gone:{secrets.token_hex(16)}"
    db.session.flush()
    anew = ComplaintDraft(
        code_fingerprint=code,
        content=draft.content,
        is_kept=draft.is_kept,
        changed_at=draft.changed_at,
    )
    anew.files, draft.files = [*draft.files], []
    db.session.add(anew)
    db.session.flush()
    db.session.delete(draft)
    return anew


def _change(
    draft: ComplaintDraft,
    typed: Mapping[str, str],
    kept: Sequence[str],
    written: Sequence[ComplaintDraftFile],
    vault: Vault,
) -> None:
    draft.content = json.dumps({name: typed.get(name, "") for name in TYPED}, ensure_ascii=False)
    draft.changed_at = clock.now()
    gone = [file for file in draft.files if file.stored_as not in kept]
    for file in gone:
        draft.files.remove(file)
        after_commit(partial(vault.discard, file.stored_as))
    draft.files.extend(written)


def keep_carried(draft_id: int) -> None:
    """Keep a draft that so far only carried words from page to page. Raises `DraftNotFound`."""
    with transaction():
        draft = draft_by_id(draft_id)
        draft.is_kept, draft.changed_at = True, clock.now()


def files_of(draft_id: int | None, kept: Sequence[str], vault: Vault) -> list[Upload]:
    """Files of a draft, to be sent. Raises `DraftNotFound` where one is no longer there."""
    if not kept:
        return []
    if draft_id is None:
        raise DraftNotFound
    files = {file.stored_as: file for file in draft_by_id(draft_id).files}
    try:
        found = [(files[name], vault.read(name)) for name in kept]
    except (KeyError, FileNotFoundError):
        raise DraftNotFound from None
    return [Upload(file.name, file.media_type, read) for file, read in found]


def delete_draft(draft_id: int | None, vault: Vault) -> None:
    """Leave nothing of a draft; once it is sent, or the person has no more need of it."""
    with transaction():
        draft = db.session.get(ComplaintDraft, draft_id) if draft_id is not None else None
        if draft is not None:
            for file in draft.files:
                after_commit(partial(vault.discard, file.stored_as))
            db.session.delete(draft)


def delete_old_drafts(vault: Vault) -> int:
    """Delete the drafts whose time is over; how many there were. Files that a crash left are swept
    with those of messages (`sweep_files`).
    """
    now = clock.now()
    changed, is_kept = ComplaintDraft.changed_at, ComplaintDraft.is_kept
    kept = select(ComplaintDraft.id).where(is_kept, changed <= now - KEPT_FOR)
    carried = select(ComplaintDraft.id).where(~is_kept, changed <= now - CARRIED_FOR)
    old = [*db.session.scalars(kept), *db.session.scalars(carried)]
    for draft_id in old:
        delete_draft(draft_id, vault)
    return len(old)


def _of_code(code: str, secret_key: str) -> ComplaintDraft | None:
    key = receipt.fingerprint(code, secret_key)
    return db.session.scalar(select(ComplaintDraft).where(ComplaintDraft.code_fingerprint == key))


def _is_over(draft: ComplaintDraft) -> bool:
    return draft.changed_at + lasts(draft.is_kept) <= clock.now()


def _is_anonymous(typed: Mapping[str, str]) -> bool:
    return typed.get("identity") == Identity.ANONYMOUS
