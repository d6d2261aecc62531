"""What has happened to surveys. Events carry database ids."""

from blinker import Signal

# Somebody finished answering; the figures may move on.
survey_answered = Signal("survey_id, response_id")
# It takes no more answers.
survey_closed = Signal("survey_id")
# Words that somebody wrote have been let out, by five people or more at once: the register of needs
# takes them by `service.text_given`. Nothing says who wrote them.
survey_text_given = Signal("answer_id, survey_id, question_id, channel")
# Somebody gave an e-mail address and is to confirm it.
volunteer_joined = Signal("volunteer_id")
# A person of a sample is to be written to.
person_invited = Signal("invitation_id")
