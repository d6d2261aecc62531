"""Listening in the words that people read, one file a noun."""
