"""How the rules' keys are kept in tables: as their text, so that a new key needs no new type."""

from enum import StrEnum

from sqlalchemy import Enum


def code(keys: type[StrEnum]) -> Enum:
    """A column type for the keys of an enumeration, as text of at most 40 characters."""
    return Enum(
        keys,
        native_enum=False,
        length=40,
        values_callable=lambda members: [member.value for member in members],
    )
