"""What officers write down of a file."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import TextAreaField

from webapp.complaints.forms.citizens import Shorter
from webapp.complaints.rules.kinds import MAX_MESSAGE


class TranscriptForm(FlaskForm):
    """What a sound, a picture or a film says."""

    text = TextAreaField(_l("Transcript"), [Shorter(MAX_MESSAGE)])
