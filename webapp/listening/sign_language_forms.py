"""What an officer fills in for a video in Thai Sign Language."""

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import Field, StringField
from wtforms.validators import ValidationError

from webapp.listening.rules.captions import (
    MOST_BYTES,
    CaptionFault,
    CaptionsRefused,
    check_captions,
)
from webapp.listening.rules.videos import MAX_SIGNER, MAX_TITLE
from webapp.shared.written import NotEmpty, Shorter

CAPTION_FAULTS: dict[CaptionFault, LazyString] = {
    CaptionFault.TOO_LARGE: _l("The captions are larger than 1 MB. Choose a file of captions."),
    CaptionFault.NOT_UTF8: _l(
        "The captions are not in UTF-8. Save them as UTF-8, then choose them."
    ),
    CaptionFault.NOT_WEBVTT: _l("The captions are not WebVTT: the first line must be WEBVTT."),
    CaptionFault.EMPTY: _l("The captions have no words."),
    CaptionFault.NOT_THAI: _l("The captions have no Thai words. Captions in Thai are needed."),
}


class VideoForm(FlaskForm):
    """A video, its captions, and who signs."""

    video_title = StringField(
        _l("Title of the video"), [NotEmpty(_l("Write a title.")), Shorter(MAX_TITLE)]
    )
    signer = StringField(_l("Who signs"), [Shorter(MAX_SIGNER)])
    video = FileField(_l("Video (MP4 or WebM)"))
    captions = FileField(_l("Captions in Thai (WebVTT)"))

    checked_captions: str

    def validate_video(self, field: Field) -> None:
        if not field.data or not field.data.filename:
            raise ValidationError(_("Choose the video."))

    def validate_captions(self, field: Field) -> None:
        if not field.data or not field.data.filename:
            raise ValidationError(_("Choose the captions. A video without them is not published."))
        try:
            self.checked_captions = check_captions(field.data.read(MOST_BYTES + 1))
        except CaptionsRefused as refusal:
            raise ValidationError(_caption_words(refusal)) from refusal


def _caption_words(refusal: CaptionsRefused) -> str:
    if refusal.fault in CAPTION_FAULTS:
        return str(CAPTION_FAULTS[refusal.fault])
    return _(
        "Line %(line)s of the captions has no right times. Write them like "
        "00:01.000 --> 00:04.000, each caption after the one before it.",
        line=refusal.line,
    )
