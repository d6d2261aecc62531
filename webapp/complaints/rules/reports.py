"""The way of a quarterly report, and the hash that shows that it was never changed.

Through the category 3 sub-committee, which analyses complaints, to the Secretary-General: the
office's self-assessment, PMQA 4.0 category 3, point 3.4.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from webapp.shared.quarters import Quarter


class ReportState(StrEnum):
    """Where a report is."""

    DRAFT = "draft"
    SENT = "sent"
    ISSUED = "issued"


def canonical(content: Mapping[str, object]) -> str:
    """The one way to write `content` down: JSON, keys in order, no spaces, letters as they are.

    Source of the manner: RFC 8785 (JSON Canonicalization Scheme), for content of texts, whole
    numbers, lists and objects with ASCII keys.
    """
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(text: str) -> str:
    """The SHA-256 of a text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def may_be_reported(quarter: Quarter, today: date) -> bool:
    """Whether a report on a quarter may be issued: the quarter is over."""
    return quarter.last_day < today
