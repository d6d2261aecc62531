"""Dots of English short forms, which end no sentence: Dr. Smith, vol. 3, the U.S. Senate."""

import re

# The short form before the dot: a word, letters (e.g), or both (Ph.D).
_SHORT = re.compile(r"(?<![A-Za-z.'’])([A-Za-z]+(?:\.[A-Za-z]+)*)\.\s*\Z")
_LETTERS = re.compile(r"[A-Za-z]{1,2}(?:\.[A-Z])+|[a-z](?:\.[a-z])+|[A-Z]")
_OPENING = " \t\"'“‘([{"

# A word follows these always.
_BEFORE_A_WORD = re.compile(
    "Mrs?|Ms|Messrs|Drs?|Prof|Asst|Assoc|Rt|Hon|Rev|Sen|Rep|Gov|Pres|Amb|Gen|Maj|Col|Lt|Capt|Cpt|"
    r"Cdr|Adm|Sgt|[Cc]f|[Ee]\.g|[Ii]\.e|viz|vs?"
)
# Short forms where a number follows, otherwise words that may end a sentence: No. 5, modern art.
_BEFORE_A_NUMBER = re.compile(
    "[Nn]os?|[Vv]ols?|[Pp]|pp|[Ss]s?|[Ss]ecs?|[Aa]rts?|[Cc]h|[Ff]igs?|[Pp]aras?|[Cc]l|col|eds?|regs?|"
    "rr?|[Ss]ch|ver|[Tt]el|[Ee]xt|approx|ca?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_NUMBER = re.compile(r"[0-9๐-๙]|(?:[IVXLC]+|[ivx]+)\b")
_NUMERAL_I = re.compile(r"I\b(?!\.)")
# These may end a sentence, and do before a capital letter.
_BEFORE_A_SMALL_LETTER = re.compile(r"etc|al|seq|[Ii]bid|[ap]\.m")
# So may names (U.S., plan B., Co.), but a capital letter follows inside a sentence as well: only
# a word that begins sentences more often than names tells.
_PART_OF_A_NAME = re.compile("St|Mt|Co|Corp|Inc|Ltd|Bros|Jr|Sr|Dept|Govt|Univ")
_BEGINNING = re.compile(
    r"(?:A|An|The|This|That|These|Those|It|Its|He|She|We|They|His|Her|Their|Our|You|There|In|On|At|"
    r"By|For|From|After|Before|If|When|Where|While|But|And|Or|As|So|However|No|Not|All|Any|Each|"
    r"Every|Some|What|Who|Which|Why|How)\b(?!\.)"
)


def ends_sentence(line: str, place: int) -> bool:
    """Whether a sentence of `line` ends before `place`, where a mark and spaces stand before it.

    Only a dot can be a short form's; where it may be either, what follows tells.
    """
    found = _SHORT.search(line[:place])
    if not found:
        return True
    short, rest = found[1], line[place:].lstrip(_OPENING)
    if _BEFORE_A_WORD.fullmatch(short):
        return False
    if _BEFORE_A_NUMBER.fullmatch(short) and _NUMBER.match(rest):
        # "He said no. I went."
        return short in ("no", "No") and bool(_NUMERAL_I.match(rest))
    if _BEFORE_A_SMALL_LETTER.fullmatch(short):
        return bool(re.match("[A-Z]", rest))
    if _PART_OF_A_NAME.fullmatch(short) or _LETTERS.fullmatch(short):
        # "A. The Senate" at the beginning is an item of a list.
        return bool(line[: found.start()].strip()) and bool(_BEGINNING.match(rest))
    return True
