"""What is forgotten by itself."""

from webapp.accounts import service
from webapp.shared.outbox import Job

JOBS = {"accounts.forget_old_unsent": Job(service.forget_old_unsent, nightly=True)}
