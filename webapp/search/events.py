"""What search announces."""

from blinker import Signal

came_to_be_found = Signal(
    "source, the key of a record that is newly found; words, where it is a page that was there: "
    "what is new on it, by language"
)
synonyms_changed = Signal("another word is kept for what searches mean, or is kept no longer")
