"""What the plan of improvements announces; every id is a database id."""

from blinker import Signal

improvement_moved = Signal(
    "improvement_id, state: it came into a state that is public, by: the account of whoever moved "
    "it, or None"
)
improvement_changed = Signal("improvement_id: the words of one that is public")
improvement_told = Signal("improvement_id: the people who asked are told what became of it")
