"""Tables of search."""

from webapp.search.models.entries import SearchEntry, SearchWord, Suggestion
from webapp.search.models.searches import MissedSearch, Synonym

__all__ = ["MissedSearch", "SearchEntry", "SearchWord", "Suggestion", "Synonym"]
