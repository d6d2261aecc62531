"""What the scanner of malware says of a file."""

from enum import StrEnum

from webapp.shared.clamd import ScannerAway, is_harmful
from webapp.shared.settings import settings
from webapp.shared.uploads.checking import Upload
from webapp.shared.uploads.errors import FileHarmful


class Scan(StrEnum):
    """Not scanned, as the site has no scanner; to be scanned; clean; harmful, and so destroyed."""

    NONE = "none"
    WAITING = "waiting"
    CLEAN = "clean"
    HARMFUL = "harmful"


# What an officer may open.
OPEN = frozenset({Scan.NONE, Scan.CLEAN})


def scan(upload: Upload) -> Scan:
    """What the scanner says of a file that may be kept; it takes its time. Raises `FileHarmful`."""
    url = settings().CLAMD_URL
    if not url:
        return Scan.NONE
    try:
        if is_harmful(url, upload.content):
            raise FileHarmful(upload.name)
    except ScannerAway:
        # The person is not sent away for it: the file waits where nobody opens it.
        return Scan.WAITING
    return Scan.CLEAN
