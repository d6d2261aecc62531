"""The queue behind the outbox: Huey, in a SQLite file, or in Redis where JOBS_URL says so."""

import logging
from types import ModuleType
from typing import Any

import click
from flask import Flask
from flask.cli import AppGroup
from huey import Huey, MemoryHuey, RedisHuey, SqliteHuey, crontab

from webapp.config import Config
from webapp.shared import clock, outbox

commands = AppGroup("jobs", help="Work that is done after a page is answered.")


class Jobs:
    """The jobs by name, and the queue that workers read."""

    def __init__(self, app: Flask, config: Config, registry: dict[str, outbox.Job]) -> None:
        self.registry = registry
        self.queue = _queue(config)

        @self.queue.task(name="run_row")
        def run_row(row_id: int) -> None:
            with app.app_context():
                outbox.run(row_id)

        @self.queue.periodic_task(crontab(minute="*"), name="sweep")
        def sweep() -> None:
            with app.app_context():
                for row_id in outbox.waiting():
                    self.hand_over(row_id)
                outbox.enqueue_timed(clock.now().minute)

        # The machine's clock; three in the morning of Bangkok where it shows UTC.
        @self.queue.periodic_task(crontab(hour="20", minute="0"), name="night")
        def night() -> None:
            with app.app_context():
                outbox.enqueue_nightly()

        self._run_row = run_row

    def hand_over(self, row_id: int) -> None:
        """Tell the workers that a row waits."""
        self._run_row(row_id)


def _queue(config: Config) -> Huey:
    if config.JOBS_URL.startswith("redis"):
        return RedisHuey("siang-sapha", url=config.JOBS_URL)
    if config.JOBS_URL == "memory:":
        return MemoryHuey("siang-sapha", immediate=False)
    return SqliteHuey("siang-sapha", filename=str(config.INSTANCE_DIR / "jobs.db"))


def init_app(app: Flask, config: Config, modules: list[ModuleType]) -> None:
    """Collect the jobs of every feature and make the queue.

    Raises `ValueError` where two features use one name.
    """
    pairs = [pair for module in modules for pair in module.JOBS.items()]
    registry = dict(pairs)
    if len(registry) != len(pairs):
        raise ValueError("two jobs share a name")
    app.extensions["jobs"] = Jobs(app, config, registry)
    app.cli.add_command(commands)


@commands.command("work")
@click.option("--workers", default=2, show_default=True, help="Pieces of work done at once.")
@click.pass_context
def work(context: click.Context, workers: int) -> None:
    """Do waiting work until stopped."""
    app: Any = context.obj.load_app()
    logging.basicConfig(level=logging.WARNING)
    jobs: Jobs = app.extensions["jobs"]
    with app.app_context():
        outbox.enqueue_at_start()
        for row_id in outbox.waiting():
            jobs.hand_over(row_id)
    jobs.queue.create_consumer(workers=workers, periodic=True, max_delay=1.0).run()


@commands.command("drain")
def drain() -> None:
    """Do all waiting work now, then stop."""
    click.echo(f"done: {outbox.drain()}")
