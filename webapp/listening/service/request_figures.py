"""The figures of requests for another form: in time, late, open and overdue, by quarter and form.

Everybody is told of a quarter in which five or more asked, and of its forms once the quarter is
over and all that was asked in it is answered, so that nothing told of them changes any more. Few
are put together, and late ones told in steps of five, as of groups of complaints.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Executable, null, select

from webapp.extensions import db
from webapp.listening.models.requests import FormRequest, FormRequestMessage
from webapp.listening.rules.request_figures import Asked, RequestCount, count_of, ending_of
from webapp.listening.rules.requests import OPEN
from webapp.shared import clock, disclosure
from webapp.shared.quarters import Quarter, quarter_of
from webapp.shared.told_groups import Told, tell


@dataclass(frozen=True)
class QuarterFigures:
    """Of one quarter: its whole, and its forms by their key.

    For staff `forms` has every form, and `told` is empty. For everybody `forms` is empty, `whole`
    None where fewer than five asked, and `told` None where nothing is told of forms yet.
    """

    quarter: Quarter
    whole: RequestCount | None
    forms: dict[str, RequestCount]
    told: dict[str, Told] | None


def staff_figures() -> list[QuarterFigures]:
    """Every quarter from the first in which somebody asked to the present one, however few."""
    return [
        QuarterFigures(quarter, count_of(asked), _by_form(asked), {})
        for quarter, asked in _by_quarter()
    ]


def public_figures() -> list[QuarterFigures]:
    """The same quarters as everybody may see them."""
    found = []
    for quarter, asked in _by_quarter():
        if len(asked) < disclosure.FEWEST:
            found.append(QuarterFigures(quarter, None, {}, None))
        else:
            found.append(QuarterFigures(quarter, count_of(asked), {}, _told(quarter, asked)))
    return found


def all_quarters(figures: Iterable[QuarterFigures]) -> tuple[RequestCount | None, dict[str, Told]]:
    """What everybody is told of these quarters together: the whole, and the forms."""
    whole: RequestCount | None = None
    forms: dict[str, Told] = {}
    for one in figures:
        if one.whole is not None:
            whole = one.whole.and_of(whole) if whole else one.whole
        for key, told in (one.told or {}).items():
            forms[key] = forms[key].and_of(told) if key in forms else told
    return whole, forms


def _told(quarter: Quarter, asked: Sequence[Asked]) -> dict[str, Told] | None:
    whole = count_of(asked)
    if whole.unanswered or quarter.last_day >= clock.today():
        return None
    people = {place: one.wanted.value for place, one in enumerate(asked)}
    groups = disclosure.protected({"form": disclosure.groups_of(people)})["form"]
    counts = {key: count_of(asked[place] for place in held) for key, held in groups.items()}
    return tell(counts, whole)


def _by_form(asked: Sequence[Asked]) -> dict[str, RequestCount]:
    forms: dict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        forms[one.wanted.value].append(one)
    return {key: count_of(held) for key, held in forms.items()}


def _by_quarter() -> list[tuple[Quarter, list[Asked]]]:
    found: dict[Quarter, list[Asked]] = defaultdict(list)
    for one in _asked():
        found[one.quarter].append(one)
    present = quarter_of(clock.today())
    period = min([*found, present])
    periods = [period]
    while period < present:
        period = period.next
        periods.append(period)
    return [(period, found[period]) for period in periods]


def _asked() -> Iterable[Asked]:
    """Each time that somebody asked: what was answered, and what is open. Two queries that read
    three days each; nothing that a person wrote is read."""
    reply = FormRequestMessage
    answered = (
        select(FormRequest.wanted, reply.counted_from, reply.due_on, reply.told_at)
        .join(reply, reply.request_id == FormRequest.id)
        .where(reply.outcome.is_not(None))
    )
    waiting = select(
        FormRequest.wanted, FormRequest.counted_from, FormRequest.due_on, null().label("told_at")
    ).where(FormRequest.state.in_(OPEN))
    today = clock.today()
    queries: tuple[Executable, ...] = (answered, waiting)
    for query in queries:
        for wanted, since, due_on, told_at in db.session.execute(query):
            answered_on = None if told_at is None else _day(told_at)
            yield Asked(quarter_of(_day(since)), wanted, ending_of(due_on, answered_on, today))


def _day(moment: datetime) -> date:
    return moment.astimezone(clock.BANGKOK).date()
