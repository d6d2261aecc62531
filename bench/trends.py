"""How fast trends are found and shown with 100,000 needs, on PostgreSQL.

`python -m bench.trends [--needs N] [--requests N]`: a private PostgreSQL with N needs of three
years, 20,000 followers and 20,000 messages; prints the looks of the worker in seconds, and the
pages of officers in milliseconds, one reader at a time.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from flask.testing import FlaskClient
from sqlalchemy import text

from tests.support.databases import make_tables, settings
from tests.support.postgres import private_postgres
from webapp import create_app
from webapp.accounts import service as accounts
from webapp.extensions import db
from webapp.needs.models import Need
from webapp.needs.rules.lists import Aspect, Channel
from webapp.needs.service.words import keys, terms_of
from webapp.profiles import service as profiles
from webapp.shared import clock
from webapp.trends import service

SUBJECTS = (
    "หนังสือเสียง", "อักษรเบรลล์", "ที่จอดรถ", "ลิฟต์", "เว็บไซต์", "ร่างกฎหมาย", "งบประมาณ", "ห้องประชุม",
    "โทรทัศน์", "วิทยุ", "การแจ้งเตือน", "รายงาน", "ห้องสมุด", "ค่าเบี้ยประชุม", "การเยี่ยมชม", "เครือข่าย",
    "การอบรม", "คู่มือ", "ภาษามือ",
    "ใบอนุญาต",
)  # fmt: skip
WISHES = ("ขอให้ปรับปรุง", "อยากได้ข้อมูลเรื่อง", "ไม่พบ", "ขอสำเนา", "ขอคำอธิบายเรื่อง", "แจ้งปัญหาเรื่อง")
MORE = ("โดยเร็ว", "ก่อนการประชุม", "ทางโทรศัพท์", "เป็นภาษาที่เข้าใจง่าย", "สำหรับผู้สูงอายุ", "ทุกจังหวัด")
DAYS = 3 * 365
GOAL = 300


def main() -> None:
    """Read the arguments, fill, measure, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--needs", type=int, default=100_000)
    arguments.add_argument("--requests", type=int, default=60)
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder, private_postgres() as url:
        config = settings(Path(folder), url)
        make_tables(config)
        app = create_app(config)
        with app.app_context():
            fill(asked.needs, config.SECRET_KEY)
            print("| what | measured |\n|---|---|")
            for name, work in (("trends", service.look), ("segments", profiles.look_for_segments)):
                print(f"| the worker looks for {name} | {seconds(work):.1f} s |")
            print(f"| rising: {service.count_rising()} | |")
            paths = addresses()
            db.session.commit()
            client = officer(app.test_client(), config.SECRET_KEY)
        for name, path in paths.items():
            middle, slow = measure(client, path, asked.requests)
            print(f"| {name} | p50 {middle:.0f} ms, p95 {slow:.0f} ms{late(slow)} |")
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


def late(slow: float) -> str:
    """Say where the goal is missed."""
    return "" if slow < GOAL else f" (over {GOAL})"


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def fill(count: int, secret: str) -> None:
    """Needs with their words, spread over three years, some of them of 500 people; a third of those
    of the last four weeks ask for audio books. And followers."""
    said = [f"{wish}{what}{more}" for what in SUBJECTS for wish in WISHES for more in MORE]
    people(clock.now())
    run = db.session.execute
    run(text("CREATE TEMP TABLE said (n int PRIMARY KEY, words text)"))
    run(text("CREATE TEMP TABLE said_terms (n int, term bigint)"))
    for number, words in enumerate(said):
        kept = Need.words.type.process_bind_param(words, None)
        run(text("INSERT INTO said VALUES (:n, :words)"), {"n": number, "words": kept})
        rows = [{"n": number, "term": term} for term in keys(terms_of(words), secret)]
        run(text("INSERT INTO said_terms VALUES (:n, :term)"), rows)
    of_books = len(WISHES) * len(MORE)
    asked = {
        "count": count, "days": DAYS, "books": of_books, "said": len(said), "now": clock.now(),
        "blank": Need.words.type.process_bind_param("", None),
        "aspects": [aspect.name for aspect in Aspect], "channels": [one.name for one in Channel],
    }  # fmt: skip
    run(text("SELECT setseed(0.5)"))
    run(text(NEEDS), asked)
    run(
        text(
            "INSERT INTO need_terms (term, need_id) SELECT t.term, n.id FROM needs n"
            " JOIN said_terms t ON t.n = n.origin_ref::bigint % 1000"
        )
    )
    db.session.commit()
    run(text("ANALYZE"))
    db.session.commit()


NEEDS = """
INSERT INTO needs (words, subject, language, channel, origin, origin_ref, who, person_id, aspect,
                   suggested, times, heard_at, entered_at)
SELECT said.words, :blank, 'th', (CAST(:channels AS text[]))[1 + g % 8], 'staff',
       (g * 1000 + said.n)::text, CASE WHEN g % 3 = 0 THEN 'senator' ELSE 'citizen' END,
       CASE WHEN g % 3 = 0 THEN 1 + g % 500 END,
       CASE WHEN g % 10 < 7 THEN (CAST(:aspects AS text[]))[1 + (g / 7) % 6] END,
       (CAST(:aspects AS text[]))[1 + (g / 11) % 6], 1,
       CAST(:now AS timestamptz) - ago * interval '1 day', :now
FROM (SELECT g, random() * :days AS ago, random() AS one, random() AS two
      FROM generate_series(1, :count) g) drawn
JOIN said ON said.n = CASE WHEN ago < 28 AND one < 0.33 THEN CAST(floor(two * :books) AS int)
                      ELSE CAST(floor(two * :said) AS int) END
"""


def people(moment) -> None:
    """The named people of the register, and followers of two kinds with some of either."""
    run = db.session.execute
    name = Need.words.type.process_bind_param("สมาชิก", None)
    run(
        text(
            "INSERT INTO need_people (id, who, name, name_hash)"
            " SELECT n, 'senator', :name, 'h' || n FROM generate_series(1, 500) n"
        ),
        {"name": name},
    )
    run(
        text(
            "INSERT INTO followers (id, email_hash, language, key_version, made_at,"
            " mail_stopped_why, soft_bounces, voice, speed)"
            " SELECT n, 'h' || n, 'th', 1, :at, '', 0, '', 0"
            " FROM generate_series(1, 20000) n"
        ),
        {"at": moment},
    )
    run(
        text(
            "INSERT INTO subscriptions (follower_id, subject_key, kinds, cadence, weekday, hour,"
            " language, form, channel, state, key_version, asked_at) SELECT n, 'everything', 1,"
            " 'at_once', 0, 8, 'th', CASE WHEN (n + n % 7 / 6) % 2 = 0 THEN 'plain' ELSE"
            " 'audio_linked' END, CASE WHEN n % 2 = 0 THEN 'email' ELSE 'line' END, 'confirmed', 1,"
            " :at FROM generate_series(1, 20000) n"
        ),
        {"at": moment},
    )


def officer(client: FlaskClient, secret: str) -> FlaskClient:
    """A browser in which an officer has signed in."""
    token = accounts.create_staff("bench@example.org", secret)
    account = accounts.accept_invitation(token, secret, "a long password")
    with client.session_transaction() as session:
        session["_user_id"] = str(account.id)
        session["_fresh"] = True
    return client


def addresses() -> dict[str, str]:
    """The pages to measure."""
    one = service.list_readings()[0]
    days = f"since={one.since:%d/%m/%Y}&until={one.until:%d/%m/%Y}"
    return {
        "what rises": "/staff/trends",
        "one trend with its evidence": f"/staff/trends/{one.id}",
        "a note drawn up from it": f"/staff/trends/notes/new?trend={one.id}",
        "notes of policy": "/staff/trends/notes",
        "its evidence in the register, by aspect": f"/staff/needs?aspect=LAW&{days}",
        "its evidence in the register, by word": f"/staff/needs?words={SUBJECTS[0]}&{days}",
        "groups": "/staff/profiles",
        "needs by group": "/staff/profiles/table",
        "needs by group as CSV": "/staff/profiles/table.csv",
        "segments": "/staff/profiles/segments",
    }


def measure(client: FlaskClient, path: str, requests: int) -> tuple[float, float]:
    """The 50th and 95th percentile of milliseconds."""
    client.get(path)
    times = []
    for _ in range(requests):
        start = time.perf_counter()
        answer = client.get(path)
        times.append(1000 * (time.perf_counter() - start))
        if answer.status_code != 200:
            raise RuntimeError(f"{path}: {answer.status}")
    cuts = statistics.quantiles(times, n=100)
    return cuts[49], cuts[94]


if __name__ == "__main__":
    main()
