"""One site of its own for the journeys of messages: their queue and cases are nobody else's."""

from collections.abc import Callable, Iterator

import pytest

from tests.support.sample_site import SampleSite, filled_instance, sample_site
from webapp.accounts import service as accounts
from webapp.complaints import service

OFFICER, PASSWORD = "officer@example.org", "a long password"


@pytest.fixture(scope="package")
def site(tmp_path_factory, common_folder) -> Iterator[SampleSite]:
    """The site with its sample data and one officer."""
    folder = tmp_path_factory.mktemp("messages") / "sample"
    with sample_site(filled_instance(common_folder, folder)) as site:
        with site.app.app_context():
            secret = site.app.config["SECRET_KEY"]
            accounts.accept_invitation(accounts.create_staff(OFFICER, secret), secret, PASSWORD)
        yield site


@pytest.fixture
def language() -> str:
    """These journeys are made in Thai."""
    return "th"


@pytest.fixture
def javascript() -> bool:
    """A module whose pages are given to axe-core, which is a script, says otherwise."""
    return False


@pytest.fixture
def desk(site) -> Callable[..., None]:
    """What an officer does with a message meanwhile: `desk("answer", number, "…")`."""

    def desk(deed: str, complaint_id: int, *words: str) -> None:
        with site.app.app_context():
            officer = accounts.sign_in(OFFICER, PASSWORD).id
            getattr(service, deed)(complaint_id, officer, *words)

    return desk
