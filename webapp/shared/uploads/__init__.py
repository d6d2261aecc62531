"""Files that people send: told by content, stripped, scanned, kept encrypted, written down."""
