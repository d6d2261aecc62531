"""How long what a person wrote is kept after the end; the pages say so."""

from datetime import timedelta

from webapp.complaints.rules.states import ENDED, State

# Two years: the figures of a year are compared with those of the year before, and a repeat of the
# same matter is recognised. Then the service erases by itself.
KEPT_FOR = timedelta(days=730)
# What is over: nothing more is owed in these.
OVER = ENDED | {State.WITHDRAWN}
