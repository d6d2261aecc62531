"""What is said of files that people send."""

from flask_babel import gettext as _

from webapp.shared.uploads.checking import Fault, FileRefused
from webapp.shared.uploads.errors import FileHarmful
from webapp.shared.uploads.kept import KeptFile
from webapp.shared.uploads.scanning import Scan


def turned_away(refusal: FileHarmful) -> str:
    """Why a file cannot be kept, and what to do."""
    return _(
        "The file %(name)s has malware in it, so it was not kept. Choose another file. Have "
        "your device looked at: you may not know of it.",
        name=refusal.name,
    )


def file_news(file: KeptFile) -> list[str]:
    """What the person is told of a file that was sent."""
    news = []
    if file.scan is Scan.WAITING:
        news.append(
            _("The scanner of malware is away. Officers can open the file once it is scanned.")
        )
    if file.scan is Scan.HARMFUL:
        news.append(_("Malware was found in this file. It was destroyed; nobody has opened it."))
    if not file.stripped:
        news.append(_("We could not take out of it what may tell where and by whom it was made."))
    return news


def fault(refusal: FileRefused) -> str:
    """Why a file was not taken, and what to do."""
    if refusal.fault is Fault.TOO_MANY:
        return _("Choose three files at most.")
    if refusal.fault is Fault.TOO_LARGE_TOGETHER:
        return _("The files together are larger than 20 MB. Choose fewer or smaller files.")
    if refusal.fault is Fault.TOO_LARGE:
        return _(
            "The file %(name)s is larger than 10 MB. Choose a smaller file, or send without it and "
            "say so in the message.",
            name=refusal.name,
        )
    if refusal.fault is Fault.RECORDING_TOO_LARGE:
        return _(
            "Sound and film together are larger than 50 MB. Make a shorter film, or one of lower "
            "quality."
        )
    if refusal.fault is Fault.TELLS_WHO:
        return _(
            "We cannot take out of %(name)s what may tell where and by whom it was made, so we do "
            "not keep it. Choose a JPEG or PNG picture, or a PDF without a password.",
            name=refusal.name,
        )
    if refusal.fault is Fault.EMPTY:
        return _("The file %(name)s is empty. Choose another file.", name=refusal.name)
    return _(
        "The file %(name)s is of a kind that we cannot take. Choose a PDF, a document (docx, odt), "
        "a text file (txt, csv), a picture (jpg, png, webp, tiff, heic), a sound file (mp3, m4a, "
        "ogg, wav) or a film (mp4, mov, webm).",
        name=refusal.name,
    )
