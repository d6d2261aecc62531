"""What others may ask of surveys: the periods by which the office reports."""

from webapp.shared import clock
from webapp.surveys.rules import Quarter, quarter_of

__all__ = ["Quarter", "present_quarter", "quarter_of"]


def present_quarter() -> Quarter:
    """The quarter of the fiscal year that it is now in Bangkok."""
    return quarter_of(clock.today())
