"""Names of bills: which are alike, what a draft and its Act share, how one stands in an address."""

import pytest

from webapp.bills.rules.titles import SLUG_LENGTH, fold_title, slug, title_stem

DRAFT = "ร่างพระราชบัญญัติโคนม (ฉบับที่ ..) พ.ศ. ...."
ACT = "พระราชบัญญัติโคนม (ฉบับที่ 2) พ.ศ. 2565"


@pytest.mark.parametrize(
    "other",
    [
        "ร่าง พ.ร.บ. โคนม (ฉบับที่ ..) พ.ศ. ....",
        "ร่างพระราชบัญญัติโคนม (ฉบับที่ …) พ.ศ. …",
        "พิจารณา ร่าง พรบ. โคนม (ฉบับที่ ..) พ.ศ....",
        "ร่างพระราชบัญญัติโคนม (ฉบับที่ ..) พ.ศ. .... (วาระ 3)",
        "ร่างพระราชบัญญัติโคนม (ฉบับที่ ..) พ.ศ....ซึ่งสภาผู้แทนราษฎรลงมติเห็นชอบแล้ว การลงมติในวาระที่สาม",
    ],
)
def test_spellings_of_one_name_are_alike(other):
    assert fold_title(other) == fold_title(DRAFT)


def test_thai_and_arabic_digits_are_alike_and_other_years_are_not():
    assert fold_title("พ.ร.บ.โคนม (ฉบับที่ ๒) พ.ศ. ๒๕๖๕") == fold_title(ACT)
    assert fold_title(ACT) != fold_title(ACT.replace("2565", "2566"))
    assert fold_title(ACT) != fold_title(DRAFT)


def test_a_draft_and_its_act_share_a_stem_that_another_act_does_not():
    assert title_stem(DRAFT) == title_stem(ACT)
    assert title_stem("พระราชบัญญัติโคนมและผลิตภัณฑ์นม พ.ศ. 2565") != title_stem(ACT)


def test_organic_and_ordinary_acts_of_one_name_are_not_alike():
    assert title_stem("พ.ร.ป. ว่าด้วยพรรคการเมือง") != title_stem("พ.ร.บ. ว่าด้วยพรรคการเมือง")


def test_a_slug_is_readable_short_and_without_what_an_address_cannot_hold():
    assert slug(DRAFT) == "พระราชบัญญัติโคนม-ฉบับที่-พ-ศ"
    assert len(slug("ก" * 300)) == SLUG_LENGTH
    assert "/" not in slug("มาตรา ๑๒/๑ ?#")
    assert slug("....") == ""
