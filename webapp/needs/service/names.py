"""What things are called, for features that show them: in the language of the page."""

from webapp.needs.rules.lists import Who
from webapp.needs.wording import WHO


def who_name(who: Who) -> str:
    """Who asks: a sort of people, as the register calls it."""
    return str(WHO[who])
