"""Words that Word does not show are left out, and an officer is told of them."""

import pytest

from office_files import Fault, FileRefused
from office_files.reading import read
from tests.support.office_files import docx, repacked

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr>{normal}</w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Note"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Under"><w:basedOn w:val="Note"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Plain"/>'
    '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
)


def word(body, defaults="", normal=""):
    styles = STYLES.format(defaults=defaults, normal=normal)
    parts = {
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>".encode(),
        "word/styles.xml": f"<w:styles {NAMES}>{styles}</w:styles>".encode(),
    }
    return repacked(docx(), parts)


def run(words, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def paragraph(runs, style=""):
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{runs}</w:p>"


SEEN = paragraph(run("ประกาศวุฒิสภา"))


@pytest.mark.parametrize(
    "hidden",
    [
        paragraph(run("ลับ", "<w:vanish/>")),
        paragraph(run("ลับ", '<w:vanish w:val="true"/>')),
        paragraph(run("ลับ", "<w:webHidden/>")),
        paragraph(run("ลับ", '<w:rStyle w:val="Secret"/>')),
        paragraph(run("ลับ"), "Note"),
        paragraph(run("ลับ"), "Under"),
        f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{paragraph(run('ลับ'))}</w:tc></w:tr></w:tbl>",
        f"<w:tbl><w:tr><w:tc>{paragraph(run('ลับ', '<w:vanish/>'))}</w:tc></w:tr></w:tbl>",
    ],
    ids=["run", "true", "web", "run's style", "style", "style under it", "row", "cell"],
)
def test_hidden_words_are_left_out_and_told_of(hidden):
    (page,) = read(word(SEEN + hidden + paragraph(run("จบ"))), "th").pages
    assert page.text == page.raw == "ประกาศวุฒิสภา\n\nจบ"
    assert page.doubts == ("hidden_text",)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph(run("เห็น", '<w:vanish w:val="0"/>')), "เห็น"),
        (paragraph(run("เห็น", '<w:vanish w:val="false"/>'), "Note"), "เห็น"),
        (paragraph(run("เห็น", '<w:rStyle w:val="Secret"/>'), "Note"), "เห็น"),
        (paragraph(run("เห็น"), "Plain"), "เห็น"),
        (paragraph(run("บทนำ") + run("12", "<w:webHidden/>")), "บทนำ"),
        (paragraph(run("เห็น") + run(" ", "<w:vanish/>")), "เห็น"),
    ],
    ids=["off", "off in style", "both styles", "plain", "number of a contents", "a space"],
)
def test_what_word_shows_is_kept_and_nobody_is_asked(body, text):
    (page,) = read(word(body), "th").pages
    assert (page.text, page.doubts) == (text, ())


def test_words_around_hidden_ones_are_joined_as_word_shows_them():
    body = paragraph(run("ให้สำนัก ") + run("ลับ", "<w:vanish/>") + run("งานดำเนินการ"))
    (page,) = read(word(body), "th").pages
    assert page.raw == "ให้สำนัก งานดำเนินการ"


def test_a_file_whose_every_word_is_hidden_is_empty():
    for made in (
        word(SEEN, defaults="<w:vanish/>"),
        word(SEEN, normal="<w:vanish/>"),
    ):
        with pytest.raises(FileRefused) as refusal:
            read(made, "th")
        assert refusal.value.fault is Fault.EMPTY


def test_a_list_does_not_count_what_it_does_not_show():
    def build(made):
        for words in ("หนึ่ง", "ซ่อน", "สอง"):
            paragraph = made.add_paragraph(style="List Number")
            paragraph.add_run(words).font.hidden = words == "ซ่อน"

    (page,) = read(docx(build), "th").pages
    assert (page.text, page.doubts) == ("1. หนึ่ง\n2. สอง", ("hidden_text",))


def test_the_page_where_the_words_were_is_told_and_no_other():
    long = "".join(paragraph(run("ให้คณะกรรมการจัดทำรายงานการประชุม")) for _ in range(120))
    pages = read(word(long + paragraph(run("ลับ", "<w:vanish/>"))), "th").pages
    assert len(pages) > 1
    assert [bool(page.doubts) for page in pages] == [False] * (len(pages) - 1) + [True]
