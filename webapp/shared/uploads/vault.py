"""Files of citizens on disk: encrypted, under names that say nothing."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cryptography.fernet import MultiFernet
from flask import current_app


@dataclass(frozen=True)
class Vault:
    """The folder that keeps the files, and the keys that open them."""

    folder: Path
    keys: MultiFernet

    def keep(self, content: bytes) -> str:
        """Write `content` encrypted; gives the name under which it is found again.

        Raises `OSError` where the disk does not take it.
        """
        name = secrets.token_hex(16)
        file = self.folder / name
        file.touch(mode=0o600)
        file.write_bytes(self.keys.encrypt(content))
        return name

    def read(self, name: str) -> bytes:
        """The content kept under `name`. Raises `FileNotFoundError` where there is none."""
        return self.keys.decrypt((self.folder / name).read_bytes())

    def older_than(self, moment: datetime) -> list[str]:
        """The names of the files that were last written before `moment`."""
        limit = moment.timestamp()
        return [
            file.name
            for file in self.folder.iterdir()
            if file.is_file() and file.stat().st_mtime < limit
        ]

    def discard(self, name: str) -> None:
        """Remove what was kept under `name`, if it is there."""
        (self.folder / name).unlink(missing_ok=True)


@dataclass(frozen=True)
class _Remembering(Vault):
    """A vault that knows what it was given."""

    kept: list[str] = field(default_factory=list)

    def keep(self, content: bytes) -> str:
        self.kept.append(super().keep(content))
        return self.kept[-1]


@contextmanager
def undone_on_failure(vault: Vault) -> Iterator[Vault]:
    """A vault whose new files are discarded where the work inside fails, a commit among it."""
    remembering = _Remembering(vault.folder, vault.keys)
    try:
        yield remembering
    except BaseException:
        for name in remembering.kept:
            vault.discard(name)
        raise


def site_vault() -> Vault:
    """Where this site keeps the files that people send."""
    settings = current_app.extensions["settings"]
    return Vault(settings.upload_dir, current_app.extensions["field_keys"])
