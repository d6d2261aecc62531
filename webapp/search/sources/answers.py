"""Answers to messages of citizens that an officer has cleared of personal data and published."""

from collections.abc import Iterator

from search_index.entry import Entry
from webapp.complaints import service as complaints
from webapp.search.rules.versions import moment
from webapp.search.service import Source, version_of
from webapp.shared import clock


def sources() -> Iterator[Source]:
    """Every case that is public."""
    return map(answer_source, complaints.published_cases())


def answer_source(case: complaints.PublishedCase) -> Source:
    """One public case."""
    day = case.answered_at.astimezone(clock.BANGKOK).date()
    entry = Entry(
        id=answer_key(case.id),
        kind="answer",
        url=f"/complaints/answered/{case.id}",
        title=case.title,
        text=f"{case.question}\n{case.answer}",
        lang=case.language,
        facets={"year": str(day.year + 543)},
        date=day.isoformat(),
        published=moment(case.published_at),
    )
    return Source(entry.id, version_of([entry]), lambda: [entry])


def answer_key(case_id: int) -> str:
    """The id under which a case is found."""
    return f"a-{case_id}"
