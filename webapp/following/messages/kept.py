"""What is put together once for many, kept for a while in bounded memory."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Kept(Generic[Thing]):
    """Things by their keys, of so many bytes together at most; what was longest not asked for goes
    first, and what alone is larger is not kept."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._things: OrderedDict[Hashable, tuple[Thing, int]] = OrderedDict()
        self.bytes = 0

    def get(self, key: Hashable) -> Thing | None:
        """What is kept under a key; None where nothing is."""
        if key not in self._things:
            return None
        self._things.move_to_end(key)
        return self._things[key][0]

    def keep(self, key: Hashable, thing: Thing, size: int) -> None:
        """Keep a thing of so many bytes under a key that nothing is kept under."""
        if size > self._most:
            return
        self._things[key] = (thing, size)
        self.bytes += size
        while self.bytes > self._most:
            _key, (_thing, freed) = self._things.popitem(last=False)
            self.bytes -= freed
