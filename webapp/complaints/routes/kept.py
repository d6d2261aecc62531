"""The forms of these pages that outlive an old token, a limit, and a database that is away."""

from webapp.complaints.routes import codenames, filing
from webapp.complaints.routes.blueprint import bp
from webapp.shared.kept_forms import keep_typed

keep_typed(bp, {filing.NEW: filing.form_again, codenames.OPEN: codenames.codename_again})
