"""By when a citizen has an answer."""

from webapp.shared.working_days import Standard

# Three working days on every channel (the Secretariat's self-assessment, 3.4).
STANDARD = Standard(answer_within=3)
