"""The words for forms, voices and what became of them."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from webapp.listening.rules.forms import Failure
from webapp.listening.rules.kinds import BRAILLE, SOUNDS, FormKind
from webapp.listening.rules.shelf import Length, Reader, Standing

KIND_NAMES: dict[FormKind, LazyString] = {
    FormKind.MP3_LIGHT: _l("Light MP3"),
    FormKind.MP3: _l("MP3"),
    FormKind.MP3_ZIP_LIGHT: _l("Light MP3 by section (ZIP)"),
    FormKind.MP3_ZIP: _l("MP3 by section (ZIP)"),
    FormKind.DAISY: _l("DAISY audio book"),
    FormKind.EPUB: _l("EPUB with sound"),
    FormKind.BRF: _l("Braille file (BRF)"),
    FormKind.PEF: _l("Braille file (PEF)"),
    FormKind.BRAILLE_TEXT: _l("Braille as text (Unicode)"),
    FormKind.LARGE_PRINT: _l("Large print (PDF)"),
    FormKind.TEXT: _l("Plain text (TXT)"),
}
# The coarse terms that documents are filtered by: see service.availability.
TERM_NAMES: dict[str, LazyString] = {
    "sound": _l("Sound"),
    "read-by-a-person": _l("Sound, read by a person"),
    "book": _l("Book with sound (DAISY, EPUB)"),
    "braille": _l("Braille"),
    "large-print": _l("Large print"),
    "sign-language": _l("Thai Sign Language"),
}
# What each is good for, in one phrase.
KIND_USES: dict[FormKind, LazyString] = {
    FormKind.MP3_LIGHT: _l("for old telephones and little data; recommended when data costs money"),
    FormKind.MP3: _l("for any player, with chapters to jump between"),
    FormKind.MP3_ZIP_LIGHT: _l(
        "for simple players and little data: one small file for each section"
    ),
    FormKind.MP3_ZIP: _l("for simple players: one file for each section"),
    FormKind.DAISY: _l("for DAISY players: move by chapter, section and sentence"),
    FormKind.EPUB: _l("for reading programs: text and sound in step"),
    FormKind.BRF: _l("for braille displays and embossers"),
    FormKind.PEF: _l("for embossers that take PEF"),
    FormKind.BRAILLE_TEXT: _l("for sighted helpers and screens"),
    FormKind.LARGE_PRINT: _l("18 point letters, to print or to read on a screen"),
    FormKind.TEXT: _l("the smallest file; every device opens it"),
}
GROUPS: list[tuple[str, LazyString, tuple[FormKind, ...]]] = [
    ("sound", _l("To hear"), SOUNDS),
    ("braille", _l("In braille"), BRAILLE),
    ("print", _l("To read"), (FormKind.LARGE_PRINT, FormKind.TEXT)),
]
VOICE_NAMES: dict[str, LazyString] = {
    "espeak": _l("Siang Sapha's own voice (computer)"),
    "gtts": _l("Google's voice (computer)"),
    "neural": _l("Thai neural voice (computer)"),
}
FAILURE_WORDS: dict[Failure, LazyString] = {
    Failure.VOICE: _l("The chosen voice is not available here. Choose another voice."),
    Failure.PRINT: _l(
        "Large print is not available here: this server lacks the library that sets it (Pango). "
        "The office can add it; until then use the plain text, or ask for large print."
    ),
    Failure.LONG: _l(
        "This text is too long for one file in large print: it would have a thousand pages. "
        "Ask the office for the part that you need in large print."
    ),
    Failure.DISK: _l("The server's disk took no more. Ask again later, or ask the office for it."),
    Failure.FAULT: _l("Making it failed; the office has been told. Ask the office for this form."),
}
ASKED_WORDS = _l("It is being made. This page says when it should be ready.")
ASKED_READY_WORDS = _l("It is ready. Its link is on this page.")
ASKED_AGAIN_WORDS = _l(
    "Google's voice did not answer, so Siang Sapha's own voice reads it meanwhile. We are trying "
    "Google's voice again; this page says when its sound should be ready."
)
STANDING_NAMES: dict[Standing, LazyString] = {
    Standing.READY: _l("Ready"),
    Standing.AT_ONCE: _l("Made as soon as you open it"),
    Standing.MAKING: _l("Being made"),
    Standing.FAILED: _l("Could not be made"),
    Standing.MISSING: _l("Not made yet"),
}
LENGTH_NAMES: dict[Length, LazyString] = {
    Length.SHORT: _l("Up to 15 minutes"),
    Length.MIDDLE: _l("15 minutes to an hour"),
    Length.LONG: _l("More than an hour"),
}
READER_NAMES: dict[Reader, LazyString] = {
    Reader.PERSON: _l("A person reads, all or parts"),
    Reader.COMPUTER: _l("A computer voice reads"),
}
LAYOUT_NAMES: dict[str, LazyString] = {
    "page": _l("Paper: 40 cells by 25 lines, with page numbers"),
    "display-40": _l("Display of 40 cells"),
    "display-32": _l("Display of 32 cells"),
    "display-20": _l("Display of 20 cells"),
    "display-14": _l("Display of 14 cells"),
}
GRADE_NAMES: dict[int, LazyString] = {
    0: _l("Grade 0: letter by letter"),
    1: _l("Grade 1: as Thai braille is usually written"),
    2: _l("Grade 2: with contractions"),
}
