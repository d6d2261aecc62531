"""What following passes through, for tests that end a worker there."""

from blinker import Signal

passed = Signal("boundary: a name of a point between two steps that must both happen")
