"""Tables of search."""

from webapp.search.models.entries import SearchChange, SearchEntry, SearchWord, Suggestion
from webapp.search.models.searches import MissedSearch, Synonym

__all__ = ["MissedSearch", "SearchChange", "SearchEntry", "SearchWord", "Suggestion", "Synonym"]
