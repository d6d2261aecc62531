"""The page of improvements."""

from tests.support.page_rules import words


def test_the_cycle_has_five_steps_and_ends_with_telling_back(page):
    thai, english = page.both("/improvements")
    assert len(thai.main.select("ol li")) == 5
    assert words(english.main.select("ol li")[-1]).startswith("Told back:")


def test_the_end_of_the_quarter_is_named(page, clock):
    thai, english = page.both("/improvements")
    assert "31 มีนาคม 2569" in words(thai.main)
    assert "ends on 31 March 2026" in words(english.main)


def test_one_can_say_what_one_needs(page):
    link = page.get("/improvements").main.select_one("a.button[href='/needs/new']")
    assert page.get(link["href"]).select_one("textarea[name=words]")


def test_a_need_leads_to_what_is_improved_because_of_it(app, page, officer, propose):
    code = (
        page.post("/en/needs/new", {"words": "ขอหนังสือเสียงในวันที่ประกาศ"}).select_one(".receipt").text
    )
    page.post("/needs/track", {"code": code})
    item = propose("?need=1")
    public = "main a[href$='/improvements/i-1']"
    for shown in officer.both("/staff/needs/1"):
        assert shown.select_one(public)
    for shown in page.both("/needs/track/need"):
        assert not shown.select_one(public), "a proposal is not public yet"
    officer.post(f"{item}?do=move", {"move-state": "planned"}, form_page=item)
    for shown in page.both("/needs/track/need"):
        assert shown.select_one(public)
