"""Work about LINE that is done later."""

from webapp.shared.line import hearing
from webapp.shared.outbox import Job

JOBS = {
    hearing.ANSWER: Job(hearing.send_answer),
    "line.tidy": Job(hearing.tidy, nightly=True),
}
