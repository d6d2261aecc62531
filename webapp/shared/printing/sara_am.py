"""A print font in which ำ stays one letter, so that a PDF's text is the text that was written.

Shapers draw ำ as two signs, its ring and its า, with a tone between them. A PDF then says of the
ring that it is nothing and of the า that it is ำ, or the other way round: what is copied, searched
or read aloud from it is damaged, in every Thai PDF that we know. Here the pieces become one sign
again after shaping, and the PDF is told what each sign of the font stands for.
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.otlLib.builder import buildLigatureSubstSubtable
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

# A font that was changed goes by a name of its own.
FAMILY = "Siang Sapha Print"
_NAMES = {1: FAMILY, 4: FAMILY, 6: FAMILY.replace(" ", "")}
_RING, _AA, _AM = "\u0e4d", "\u0e32", "\u0e33"
_TONES = "\u0e48\u0e49\u0e4a\u0e4b"
_KEPT_SPACE = "\u00a0"
_SINGLE, _LIGATURE = 1, 4


class PrintFont:
    """A font file ready to print Thai: its bytes, the text of each glyph by its number, and the
    width of each letter in em by its code."""

    def __init__(self, path: Path) -> None:
        font = TTFont(path)
        texts = _texts_of(font)
        _join_sara_am(font, texts)
        for record in font["name"].names:
            record.string = _NAMES.get(record.nameID, record.toUnicode())
        packed = io.BytesIO()
        font.save(packed)
        self.data = packed.getvalue()
        self.texts = {
            font.getGlyphID(name): _as_written(text) for name, text in texts.items() if text
        }
        em = font["head"].unitsPerEm
        self.widths = {
            letter: font["hmtx"][name][0] / em for letter, name in font.getBestCmap().items()
        }


@cache
def print_font(path: Path) -> PrintFont:
    """The font of a file, prepared once a process. Raises `OSError` where the file is missing."""
    return PrintFont(path)


def _as_written(text: str) -> str:
    """A glyph's text in the order of writing: the tone first, then the whole vowel."""
    if text == _KEPT_SPACE:
        return " "
    if not _has_ring(text):
        return text
    tone = text.replace(_RING, "").replace(_AA, "")
    return tone + (_AM if _AA in text else _RING)


def _has_ring(text: str) -> bool:
    return _RING in text and set(text) <= {_RING, _AA, *_TONES}


def _texts_of(font: TTFont) -> dict[str, str]:
    """What each glyph stands for: its letter, and for variants the letters they are made from."""
    texts = {name: chr(letter) for letter, name in sorted(font.getBestCmap().items())}
    before = -1
    while len(texts) != before:
        before = len(texts)
        for subtable in _subtables(font):
            if subtable.LookupType == _SINGLE:
                for source, variant in subtable.mapping.items():
                    if source in texts:
                        texts.setdefault(variant, texts[source])
            elif subtable.LookupType == _LIGATURE:
                _read_ligatures(subtable, texts)
    return texts


def _read_ligatures(subtable: Any, texts: dict[str, str]) -> None:
    for first, ligatures in subtable.ligatures.items():
        for ligature in ligatures:
            parts = [first, *ligature.Component]
            if all(part in texts for part in parts):
                texts.setdefault(ligature.LigGlyph, "".join(texts[part] for part in parts))


def _subtables(font: TTFont) -> list[Any]:
    lookups = font["GSUB"].table.LookupList.Lookup
    return [
        getattr(subtable, "ExtSubTable", subtable)
        for lookup in lookups
        for subtable in lookup.SubTable
    ]


def _join_sara_am(font: TTFont, texts: dict[str, str]) -> None:
    """Add a sign for each ring (with or without a tone) followed by า, and the rule to use it."""
    aa = font.getBestCmap()[ord(_AA)]
    joined: dict[tuple[str, ...], str] = {}
    for ring in [name for name, text in texts.items() if _has_ring(text)]:
        name = f"{ring}_{aa}"
        _add_pair(font, name, ring, aa)
        joined[ring, aa] = name
        texts[name] = texts[ring] + _AA
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag = _LIGATURE, 0
    lookup.SubTable = [buildLigatureSubstSubtable(joined)]
    lookup.SubTableCount = 1
    table = font["GSUB"].table
    table.LookupList.Lookup.append(lookup)
    table.LookupList.LookupCount = len(table.LookupList.Lookup)
    for record in table.FeatureList.FeatureRecord:
        # Composition is never switched off; the last rule of all sees what the others left.
        if record.FeatureTag == "ccmp":
            record.Feature.LookupListIndex.append(table.LookupList.LookupCount - 1)
            record.Feature.LookupCount += 1


def _add_pair(font: TTFont, name: str, ring: str, aa: str) -> None:
    pen = TTGlyphPen(font.getGlyphSet())
    for part in (ring, aa):
        pen.addComponent(part, (1, 0, 0, 1, 0, 0))
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    glyph = pen.glyph()
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (font["hmtx"][aa][0], glyph.xMin)
