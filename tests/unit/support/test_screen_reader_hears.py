"""What the screen reader tells of the machine's own pace is not taken for words of a page."""

import json

from tests.support.orca import Reader

TITLE = "เสียงสภา"
OF_THE_MACHINE = (
    "Loading.  Please wait.",
    "Finished loading.",
    f"Finished loading {TITLE}.",
    "กำลังเรียกอ่าน โปรดรอสักครู่",
    "เรียกอ่านเสร็จแล้ว",
    f"เรียกอ่าน {TITLE} เสร็จแล้ว",
)
OF_A_PAGE = (TITLE, "Loading the list again is safe.", "เรียกอ่านเอกสาร", "ร่างกฎหมายที่เรียกอ่านเสร็จแล้ว")


def test_loading_is_not_heard_and_a_page_is(tmp_path):
    utterances = tmp_path / "utterances.jsonl"
    said = [line for pair in zip(OF_THE_MACHINE, OF_A_PAGE * 2, strict=False) for line in pair]
    utterances.write_text("".join(json.dumps({"text": line}) + "\n" for line in said))
    heard = Reader(None, utterances).heard(quiet=0.1, first=0.1)
    assert heard == [*OF_A_PAGE, *OF_A_PAGE[:2]]
