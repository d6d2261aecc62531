"""`flask forms …`: make forms now, and check those that were made."""

import click
from flask.cli import AppGroup

from webapp.documents import service as documents
from webapp.listening import service

commands = AppGroup("forms", help="The forms of documents: sound, books, braille, print, text.")


@commands.command("make")
@click.argument("public_ids", nargs=-1, metavar="[DOCUMENT]…")
@click.option("--all", "everything", is_flag=True, help="Also what is missing of every document.")
def make(public_ids: tuple[str, ...], everything: bool) -> None:
    """Make every form of each DOCUMENT (d-12), and whatever waits, here and now."""
    for public_id in public_ids:
        try:
            version = documents.get_version(documents.get_document(public_id))
        except documents.DocumentNotFound:
            raise click.ClickException(f"There is no document {public_id}.") from None
        service.request_standard_forms(version, service.Urgency.NEW)
    before = service.figures()
    while left := service.make_waiting(fill=service.fill if everything else None):
        if not (left.somebody_waits or left.not_full):
            break
    after = service.figures()
    click.echo(f"made: {after.ready - before.ready}, failed: {after.failed}")
    if left is None:
        click.echo("A worker is making forms now; what waits is made by it.")


@commands.command("check")
@click.option("--mend", is_flag=True, help="Forget forms whose file is gone, and sweep the folder.")
def check(mend: bool) -> None:
    """Open every form that is listed as ready; say which are not whole."""
    count = 0
    broken = 0
    for public_name, reason in service.check_forms():
        count += 1
        if reason:
            broken += 1
            click.echo(f"{public_name}: {reason}")
    click.echo(f"checked: {count}, broken: {broken}")
    if mend:
        click.echo(f"forgotten: {service.forget_lost_files()}, swept: {service.sweep()}")
    elif broken:
        raise click.ClickException("Some forms are not whole: run it again with --mend.")
