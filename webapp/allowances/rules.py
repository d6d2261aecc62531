"""Who gets a meeting allowance, and how it is paid. Plain Python.

Source: the Secretariat's self-assessment, PMQA 4.0 category 3, point 3.2 Significance.
"""

from enum import Enum

from webapp.shared.official_names import OfficialName

# The system of payment as the source names it. It takes the place of cash.
PAID_THROUGH = "KTB Corporate Online"


class Payee(Enum):
    """The bodies whose members are paid a meeting allowance in this way."""

    COMMITTEE = OfficialName("คณะกรรมาธิการ", "Committees of the Senate")
    SUB_COMMITTEE = OfficialName("อนุกรรมาธิการ", "Sub-committees")
    BOARD = OfficialName("คณะกรรมการ", "Boards")
    SUB_BOARD = OfficialName("อนุกรรมการ", "Sub-boards")
