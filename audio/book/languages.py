"""Words of another language inside a text, marked so that they are read in it.

Source: WCAG 2.2 SC 3.1.2.
"""

import re

from markupsafe import Markup, escape

# Two letters and more that are not a Roman numeral; words with single spaces between are one run.
_LATIN = re.compile(
    r"(?<![A-Za-z])(?![IVXLC]+(?![A-Za-z]))"
    r"[A-Za-z][A-Za-z'’&.-]*[A-Za-z](?: [A-Za-z'’&.-]*[A-Za-z])*"
)
_THAI = re.compile(r"[ก-๛]+(?: [ก-๛]+)*")
_OTHERS = {"th": (_LATIN, "en"), "en": (_THAI, "th")}


def marked(text: str, lang: str) -> Markup:
    """Return a text in `lang` as markup, English words in Thai and Thai words in English marked."""
    if lang not in _OTHERS:
        return escape(text)
    pattern, other = _OTHERS[lang]
    markup = Markup()
    done = 0
    for found in pattern.finditer(text):
        span = Markup('<span lang="{0}" xml:lang="{0}">{1}</span>')
        markup += escape(text[done : found.start()]) + span.format(other, found[0])
        done = found.end()
    return markup + escape(text[done:])
