"""Backup and restore: one archive with what cannot be made again."""

import sqlite3
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path

import click
from flask import Flask, current_app

from webapp.config import SECRETS, Config
from webapp.extensions import db
from webapp.shared import clock

DATABASE_NAME = "siang.db"


class BackupRefused(click.ClickException):
    """The backup or the restoring cannot be done as asked; the message says why."""


def write_backup(config: Config, archive: Path) -> None:
    """Write the database (where it is SQLite), the uploads and the kept secrets to `archive`.

    The database is copied as of one moment while the service runs. Raises `OSError`.
    """
    archive.parent.mkdir(parents=True, exist_ok=True)
    with tarfile.open(archive, "w:gz") as tar, tempfile.TemporaryDirectory() as folder:
        if db.engine.dialect.name == "sqlite":
            copy = Path(folder) / DATABASE_NAME
            source = sqlite3.connect(str(db.engine.url.database))
            with closing(source), closing(sqlite3.connect(copy)) as target:
                source.backup(target)
            tar.add(copy, DATABASE_NAME)
        for path in (*(config.INSTANCE_DIR / name.lower() for name in SECRETS), config.upload_dir):
            if path.exists():
                tar.add(path, path.name)
    archive.chmod(0o600)


def read_backup(config: Config, archive: Path) -> None:
    """Put what `archive` holds into an instance that has no database yet.

    Raises `BackupRefused` where there is one already, or where the archive is broken.
    """
    if (config.INSTANCE_DIR / DATABASE_NAME).exists():
        raise BackupRefused(
            f"{config.INSTANCE_DIR} already holds a database. Move it away first, or set "
            "INSTANCE_DIR to an empty folder."
        )
    config.INSTANCE_DIR.mkdir(parents=True, exist_ok=True)
    try:
        with tarfile.open(archive) as tar:
            tar.extractall(config.INSTANCE_DIR, filter="data")
    except (tarfile.TarError, EOFError, OSError) as reason:
        raise BackupRefused(f"{archive} is not a whole backup: {reason}") from None


@click.command("backup")
@click.argument("archive", required=False, type=click.Path(dir_okay=False, path_type=Path))
def backup_command(archive: Path | None) -> None:
    """Write a backup to ARCHIVE (default: a dated file in instance/backups)."""
    config: Config = current_app.extensions["settings"]
    name = f"siang-{clock.now():%Y%m%d-%H%M%S}.tar.gz"
    path = archive or config.INSTANCE_DIR / "backups" / name
    write_backup(config, path)
    click.echo(f"Written: {path}")
    if db.engine.dialect.name != "sqlite":
        click.echo("The database is not in it: back PostgreSQL up with pg_dump.")


@click.command("restore")
@click.argument("archive", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def restore_command(archive: Path) -> None:
    """Put the backup in ARCHIVE into an instance without a database."""
    read_backup(current_app.extensions["settings"], archive)
    click.echo("Restored. Start the service, then run: flask --app webapp index rebuild")


def init_app(app: Flask) -> None:
    """Add the two commands."""
    app.cli.add_command(backup_command)
    app.cli.add_command(restore_command)
