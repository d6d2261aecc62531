"""The words in which a comparison is told, in Thai and English."""

from thai_text.compare.comparison import Change, Comparison, Kind
from thai_text.compare.runs import RunKind

# How a change of words is opened and closed; a listener who wants less hears the short ones.
OPENED = {
    "th": {RunKind.ADDED: "เพิ่ม", RunKind.REMOVED: "ตัดออก"},
    "en": {RunKind.ADDED: "Added:", RunKind.REMOVED: "Removed:"},
}
CLOSED = {
    "th": {RunKind.ADDED: "จบส่วนที่เพิ่ม", RunKind.REMOVED: "จบส่วนที่ตัดออก"},
    "en": {RunKind.ADDED: "end of added.", RunKind.REMOVED: "end of removed."},
}
CLOSED_SHORTLY = {"th": "จบ", "en": "end."}
_WHAT = {
    "th": {
        Kind.SAME: "เหมือนเดิม", Kind.CHANGED: "แก้ไข", Kind.ADDED: "เพิ่มใหม่", Kind.REMOVED: "ตัดออก",
        Kind.REPEALED: "ยกเลิก", Kind.MOVED: "ย้ายที่",
    },
    "en": {
        Kind.SAME: "the same", Kind.CHANGED: "changed", Kind.ADDED: "added",
        Kind.REMOVED: "removed", Kind.REPEALED: "repealed", Kind.MOVED: "moved",
    },
}  # fmt: skip
_COUNTED = {
    "th": {
        "added": "เพิ่ม {n} {unit}", "changed": "แก้ไข {n} {unit}", "removed": "ตัดออก {n} {unit}",
        "repealed": "ยกเลิก {n} {unit}", "moved": "ย้ายที่หรือเปลี่ยนเลข {n} {unit}",
        "same": "อีก {n} {unit}เหมือนเดิม",
    },
    "en": {
        "added": "{n} {unit} added", "changed": "{n} {unit} changed",
        "removed": "{n} {unit} removed", "repealed": "{n} {unit} repealed",
        "moved": "{n} {unit} moved or renumbered",
        "same": "{n} {unit} stayed the same",
    },
}  # fmt: skip
_NOTHING = {"th": "สองฉบับนี้เหมือนกันทุกคำ", "en": "The two say the same, word for word."}
_NOTHING_ELSE = {
    "th": "สองฉบับนี้เหมือนกันทุกคำ ต่างกันเพียงการเว้นวรรคหรือวิธีเขียนตัวเลข",
    "en": "The two say the same, word for word; only spacing or the writing of figures differs.",
}
_ELSEWHERE = {
    "th": "นอกจากนั้น ชื่อ หัวข้อ หรือข้อความนอกมาตราต่างกัน {n} แห่ง",
    "en": "Outside the sections, titles, headings or other words differ in {n} places.",
}
TITLE = {"th": "เปรียบเทียบ {title}", "en": "Compared: {title}"}
BETWEEN = {"th": "{old} เทียบกับ {new}", "en": "{old} against {new}"}
SUMMARY = {"th": "สรุปสิ่งที่ต่างกัน", "en": "What differs"}
NAME_CHANGED = {"th": "ชื่อ", "en": "Title"}
RENUMBERED = {"th": "เดิมคือ {old}", "en": "It was {old}."}
DIVIDED = {
    "th": "คำเหมือนเดิมทุกคำ แต่แบ่งย่อหน้าต่างจากเดิม",
    "en": "The same words as before, divided into other paragraphs.",
}


def mark_words(kind: RunKind, lang: str, full: bool) -> tuple[str, str]:
    """What opens and what closes a run that was added or removed: "เพิ่ม", "จบส่วนที่เพิ่ม"."""
    lang = known(lang)
    return OPENED[lang][kind], CLOSED[lang][kind] if full else CLOSED_SHORTLY[lang]


def known(lang: str) -> str:
    """The language in which marks are said: English for English texts, else Thai."""
    return "en" if lang == "en" else "th"


def summary_sentences(comparison: Comparison) -> list[str]:
    """What changed in sentences: "เพิ่ม 3 มาตรา แก้ไข 12 มาตรา ตัดออก 1 มาตรา"."""
    lang, counts = known(comparison.lang), comparison.counts
    if not comparison.different:
        return [(_NOTHING_ELSE if comparison.writing_differs else _NOTHING)[lang]]
    told = [
        _counted(comparison, name, getattr(counts, name))
        for name in ("added", "changed", "removed", "repealed", "moved")
        if getattr(counts, name)
    ]
    sentences = [(" " if lang == "th" else ", ").join(told) + _stop(lang)] if told else []
    if counts.same:
        sentences.append(_counted(comparison, "same", counts.same) + _stop(lang))
    elsewhere = len(comparison.different) - counts.different
    if elsewhere:
        sentences.append(_ELSEWHERE[lang].format(n=elsewhere))
    return sentences


def _stop(lang: str) -> str:
    return "" if lang == "th" else "."


def _counted(comparison: Comparison, name: str, number: int) -> str:
    lang = known(comparison.lang)
    if lang == "th":
        unit = "มาตรา" if comparison.is_of_law else "ตอน"
    else:
        unit = ("section" if comparison.is_of_law else "part") + ("" if number == 1 else "s")
    return _COUNTED[lang][name].format(n=number, unit=unit)


def headline(change: Change, lang: str) -> str:
    """What a section is called and what became of it: "มาตรา ๕ แก้ไข"."""
    lang = known(lang)
    name = NAME_CHANGED[lang] if change.entry.kind == "title" else change.entry.name
    return f"{name} {_WHAT[lang][change.kind]}"
