"""Documents that are written with Markdown's headings, lists and tables."""

import pytest

from thai_text.outline import Document, parse_markup

GUIDE = """# คู่มือ

บทนำ
บรรทัดที่สอง

## เริ่มต้น

### ฟัง

- **หนึ่ง**
  - ย่อย
- สอง
ต่อจากสอง

1. ก่อน
2. หลัง

### อ่าน

| แบบ | ขนาด |
|-----|:----:|
| เสียง | ๑ |

## จบ
ลาก่อน
"""


def test_the_only_first_heading_is_the_title():
    document = parse_markup(GUIDE)
    assert document.title == "คู่มือ"
    assert document.blocks[0].text == "บทนำ บรรทัดที่สอง"


def test_headings_become_chapters_and_sections_by_order():
    document = parse_markup(GUIDE)
    found = [
        (b.id, b.kind, b.heading) for _, b in document.walk() if b.kind in ("chapter", "section")
    ]
    assert found == [
        ("h1", "chapter", "เริ่มต้น"),
        ("h2", "section", "ฟัง"),
        ("h3", "section", "อ่าน"),
        ("h4", "section", "จบ"),
    ]


def test_lists_keep_their_order_nesting_and_numbers():
    document = parse_markup(GUIDE)
    items = [block for block in document.find("h2").blocks if block.kind == "item"]
    assert [(block.number, block.text) for block in items] == [
        ("", "หนึ่ง"),
        ("", "สอง ต่อจากสอง"),
        ("1.", "ก่อน"),
        ("2.", "หลัง"),
    ]
    assert [block.text for block in items[0].blocks] == ["ย่อย"]


def test_a_list_goes_no_deeper_than_a_reader_can_follow_and_comes_back_from_json():
    document = parse_markup("\n".join(" " * indent + "- ก" for indent in range(2000)))
    assert max(depth for depth, _ in document.walk()) == 5
    assert Document.from_json(document.to_json()) == document


def test_a_table_has_its_heads_first_and_no_rule():
    assert parse_markup(GUIDE).find("h3-t1").rows == (("แบบ", "ขนาด"), ("เสียง", "๑"))


def test_a_title_that_was_given_keeps_the_first_heading_in_the_text():
    document = parse_markup("# หนึ่ง\nก", title="สอง")
    assert document.title == "สอง"
    assert document.find("h1").heading == "หนึ่ง"


def test_two_first_headings_are_both_in_the_text():
    document = parse_markup("# หนึ่ง\n# สอง")
    assert document.title == ""
    assert [block.heading for block in document.sections()] == ["หนึ่ง", "สอง"]


@pytest.mark.parametrize(
    "text",
    ["", "#", "# ", "|", "||", "- ", "# " * 50_000, "**" * 100_000, "- ก\n" * 50_000, "#" * 100_000,
     "| ก |\n" * 50_000, "# ก\n" * 30_000, "__ก" * 50_000, ("ค" * 50 + "\n") * 60_000],
)  # fmt: skip
def test_poor_and_hostile_markup_parses(text):
    ids = [block.id for _, block in parse_markup(text).walk()]
    assert len(ids) == len(set(ids))
