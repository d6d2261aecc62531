"""axe-core finds nothing on any page that a visitor can open: WCAG 2.0, 2.1 and 2.2, A and AA."""

import pytest

from tests.support.axe import axe_breaches
from tests.support.browser import prefer


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.usefixtures("axe_core")
def test_no_page_has_a_breach(browser, site, paths, scheme):
    prefer(browser, prefers_color_scheme=scheme)
    broken = []
    for path in paths:
        browser.get(site.url + path)
        broken += [f"{path}: {breach}" for breach in axe_breaches(browser)]
    prefer(browser)
    assert not broken, f"{len(broken)} breaches:\n" + "\n".join(broken)


@pytest.mark.usefixtures("axe_core")
def test_axe_finds_what_is_wrong(browser, site):
    browser.get(site.url + "/")
    browser.execute_script(
        "document.querySelector('main').insertAdjacentHTML('beforeend',"
        " '<img src=/x><p id=pale>pale</p><input>');"
        "document.getElementById('pale').style.color = '#bbb';"
        "document.getElementById('pale').style.background = '#fff';"
    )
    found = " ".join(axe_breaches(browser))
    for rule in ("image-alt", "label", "color-contrast"):
        assert rule in found
