"""The made-up needs show a rise, hide a season, and come into an empty register alone."""

from tests.support.page_rules import words
from webapp.needs import service as needs
from webapp.shared import outbox
from webapp.trends import service
from webapp.trends.rules.demonstration import made_up
from webapp.trends.rules.seasons import Verdict


def test_the_rise_is_found_the_season_is_not_and_segments_are(officer, app, clock):
    told = app.test_cli_runner().invoke(args=["trends", "demonstrate"])
    assert told.exit_code == 0, told.output
    rising = [one for one in service.list_readings() if one.verdict is Verdict.RISING]
    assert any("หนังสือ" in one.words for one in rising)
    assert not any("งบประมาณ" in one.words for one in rising)
    outbox.drain()
    shown = officer.get("/en/staff/profiles/segments").main
    assert len(shown.select("ol li")) == 2
    assert "ask about “Law and research”" in words(shown)
    again = app.test_cli_runner().invoke(args=["trends", "demonstrate"])
    assert again.exit_code == 1
    assert "in use" in again.output


def test_each_need_says_that_nobody_said_it(app, clock):
    found = list(made_up(9))
    assert {one.aspect for one in found} <= set(needs.Aspect.__members__)
    assert {one.channel for one in found} <= set(needs.Channel.__members__)
    assert list(made_up(9)) == found


def test_one_can_look_now(app, clock):
    told = app.test_cli_runner().invoke(args=["trends", "look"])
    assert told.output == "rising: 0\n"
