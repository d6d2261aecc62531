"""Column types that every table may use."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from flask import current_app
from sqlalchemy import DateTime, Enum, LargeBinary, Text
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC. SQLite forgets time zones, so they are put back when read."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class EncryptedText(TypeDecorator[str]):
    """Text that identifies a person, encrypted at rest with the newest of FIELD_KEYS."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> str | None:
        if value is None:
            return None
        return str(current_app.extensions["field_keys"].encrypt(value.encode()).decode())

    def process_result_value(self, value: str | None, dialect: Any) -> str | None:
        if value is None:
            return None
        return str(current_app.extensions["field_keys"].decrypt(value.encode()).decode())


class EncryptedBytes(TypeDecorator[bytes]):
    """Data made of what is encrypted, encrypted at rest in the same way."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Any) -> bytes | None:
        return None if value is None else current_app.extensions["field_keys"].encrypt(value)

    def process_result_value(self, value: bytes | None, dialect: Any) -> bytes | None:
        return None if value is None else current_app.extensions["field_keys"].decrypt(value)


def code(keys: type[StrEnum]) -> Enum:
    """A column for the keys of an enumeration, kept as their text of at most 40 characters.

    No type of the database's own, so that a new key needs no new type.
    """
    return Enum(
        keys,
        native_enum=False,
        length=40,
        values_callable=lambda members: [member.value for member in members],
    )
