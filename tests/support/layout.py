"""What only a browser can measure: widths, targets, the focus ring, the order of Tab."""

from typing import Any

from selenium import webdriver
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from tests.support.browser import press

STOPS_INSIDE = 10
# A short name for an element, for the sentence about it.
NAME = """
const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') +
  ' "' + (e.textContent || e.value || '').trim().replace(/\\s+/g, ' ').slice(0, 30) + '"';
const visible = e => { const r = e.getBoundingClientRect(), s = getComputedStyle(e);
  return r.width > 1 && r.height > 1 && s.visibility !== 'hidden' && r.right > 0 && r.bottom > 0; };
"""
TOO_WIDE = """
const edge = document.documentElement.clientWidth, found = [];
const scrolls = e => ['auto', 'scroll'].includes(getComputedStyle(e).overflowX) &&
  e.getBoundingClientRect().right <= edge + 1;
for (const e of document.querySelectorAll('body *')) {
  if (!visible(e) || e.getBoundingClientRect().right <= edge + 1) continue;
  let around = e.parentElement;
  while (around && !scrolls(around)) around = around.parentElement;
  if (!around) found.push(name(e) + ' reaches ' + Math.round(e.getBoundingClientRect().right));
}
if (document.documentElement.scrollWidth > edge + 1)
  found.push('the page is ' + document.documentElement.scrollWidth + ' wide');
return found.slice(0, 5);
"""
CLIPPED = """
return [...document.querySelectorAll('body *')].filter(e => {
  const s = getComputedStyle(e);
  return e.textContent.trim() && visible(e) && /hidden|clip/.test(s.overflowX + s.overflowY) &&
    (e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2); }).map(name);
"""
# WCAG 2.2 SC 1.4.12; the policy of the page does not stop a sheet made by script objects.
SPACED = """
const sheet = new CSSStyleSheet();
sheet.replaceSync('* {line-height: 1.5 !important; letter-spacing: .12em !important;' +
  'word-spacing: .16em !important} p {margin-bottom: 2em !important}');
document.adoptedStyleSheets = [sheet];
"""
SMALL = """
const least = arguments[0];
for (const closed of document.querySelectorAll('details')) closed.open = true;
const alone = 'button, input:not([type=hidden]), select, textarea, summary, nav a[href], a.button';
const box = e => { const boxes = [e, ...(e.labels || [])].map(x => x.getBoundingClientRect());
  const over = /checkbox|radio/.test(e.type) ? boxes : boxes.slice(0, 1);
  return [Math.max(...over.map(b => b.width)), Math.max(...over.map(b => b.height))]; };
return [...document.querySelectorAll(alone)].filter(visible).filter(
  e => Math.min(...box(e)) < least - 0.5).map(
  e => name(e) + ' is ' + box(e).map(Math.round).join(' by '));
"""
# After one press of Tab, a focus moved by script is drawn as the keyboard's is (:focus-visible).
RINGS = """
const inside = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
const light = c => { const [r, g, b] = c.map(v => v / 255).map(
  v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
  return .2126 * r + .7152 * g + .0722 * b; };
const parts = c => (c.match(/[\\d.]+/g) || []).map(Number);
const behind = e => { for (let p = e.parentElement; p; p = p.parentElement) {
  const c = parts(getComputedStyle(p).backgroundColor);
  if (c.length === 3 || c[3] > 0) return c.slice(0, 3); } return [255, 255, 255]; };
const found = [];
for (const e of document.querySelectorAll(inside)) {
  if (e.disabled || (!visible(e) && !e.matches('.skip-link'))) continue;
  e.focus();
  if (document.activeElement !== e) continue;
  const s = getComputedStyle(e);
  const [a, b] = [light(parts(s.outlineColor).slice(0, 3)), light(behind(e))].sort((x, y) => y - x);
  if (s.outlineStyle === 'none' || parseFloat(s.outlineWidth) < 3)
    found.push(name(e) + ' has the outline ' + s.outlineStyle + ' ' + s.outlineWidth);
  else if ((a + .05) / (b + .05) < 3)
    found.push(name(e) + ' has an outline of contrast ' + ((a + .05) / (b + .05)).toFixed(1));
}
return found;
"""
# A page for an error puts the focus on its summary, and Tab goes on from there.
FOCUSABLE = """
const stops = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"],' +
  'audio[controls], video[controls]';
const groups = new Set(), start = document.activeElement;
const follows = e => start === document.body ||
  start.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING;
return [...document.querySelectorAll(stops)].filter(e => {
  if (!follows(e) || e.disabled || e.tabIndex < 0 || !e.checkVisibility({visibilityProperty: true})) return false;
  if (e.type !== 'radio') return true;
  // One stop for a group: the one that is chosen, or the first.
  if (document.querySelector(`input[name="${e.name}"]:checked`)) return e.checked;
  const first = !groups.has(e.name); groups.add(e.name); return first; });
"""


def ask(driver: webdriver.Chrome, script: str, *arguments: object) -> Any:
    """Run one of this module's scripts on the page shown."""
    return driver.execute_script(NAME + script, *arguments)


def too_wide(driver: webdriver.Chrome) -> list[str]:
    """Return what sticks out at the side of the window, unless it scrolls inside a box of its own."""
    return ask(driver, TOO_WIDE)


def clipped_when_spaced(driver: webdriver.Chrome) -> list[str]:
    """Return the texts cut off by the spacing that WCAG 2.2 SC 1.4.12 lets a reader set."""
    before = set(ask(driver, CLIPPED))
    ask(driver, SPACED)
    return sorted(set(ask(driver, CLIPPED)) - before)


def small_targets(driver: webdriver.Chrome, least: int = 44) -> list[str]:
    """Return the controls that stand alone and are smaller than `least` CSS pixels (SC 2.5.5)."""
    return ask(driver, SMALL, least)


def weak_rings(driver: webdriver.Chrome) -> list[str]:
    """Return the controls whose focus shows less than an outline 3 px wide at 3:1 (SC 2.4.7, 2.4.13)."""
    press(driver, Keys.TAB)
    return ask(driver, RINGS)


def tab_stops(driver: webdriver.Chrome, limit: int = 60) -> tuple[list[str], list[str]]:
    """Press Tab up to `limit` times; return what was reached and what should have been, in order."""
    wanted = driver.execute_script(FOCUSABLE)[:limit]
    reached: list[WebElement] = []
    # A player has stops of its own inside: play, time, loudness.
    for _ in range(len(wanted) + STOPS_INSIDE):
        if len(reached) == len(wanted):
            break
        press(driver, Keys.TAB)
        here = driver.switch_to.active_element
        if not reached or here != reached[-1]:
            reached.append(here)
    return [ask(driver, "return name(arguments[0])", e) for e in reached], [
        ask(driver, "return name(arguments[0])", e) for e in wanted
    ]
