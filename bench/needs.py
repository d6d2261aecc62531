"""How fast the pages of the register of needs are with 100,000 needs, on PostgreSQL.

`python -m bench.needs [--needs N] [--times N]`: a private PostgreSQL; each page is asked for by a
signed-in officer through the whole site, in process. Words follow Zipf's law, as language does.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text

from tests.support.databases import make_tables, settings
from tests.support.page import PageClient
from tests.support.postgres import private_postgres
from webapp import create_app
from webapp.accounts import service as accounts
from webapp.extensions import db
from webapp.needs import service
from webapp.needs.models import Need, NeedPerson
from webapp.needs.rules.lists import Aspect, Channel, Origin, Who
from webapp.needs.service.words import term_key
from webapp.shared import clock
from webapp.shared.bureaux import Bureau
from webapp.shared.site import Site

MOST_MS = 300
PEOPLE, WORDS, OF_ONE_SENATOR = 250, 8_000, 2_000
PASSWORD = "a long password"  # noqa: S105 (of a throw-away account)
LISTED = ("เสียง", "เอกสาร", "กฎหมาย", "ประชุม", "เว็บไซต์")


def main() -> None:
    """Read the arguments, fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--needs", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=40, help="how often each page is asked for")
    asked = parser.parse_args()
    try:
        with private_postgres() as url, tempfile.TemporaryDirectory() as folder:
            config = settings(Path(folder), url)
            make_tables(config)
            app = create_app(config)
            with app.app_context():
                fill(asked.needs)
                measure(app, asked.needs, asked.times)
                db.session.remove()
                db.engine.dispose()
    except LookupError as missing:
        print(f"{missing}: nothing is measured")


def fill(count: int) -> None:
    """Keep `count` needs of 250 senators and groups and of the unnamed, three in four sorted."""
    draw = random.Random(1)  # noqa: S311 (no secret)
    db.session.execute(insert(NeedPerson), list(people()))
    words = [*LISTED, *(f"คำ{number}" for number in range(WORDS))]
    keys = [term_key(word, "test") for word in words]
    weights = [1 / (place + 3) for place in range(len(words))]
    moment = clock.now()
    for first in range(1, count + 1, 5_000):
        needs, terms = [], []
        for number in range(first, min(first + 5_000, count + 1)):
            said = set(draw.choices(range(len(words)), weights, k=14))
            needs.append(need(draw, number, " ".join(words[at] for at in said), moment))
            terms += [(keys[at], number) for at in said]
        db.session.execute(insert(Need), needs)
        copy_terms(terms)
    db.session.execute(text("SELECT setval('needs_id_seq', :count)"), {"count": count})
    db.session.commit()
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))


def copy_terms(rows: list[tuple[int, int]]) -> None:
    """Keep words of needs by PostgreSQL's COPY: there are more than a million."""
    driver: Any = db.session.connection().connection.driver_connection
    with driver.cursor().copy("COPY need_terms (term, need_id) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def people() -> Iterator[dict[str, Any]]:
    """Senators first; one of them has asked for much more than the others."""
    for number in range(1, PEOPLE + 1):
        who = Who.SENATOR if number <= 200 else Who.GROUP
        name = f"ตัวอย่างที่ {number}"
        yield {"id": number, "who": who, "name": name, "name_hash": name}


def need(draw: random.Random, number: int, words: str, moment: Any) -> dict[str, Any]:
    """A row of the register; every twentieth stands under another."""
    named = draw.random() < 0.3
    person = 1 if number <= OF_ONE_SENATOR else draw.randrange(2, PEOPLE + 1)
    aspects = [aspect.name for aspect in Aspect]
    return {
        "id": number,
        "words": words,
        "subject": "",
        "language": "th",
        "channel": draw.choice(list(Channel)).name,
        "origin": draw.choice([Origin.STAFF, Origin.FORM, Origin.SURVEY]),
        "who": Who.SENATOR if named else Who.CITIZEN,
        "person_id": person if named or number <= OF_ONE_SENATOR else None,
        "aspect": draw.choice(aspects) if draw.random() < 0.75 else None,
        "suggested": draw.choice(aspects),
        "bureau": draw.choice(list(Bureau)).value,
        "times": 1,
        "heard_at": moment - timedelta(minutes=draw.randrange(5 * 525_600)),
        "entered_at": moment,
        "merged_into_id": number - 1 if number % 20 == 0 else None,
    }


def measure(app: Site, count: int, times: int) -> None:
    """Ask for every page of the register so often; print the median and the 95th percentile."""
    draw = random.Random(2)  # noqa: S311 (no secret)
    secret = app.config["SECRET_KEY"]
    accounts.accept_invitation(
        accounts.create_staff("officer@example.org", secret), secret, PASSWORD
    )
    officer = PageClient(app.test_client())
    officer.post("/account/sign-in", {"email": "officer@example.org", "password": PASSWORD})
    own = service.make_link(1, None, secret)
    register, quarter = "/staff/needs", "since=1/1/2568&until=31/3/2568"
    pages = {
        "the register": lambda: register,
        "a later page": lambda: f"{register}?page={draw.randrange(2, count // 30)}",
        "a filter or two": lambda: (
            f"{register}?aspect={draw.choice(list(Aspect)).name}&channel="
            f"{draw.choice(list(Channel)).name}"
        ),
        "not sorted yet": lambda: f"{register}?aspect=unsorted",
        "days": lambda: f"{register}?{quarter}",
        "one senator": lambda: f"{register}?person={draw.randrange(1, PEOPLE)}",
        "a common word": lambda: f"{register}?words={draw.choice(LISTED)}",
        "two words": lambda: f"{register}?words={draw.choice(LISTED)}+{draw.choice(LISTED)}",
        "a phrase of common words": lambda: (
            f'{register}?words="{LISTED[0]} {draw.choice(LISTED[1:])}"'
        ),
        "one word without another": lambda: (
            f"{register}?words={LISTED[0]}+-{draw.choice(LISTED[1:])}"
        ),
        "one need, with those like it": lambda: f"{register}/{draw.randrange(1, count)}",
        "entering one": lambda: f"{register}/new",
        "who asks for what": lambda: f"{register}/askings",
        "who asks for what, a quarter": lambda: f"{register}/askings?{quarter}",
        "what one senator asks for": lambda: f"{register}/people/1",
        "a senator's own page": lambda: f"/needs/own/{own}",
    }
    print(f"{count:,} needs; {times} times each; milliseconds")
    for name, address in pages.items():
        took = []
        for _time in range(times + 1):
            path = address()
            begun = time.perf_counter()
            answer = officer.client.get(path)
            took.append((time.perf_counter() - begun) * 1000)
            if answer.status_code != 200:
                raise SystemExit(f"{path}: {answer.status_code}")
        # The first is warming up.
        took = sorted(took[1:])
        late = statistics.quantiles(took, n=20)[-1]
        said = "" if late <= MOST_MS else f"  more than {MOST_MS}"
        print(f"  {name:32} p50 {statistics.median(took):6.1f}  p95 {late:6.1f}{said}")


if __name__ == "__main__":
    main()
