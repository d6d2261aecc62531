"""A query as a condition of PostgreSQL on an entry's keys, and as a score."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from psycopg.sql import SQL, Composable, Literal

from search_index import analysis
from search_index.analysis import Clauses, Way
from search_index.engines.postgresql import keys

_NOTHING: Composable = SQL("false")
EVERY: Composable = SQL("true")


def matching(clauses: Clauses, filters: Mapping[str, str], without: Collection[str]) -> Composable:
    """True of the entries that a query finds, but for those with the ids in `without`."""
    parts = [any_of(map(_way, group)) for group in clauses.wanted]
    if clauses.unwanted:
        parts.append(SQL("NOT ({})").format(any_of(map(_way, clauses.unwanted))))
    if filters:
        wanted = [keys.facet(analysis.facet(name, value)) for name, value in filters.items()]
        parts.append(_has(wanted))
    if without:
        parts.append(SQL("id <> ALL({}::text[])").format(Literal(list(without))))
    return all_of(parts)


def standing_together(clauses: Clauses) -> Composable:
    """True where each group is met by a piece of text as it was typed, not by its words apart."""
    groups = [[way for way in group if way.grams] for group in clauses.wanted]
    parts = [any_of(_has(map(keys.gram, way.grams)) for way in group) for group in groups if group]
    return all_of(parts) if parts else _NOTHING


def telling(clauses: Clauses, step: int) -> Composable:
    """True where the words of every group tell so much or more (see `keys.level`)."""
    return all_of(
        any_of(
            all_of(_has_any(keys.level(form, step) for form in forms) for forms in way.words)
            for way in group
        )
        for group in clauses.wanted
    )


def score(clauses: Clauses) -> Composable:
    """How well an entry meets a query: for each word, how much it tells; more where it is typed."""
    words = {
        (form, place == 0)
        for group in clauses.wanted
        for way in group
        for forms in way.words
        for place, form in enumerate(forms)
    }
    parts = [
        SQL("CASE WHEN levels @> {} THEN {} ELSE 0 END").format(
            _array([keys.level(word, step)]),
            Literal(1.0 if typed else analysis.OTHER_FORM_BOOST),
        )
        for word, typed in sorted(words)
        for step in range(2, keys.TOP_LEVEL + 1)
    ]
    return SQL(" + ").join(parts) if parts else SQL("0")


def _way(way: Way) -> Composable:
    grams = _has(map(keys.gram, way.grams))
    if way.exact and len(way.grams) > 1:
        return all_of([grams, SQL("position({} in run) > 0").format(Literal(way.run))])
    if way.exact:
        return grams
    words = all_of(_has_any(map(keys.term, forms)) for forms in way.words)
    return any_of([words, grams]) if way.grams else words


def _has(wanted: Iterable[int]) -> Composable:
    return SQL("keys @> {}").format(_array(wanted))


def _has_any(wanted: Iterable[int]) -> Composable:
    listed = list(wanted)
    return _has(listed) if len(listed) == 1 else SQL("keys && {}").format(_array(listed))


def _array(numbers: Iterable[int]) -> Composable:
    # Literals, not parameters: the planner asks how rare these very keys are.
    return SQL("'{{{}}}'::bigint[]").format(SQL(",").join(SQL(str(number)) for number in numbers))


def any_of(parts: Iterable[Composable]) -> Composable:
    """Either of these."""
    return _joined(" OR ", list(parts))


def all_of(parts: Iterable[Composable]) -> Composable:
    """All of these."""
    return _joined(" AND ", list(parts))


def _joined(word: str, parts: Sequence[Composable]) -> Composable:
    return SQL("({})").format(SQL(word).join(parts)) if parts else EVERY
