"""PostgreSQL: the engine for several machines that share one database and no folder.

Terms and pairs of clusters are kept as hashed keys in one array that a GIN index looks through, so
no text is cut by PostgreSQL, and none is too long for its tsvector. An index is a schema of its
own; a row names the one in force, and a rebuild is one transaction: it is whole or never was.
"""

from search_index.engines.postgresql.engine import PostgresqlEngine, build

NAME = "postgresql"

__all__ = ["NAME", "PostgresqlEngine", "build"]
