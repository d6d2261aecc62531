"""Text that can be found: entries, queries, engines, ranking and highlighted passages.

Knows nothing of the web or of tables: the caller hands over entries and keeps the text itself.
"""
