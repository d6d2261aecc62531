"""tantivy, embedded and compiled: the engine for large installations, 100 times as fast.

Its compiled part does not only raise: where files are broken it may panic, which Python sees as an
exception that is none of `Exception`. Whatever reads or writes its files does so inside
`damage.told`, so that nobody outside meets a panic.
"""

from search_index.engines.tantivy.engine import NAME, TantivyEngine, build

__all__ = ["NAME", "TantivyEngine", "build"]
