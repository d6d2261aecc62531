"""States and sources of improvements in the words that people read."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from webapp.improvement.rules import Source, State
from webapp.shared.bureaux import Bureau
from webapp.shared.languages import language

STATE: dict[State, LazyString] = {
    State.PROPOSED: _l("Proposed"),
    State.PLANNED: _l("Planned"),
    State.UNDER_WAY: _l("Under way"),
    State.DONE: _l("Done"),
    State.DECLINED: _l("Declined"),
    State.TOLD_BACK: _l("Told back"),
}
SOURCE: dict[Source, LazyString] = {
    Source.NEED: _l("Need in the register"),
    Source.COMPLAINT: _l("Message from a citizen"),
    Source.CAUSE: _l("Root cause of messages"),
    Source.SURVEY: _l("Result of a survey"),
}


def bureau_name(key: str) -> str:
    """A bureau in the language of the page."""
    name = Bureau(key).official
    return name.th if language() == "th" else name.en
