"""Whoosh, embedded and pure Python: the engine for small installations.

Whoosh gets terms already cut, so that nothing of ours is pickled into its files. Two rules come
from its faults: a searcher is never refreshed but opened anew (in every fork of Whoosh `refresh()`
brings removed entries back); its lock, which refuses instead of waiting, comes after the shelf's.
"""

from search_index.engines.whoosh.engine import NAME, WhooshEngine, build

__all__ = ["NAME", "WhooshEngine", "build"]
