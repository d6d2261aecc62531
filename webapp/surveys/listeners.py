"""What follows from an answer or an invitation, written into the outbox with it."""

from webapp.shared.outbox import enqueue, enqueue_once
from webapp.surveys import events


def connect() -> None:
    events.survey_answered.connect(on_answered)
    events.survey_closed.connect(on_closed)
    events.volunteer_joined.connect(on_volunteer_joined)
    events.person_invited.connect(on_invited)


def on_answered(_sender: object, survey_id: int, response_id: int) -> None:
    enqueue_once("surveys.release", survey_id=survey_id)


def on_closed(_sender: object, survey_id: int) -> None:
    enqueue_once("surveys.release", survey_id=survey_id)


def on_volunteer_joined(_sender: object, volunteer_id: int) -> None:
    enqueue_once("surveys.ask_confirmation", volunteer_id=volunteer_id)


def on_invited(_sender: object, invitation_id: int) -> None:
    enqueue("surveys.send_invitation", invitation_id=invitation_id)
