"""Whether an entry fits filters."""

from collections.abc import Mapping, Sequence

Facets = Mapping[str, str | Sequence[str]]


def fits(kind: str, lang: str, facets: Facets, filters: Mapping[str, str]) -> bool:
    """Whether an entry of this kind, language and facets has each filter's value."""
    values: Facets = {**facets, "kind": kind, "lang": lang}
    return all(value in _several(values.get(name, ())) for name, value in filters.items())


def _several(values: str | Sequence[str]) -> Sequence[str]:
    return (values,) if isinstance(values, str) else values
