"""What rises, and one aspect or subject with what shows it."""

from datetime import date
from typing import Any

from flask import render_template, url_for

from webapp.accounts import service as accounts
from webapp.needs import service as needs
from webapp.surveys import service as surveys
from webapp.trends import service, wording
from webapp.trends.models import TrendReading
from webapp.trends.rules.seasons import monday
from webapp.trends.rules.subjects import Way
from webapp.trends.staff_routes.blueprint import NUMBER, bp

# As many needs, and as many messages, as the page of a trend names: the register has them all.
MOST_SHOWN = 25


@bp.get("")
def list_trends() -> str:
    readings = service.list_readings()
    rises = service.open_rises()
    by_name = {(one.way, one.key): one for one in readings}
    return render_template(
        "trends_staff/list_trends.html",
        look=service.last_look(),
        readings=readings,
        evidence={one.id: register_address(one) for one in readings},
        rises=[(one, by_name.get((one.way, one.key))) for one in rises],
        falls=[(one, surveys.survey_by_id(one.survey_id)) for one in service.survey_falls()],
        names=wording.topic_names(),
        unchecked=service.unchecked_of(readings),
    )


def register_address(reading: TrendReading) -> str:
    """The register that a trend was counted in, filtered to what it is made of."""
    days: dict[str, Any] = {"since": _typed(reading.since), "until": _typed(reading.until)}
    if reading.way is Way.TOPIC:
        return url_for("complaints_staff.list_complaints", state="all", topic=reading.key, **days)
    if reading.way is Way.ASPECT:
        return url_for("needs_staff.list_needs", aspect=reading.key, checked="any", **days)
    return url_for("needs_staff.list_needs", words=" OR ".join(reading.words.split()), **days)


def _typed(day: date) -> str:
    return f"{day:%d/%m/%Y}"


@bp.get(f"/<{NUMBER}:reading_id>")
def show_trend(reading_id: int) -> str:
    reading = service.reading_by_id(reading_id)
    officer = accounts.staff_id()
    found = service.evidence_of(reading, officer)
    hidden = needs.hidden_needs(officer)
    shown = [number for number in found.needs if number not in hidden][:MOST_SHOWN]
    first = reading.last_week - len(reading.weeks) + 1
    return render_template(
        "trends_staff/show_trend.html",
        reading=reading,
        needs=needs.needs_numbered(shown, officer),
        messages=found.messages[:MOST_SHOWN],
        register=register_address(reading),
        unchecked=service.unchecked_of([reading]).get(reading.id),
        weeks=[(monday(first + place), *row) for place, row in enumerate(reading.weeks)],
        names=wording.topic_names(),
    )
