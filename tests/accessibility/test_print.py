"""What a browser prints of a document: the document, and nothing that paper cannot do."""

import base64
import io

from pypdf import PdfReader


def printed(browser, address):
    browser.get(address)
    return PdfReader(io.BytesIO(base64.b64decode(browser.print_page())))


def test_a_printed_document_is_its_title_and_its_text(browser, site):
    browser.get(f"{site.url}/en/documents")
    link = browser.find_element("css selector", "main li a[href*='/documents/d-']")
    address = link.get_attribute("href")
    browser.get(address)
    title = browser.find_element("css selector", "h1").text
    # Shown on the screen and hidden on paper: what can be heard, taken along, gone to.
    elements = browser.find_elements("css selector", "main > h2, main > nav h2")
    others = [element.text for element in elements if element.text]
    assert others
    text = " ".join(printed(browser, address).pages[0].extract_text().split())
    assert title in text
    assert not [other for other in others if other in text]
