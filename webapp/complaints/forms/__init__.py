"""What citizens and officers fill in."""

from webapp.complaints.forms.citizens import ComplaintForm, TrackForm, WordsForm
from webapp.complaints.forms.codenames import CodenameForm
from webapp.complaints.forms.desk import (
    DESK_KEYS,
    AnswerForm,
    DeclineForm,
    DeskAddressesForm,
    EntryForm,
    HandOverForm,
    KindForm,
    PublicationForm,
    QuestionForm,
    QueueForm,
    ReferralForm,
    StandardForm,
)

__all__ = [
    "DESK_KEYS",
    "AnswerForm",
    "CodenameForm",
    "ComplaintForm",
    "DeclineForm",
    "DeskAddressesForm",
    "EntryForm",
    "HandOverForm",
    "KindForm",
    "PublicationForm",
    "QuestionForm",
    "QueueForm",
    "ReferralForm",
    "StandardForm",
    "TrackForm",
    "WordsForm",
]
