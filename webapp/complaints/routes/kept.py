"""The forms of these pages that outlive an old token, a limit, far too much, a database away."""

from webapp.complaints.routes import closing, codenames, drafts, filing, questions, tracking
from webapp.complaints.routes.blueprint import bp
from webapp.shared.kept_forms import keep_typed
from webapp.shared.large_forms import take_large_files
from webapp.shared.uploads.checking import MAX_REQUEST

keep_typed(
    bp,
    {
        filing.NEW: filing.form_again,
        questions.ANSWER: questions.question_again,
        drafts.SHOW: drafts.code_again,
        codenames.OPEN: codenames.codename_again,
        tracking.TRACK: tracking.code_again,
        tracking.CASE: tracking.words_again,
        closing.TELL: closing.answers_again,
        closing.ANSWER: closing.answers_again,
    },
)
take_large_files(
    bp,
    lambda: MAX_REQUEST,
    {
        filing.NEW: filing.beside_large_files,
        questions.ANSWER: questions.beside_large_files,
        tracking.CASE: tracking.beside_large_files,
    },
)
