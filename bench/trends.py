"""How fast trends are found and shown with 100,000 needs, on PostgreSQL.

`python -m bench.trends [--needs N] [--requests N]`: a private PostgreSQL with N needs of three
years, 20,000 followers and 20,000 messages; prints the looks of the worker in seconds, and the
pages of officers in milliseconds, one reader at a time.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from flask.testing import FlaskClient
from sqlalchemy import insert, text

from tests.support.databases import make_tables, settings
from tests.support.postgres import private_postgres
from webapp import create_app
from webapp.accounts import service as accounts
from webapp.extensions import db
from webapp.needs.models import Need, NeedTerm
from webapp.needs.rules.lists import Aspect, Channel, Origin, Who
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
ASPECTS = [aspect.name for aspect in Aspect]
DAYS = 3 * 365
PORTION = 5_000
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
    """Needs with their words, spread over three years, some of them of 500 people; followers."""
    draw = random.Random(1)  # noqa: S311 (made-up data)
    said = [f"{wish}{what}{more}" for wish in WISHES for what in SUBJECTS for more in MORE]
    terms = {words: sorted(keys(terms_of(words), secret)) for words in said}
    moment = clock.now()
    people(moment)
    kept = 0
    while kept < count:
        portion = [need(draw, said, moment) for _ in range(min(PORTION, count - kept))]
        rows = db.session.scalars(insert(Need).returning(Need.id), portion).all()
        found = [
            {"term": term, "need_id": number}
            for number, row in zip(rows, portion, strict=True)
            for term in terms[row["words"]]
        ]
        db.session.execute(insert(NeedTerm), found)
        db.session.commit()
        kept += len(portion)
    db.session.execute(text("ANALYZE"))
    db.session.commit()


def need(draw, said, moment) -> dict:
    """One need; a third of those of the last four weeks ask for audio books."""
    ago = draw.random() * DAYS
    rises = ago < 28 and draw.random() < 1 / 3
    words = f"{draw.choice(WISHES)}{SUBJECTS[0]}{draw.choice(MORE)}" if rises else draw.choice(said)
    person = draw.randint(1, 500) if draw.random() < 0.3 else None
    return {
        "words": words, "subject": "", "language": "th", "channel": draw.choice(list(Channel)).name,
        "origin": Origin.STAFF, "who": Who.SENATOR if person else Who.CITIZEN, "times": 1,
        "person_id": person, "suggested": draw.choice(ASPECTS),
        "aspect": draw.choice(ASPECTS) if draw.random() < 0.7 else None,
        "heard_at": moment - timedelta(days=ago),
        "entered_at": moment,
    }  # fmt: skip


def people(moment) -> None:
    """The named people of the register, and followers of two kinds with some of either."""
    run = db.session.execute
    name = Need.words.type.process_bind_param("สมาชิก", None)
    run(
        text(
            "INSERT INTO need_people (id, who, name, name_hash, key_version)"
            " SELECT n, 'senator', :name, 'h' || n, 1 FROM generate_series(1, 500) n"
        ),
        {"name": name},
    )
    run(
        text(
            "INSERT INTO followers (id, email_hash, language, key_version, made_at,"
            " mail_stopped_why, soft_bounces) SELECT n, 'h' || n, 'th', 1, :at, '', 0"
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
