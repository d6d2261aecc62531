"""The page of needs."""

from tests.support.page_rules import words


def test_all_aspects_and_channels_are_read_in_both_languages(page):
    for shown in page.both("/needs"):
        aspects, channels = shown.main.select("ol")
        assert len(aspects.select("li")) == 6
        assert len(channels.select("li")) == 8


def test_english_names_come_first_and_the_official_thai_after_them(page):
    english = page.get("/en/needs")
    assert words(english.main.select("ol li")[1]).startswith("Law and research ( ด้านกฎหมาย")
    assert english.main.select("ol li")[1].select_one("span[lang=th]")
