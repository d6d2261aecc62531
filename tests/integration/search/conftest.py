"""What tests of search share: an index of what a test keeps."""

import pytest

from webapp.search import service
from webapp.shared import outbox


@pytest.fixture
def build(app):
    """Build the index of all that has been kept; the service's own pages only where asked for."""

    def build_index(pages=()):
        app.extensions["searched_pages"] = dict.fromkeys(pages, "page")
        service.request_rebuild()
        outbox.drain()

    return build_index


def results(shown):
    """The addresses of what was found, in their order."""
    return [link["href"] for link in shown.select("main ol h3 a")]
