"""PDFs of figures: set once, kept under the hash of what they say, and swept with other forms.

Nothing in the database knows of them, so the sweep of every night takes away those that were set
more than two days ago; who asks again has them set again. Nobody gets an old one: other figures,
other words or another version of the setting have another hash.
"""

import os
import threading

from thai_text.outline import Document as Outline
from webapp.listening.large_print import make_pdf
from webapp.listening.rules.kinds import FormKind, Variant
from webapp.listening.service.recipes import form_key, recipe
from webapp.listening.service.registry import shelves

_KIND = FormKind.LARGE_PRINT


def pdf_of(document: Outline) -> bytes:
    """The document as a tagged PDF, set now or kept from before.

    Raises `PrintUnavailable`, `LargePrintTooLong` and `OSError`.
    """
    key = form_key(document, _KIND, Variant(), recipe(_KIND, ""))
    kept = shelves()
    try:
        return kept.path(key, _KIND).read_bytes()
    except FileNotFoundError:
        # Two may set it at once, threads of one process too: each in its own place, and the last
        # one stays.
        made = kept.unfinished(f"{key}-{os.getpid()}-{threading.get_ident()}", _KIND)
    make_pdf(document, made)
    content = made.read_bytes()
    kept.keep(made, key, _KIND)
    return content
