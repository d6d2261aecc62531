"""The checking client's rules: a good page passes, and each defect is found by its rule."""

import pytest
from bs4 import BeautifulSoup

from tests.support.page_rules import breaches, language_of

GOOD = """<!doctype html><html lang="th"><head><title>ร่างกฎหมาย - เสียงสภา</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/static/a.css"></head>
<body><a href="#main">ข้ามไปเนื้อหา</a><nav><a href="/en/bills" lang="en">English</a></nav>
<main id="main"><h1>ร่างกฎหมาย</h1><h2>ค้นหา</h2>
<form><label for="q">คำค้น</label><input id="q" name="q" aria-describedby="hint"><p id="hint">เช่น สหกรณ์</p>
<button>ค้นหา</button></form>
<form method="post"><input type="hidden" name="csrf_token" value="t"><button>ติดตาม</button></form>
<table><tr><th scope="col">วันที่</th></tr></table><img src="/a.png" alt=""><svg aria-hidden="true"></svg>
<p lang="en">The Senate of the Kingdom of Thailand</p></main></body></html>"""


def found(html: str, path: str = "/bills") -> str:
    return "; ".join(breaches(BeautifulSoup(html, "html.parser"), path))


def test_a_good_page_has_no_breach():
    assert found(GOOD) == ""


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('lang="th"', 'lang="en"', "the address promises 'th'"),
        ("<h2>ค้นหา</h2>", "<h1>ค้นหา</h1>", "2 <h1>"),
        ("<title>ร่าง", "<title>หน้าแรก ", "does not start with"),
        ("<title>ร่างกฎหมาย", "<title>ร่าง<b>กฎหมาย</b>", "marks in it"),
        ("<h2>ค้นหา</h2>", "<h3>ค้นหา</h3>", "<h3> 'ค้นหา' follows <h1>"),
        ("<h2>ค้นหา</h2>", "<h2></h2>", "<h2> is empty"),
        ('<main id="main">', '<div id="main">', "0 main landmarks"),
        ('href="#main"', 'href="/main"', "first link is not a skip link"),
        ('href="#main"', 'href="#content"', "which is not on the page"),
        ('id="hint"', 'id="q"', "id 'q' is used 2 times"),
        ('aria-describedby="hint"', 'aria-describedby="clue"', "points at nothing"),
        ('<label for="q">', "<label>", "no label for input 'q'"),
        ('<label for="q">', '<label for="z">', "is for nothing"),
        ('name="csrf_token"', 'name="token"', "without CSRF token"),
        ('value="t"', 'value=""', "without CSRF token"),
        ('method="post"', 'method="get"', "CSRF token into the address"),
        ("<button>ติดตาม", "<button>", "a button without a name"),
        (">English<", "><", "has no name"),
        ('href="/en/bills"', 'href="#"', "leads nowhere"),
        (' alt=""', "", "image without alt"),
        (' aria-hidden="true"', "", "an <svg> neither"),
        ("<th ", "<td ", "a table without header cells"),
        ("</main>", "<script>go()</script></main>", "an inline <script>"),
        ("<h2>", '<h2 style="color:red">', "inline style"),
        ("<h2>", '<h2 onclick="go()">', "event attribute onclick"),
        ("<h2>", '<h2 tabindex="2">', "tabindex 2"),
        ("initial-scale=1", "maximum-scale=1", "allow zoom"),
        ('src="/a.png"', 'src="https://example.org/a.png"', "<img> asks example.org"),
        ('href="/static/a.css"', 'href="//example.org/a.css"', "<link> asks example.org"),
        ('<p lang="en">', "<p>", "not marked as the other language"),
        ('name="q"', 'name="q" aria-invalid="true"', "ข้อผิดพลาด"),
        ("<form><label", "<form><fieldset></fieldset><label", "without <legend>"),
        ("<nav>", "<nav></nav><nav>", "one has no name"),
    ],
)
def test_a_defect_is_found(before, after, said):
    assert before in GOOD
    assert said in found(GOOD.replace(before, after, 1))


def test_thai_left_on_an_english_page_is_found_unless_marked():
    english = GOOD.replace('<html lang="th">', '<html lang="en">')
    assert "not marked as the other language: 'ค้นหา'" in found(english, "/en/bills")
    assert "สหกรณ์" not in found(english.replace('id="hint"', 'id="hint" lang="th"'), "/en/bills")


def test_a_refused_form_says_so_in_the_title():
    refused = GOOD.replace('name="q"', 'name="q" aria-invalid="true"')
    assert found(refused.replace("<title>", "<title>ข้อผิดพลาด: ")) == ""


@pytest.mark.parametrize(
    ("path", "language"),
    [("/", "th"), ("/en", "en"), ("/en/bills", "en"), ("/en?q=1", "en"), ("/energy", "th")],
)
def test_the_address_promises_a_language(path, language):
    assert language_of(path) == language
