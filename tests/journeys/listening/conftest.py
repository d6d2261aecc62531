"""One site of its own for the journeys of surveys and needs, and an officer who works there."""

from collections.abc import Iterator

import pytest

from tests.journeys.newcomer import Newcomer
from tests.support.browser import chromium
from tests.support.sample_site import SampleSite, filled_instance, sample_site
from webapp.accounts import service as accounts

OFFICER, PASSWORD = "officer@example.org", "a long password"


@pytest.fixture(scope="package")
def site(tmp_path_factory, common_folder) -> Iterator[SampleSite]:
    """The site with its sample data and one officer, who is on the board for improvement."""
    folder = tmp_path_factory.mktemp("listening") / "sample"
    with sample_site(filled_instance(common_folder, folder)) as site:
        with site.app.app_context():
            secret = site.app.config["SECRET_KEY"]
            accounts.accept_invitation(accounts.create_staff(OFFICER, secret), secret, PASSWORD)
            accounts.keep_on_board_by_email(OFFICER, True)
        yield site


@pytest.fixture(params=[pytest.param("th", marks=pytest.mark.xdist_group("th"))])
def language(request) -> str:
    """These journeys are made in Thai."""
    return request.param


@pytest.fixture
def javascript() -> bool:
    """No page runs a script."""
    return False


@pytest.fixture
def officer(site, language, downloads) -> Iterator[Newcomer]:
    """An officer, signed in, with a keyboard and a browser of her own."""
    try:
        with chromium(javascript=False, downloads=downloads) as driver:
            officer = Newcomer(driver, site, language, javascript=False)
            officer.open("/staff")
            officer.fill(officer.say("E-mail address"), OFFICER)
            officer.fill(officer.say("Password"), PASSWORD)
            officer.follow(officer.say("Sign in"))
            yield officer
    except LookupError as missing:
        pytest.skip(str(missing))
