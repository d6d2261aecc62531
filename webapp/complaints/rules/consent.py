"""Whether a message and its answer may be published: only where its sender said yes.

Personal Data Protection Act B.E. 2562 s.19: consent is asked for plainly and apart, is given
freely, and is taken back as easily as it was given. Nobody's silence is a yes.
"""

from enum import StrEnum


class MayPublish(StrEnum):
    """What the sender answered to the question whether it may be published."""

    YES = "yes"
    NO = "no"


def consent_of(chosen: str | None) -> bool | None:
    """What a chosen answer means; None where nothing was chosen: nobody knows, and none is given.

    Raises ValueError for any other word.
    """
    return MayPublish(chosen) is MayPublish.YES if chosen else None


def may_be_asked(consent: bool | None, asked_before: bool) -> bool:
    """Whether an officer may ask: once, and never whoever has answered."""
    return consent is None and not asked_before
