"""How fast the default voice makes a book: times real time, MP3 included.

`python -m bench.voice [DOCUMENT.json|TEXT.txt]`: without a file, the built-in paragraphs below, so
often that they make a few hundred sentences. Prints one line a measure.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from audio.book import estimate_duration, estimate_seconds, make_book
from audio.engines import DEFAULT, engine
from thai_text.outline import Block, Document, parse

PARAGRAPHS = (
    "ประชาชนทุกคนมีสิทธิรับรู้ว่าร่างกฎหมายฉบับใดกำลังอยู่ในการพิจารณาของวุฒิสภา และจะมีผลเมื่อใด",
    "เมื่อวุฒิสภาได้รับร่างพระราชบัญญัติแล้ว ต้องพิจารณาให้เสร็จภายใน ๖๐ วัน เว้นแต่เป็นร่างเกี่ยวด้วยการเงิน "
    "ซึ่งต้องพิจารณาให้เสร็จภายใน ๓๐ วัน ตามมาตรา ๑๓๖ ของรัฐธรรมนูญ พ.ศ. ๒๕๖๐",
    "ในการประชุมครั้งที่ ๑๒/๒๕๖๗ มีสมาชิกลงมติเห็นชอบ ๑๖๓ เสียง ไม่เห็นชอบ ๑๙ เสียง และงดออกเสียง ๗ เสียง",
    "ผู้ใดประสงค์จะร้องเรียน เสนอแนะ หรือชมเชย ทำได้ทั้งทางโทรศัพท์ ไปรษณีย์ และเว็บไซต์ โดยไม่ต้องแจ้งชื่อ",
    "คณะกรรมาธิการรายงานว่า งบประมาณโครงการ ๑,๒๕๐,๐๐๐.๕๐ บาท ใช้ไปแล้วร้อยละ ๘๕ ณ วันที่ ๓๐ ก.ย. ๒๕๖๖",
    "เอกสารนี้อ่านได้ด้วยโปรแกรมอ่านหน้าจอ เช่น NVDA หรือ Orca และฟังเป็นเสียง MP3 ได้ทุกมาตรา",
)
_REPEATS = 50


def built_in() -> Document:
    """The built-in paragraphs, each in sections of its own, a few hundred sentences in all."""
    texts = PARAGRAPHS * _REPEATS
    blocks = (Block(f"s{at}", "section", str(at), "", text) for at, text in enumerate(texts, 1))
    return Document("เอกสารสำหรับวัดความเร็ว", "th", tuple(blocks))


def read(path: Path) -> Document:
    """The Document in a file of JSON or plain text."""
    text = path.read_text(encoding="utf-8")
    return Document.from_json(json.loads(text)) if path.suffix == ".json" else parse(text)


def main() -> None:
    """Make the book twice, the first time with the start of the voice, and print both speeds."""
    document = read(Path(sys.argv[1])) if len(sys.argv) > 1 else built_in()
    voice = engine(DEFAULT)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("voice: first book, start included", "voice: next book"):
            start, worked = time.perf_counter(), time.process_time()
            book = make_book(document, Path(folder) / "book.mp3", "mp3", voice)
            seconds = time.perf_counter() - start
            worked = time.process_time() - worked
            print(
                f"{name}: {book.duration_seconds / seconds:,.0f} times real time, MP3 included,"
                f" {book.duration_seconds / worked:,.0f} by the processor's time alone"
                f" ({book.duration_seconds / 60:.1f} minutes, {len(book.chapters)} chapters,"
                f" {book.bytes / 1e6:.1f} MB in {seconds:.1f} s; estimated"
                f" {estimate_duration(document) / 60:.1f} minutes"
                f" in {estimate_seconds(document):.1f} s)"
            )


if __name__ == "__main__":
    main()
