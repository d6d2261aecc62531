"""All services together are told in nearly every quarter, and nobody solves what one of them hides."""

import csv
import io
import random
from datetime import timedelta
from itertools import combinations

import pytest

from tests.integration.surveys.conftest import SECRET, scale
from tests.support.databases import both_databases
from tests.support.page_rules import words
from tests.support.solving import too_narrow
from webapp.extensions import db
from webapp.shared.disclosure import FEWEST
from webapp.surveys import service
from webapp.surveys.rules.questions import Channel

FIRST, SECOND = "2569-2", "2569-3"
NAMES = "ABC"
# No two sets of these have the same sum (Conway and Guy), so that a line's people say whose it is.
SIZES = (20, 31, 37, 40, 42, 43)


@pytest.fixture
def services(clock, make):
    """Three services with a survey each, by name."""
    listed = {name: service.list_service(name, name, None) for name in NAMES}
    return {name: make(service_id=one.id) for name, one in listed.items()}


@pytest.fixture
def answered(clock, services):
    """Have people answer each survey in a quarter, (people, satisfied) by service; then it is over."""

    def answered(said: dict[str, tuple[int, int]], quarter: str) -> None:
        for name, (people, satisfied) in said.items():
            survey = services[name]
            for number in range(people):
                who = f"{quarter} {number}"
                response = service.begin(survey, who, service.Arrival(), SECRET)
                point = 5 if number < satisfied else 1
                service.keep(response, {survey.questions[0].id: [point]}, survey.questions)
                service.finish(response, None, None)
        clock.advance(days=31 if quarter == FIRST else 91)
        service.release_all()
        db.session.expire_all()

    return answered


def lines(page, address: str) -> list[list[str]]:
    text = page.client.get(address).text.lstrip("\ufeff")
    return list(csv.reader(io.StringIO(text)))[1:]


def percents(page, query: str = "") -> dict[tuple[str, str], tuple[str, str]]:
    """People and percent of every line of all services."""
    rows = lines(page, f"/surveys/results.csv?lang=en{query}")
    return {(part, name): (people, percent) for part, name, people, percent, *_ in rows}


@both_databases
def test_beside_a_service_of_few_the_smallest_other_is_hidden_and_the_whole_is_told(
    page, services, answered
):
    answered({"A": (20, 18), "B": (40, 25), "C": (30, 20)}, FIRST)
    found = percents(page, f"&quarter={FIRST}")
    assert found["Satisfaction in all", "All"] == ("90", "70.00")
    assert found["By service", "A"] == ("20", "not told")
    assert found["By service", "B"] == ("40", "62.50")
    assert found["By service", "C"] == ("30", "not told")
    for name in "AC":
        export = page.client.get(f"/surveys/{services[name].key}/results.csv?lang=en").text
        assert f"All,{20 if name == 'A' else 30},not told" in export
    # In the next quarter it is another one's turn; two quarters of few are told together.
    answered({"A": (20, 17), "B": (40, 25), "C": (30, 20)}, SECOND)
    found = percents(page, f"&quarter={SECOND}")
    assert found["Satisfaction in all", "All"] == ("90", "68.89")
    assert found["By service", "B"] == ("40", "not told")
    assert found["By service", "C"] == ("30", "66.67")
    found = percents(page)
    own = page.client.get(f"/surveys/{services['A'].key}/results.csv?lang=en").text
    # Of a single aspect the same is told as of the whole.
    assert "By aspect,Members of staff,40,87.50" in own
    assert found["Satisfaction in all", "All"] == ("180", "69.44")
    assert found["By service", "A"] == ("40", "87.50")
    assert found["By service", "C"] == ("30", "66.67")
    thai, english = page.both("/surveys/results")
    said = words(english.select_one("section[aria-labelledby=service]"))
    assert "C: 30 more people are not in it" in said
    assert "C: ยังไม่รวมอีก 30 คน" in words(thai.select_one("section[aria-labelledby=service]"))


def test_with_nothing_to_hide_it_the_whole_is_told_without_it_and_says_so(page, clock, answered):
    answered({"A": (20, 18), "B": (40, 40), "C": (30, 30)}, FIRST)
    found = percents(page)
    assert found["Satisfaction in all", "All"] == ("70", "100.00")
    assert found["By service", "B"] == ("40", "100.00")
    whole = page.get("/en/surveys/results").select_one("section[aria-labelledby=whole]")
    assert "All: 20 more people are not in it" in words(whole)


def test_a_survey_that_closes_later_is_hidden_for_one_that_closed_before(page, services, answered):
    survey = services["A"]
    answer_all(survey, 20, 18)
    service.close_survey(survey.id, None)
    service.release(survey.id)
    answer_all(services["B"], 40, 25)
    answer_all(services["C"], 30, 20)
    db.session.expire_all()
    before = percents(page)
    assert before["Satisfaction in all", "All"] == ("20", "not told")
    service.close_survey(services["B"].id, None)
    service.release(services["B"].id)
    db.session.expire_all()
    found = percents(page)
    assert found["Satisfaction in all", "All"] == ("60", "71.67")
    assert found["By service", "B"] == ("40", "not told")
    # Let out again, and with what comes later, nothing that was hidden is told.
    service.release_all()
    service.close_survey(services["C"].id, None)
    service.release_all()
    db.session.expire_all()
    found = percents(page)
    assert found["Satisfaction in all", "All"] == ("90", "70.00")
    assert found["By service", "C"] == ("30", "66.67")


def test_what_is_entered_late_is_not_hidden_beside_what_stands_in_a_sum(
    page, clock, make, services, answered
):
    """Of a second question three answer in time and two by papers that are entered late."""
    listed = services["A"].service_id
    two = make(scale(), scale("ข", is_required=False), service_id=listed)
    for number in range(20):
        response = service.begin(two, f"p{number}", service.Arrival(), SECRET)
        first, second = two.questions
        given = {first.id: [5 if number < 18 else 1]} | ({second.id: [1]} if number < 3 else {})
        service.keep(response, given, two.questions)
        service.finish(response, None, None)
    answered({"B": (40, 25), "C": (30, 20)}, FIRST)
    before = percents(page, f"&quarter={FIRST}")
    assert before["Satisfaction in all", "All"] == ("90", "70.00")
    for _paper in range(2):
        response = service.enter(two, service.Arrival(Channel.PAPER), None)
        service.keep(response, {two.questions[1].id: [5]}, two.questions)
        service.finish(response, None, None, None, clock.moment.date() - timedelta(days=10))
    for days in (0, 20):
        clock.advance(days=days)
        service.release_all()
        db.session.expire_all()
        assert percents(page, f"&quarter={FIRST}") == before


def test_what_is_entered_late_joins_no_sum_of_quarters_that_was_told(page, clock, make, services):
    """Two quarters of few are told together; five answers to a second question come after that."""
    two = make(scale(), scale("ข", is_required=False), service_id=services["A"].service_id)
    first, second = two.questions
    for quarter, days in ((FIRST, 31), (SECOND, 91)):
        for number in range(20):
            response = service.begin(two, f"{quarter} {number}", service.Arrival(), SECRET)
            given = {first.id: [5 if number < 17 else 1]} | ({second.id: [1]} if number < 3 else {})
            service.keep(response, given, two.questions)
            service.finish(response, None, None)
        clock.advance(days=days)
        service.release_all()
        db.session.expire_all()
    before = percents(page)
    assert before["By service", "A"] == ("40", "85.00")
    for _paper in range(2):
        response = service.enter(two, service.Arrival(Channel.PAPER), None)
        service.keep(response, {second.id: [5]}, two.questions)
        service.finish(response, None, None, None, clock.moment.date() - timedelta(days=10))
    for days in (0, 20):
        clock.advance(days=days)
        service.release_all()
        db.session.expire_all()
        assert percents(page) == before


def answer_all(survey, people: int, satisfied: int) -> None:
    for number in range(people):
        response = service.begin(survey, f"p{number}", service.Arrival(), SECRET)
        point = 5 if number < satisfied else 1
        service.keep(response, {survey.questions[0].id: [point]}, survey.questions)
        service.finish(response, None, None)


def shown(page, services, query: str) -> list[tuple[str, list[str]]]:
    """The lines of every export, each with whose they can be."""
    found = [(NAMES, row) for row in lines(page, f"/surveys/results.csv?lang=en{query}")]
    for name, survey in services.items():
        rows = lines(page, f"/surveys/{survey.key}/results.csv?lang=en{query}")
        found += [(name, row) for row in rows]
    return found


def told_sums(page, services, sizes) -> list[tuple[frozenset, int]]:
    """Of every line that tells a number, of which services and quarters it is and how many are
    satisfied."""
    sums = []
    for query in ("", f"&quarter={FIRST}", f"&quarter={SECOND}"):
        for whose, (part, name, people, percent, *_more) in shown(page, services, query):
            if not percent.replace(".", "").isdigit() or not people.isdigit():
                continue
            count = round(int(people) * float(percent) / 100)
            if part[0].isdigit():
                # How many chose a point: the people are those who chose it, of one survey.
                continue
            cells = whose_line(sizes, whose, int(people))
            is_turned = part.startswith("Diss") or name.startswith("Diss")
            sums.append((cells, int(people) - count if is_turned else count))
    return sums


def whose_line(sizes, whose: str, people: int) -> frozenset:
    cells = [cell for cell in sizes if cell[0] in whose]
    fit = [
        held
        for number in range(1, len(cells) + 1)
        for held in combinations(cells, number)
        if sum(sizes[cell] for cell in held) == people
    ]
    assert len(fit) == 1, (whose, people, fit)
    return frozenset(fit[0])


@pytest.mark.parametrize("seed", range(4))
def test_nobody_solves_what_a_service_hides_from_all_exports_of_all_days(
    page, services, answered, seed
):
    drawn = random.Random(seed)  # noqa: S311 (who answers what, no secret)
    cells = [(name, quarter) for name in NAMES for quarter in (FIRST, SECOND)]
    sizes = dict(zip(cells, drawn.sample(SIZES, 6), strict=True))
    said = {}
    for cell, people in sizes.items():
        against = drawn.choice([drawn.randint(1, 4), drawn.randint(5, people - 5)])
        said[cell] = people - against
    # One at least is of few on a side, and one is not.
    said["A", FIRST] = sizes["A", FIRST] - drawn.randint(1, 4)
    said["B", FIRST] = sizes["B", FIRST] - 8
    sums = []
    for quarter in (FIRST, SECOND):
        now = {name: (sizes[name, quarter], said[name, quarter]) for name in NAMES}
        answered(now, quarter)
        sums += told_sums(page, services, sizes)
    assert all(sum(said[cell] for cell in held) == count for held, count in sums)
    known = {cell for held, _count in sums for cell in held if len(held) == 1}
    assert not [cell for cell in known if 0 < sizes[cell] - said[cell] < FEWEST]
    hidden = {cell: size for cell, size in sizes.items() if cell not in known}
    assert hidden
    left = [
        (held - known, count - sum(said[cell] for cell in held & known)) for held, count in sums
    ]
    assert any(held for held, _count in left), "a sum is told that has something hidden in it"
    assert not too_narrow(hidden, left, FEWEST)
    # What is hidden is not told by how many chose a point either.
    for name, survey in services.items():
        for quarter in (FIRST, SECOND):
            if (name, quarter) in hidden:
                rows = lines(page, f"/surveys/{survey.key}/results.csv?lang=en&quarter={quarter}")
                points = [row[1] for row in rows if row[0].startswith("1.")]
                assert not [point for point in points if point[0].isdigit()], (name, points)
