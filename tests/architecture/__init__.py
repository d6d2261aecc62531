"""The rules of the house that no single page shows: names, sizes, doors, words, settings."""
