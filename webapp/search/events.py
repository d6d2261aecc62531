"""What search announces."""

from blinker import Signal

synonyms_changed = Signal("another word is kept for what searches mean, or is kept no longer")
