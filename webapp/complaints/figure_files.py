"""The figures of complaints for programs: rows of tallies, and the shares computed from them."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import Response, request

from webapp.complaints import referral_words
from webapp.complaints.rules.figures import Figure, Group, Register, Scope, Way
from webapp.complaints.rules.verdicts import Measure, Outcome
from webapp.complaints.service import figures as counted_figures
from webapp.complaints.service.barring import barred_ids
from webapp.complaints.service.referrals import WithOthers, with_others
from webapp.shared.figures import csv_text
from webapp.shared.quarters import Quarter
from webapp.shared.told_groups import Told

HEAD = (
    "fiscal_year", "quarter", "register", "by", "group", "measure", "outcome", "working_days",
    "messages",
)  # fmt: skip
# What files call the groups too small to be shown by themselves.
TOGETHER = "together"
FORMULA = "met / (met + missed); undone is part of missed"
FORMULA_OF_GROUPS = "(messages - late_at_most) / messages; late is missed, told in steps of five"
EVERY = "all"


def asked_quarter(quarters: list[Quarter]) -> Quarter | None:
    """The quarter that the address asks for with `?quarter=2569-1`; None for `?quarter=all`.

    The present one, the last of `quarters`, where it asks for none or for one that is not there.
    """
    wanted = request.args.get("quarter", "")
    if wanted == EVERY:
        return None
    return next((one for one in quarters if one.key == wanted), quarters[-1])


def as_csv(scope: Scope, seen_by: int | None = None) -> Response:
    """Every tally of the quarter asked for, of every quarter where none is.

    `seen_by`: the officer for whom it is; what this person may not see is not counted.
    """
    rows = [
        [
            row.year_be, row.quarter, row.register, row.way, row.key or TOGETHER, row.measure,
            row.outcome, "" if row.days is None else row.days, row.messages,
        ]
        for row in counted_figures.list_tallies(scope, _quarter(), seen_by)
    ]  # fmt: skip
    headers = {"Content-Disposition": f"attachment; filename=complaints-{scope.value}.csv"}
    return Response(csv_text([HEAD, *rows]), mimetype="text/csv", headers=headers)


def as_data(scope: Scope, seen_by: int | None = None) -> dict[str, Any]:
    """The figures of the quarter asked for, of all together where none is; `seen_by` as there."""
    figures = counted_figures.complaint_figures(scope, _quarter(), seen_by)
    return {
        "scope": scope.value,
        "quarter": figures.quarter.key if figures.quarter else None,
        "counted_at": figures.counted_at.isoformat() if figures.counted_at else None,
        "formula": FORMULA,
        **({"formula_of_groups": FORMULA_OF_GROUPS} if scope is Scope.PUBLIC else {}),
        "with_others_now": {
            register.value: referral_words.told(group, scope)
            for register, group in _with_others(scope, seen_by).items()
        },
        "registers": {
            register.value: {
                "whole": _group(counted.whole),
                "groups": _by_way(counted.groups, _figure) | _by_way(counted.told, _told),
                "quarters": {period.key: _group(group) for period, group in counted.series},
            }
            for register, counted in figures.registers.items()
        },
    }


def _with_others(scope: Scope, seen_by: int | None) -> dict[Register, WithOthers]:
    return with_others(barred_ids(seen_by) if scope is Scope.STAFF else ())


def _quarter() -> Quarter | None:
    wanted = request.args.get("quarter", EVERY)
    return next((one for one in counted_figures.quarters_counted() if one.key == wanted), None)


def _by_way(
    ways: Mapping[Way, Mapping[str, Mapping[Measure, Any]]], numbers: Callable[[Any], object]
) -> dict[str, Any]:
    """The numbers of each measure of each group of each way."""
    return {
        way.value: {
            key or TOGETHER: {measure.value: numbers(one) for measure, one in group.items()}
            for key, group in groups.items()
        }
        for way, groups in ways.items()
    }


def _group(group: Group | None) -> dict[str, Any] | None:
    if not group:
        return None
    return {measure.value: _figure(one) for measure, one in group.items()}


def _told(told: Told) -> dict[str, Any]:
    return {
        "messages": told.messages,
        "late_at_least": told.fewest_late,
        "late_at_most": told.most_late,
        "percent_not_late_at_least": None if told.percent is None else round(told.percent, 2),
        "median_working_days": told.median,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "messages": figure.messages,
        "met": figure.met,
        "missed": figure.missed,
        "undone": figure.undone,
        "pending": figure.outcomes[Outcome.PENDING],
        "taken_back": figure.outcomes[Outcome.VOID],
        "percent": None if figure.percent is None else round(figure.percent, 2),
        "median_working_days": figure.median,
        "working_days": {str(days): count for days, count in sorted(figure.days.items())},
    }
