"""What damaged Thai letters most likely said: words of the dictionary behind known faults."""

from collections.abc import Iterator
from typing import NamedTuple

from thai_text.names import NAME_ALONE, NAME_INSIDE, SHORTEST_INSIDE, longest_name, names
from thai_text.word_costs import UNKNOWN_SIGN, beginnings, word_costs

LOST = "\ufffd"
_MARKS = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")
_MAY_BE_LOST = "ะัาำิีึืุู็่้๊๋์"
# How unlikely each fault is, in the measure of words (a common word costs 5, a rare one 15).
_SPACE_INSIDE = 2.0
_CIRCLE_AS_SPACE = 0.5
_AA_TORN_OFF = 4.5
_CIRCLE_LOST = 5.0
_CIRCLE_TOO_MUCH = 4.0
_MARK_MOVED = 5.0
_SILENCER_LOST = 7.0
_SIGN_LOST = 4.0
_MOST_FAULTS = 3


class Piece(NamedTuple):
    """Characters `start` to `end` read as `text`; `known` where it is a word, a name or a space.

    `faults` is the cost of the faults assumed, 0 where the piece is read as it stands. `carried` is
    the first letter of the next word where this word's last mark was found upon it.
    """

    start: int
    end: int
    text: str
    faults: float
    known: bool
    carried: str = ""


class _Step(NamedTuple):
    """A word, or the beginning of one, read up to `place`."""

    place: int
    text: str
    cost: float
    faults: int
    carried: str = ""


class _Reached(NamedTuple):
    """The likeliest way to a place: its cost, its last piece, and what was carried before it."""

    cost: float
    piece: Piece | None
    before: str


# What was carried to a place (mostly nothing), and the likeliest way there.
_Ways = dict[str, _Reached]


def best_reading(raw: str, after_title: frozenset[int] = frozenset()) -> list[Piece]:
    """Read Thai letters, single spaces and lost signs as the likeliest words, piece by piece.

    `after_title`: the places at which the name of a person is expected.
    """
    ways: list[_Ways] = [{} for _ in range(len(raw) + 1)]
    ways[0][""] = _Reached(0.0, None, "")
    costs = word_costs()
    for start, sign in enumerate(raw):
        for carried, reached in ways[start].items():
            if not carried:
                plain = Piece(start, start + 1, sign, 0.0, sign == " ")
                _take(ways, reached.cost + (0.0 if sign == " " else UNKNOWN_SIGN), plain, "")
                for cost, name in _names_from(raw, start, start in after_title):
                    _take(ways, reached.cost + cost, name, "")
            for step in _words_from(raw, start, carried) if sign != " " else ():
                piece = Piece(start, step.place, step.text, step.cost, True, step.carried)
                _take(ways, reached.cost + costs[step.text] + step.cost, piece, carried)
    return _trace(ways)


def _names_from(raw: str, start: int, expected: bool) -> Iterator[tuple[float, Piece]]:
    """The names that stand at `start`, and how unlikely each is there."""
    known, begins = names(), expected or start == 0 or raw[start - 1] == " "
    for end in range(start + 2, min(len(raw), start + longest_name()) + 1):
        alone = begins and (expected or raw[end : end + 1] in ("", " "))
        if (alone or end - start >= SHORTEST_INSIDE) and raw[start:end] in known:
            cost = NAME_ALONE if alone else NAME_INSIDE
            yield cost, Piece(start, end, raw[start:end], 0.0, True)


def _take(ways: list[_Ways], cost: float, piece: Piece, before: str) -> None:
    known = ways[piece.end].get(piece.carried)
    if known is None or cost < known.cost:
        ways[piece.end][piece.carried] = _Reached(cost, piece, before)


def _trace(ways: list[_Ways]) -> list[Piece]:
    pieces: list[Piece] = []
    reached = ways[-1][""]
    while reached.piece is not None:
        pieces.append(reached.piece)
        reached = ways[reached.piece.start][reached.before]
    return pieces[::-1]


def _words_from(raw: str, start: int, carried: str) -> Iterator[_Step]:
    """Every word that the letters from `start` on may say, after a letter carried there."""
    begun, costs = beginnings(), word_costs()
    steps = [_Step(start, carried, 0.0, 0)]
    while steps:
        step = steps.pop()
        if step.text in costs and step.place > start:
            yield step
        if step.text and step.faults < _MOST_FAULTS:
            yield from (lent for lent in _lent(raw, step) if lent.text in costs)
        steps.extend(later for later in _next(raw, step, start) if later.text in begun)


def _lent(raw: str, step: _Step) -> Iterator[_Step]:
    """A word whose last mark stands on the first letter of the next one: `ทีส่ร้าง`."""
    sign = raw[step.place : step.place + 1]
    if sign and sign not in _MARKS and " " not in raw[step.place - 1 : step.place + 1]:
        for end, moved, rest in _marks_on(raw, step.place):
            cost = step.cost + _MARK_MOVED
            yield _Step(end, step.text + moved, cost, step.faults + 1, sign + rest)


def _next(raw: str, step: _Step, start: int) -> Iterator[_Step]:
    place, text, cost, faults, _ = step
    sign = raw[place : place + 1]
    if sign == " ":
        if text:
            yield from _over_space(raw, step)
    elif sign:
        yield _Step(place + 1, text + sign, cost, faults)
    if faults < _MOST_FAULTS:
        if sign:
            for end, more, fault in _faulty(raw, place, place > start):
                yield _Step(end, text + more, cost + fault, faults + 1)
        yield _Step(place, text + "์", cost + _SILENCER_LOST, faults + 1)


def _over_space(raw: str, step: _Step) -> Iterator[_Step]:
    after = raw[step.place + 1 : step.place + 2]
    if after == "า":
        # The circle of ำ became the space (จัดท าร่าง); a plain า is hardly ever torn off.
        yield _Step(step.place + 2, step.text + "ำ", step.cost + _CIRCLE_AS_SPACE, step.faults)
        yield _Step(step.place + 2, step.text + "า", step.cost + _AA_TORN_OFF, step.faults)
    elif after:
        yield _Step(step.place + 1, step.text, step.cost + _SPACE_INSIDE, step.faults)


def _faulty(raw: str, place: int, inside: bool) -> Iterator[tuple[int, str, float]]:
    """What the sign at `place` may have been: the end of what is read, its text, the cost."""
    sign = raw[place]
    if sign == "า":
        yield place + 1, "ำ", _CIRCLE_LOST
    elif sign == "ำ":
        yield place + 1, "า", _CIRCLE_TOO_MUCH
    elif sign == LOST:
        yield place + 1, "", _SIGN_LOST
        yield from ((place + 1, lost, _SIGN_LOST) for lost in _MAY_BE_LOST)
    if inside and sign not in _MARKS and raw[place - 1] != " ":
        yield from _moved(raw, place, sign)


def _moved(raw: str, place: int, sign: str) -> Iterator[tuple[int, str, float]]:
    for end, moved, rest in _marks_on(raw, place):
        yield end, moved + sign + rest, _MARK_MOVED


def _marks_on(raw: str, place: int) -> Iterator[tuple[int, str, str]]:
    """The marks on a letter, all or one of them to be moved: their end, the moved, the rest."""
    end = place + 1
    while end < len(raw) and raw[end] in _MARKS and end < place + 3:
        end += 1
    marks = raw[place + 1 : end]
    if marks:
        yield end, marks, ""
    if len(marks) > 1:
        yield end, marks[1], marks[0]
        yield end, marks[0], marks[1]
