"""How long what a person told by the form is kept; the form and the privacy page say so."""

from datetime import timedelta

# As messages to the office are (complaints): what was asked for is compared with the year before.
# Personal Data Protection Act B.E. 2562 s.37(3): then the service erases by itself.
KEPT_FOR = timedelta(days=730)
