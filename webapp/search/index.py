"""The index in use: which engine, where its files are, opened once a process."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, ExitStack, suppress
from pathlib import Path
from threading import Lock

from flask import current_app

from search_index.engines import (
    ENGINES,
    Place,
    SearchEngine,
    choose,
    open_engine,
    rebuild_index,
)
from search_index.entry import Entry
from search_index.errors import IndexDamaged, IndexMissing, IndexUnusable
from webapp.search import locks
from webapp.search.locks import CHANGING

AUTO, POSTGRESQL, TANTIVY = "auto", "postgresql", "tantivy"
CHOICE_FILE = "engine"


class Index:
    """One process's hold on the index, by the setting SEARCH_ENGINE.

    It is in files under `folder`, or in the `database` (libpq's address) for PostgreSQL's engine.
    """

    def __init__(self, folder: Path, setting: str, database: str = "") -> None:
        self.folder = folder
        self.setting = setting
        self.database = database
        self._engine: SearchEngine | None = None
        self._name = ""
        self._lock = Lock()

    def opened(self) -> SearchEngine:
        """The engine, open. Raises `IndexUnusable` where there is none or it is broken or old."""
        with self._lock:
            name = self._name_in_use()
            if self._engine is None or name != self._name:
                self._forget()
                self._engine, self._name = open_engine(name, self._place(name)), name
            return self._engine

    def held(self, name: str, wait: bool = False) -> AbstractContextManager[bool]:
        """True inside for the only one who changes, or builds, the index; False for any other, at
        once, unless it is to wait."""
        shared = self.database if self.setting == POSTGRESQL else ""
        return locks.held(name, self.folder, shared, wait)

    def rebuild(self, entries: Iterable[Entry], count: int, ready: Callable[[], None]) -> None:
        """Build the index anew from `entries`, with the engine that suits `count` of them.

        The one in use is asked and changed meanwhile. Once the new one is whole nobody changes
        either, until it is in use; `ready` is called then, for it knows of no change since.
        """
        name = choose(count) if self.setting == AUTO else self.setting
        with ExitStack() as until_in_use:

            def stop_changes() -> None:
                # A change takes a second.
                until_in_use.enter_context(self.held(CHANGING, wait=True))
                ready()

            rebuild_index(name, self._place(name), entries, stop_changes).close()
            # By one rename: whoever reads it meanwhile sees the one or the other.
            draft = self.folder / f"{CHOICE_FILE}.new"
            draft.write_text(name)
            draft.replace(self.folder / CHOICE_FILE)
        self.forget()

    def is_outgrown(self, count: int) -> bool:
        """For so many entries another engine than the one in use is meant. PostgreSQL, which is
        chosen for other reasons, is never outgrown. Raises `IndexUnusable`."""
        name = self._name_in_use()
        return name != POSTGRESQL and choose(count) == TANTIVY != name

    def is_left_behind(self) -> bool:
        """Another engine was built here since the one in use, which has been told nothing of what
        changed meanwhile: the settings name it again. Raises `IndexUnusable`."""
        choice = self.folder / CHOICE_FILE
        return choice.exists() and choice.read_text().strip() != self._name_in_use()

    def forget(self) -> None:
        """Close what is open, after it was found broken; the next use opens anew."""
        with self._lock:
            self._forget()

    def _place(self, name: str) -> Place:
        return self.database if name == POSTGRESQL else self.folder / name

    def _forget(self) -> None:
        if self._engine is not None:
            # One that is given up because it is broken may fail to close for the same reason.
            with suppress(IndexUnusable, OSError):
                self._engine.close()
        self._engine, self._name = None, ""

    def _name_in_use(self) -> str:
        if self.setting != AUTO:
            return self.setting
        choice = self.folder / CHOICE_FILE
        if not choice.exists():
            raise IndexMissing("no index has been built yet")
        name = choice.read_text().strip()
        if name not in ENGINES:
            raise IndexDamaged(f"{choice} names no engine")
        return name


def current_index() -> Index:
    """The index of the present site, one hold on it a process."""
    held = current_app.extensions
    if "search_index" not in held:
        settings = held["settings"]
        held["search_index"] = Index(
            settings.search_dir, settings.SEARCH_ENGINE, settings.postgresql_url
        )
    index: Index = held["search_index"]
    return index
