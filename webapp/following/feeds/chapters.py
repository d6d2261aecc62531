"""Chapters of a sound as Podcasting 2.0 tells them (JSON chapters, version 1.2.0)."""

import json
from collections.abc import Sequence

from webapp.following.rules.telling import Chapter


def chapters_json(title: str, chapters: Sequence[Chapter]) -> bytes:
    """The file of chapters, their times in seconds."""
    told = [{"startTime": one.start, "endTime": one.end, "title": one.title} for one in chapters]
    whole = {"version": "1.2.0", "title": title, "chapters": told}
    return json.dumps(whole, ensure_ascii=False).encode()
