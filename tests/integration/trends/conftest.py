"""Needs that were heard week by week over years."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from webapp.extensions import db
from webapp.needs import service as needs
from webapp.needs.models import Need, NeedPerson, NeedTerm
from webapp.needs.service.words import keys, terms_of
from webapp.shared import clock as site_clock
from webapp.trends.rules.seasons import last_whole_week, monday, same_week

Hear = Callable[..., None]


def person(name: str) -> NeedPerson:
    """The senator of this name."""
    found = db.session.query(NeedPerson).filter_by(name_hash=name).first()
    return found or NeedPerson(who=needs.Who.SENATOR, name=name, name_hash=name)


@pytest.fixture
def last(app, clock) -> int:
    """The last whole week."""
    return last_whole_week(site_clock.today())


@pytest.fixture
def hear(app, last) -> Hear:
    """Hear `count` needs in a week, `back` weeks before the last whole one, `years` ago."""

    def hear(
        count: int, back: int = 0, years: int = 0, words: str = "ขอเอกสาร",
        aspect: needs.Aspect | None = needs.Aspect.LAW, name: str = "",
    ) -> None:  # fmt: skip
        monday_of = monday(same_week(last, years) - back)
        terms = keys(terms_of(words), app.config["SECRET_KEY"])
        for place in range(count):
            moment = site_clock.start_of_day(monday_of + timedelta(days=place % 7))
            need = Need(
                words=words, subject="", language="th", channel="INTERNET", origin=needs.Origin.FORM,
                who=needs.Who.SENATOR if name else needs.Who.CITIZEN, times=1,
                aspect=aspect.name if aspect else None, heard_at=moment, entered_at=moment,
                person=person(name) if name else None,
            )  # fmt: skip
            db.session.add(need)
            db.session.flush()
            db.session.add_all(NeedTerm(term=term, need_id=need.id) for term in terms)
        db.session.commit()

    return hear


@pytest.fixture
def a_year_ago(hear) -> Hear:
    """An even year before: five needs on law in each of the weeks that are looked at."""

    def fill(now: int = 5, before: int = 5) -> None:
        for back in range(16):
            hear(now if back < 4 else before, back, years=1)

    return fill
