"""Keeping and checking codenames: slow to hash, and the same work whether there is one or not."""

import hashlib
import hmac

from sqlalchemy import select

from webapp.complaints.models import Complaint, ComplaintCodename
from webapp.complaints.rules import codename
from webapp.complaints.service.errors import UnknownCodename
from webapp.extensions import db

# scrypt (RFC 7914): 16 MB and some 50 ms for each guess, also for who has stolen the tables and
# the key. The salt is one for all, as the codename alone has to find its message.
_COST, _BLOCK = 2**14, 8
_SELECTOR = 16  # bytes
_NOBODY = "0" * 64


def keep_codename(complaint: Complaint, written: str, secret_key: str) -> None:
    """Let a codename open a message; inside the caller's transaction."""
    selector, verifier = _hash(written, secret_key)
    db.session.add(
        ComplaintCodename(complaint_id=complaint.id, selector=selector, verifier=verifier)
    )


def find_by_codename(typed: str, secret_key: str) -> Complaint:
    """The message of a codename as a person typed it.

    Raises `CodenameMistyped` where it can be none, `UnknownCodename` where no message has it. What
    is done does not depend on whether there is one: one hash, one search, one comparison that takes
    as long whatever it compares.
    """
    selector, verifier = _hash(codename.written(codename.parse(typed)), secret_key)
    kept = db.session.execute(
        select(ComplaintCodename.verifier, ComplaintCodename.complaint_id).where(
            ComplaintCodename.selector == selector
        )
    ).first()
    proof, complaint_id = kept or (_NOBODY, 0)
    right = hmac.compare_digest(proof, verifier)
    found = db.session.get(Complaint, complaint_id)
    if not right or found is None:
        raise UnknownCodename
    return found


def _hash(written: str, secret_key: str) -> tuple[str, str]:
    salt = hmac.new(secret_key.encode(), b"salt of codenames", hashlib.sha256).digest()
    made = hashlib.scrypt(
        written.encode(),
        salt=salt,
        n=_COST,
        r=_BLOCK,
        p=1,
        dklen=_SELECTOR + len(_NOBODY) // 2,
    )
    return made[:_SELECTOR].hex(), made[_SELECTOR:].hex()
