"""`flask documents …`."""

from datetime import date
from pathlib import Path

import click
from flask.cli import AppGroup
from flask_babel import force_locale

from office_files import FileRefused
from thai_text.dates import parse_date
from webapp.bills import service as bills
from webapp.documents import service
from webapp.documents.wording import FAULTS
from webapp.shared.errors import NotFound

# Nobody waits at a page: a long file may take its time.
SECONDS = 600

commands = AppGroup("documents", help="Laws, drafts, reports and guides.")


class Day(click.ParamType):
    """A day of either era, as people write it."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day. Fails with a sentence where it is none."""
        try:
            return parse_date(value)
        except ValueError:
            self.fail(f"{value!r} is no date; write it like 12/03/2567 or 2024-03-12.", param, ctx)


@commands.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--kind", type=click.Choice([str(kind) for kind in service.DocumentKind]),
              help="What they are; told by the text where left out.")  # fmt: skip
@click.option("--title", default="", help="The title of one file; read in it where left out.")
@click.option("--date", "dated", type=Day(), help="The documents' date, of either era.")
@click.option("--lang", type=click.Choice(["th", "en"]), default="th", show_default=True)
@click.option("--bill", default="", help="The bill that they are about, such as b-12.")
@click.option("--document", default="", help="The document of which it is a new version: d-12.")
@click.option("--publish", is_flag=True, help="Publish what no person need look at.")
def import_files(
    files: tuple[Path, ...], kind: str | None, title: str, dated: date | None, lang: str,
    bill: str, document: str, publish: bool,
) -> None:  # fmt: skip
    """Take FILES in (PDF, DOCX, HTML, plain text): a line each, saying what came of it."""
    if len(files) > 1 and (title or document):
        raise click.UsageError("--title and --document are for one file.")
    try:
        facts = service.DraftFacts(
            lang=lang,
            kind=service.DocumentKind(kind) if kind else None,
            title=title,
            dated=dated,
            bill_id=bills.get_bill(bill).id if bill else None,
            document=service.get_document(document).id if document else None,
        )
    except NotFound as missing:
        raise click.UsageError(f"There is no such bill or document: {missing}") from None
    refused = 0
    for file in files:
        try:
            click.echo(f"{file.name}: {_taken_in(file, facts, publish)}")
        except FileRefused as refusal:
            refused += 1
            with force_locale("en"):
                click.echo(f"{file.name}: refused: {FAULTS[refusal.fault]}")
        except OSError as error:
            refused += 1
            click.echo(f"{file.name}: refused: it cannot be read ({error.strerror}).")
    if refused:
        raise SystemExit(1)


def _taken_in(file: Path, facts: service.DraftFacts, publish: bool) -> str:
    """Take one file in; what came of it, in words."""
    draft, new = service.take_in(file.read_bytes(), file.name, facts, None, SECONDS)
    if not new:
        return f"unchanged ({_where(draft)})"
    count = f"{len(draft.pages)} pages" if len(draft.pages) > 1 else "1 page"
    flagged = ", ".join(str(page.number) for page in draft.pages_to_look_at)
    # A name that was given may be that of the file.
    untitled = draft.is_named_after_file and not facts.title
    no_title = "; no title can be read in the text, a person must write it" if untitled else ""
    if flagged:
        return f"{_where(draft)}, {count}; a person must look at: {flagged}{no_title}"
    if untitled:
        return f"{_where(draft)}, {count}{no_title}"
    if not publish:
        return f"{_where(draft)}, {count}; nothing doubtful, publish it on that page"
    document = service.publish_draft(draft.id, None)
    return f"published as /documents/{document.public_id}, {count}"


def _where(draft: service.DocumentDraft) -> str:
    return f"draft /staff/documents/drafts/{draft.id}"
