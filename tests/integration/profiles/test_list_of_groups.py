"""Officers keep the list of groups: they add, rename and retire; surveys, needs and tables follow."""

from flask_migrate import upgrade
from sqlalchemy import select

from tests.integration.profiles.people import say
from tests.integration.profiles.test_pages import LIST, rows
from tests.support.page_rules import words
from webapp.extensions import db
from webapp.groups import service as groups
from webapp.groups.models import StakeholderGroup
from webapp.groups.rules.first import FIRST, new_key
from webapp.needs.models import Need
from webapp.needs.service import Aspect, Who

NEW = f"/en{LIST}/new"
NURSES = {
    "th": "อาสาสมัครสาธารณสุข", "en": "Health volunteers", "owner": "public_relations",
    "asks_as": "", "member_th": "อาสาสมัคร", "member_en": "Volunteer",
}  # fmt: skip


def in_table(officer):
    return [line[1] for line in rows(officer) if line[0] == "Groups that we serve"][1:]


def test_a_group_is_added_has_a_profile_due_at_once_and_is_in_the_table(officer, clock):
    officer.post(NEW, NURSES)
    for page in officer.both(LIST):
        due = page.main.select("ul li a[href*='profiles/health-volunteers']")
        assert due
    for page in officer.both(f"{LIST}/health-volunteers"):
        assert page.select_one("#who").text.strip() == ""
    assert "Health volunteers" in in_table(officer)


def test_a_group_of_the_future_stands_with_those_of_the_future(officer, clock):
    officer.post(NEW, {**NURSES, "is_future": "y"})
    assert "Health volunteers" not in in_table(officer)
    future = [line[1] for line in rows(officer) if "future" in line[0]]
    assert "Health volunteers" in future


def test_renaming_keeps_the_address_and_what_it_was_called_with_who_changed_it(officer, clock):
    officer.post(NEW, NURSES)
    page = f"/en{LIST}/health-volunteers/group"
    officer.post(page, {**NURSES, "en": "Village health volunteers"})
    shown = officer.get(page)
    assert "Village health volunteers" in words(shown.h1)
    told = [words(one) for one in shown.main.select("details")]
    assert len(told) == 2
    assert "Health volunteers" in told[1]
    assert "officer@example.org" in told[0]
    assert "อาสาสมัครสาธารณสุข" in words(officer.get(page.removeprefix("/en")).h1)
    assert "Village health volunteers" in in_table(officer)


def test_the_history_of_a_group_of_the_first_list_begins_with_what_it_was(officer, clock):
    page = f"/en{LIST}/visitors/group"
    officer.post(page, {**NURSES, "th": "ผู้เยี่ยมชม", "en": "Visitors"})
    told = [words(one) for one in officer.get(page).main.select("details")]
    assert "as it was before the first change" in told[1]
    assert "Visitors, pupils and schools" in told[1]


def test_a_retired_group_leaves_lists_and_its_history_stays(officer, clock):
    page = f"/en{LIST}/visitors/group"
    officer.post(f"/en{LIST}/visitors/group/over", {}, form_page=page)
    assert "Visitors, pupils and schools" not in in_table(officer)
    shown = officer.get("/en" + LIST)
    assert "Visitors, pupils and schools" in words(shown.main.select("ul")[-1])
    assert "This group is retired." in words(officer.get(f"/en{LIST}/visitors").main)
    officer.post(f"/en{LIST}/visitors/group/over", {}, form_page=page)
    assert "Visitors, pupils and schools" in in_table(officer)
    assert len(officer.get(page).main.select("details")) == 3


def test_a_sort_of_people_in_the_register_belongs_to_one_group(officer, clock):
    again = officer.post(NEW, {**NURSES, "asks_as": "senator"})
    assert "Another group has these people" in words(again.select_one(".error-summary"))
    assert again.select_one("#en")["value"] == "Health volunteers"
    assert len(groups.all_groups()) == len(FIRST)


def test_what_is_missing_or_said_in_one_language_alone_is_told(officer, clock):
    again = officer.post(NEW, {**NURSES, "en": "", "member_en": ""})
    told = words(again.select_one(".error-summary"))
    assert "Name of the group in English" in told
    assert "in both languages" in told


def test_an_officer_puts_a_need_under_a_group_and_the_table_counts_it_there(officer, clock):
    officer.post(NEW, NURSES)
    for number in range(6):
        say(Who.GROUP, f"Volunteers {number}", Aspect.LAW)
    for need in db.session.scalars(select(Need)).all():
        page = f"/en/staff/needs/{need.id}"
        typed = {"sort-aspect": "LAW", "sort-bureau": "", "sort-group": "health-volunteers"}
        officer.post(f"{page}?do=sort", typed, form_page=page)
    asked = {line[1]: line[3] for line in rows(officer) if line[0] == "What they have asked about"}
    assert asked["Health volunteers"] == "5+"
    assert asked["The people's network"] == "fewer than 5"
    assert "Health volunteers" in words(officer.get("/en/staff/needs/1").main.select_one("dl"))
    listed = officer.get("/en/staff/needs?group=health-volunteers").main
    assert len(listed.select("tbody tr")) == 6
    assert not officer.get("/en/staff/needs?group=network").main.select("tbody tr")


def test_no_such_group_is_no_page(officer, clock):
    officer.get(f"{LIST}/nobody/group", 404)


def test_keys_of_new_groups_are_new_and_no_other_address():
    assert new_key("Health volunteers", {"health-volunteers"}) == "health-volunteers-2"
    assert new_key("Table", ()) == "table-2"
    assert new_key("กลุ่ม", ()) == "group"


def test_a_migrated_list_is_the_one_that_a_new_database_begins_with(empty_site):
    upgrade()
    kept = {
        (one.key, one.th, one.en, one.owner, one.asks_as, one.is_future, one.member_th)
        for one in db.session.scalars(select(StakeholderGroup))
    }
    assert kept == {
        (one.key, one.th, one.en, one.owner, one.asks_as, one.is_future, one.member_th)
        for one in FIRST
    }
