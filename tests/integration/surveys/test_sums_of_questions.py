"""Two questions of two aspects, two services, two quarters: nobody solves what is hidden of one."""

import csv
import io
import random
from itertools import product

import pytest

from tests.integration.surveys.conftest import SECRET, scale
from tests.support.solving import too_narrow
from webapp.extensions import db
from webapp.shared.disclosure import FEWEST
from webapp.surveys import service
from webapp.surveys.rules.questions import Aspect

QUARTERS = ("2569-2", "2569-3")
NAMES = "AB"
ASPECTS = {"Members of staff": 0, "Result": 1}
# No two sets of these have the same sum, so that a line's people say whose it is.
SIZES = (23, 32, 37, 39)
Cell = tuple[str, str, int]


@pytest.fixture
def surveys(clock, make):
    found = {}
    for name in NAMES:
        listed = service.list_service(name, name, None)
        questions = scale("ก", Aspect.STAFF), scale("ข", Aspect.RESULT)
        found[name] = make(*questions, service_id=listed.id)
    return found


def answer(clock, surveys, quarter: str, sizes: dict, said: dict[Cell, int]) -> None:
    """Have people answer both questions of each survey; then the quarter is over."""
    for name, survey in surveys.items():
        for number in range(sizes[name, quarter]):
            response = service.begin(survey, f"{quarter} {number}", service.Arrival(), SECRET)
            given = {
                question.id: [5 if number < said[name, quarter, place] else 1]
                for place, question in enumerate(survey.questions)
            }
            service.keep(response, given, survey.questions)
            service.finish(response, None, None)
    clock.advance(days=31 if quarter == QUARTERS[0] else 91)
    service.release_all()
    db.session.expire_all()


def read(page, address: str) -> list[list[str]]:
    text = page.client.get(address).text.lstrip("\ufeff")
    return list(csv.reader(io.StringIO(text)))[1:]


def equations(page, surveys, sizes) -> list[tuple[set[Cell], int]]:
    """Each told line as cells and how many answers of 4 or 5 they have together."""
    found = []
    for asked in ("", *sorted({quarter for _name, quarter in sizes})):
        query = f"?lang=en&quarter={asked}"
        exports = [(NAMES, f"/surveys/results.csv{query}")]
        exports += [(n, f"/surveys/{one.key}/results.csv{query}") for n, one in surveys.items()]
        for whose, address in exports:
            for part, name, people, *more in read(page, address):
                if not people.isdigit() or not more[0].replace(".", "").isdigit():
                    continue
                if part[0].isdigit() and name[0] not in "15":
                    continue
                if part[0].isdigit():
                    # How many chose a point: of all that the same part is of.
                    now = {key: size for key, size in sizes.items() if key[0] in whose}
                    held = {k for k in now if asked in ("", k[1])}
                    cells = {(*key, int(part[0]) - 1) for key in held}
                    total = sum(now[key] for key in held)
                    count = int(people) if name[0] == "5" else total - int(people)
                else:
                    held = whose_people(sizes, whose, int(people))
                    places = [ASPECTS[name]] if part == "By aspect" else [0, 1]
                    cells = {(*key, place) for key in held for place in places}
                    answers = int(people) * len(places)
                    count = round(answers * float(more[0]) / 100)
                    if part.startswith("Diss") or name.startswith("Diss"):
                        count = answers - count
                found.append((cells, count))
    return found


def whose_people(sizes, whose: str, people: int) -> set[tuple[str, str]]:
    keys = [key for key in sizes if key[0] in whose]
    chosen = [
        {key for key, is_in in zip(keys, taken, strict=True) if is_in}
        for taken in product((True, False), repeat=len(keys))
    ]
    [fit] = [held for held in chosen if sum(sizes[key] for key in held) == people]
    return fit


@pytest.mark.parametrize("seed", range(4))
def test_nobody_solves_what_a_question_hides_from_all_exports_of_all_days(
    page, clock, surveys, seed
):
    drawn = random.Random(seed)  # noqa: S311 (who answers what, no secret)
    keys = list(product(NAMES, QUARTERS))
    sizes = dict(zip(keys, drawn.sample(SIZES, 4), strict=True))
    said: dict[Cell, int] = {}
    for key, place in product(keys, (0, 1)):
        against = drawn.choice([drawn.randint(1, 4), drawn.randint(5, 12), drawn.randint(5, 12)])
        said[*key, place] = sizes[key] - against
    sums: list[tuple[set[Cell], int]] = []
    answered: dict[tuple[str, str], int] = {}
    for quarter in QUARTERS:
        answer(clock, surveys, quarter, sizes, said)
        answered |= {key: size for key, size in sizes.items() if key[1] == quarter}
        sums += equations(page, surveys, answered)
    wrong = [(c, n, sum(said[cell] for cell in c)) for c, n in sums]
    assert not [one for one in wrong if one[1] != one[2]], "the lines are of whom they seem to be"
    known = {cell for cells, _count in sums for cell in cells if len(cells) == 1}
    assert known
    assert not [cell for cell in known if 0 < sizes[cell[:2]] - said[cell] < FEWEST]
    hidden = {cell: sizes[cell[:2]] for cell in said if cell not in known}
    left = [
        (cells - known, count - sum(said[cell] for cell in cells & known)) for cells, count in sums
    ]
    assert not too_narrow(hidden, left, FEWEST)
