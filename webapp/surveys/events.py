"""What has happened to surveys. Events carry database ids."""

from blinker import Signal

# Somebody finished answering; the figures may move on.
survey_answered = Signal("survey_id, response_id")
# It takes no more answers.
survey_closed = Signal("survey_id")
# A person of a sample is to be written to.
person_invited = Signal("invitation_id")
