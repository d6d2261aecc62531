"""PDFs of figures and notes: set once, kept under the hash of what they say.

Nothing in the database knows of them, so the sweep of every night takes away those that were set
more than two days ago; who asks again has them set again. What is frozen stands on shelves of its
own, which nobody sweeps. Nobody gets an old one: other figures, other words or another version of
the setting have another hash.
"""

import os
import threading

from cryptography.fernet import InvalidToken

from thai_text.outline import Document as Outline
from webapp.listening.large_print import make_pdf
from webapp.listening.rules.kinds import FormKind, Variant
from webapp.listening.service.recipes import form_key, recipe
from webapp.listening.service.registry import shelves
from webapp.listening.service.shelves import Shelves
from webapp.shared.settings import field_keys, settings

_KIND = FormKind.LARGE_PRINT
# The names of other shelves are two letters, and those alone are swept.
_LASTING = "lasting"


def pdf_of(document: Outline, *, is_frozen: bool = False, is_secret: bool = False) -> bytes:
    """The document as a tagged PDF, set now or kept from before.

    `is_frozen`: what it says never changes, and it is kept for ever. `is_secret`: it is of words
    that are encrypted at rest, and so is the file. Raises `PrintUnavailable`, `LargePrintTooLong`
    and `OSError`.
    """
    key = form_key(document, _KIND, Variant(), recipe(_KIND, ""))
    kept = Shelves(settings().forms_dir / _LASTING) if is_frozen else shelves()
    name = f"{key}-sealed" if is_secret else key
    try:
        content = kept.path(name, _KIND).read_bytes()
        return field_keys().decrypt(content) if is_secret else content
    except (FileNotFoundError, InvalidToken):
        # Two may set it at once, threads of one process too: each in its own place, and the last
        # one stays. A file whose key is not ours any more is set anew.
        made = shelves().unfinished(f"{name}-{os.getpid()}-{threading.get_ident()}", _KIND)
    make_pdf(document, made)
    content = made.read_bytes()
    if is_secret:
        made.write_bytes(field_keys().encrypt(content))
    kept.keep(made, name, _KIND)
    return content
