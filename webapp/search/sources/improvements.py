"""Improvements of the service that are public: what people said, and what the office does."""

from collections.abc import Iterator

from search_index.entry import Entry
from webapp.improvement import service as improvement
from webapp.search.rules.versions import moment
from webapp.search.service import Source, version_of
from webapp.shared.languages import language_of


def sources() -> Iterator[Source]:
    """Every improvement that is public."""
    return map(improvement_source, improvement.list_public())


def improvement_source(item: improvement.Improvement) -> Source:
    """One improvement."""
    moved = max((move.at for move in item.moves), default=None)
    words = (item.asked, item.work, item.reason, item.told, item.measure, item.before, item.after)
    entry = Entry(
        id=item.public_id,
        kind="improvement",
        url=f"/improvements/{item.public_id}",
        title=item.title,
        text="\n".join(filter(None, words)),
        lang=language_of(item.title),
        facets={"year": str(item.proposed_on.year + 543)},
        date=item.proposed_on.isoformat(),
        published=moment(moved) if moved else None,
    )
    return Source(item.public_id, version_of([entry]), lambda: [entry])
