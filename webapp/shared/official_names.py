"""Names that are official in Thai, with our English for them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class OfficialName:
    """A name as the office writes it (`th`), and what this service calls it in English (`en`)."""

    th: str
    en: str
