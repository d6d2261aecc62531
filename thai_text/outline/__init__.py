"""Plain text into a Document of chapters, sections, paragraphs, items and tables, and its JSON."""

from thai_text.outline.counting import count_numbers
from thai_text.outline.document import Document, canonical_json, content_hash
from thai_text.outline.law import parse
from thai_text.outline.markup import parse_markup
from thai_text.outline.tree import Block, label

__all__ = [
    "Block",
    "Document",
    "canonical_json",
    "content_hash",
    "count_numbers",
    "label",
    "parse",
    "parse_markup",
]
