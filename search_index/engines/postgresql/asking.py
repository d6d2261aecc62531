"""A search in two steps: what is found and counted, then the best of it weighed."""

from collections.abc import Iterator

from psycopg import Connection
from psycopg.sql import SQL, Composable, Identifier

from search_index.analysis import Clauses
from search_index.engines.postgresql import conditions, keys
from search_index.engines.postgresql.tables import Build
from search_index.order import Order
from search_index.results import Hit, Results, by_facet

# So many of what is found are weighed against each other; what comes after them stands newest
# first. To weigh all that hold a common word would read every array of the table.
_WEIGHED = 600
# What stands as it was typed tells more than its words, which may stand apart.
_TOGETHER = 4.0


def count(connection: Connection, build: Build) -> int:
    """How many entries there are; also that the table can be read."""
    row = connection.execute(SQL("SELECT count(*) FROM {}").format(build.entries)).fetchone()
    return int(row[0]) if row else 0


def search(
    connection: Connection,
    build: Build,
    clauses: Clauses,
    found: Composable,
    page: int,
    per_page: int,
) -> Results:
    """One page of the entries of which `found` is true, from 1, with totals and facets; how well
    each meets the clauses decides their order."""
    start, end = (page - 1) * per_page, page * per_page
    if all(way.exact for group in clauses.wanted for way in group):
        total, facets, best = _phrases(connection, build, clauses, found)
    else:
        total, facets = _counts(connection, build, found)
        best = _best(connection, build, clauses, found, total) if start < total else []
    if start >= total:
        return Results([], total, True, facets)
    hits = [hit for _, hit in best[start:end]]
    if end > len(best):
        numbers = [number for number, _ in best]
        offset = max(0, start - len(best))
        hits += _later(connection, build, found, numbers, offset, per_page - len(hits))
    return Results(hits, total, True, facets)


def newest(
    connection: Connection,
    build: Build,
    found: Composable,
    page: int,
    per_page: int,
    order: Order,
) -> Results:
    """One page of all the entries of which `found` is true, the newest first, with totals and
    facets."""
    total, facets = _counts(connection, build, found)
    # Set apart, as below.
    statement = SQL(
        """WITH found AS MATERIALIZED (SELECT id, {day} AS day FROM {entries} WHERE {found})
        SELECT id, day FROM found ORDER BY day DESC, id LIMIT %s OFFSET %s"""
    ).format(day=Identifier(order.value), entries=build.entries, found=found)
    rows = connection.execute(statement, (per_page, (page - 1) * per_page)).fetchall()
    return Results([Hit(entry_id, float(day)) for entry_id, day in rows], total, True, facets)


def _phrases(
    connection: Connection, build: Build, clauses: Clauses, found: Composable
) -> tuple[int, dict[str, dict[str, int]], list[tuple[int, Hit]]]:
    """Totals, facets and the best of what phrases find, in one statement: all of it stands as it
    was typed, and to look for a phrase twice in the entries' runs would take twice as long."""
    statement = SQL(
        """WITH found AS MATERIALIZED (
            SELECT number, id, levels, counted FROM {entries} WHERE {found}
        ), newest AS MATERIALIZED (SELECT * FROM found ORDER BY number DESC LIMIT %s)
        SELECT NULL::bigint, NULL, count(*)::float FROM found
        UNION ALL
        SELECT NULL, value, count(*) FROM found, unnest(counted) AS value GROUP BY value
        UNION ALL
        SELECT number, id, {score} FROM newest"""
    ).format(entries=build.entries, found=found, score=conditions.score(clauses))
    rows = connection.execute(statement, (_WEIGHED,)).fetchall()
    counts = [(value, int(count)) for number, value, count in rows if number is None]
    total = sum(count for value, count in counts if value is None)
    hits = [(number, Hit(key, float(s) + _TOGETHER)) for number, key, s in rows if number]
    return (
        total,
        by_facet((value, count) for value, count in counts if value is not None),
        sorted(hits, key=_best_first),
    )


def _best_first(hit: tuple[int, Hit]) -> tuple[float, int]:
    return -hit[1].score, -hit[0]


def _counts(
    connection: Connection, build: Build, found: Composable
) -> tuple[int, dict[str, dict[str, int]]]:
    rows = connection.execute(
        SQL(
            """WITH found AS MATERIALIZED (SELECT counted FROM {entries} WHERE {found})
            SELECT NULL, count(*) FROM found
            UNION ALL
            SELECT value, count(*) FROM found, unnest(counted) AS value GROUP BY value"""
        ).format(entries=build.entries, found=found)
    ).fetchall()
    return rows[0][1], by_facet(rows[1:])


def _best(
    connection: Connection, build: Build, clauses: Clauses, found: Composable, total: int
) -> list[tuple[int, Hit]]:
    """The best of what is found, numbered: what stands as typed, then what its words tell of."""
    scores: dict[int, Hit] = {}
    for condition, bonus in _steps(clauses, total):
        if len(scores) >= min(_WEIGHED, total):
            break
        wanted = conditions.all_of([found, condition])
        for number, entry_id, score in _scored(connection, build, clauses, wanted, list(scores)):
            scores[number] = Hit(entry_id, float(score) + bonus)
    return sorted(scores.items(), key=_best_first)


def _steps(clauses: Clauses, total: int) -> Iterator[tuple[Composable, float]]:
    yield conditions.standing_together(clauses), _TOGETHER
    if total > _WEIGHED:
        for step in range(keys.TOP_LEVEL, 1, -1):
            yield conditions.telling(clauses, step), 0.0
    yield conditions.EVERY, 0.0


def _scored(
    connection: Connection,
    build: Build,
    clauses: Clauses,
    wanted: Composable,
    known: list[int],
) -> list[tuple[int, str, float]]:
    # Set apart, so that no plan walks the whole table backwards in search of the newest.
    statement = SQL(
        """WITH found AS MATERIALIZED (
            SELECT number, id, levels FROM {entries} WHERE {wanted} AND number <> ALL(%s)
        ), newest AS MATERIALIZED (SELECT * FROM found ORDER BY number DESC LIMIT %s)
        SELECT number, id, {score} FROM newest"""
    ).format(entries=build.entries, wanted=wanted, score=conditions.score(clauses))
    return connection.execute(statement, (known, _WEIGHED - len(known))).fetchall()


def _later(
    connection: Connection,
    build: Build,
    found: Composable,
    known: list[int],
    offset: int,
    limit: int,
) -> list[Hit]:
    statement = SQL(
        """WITH found AS MATERIALIZED (
            SELECT number, id FROM {entries} WHERE {found} AND number <> ALL(%s)
        )
        SELECT id FROM found ORDER BY number DESC LIMIT %s OFFSET %s"""
    ).format(entries=build.entries, found=found)
    rows = connection.execute(statement, (known, limit, offset)).fetchall()
    return [Hit(entry_id, 0.0) for (entry_id,) in rows]
