"""Surveys ask for the groups of the list that officers keep, and go on naming retired ones."""

import pytest

from tests.support.surveys import SEGMENTS
from webapp.groups import service as groups
from webapp.shared.bureaux import Bureau
from webapp.surveys import service, wording
from webapp.surveys.rules.questions import SurveyKind

ASKED = "/surveys/be-asked"


def offered(page):
    return [radio["value"] for radio in page.get("/en" + ASKED).select("[name=segment]")]


@pytest.fixture
def volunteers(app, clock):
    """A group that an officer puts on the list, asked for in surveys."""
    facts = groups.GroupFacts(
        "อาสาสมัคร", "Health volunteers", Bureau.PUBLIC_RELATIONS,
        member_th="อาสาสมัครสาธารณสุข", member_en="Health volunteer",
    )  # fmt: skip
    return groups.add_group(facts, None)


def test_a_new_group_is_asked_for_in_both_languages_and_counted(page, officer, volunteers):
    assert offered(page) == [*SEGMENTS, "health-volunteers", ""]
    thai, english = page.both(ASKED)
    assert "อาสาสมัครสาธารณสุข" in thai.text
    assert "Health volunteer" in english.text
    typed = {"email": "one@example.org", "segment": "health-volunteers"}
    page.post("/en" + ASKED, typed)
    assert officer.get("/en/staff/surveys/new").select_one("#quota_health-volunteers")


def test_a_retired_group_is_asked_for_no_more_and_its_answers_keep_their_name(
    page, officer, clock, app
):
    facts = service.Facts(
        SurveyKind.SERVICE, "แบบสำรวจ", "Survey", "", "", group_quotas={"network": 9}
    )
    survey = service.make_survey(facts, None)
    groups.set_over("network", True, None)
    assert "network" not in offered(page)
    assert wording.group(survey, "segment", "network", "en") == "Member of the people's network"
    kept = officer.get(f"/en/staff/surveys/{survey.id}/facts").select_one("#quota_network")
    assert kept["value"] == "9"
