"""What people are told by LINE, and the files that they sent there: the work of jobs."""

from dataclasses import replace

from flask import current_app
from flask_babel import force_locale

from webapp.complaints import service, wording
from webapp.complaints.by_line import words
from webapp.complaints.models import Complaint, LineFile
from webapp.complaints.rules.states import State
from webapp.complaints.service import line as people
from webapp.shared import line
from webapp.shared.line.hearing import answer
from webapp.shared.outbox import enqueue_once
from webapp.shared.sending import Gone
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction
from webapp.shared.uploads.checking import (
    MAX_RECORDED,
    Fault,
    FileRefused,
    check_file,
    download_name,
)
from webapp.shared.uploads.errors import FileHarmful
from webapp.shared.uploads.vault import site_vault
from webapp.shared.uploads.wording import fault, turned_away


def tell(complaint: Complaint, text: str, name: str) -> bool:
    """Tell the person of a message something by LINE; whether there is one who was told.

    The same `name` within a day is told once. Raises `Away` or `PutOff`: to be done again later.
    """
    person = people.told_by_line(complaint)
    if person is None or not line.is_set(settings()):
        return False
    try:
        line.push(settings(), person.user, text, f"complaint {name}")
    except Gone as gone:
        # From now on by letter, where there is an address.
        current_app.logger.warning("%s", gone)
        people.leave_line(person.user)
        with transaction():
            enqueue_once("complaints.mail_steps", complaint_id=complaint.id)
        return False
    return True


def tell_steps(complaint: Complaint, questions: str) -> None:
    """Tell where a message is, for all steps not yet told; once. Raises as `tell`.

    `questions` is the address of the questions after the end, "" where none are asked.
    """
    steps = service.untold_steps(complaint.id)
    person = people.told_by_line(complaint)
    if not steps or person is None:
        return
    newest, person_id, user = steps[-1], person.id, person.user
    with force_locale(complaint.language):
        text = words.step_told(wording.headline(newest), wording.news(newest), complaint)
        if questions:
            text += f"\n\n{words.questions(questions)}"
    if tell(complaint, text, f"{complaint.id}-{newest.id}"):
        service.steps_told(steps)
        if State(complaint.state) is State.WAITING:
            people.await_answer(person_id, complaint.id)
    elif questions:
        _unask(complaint, user)


def ask_again(complaint: Complaint, questions: str, closing_id: int) -> bool:
    """Ask once more how it ended, four weeks after; whether the person was asked. Who was not is
    asked in another way, or the next night. Raises as `tell`."""
    person = people.told_by_line(complaint)
    user = person.user if person else ""
    with force_locale(complaint.language):
        text = words.questions_again(complaint, questions)
    if tell(complaint, text, f"{complaint.id}-closing-{closing_id}"):
        return True
    _unask(complaint, user)
    return False


def _unask(complaint: Complaint, user: str) -> None:
    """Whom LINE did not reach was not asked: the cap still allows it in another way."""
    service.unask(complaint, f"line:{user}", settings().SECRET_KEY)


def fetch_file(file_id: int) -> None:
    """Fetch a file from LINE, keep it with its message, and say so; once.

    Raises `Away` or `PutOff`: to be done again later.
    """
    file = people.awaited_file(file_id)
    if file is None:
        return
    hearing_id, complaint = file.hearing_id, service.complaint_by_id(file.complaint_id)
    with force_locale(complaint.language):
        try:
            said = _take(file, line.fetch_file(settings(), file.line_id, MAX_RECORDED))
        except Gone:
            said = words.file_untaken(words.file_gone())
        except line.TooLarge:
            said = words.file_untaken(fault(FileRefused(Fault.RECORDING_TOO_LARGE, file.name)))
        with transaction():
            left = people.awaited_file(file_id)
            if left is not None:
                people.drop_file(left)
            will_be_said = answer(hearing_id, said)
    if not will_be_said:
        tell(complaint, said, f"file-{file_id}")


def _take(file: LineFile, content: bytes) -> str:
    try:
        upload = check_file(file.name, content)
        name = download_name(upload.name, upload.media_type)
        people.take_file(file, replace(upload, name=name), words.file_sent(name), site_vault())
    except FileRefused as refusal:
        return words.file_untaken(fault(refusal))
    except FileHarmful as refusal:
        return words.file_untaken(turned_away(refusal))
    except service.StepNotAllowed:
        return words.file_untaken(words.too_late())
    return words.file_taken()
