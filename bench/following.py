"""How fast an event finds its followers, and how fast their letters go, on PostgreSQL.

`python -m bench.following`: 1,000,000 subscriptions of 400,000 people, 20,000 of them different
saved searches, with 300 synonyms and nicknames. A private PostgreSQL and a real mail server
(aiosmtpd, in a process of its own).
"""

import argparse
import multiprocessing
import random
import resource
import smtplib
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller
from sqlalchemy import text

from tests.support.databases import make_tables, settings
from tests.support.ports import free_port
from tests.support.postgres import private_postgres
from tests.support.records import keep_bill
from webapp import create_app
from webapp.bills import service as bills
from webapp.bills.rules.kinds import House
from webapp.config import Config
from webapp.extensions import db
from webapp.following import sending, service
from webapp.following.rules.happenings import Happening
from webapp.following.service.searches import keep_search
from webapp.search.models import Synonym
from webapp.search.rules.synonyms import term_key
from webapp.shared import clock
from webapp.shared.transaction import transaction

WORDS = [
    "สหกรณ์", "ประมง", "แรงงาน", "ภาษี", "ที่ดิน", "ป่าไม้", "น้ำ", "พลังงาน", "การศึกษา",
    "สาธารณสุข", "คนพิการ", "ผู้สูงอายุ", "เด็ก", "ครอบครัว", "ตำรวจ", "ศาล", "ทหาร", "การค้า",
    "ธนาคาร", "ประกันภัย", "ขนส่ง", "รถไฟ", "ขยะ", "เมือง", "ท้องถิ่น", "เกษตร", "ข้าว", "ยาง",
]  # fmt: skip


class Swallow:
    """A mail server that takes everything and keeps nothing."""

    async def handle_DATA(self, _server, _session, _envelope):  # noqa: N802 (aiosmtpd's name)
        return "250 OK"


def serve(port: int) -> None:
    """Run the mail server until it is ended."""
    Controller(Swallow(), hostname="127.0.0.1", port=port).start()
    time.sleep(36_000)


def fill(people: int, wishes: int, searches: int, mailed: int, bill_id: int) -> None:
    """Everybody who follows something; `mailed` people follow the bill by mail at once."""
    address = service.Follower.email.type.process_bind_param("somebody@example.org", None)
    moment = clock.now()
    run = db.session.execute
    run(
        text(
            "INSERT INTO followers (id, email, email_hash, language, key_version, made_at,"
            " mail_stopped_why, soft_bounces, voice, speed)"
            " SELECT n, :address, 'h' || n, 'th', 1, :at, '', 0, '', 0"
            " FROM generate_series(1, :people) n"
        ),
        {"address": address, "at": moment, "people": people},
    )
    run(
        text(
            "INSERT INTO subscriptions (follower_id, subject_key, search_id, kinds, cadence,"
            " weekday, hour, language, form, channel, state, key_version, asked_at)"
            " SELECT follower, key, search, 511, cadence, 0, 8, 'th', 'plain', 'email',"
            " 'confirmed', 1, :at FROM ("
            " SELECT n follower, 'bill:' || :bill AS key, NULL::int search, 'at_once' cadence"
            " FROM generate_series(1, :mailed) n UNION ALL"
            " SELECT n, 'improvements', NULL, 'weekly' FROM generate_series(1, :people) n"
            " UNION ALL SELECT n, 'search:' || n, n, 'at_once' FROM generate_series(1, :searches) n"
            " UNION ALL SELECT 1 + n % :people, 'bill:' || (1000 + n), NULL, 'at_once'"
            " FROM generate_series(1, :rest) n) wished"
        ),
        {
            "bill": str(bill_id), "people": people, "searches": searches, "mailed": mailed,
            "rest": wishes - people - searches, "at": moment,
        },
    )  # fmt: skip
    db.session.commit()
    run(text("ANALYZE"))
    db.session.commit()


def fill_searches(count: int) -> None:
    """Different searches: two words, one excluded, a phrase, a filter."""
    drawn = random.Random(1)  # noqa: S311 (what is searched, no secret)
    for start in range(0, count, 1000):
        with transaction():
            for number in range(start, min(start + 1000, count)):
                words = drawn.sample(WORDS, 3)
                ways = (f"{words[0]} OR {words[1]}", f"{words[0]} -{words[1]}", f'"{words[0]}"')
                year = str(2400 + number % 200)
                # Each is another search: one in ten of them says nothing but words of the event.
                own = f"วุฒิสภา -{words[2]}{number}" if number % 10 == 0 else f"{words[2]}{number}"
                keep_search(f"{ways[number % 3]} {own}", {"year": year} if number % 7 == 0 else {})


def fill_meanings(count: int) -> None:
    """As many synonyms and nicknames as a site has, of which every search is met too."""
    moment, words = clock.now(), len(WORDS)
    with transaction():
        for number in range(count):
            means = f"{WORDS[number % words]}{WORDS[number // words % words]}"
            term = WORDS[number] if number < words else f"คำเรียก{number}"
            kept = Synonym(term=term, key=term_key(term), means=means, added_at=moment)
            db.session.add(kept)


def bare_loop(port: int, letters: int) -> float:
    """Letters a second of smtplib alone over one kept-open connection."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "เรื่อง"
    message.set_content("ร่างพระราชบัญญัติสหกรณ์\n" * 20)
    with smtplib.SMTP("127.0.0.1", port) as server:
        began = time.perf_counter()
        for _number in range(letters):
            server.send_message(message)
        return letters / (time.perf_counter() - began)


def measure(asked: argparse.Namespace, port: int, config: Config) -> None:
    """Match one event, send its letters, prepare the weekly digests."""
    bill = keep_bill()
    fill_meanings(asked.meanings)
    fill_searches(asked.searches)
    fill(asked.people, asked.wishes, asked.searches, asked.mails, bill.id)
    facts = bills.VoteFacts(on=date(2026, 3, 2), chamber=House.SENATE, title="วาระที่หนึ่ง")
    vote = bills.record_vote(bill.public_id, facts, None)
    news = service.announce(service.of_vote(bill.id, vote))
    began = time.perf_counter()
    found = service.match(news.id)
    print(f"matched: {found:,} of {asked.people:,} people in {time.perf_counter() - began:.2f} s")

    bare = bare_loop(port, asked.mails // 4)
    began = time.perf_counter()
    sent, _wait = sending.send(service.Channel.EMAIL, asked.mails)
    own = sent / (time.perf_counter() - began)
    bare = (bare + bare_loop(port, asked.mails // 4)) / 2
    print(f"sent: {sent:,} letters, {own:.0f} a second; smtplib alone {bare:.0f}: {own / bare:.0%}")

    few, many = (weekly_digests(people, config) for people in (asked.people // 10, asked.people))
    print(f"peak memory of the larger digest: {many / few:.2f} times that of the smaller")


def weekly_digests(people: int, config: Config) -> float:
    """Prepare the weekly digest for so many people in a process of its own; gives its peak of
    memory in MB."""
    event = f"improvement:{people}"
    wide = Happening(event, service.NewsKind.IMPROVEMENT, details={"what": "x"})
    began = time.perf_counter()
    news = service.announce(wide)
    found = service.match(news.id)
    print(f"an event for everybody: {found:,} people in {time.perf_counter() - began:.1f} s")
    run = db.session.execute
    run(
        text("UPDATE matches SET waits = follower_id <= :people WHERE news_id = :news"),
        {"people": people, "news": news.id},
    )
    run(text("UPDATE news SET announced_at = announced_at - interval '8 days'"))
    db.session.commit()
    run(text("ANALYZE matches"))
    db.session.commit()
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=fresh) as other:
        made, took, peak = other.submit(prepare, config).result()
    print(f"weekly digests: {made:,} in {took:.1f} s, peak memory {peak:.0f} MB")
    return peak


def prepare(config: Config) -> tuple[int, float, float]:
    """Make the digests that are due: how many, in how many seconds, and this process's peak of
    memory in MB."""
    with create_app(config).app_context():
        began = time.perf_counter()
        made = service.make_digests()
        took = time.perf_counter() - began
    return made, took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Read the arguments, start the servers, measure."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--people", type=int, default=400_000)
    arguments.add_argument("--wishes", type=int, default=1_000_000)
    arguments.add_argument("--searches", type=int, default=20_000)
    arguments.add_argument("--mails", type=int, default=20_000)
    arguments.add_argument("--meanings", type=int, default=300)
    asked = arguments.parse_args()
    port = free_port()
    server = multiprocessing.Process(target=serve, args=(port,), daemon=True)
    server.start()
    try:
        with private_postgres() as url, tempfile.TemporaryDirectory() as folder:
            config = settings(Path(folder), url)
            make_tables(config)
            config = replace(config, MAIL_URL=f"smtp://127.0.0.1:{port}")
            app = create_app(config)
            with app.app_context():
                measure(asked, port, config)
                db.session.remove()
                db.engine.dispose()
    except LookupError as missing:
        print(f"following: {missing}")
        sys.exit(0)
    finally:
        server.terminate()


if __name__ == "__main__":
    main()
