"""What a profile says before its first review. Plain Python."""

from dataclasses import dataclass

from webapp.shared.bureaux import Bureau
from webapp.shared.official_names import OfficialName


@dataclass(frozen=True)
class FirstWords:
    """A group's key and name, the bureau that owns its profile, as whom the register of needs knows
    it ("" for none), and the parts of its profile in their order, each in Thai and English."""

    key: str
    name: OfficialName
    owner: Bureau
    asks_as: str
    parts: tuple[tuple[str, str], ...]
