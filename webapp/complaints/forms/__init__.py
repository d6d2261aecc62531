"""What citizens and officers fill in."""

from webapp.complaints.forms.citizens import (
    ComplaintForm,
    ConsentForm,
    DraftCodeForm,
    TrackForm,
    WordsForm,
)
from webapp.complaints.forms.closing import ClosingForm
from webapp.complaints.forms.codenames import CodenameForm
from webapp.complaints.forms.desk import (
    DESK_KEYS,
    AnswerForm,
    DeclineForm,
    DeskAddressesForm,
    EntryForm,
    HandOverForm,
    KindForm,
    QuestionForm,
    QueueForm,
    ReferralForm,
    StandardForm,
)
from webapp.complaints.forms.handling import BarForm, BulkForm, MergeForm, NoteForm, TellForm
from webapp.complaints.forms.hearing import HeardForm, TakenBackForm
from webapp.complaints.forms.writing import (
    LetterForm,
    NumberForm,
    PublicationForm,
    SeriesForm,
    TemplateForm,
    fields_form,
)

__all__ = [
    "DESK_KEYS",
    "AnswerForm",
    "BarForm",
    "BulkForm",
    "CodenameForm",
    "ClosingForm",
    "ComplaintForm",
    "ConsentForm",
    "DeclineForm",
    "DeskAddressesForm",
    "DraftCodeForm",
    "EntryForm",
    "HandOverForm",
    "HeardForm",
    "KindForm",
    "LetterForm",
    "MergeForm",
    "NoteForm",
    "NumberForm",
    "PublicationForm",
    "QuestionForm",
    "QueueForm",
    "ReferralForm",
    "SeriesForm",
    "StandardForm",
    "TakenBackForm",
    "TellForm",
    "TemplateForm",
    "TrackForm",
    "WordsForm",
    "fields_form",
]
