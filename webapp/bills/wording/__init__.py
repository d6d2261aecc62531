"""Sentences for what the rules return as keys, in English with the catalogue's Thai."""
