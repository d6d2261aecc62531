"""What a profile says before its first review. Plain Python."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FirstWords:
    """A group's key, and the parts of its profile in their order, each in Thai and English."""

    key: str
    parts: tuple[tuple[str, str], ...]
