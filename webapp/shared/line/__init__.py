"""LINE: messages from and to the office's Official Account (Messaging API, `line-bot-sdk`).

Where the settings name no account there is no LINE: `is_set` says so, and no page offers it. The
SDK takes two seconds to load, so only a site with an account loads it, when it is first needed.
"""

from webapp.shared.line.api import TooLarge, account, fetch_file, is_set, push, reply
from webapp.shared.line.events import FILES, ForgedMessage, LineEvent, read_events
from webapp.shared.line.fitting import MOST_UNITS, fitting, units

__all__ = [
    "FILES", "ForgedMessage", "LineEvent", "MOST_UNITS", "TooLarge", "account", "fetch_file",
    "fitting", "is_set", "push", "read_events", "reply", "units",
]  # fmt: skip
