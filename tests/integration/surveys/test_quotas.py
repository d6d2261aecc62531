"""How many answers are wanted of each group of people."""

import pytest

from tests.integration.surveys.conftest import SECRET
from tests.support.databases import both_databases
from tests.support.page_rules import words
from webapp.extensions import db
from webapp.surveys import service
from webapp.surveys.models import Survey
from webapp.surveys.rules.questions import Channel

FACTS = {
    "kind": "general",
    "title_th": "บริการ",
    "title_en": "Service",
    "intro_th": "ถาม",
    "intro_en": "Asking",
}
SENATOR, CITIZEN = "senator", "citizen"


@pytest.fixture
def nearly_full(make, answer):
    """A survey that wants five senators, of whom four have answered."""
    survey = make(group_quotas={"senator": 5})
    for number in range(4):
        answer(survey, f"senator {number}", 5, segment=SENATOR)
    return survey


@both_databases
def test_no_more_of_a_group_are_taken_than_are_wanted_and_all_of_the_others(
    app, clock, answer, nearly_full
):
    survey = nearly_full
    late = [service.begin(survey, name, service.Arrival(), SECRET) for name in ("a", "b")]
    answer(survey, "senator 4", 5, segment=SENATOR)
    assert service.full_groups(survey) == [SENATOR]
    with pytest.raises(service.GroupFull):
        service.finish(late[0], SENATOR, None)
    with pytest.raises(service.GroupFull):
        service.begin(survey, "c", service.Arrival(Channel.MAIL, None, SENATOR), SECRET)
    service.finish(late[0], CITIZEN, None)
    service.finish(late[1], None, None)
    assert service.count_responses(survey) == 7
    assert not service.is_full(survey)


@pytest.mark.parametrize("start", ["", "/en"])
def test_the_first_page_says_which_groups_have_enough(page, answer, nearly_full, start):
    address = f"{start}/surveys/{nearly_full.key}"
    assert not page.get(address).main.select(".notice")
    answer(nearly_full, "senator 4", 5, segment=SENATOR)
    shown = page.get(address).main
    assert ("Senator" if start else "สมาชิกวุฒิสภา") in words(shown.select_one(".notice"))
    assert shown.select_one("form")


def test_who_belongs_to_a_full_group_hears_it_at_the_end_and_nothing_is_counted(
    page, answer, nearly_full
):
    page.post(f"/en/surveys/{nearly_full.key}")
    question = page.get(page.path).select_one("[name^=q]")["name"]
    page.post(page.path, {question: "5"})
    hand_in = page.path
    answer(nearly_full, "senator 4", 5, segment=SENATOR)
    refused = page.post(hand_in, {"segment": "senator"})
    assert "Enough people of this group" in words(refused.select_one(".error-summary"))
    assert refused.select_one("[name=segment][checked]")["value"] == "senator"
    assert service.count_responses(nearly_full) == 5
    page.post(hand_in, {"segment": "citizen"})
    assert page.path.endswith("/thanks")
    assert service.count_responses(nearly_full) == 6


def test_whose_group_is_known_from_the_letter_is_not_asked_once_it_is_full(
    page, app, answer, nearly_full
):
    arrival = service.Arrival(Channel.MAIL, None, SENATOR)
    begun = service.begin(nearly_full, "letter:x", arrival, SECRET)
    token = service.link_token(begun, app.config["SECRET_KEY"])
    answer(nearly_full, "senator 4", 5, segment=SENATOR)
    shown = page.get(f"/en/surveys/answer/{token}/hand-in")
    assert "has as many as it needs" in words(shown.main)
    assert not shown.main.select("form")


def test_officers_set_the_limits_by_group_and_see_them(officer):
    refused = officer.post("/en/staff/surveys/new", {**FACTS, "quota_senator": "4"})
    assert "Write a whole number of 5 or more." in words(refused.select_one(".error-summary"))
    assert refused.select_one("#quota_senator")["value"] == "4"
    officer.post("/en/staff/surveys/new", {**FACTS, "quota_senator": "8", "quota_citizen": "1000"})
    survey = db.session.query(Survey).one()
    assert survey.group_quotas == {"citizen": 1000, "senator": 8}
    for shown, said in zip(
        officer.both(f"/staff/surveys/{survey.id}"), ("สมาชิกวุฒิสภา: 8", "Senator: 8"), strict=True
    ):
        assert said in words(shown.main)
    change = officer.get(f"/en/staff/surveys/{survey.id}/facts")
    assert change.select_one("#quota_citizen")["value"] == "1000"
    officer.post(
        f"/en/staff/surveys/{survey.id}/facts", {**FACTS, "quota_senator": "", "quota_citizen": ""}
    )
    db.session.expire_all()
    assert db.session.query(Survey).one().group_quotas == {}


def test_a_new_version_wants_as_many_of_each_group(nearly_full):
    assert service.new_version(nearly_full.id, None).group_quotas == {"senator": 5}
