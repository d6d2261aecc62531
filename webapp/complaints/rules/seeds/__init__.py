"""Examples that the classifier starts from, written for this service; staff's decisions join them.

A committee's are found by a word of its name, so that they outlive a change of its number.
"""

from webapp.complaints.rules.seeds.committees import COMMITTEE_SEEDS
from webapp.complaints.rules.seeds.office import OFFICE_SEEDS

__all__ = ["COMMITTEE_SEEDS", "OFFICE_SEEDS", "seeds_of_committee"]


def seeds_of_committee(name: str) -> tuple[str, ...]:
    """The examples for the committee of this Thai name; none for one that is not known."""
    return next((seeds for word, seeds in COMMITTEE_SEEDS if word in name), ())
