"""Tables of a bill: itself, its names, its log of steps."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.bills.rules.kinds import BillKind, House, ProposerKind
from webapp.bills.rules.stages import Stage, StageFamily
from webapp.bills.rules.steps import Result, Step, StepKind
from webapp.extensions import db
from webapp.shared.columns import UtcDateTime, code

# The reason given to steps that an import takes in without those that came before them.
RECORD_INCOMPLETE = "record incomplete"


class TitleKind(StrEnum):
    """What a name of a bill is: as proposed, as people call it, as the law is called."""

    DRAFT = "draft"
    NICKNAME = "nickname"
    ENACTED = "enacted"


class Bill(db.Model):
    """A bill, decree or treaty before Parliament; where it is follows from its steps."""

    __tablename__ = "bills"
    __table_args__ = (Index("ix_bills_listing", "family", "kind", "moved_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    # The id in the records that it came from; unique, so that importing twice does no harm.
    source_key: Mapped[str | None] = mapped_column(unique=True)
    # Which record told of it: "steps", one that tells every step, or "stages", one that tells the
    # stage alone and then only fills in what is missing. Empty for what staff added.
    record: Mapped[str] = mapped_column(default="")
    kind: Mapped[BillKind] = mapped_column(code(BillKind))
    proposer_kind: Mapped[ProposerKind] = mapped_column(code(ProposerKind))
    proposer_name: Mapped[str] = mapped_column(default="")
    signatures: Mapped[int | None]
    acceptance_number: Mapped[str] = mapped_column(default="")
    gazette_volume: Mapped[str] = mapped_column(default="")
    gazette_part: Mapped[str] = mapped_column(default="")
    gazette_page: Mapped[str] = mapped_column(default="")
    gazette_on: Mapped[date | None]
    gazette_url: Mapped[str] = mapped_column(default="")
    predecessor_id: Mapped[int | None] = mapped_column(ForeignKey("bills.id"))
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("bills.id"))
    # What the log says, kept beside it only so that lists can filter and sort by it; `derive` in
    # the service writes these and nothing else does.
    stage: Mapped[Stage] = mapped_column(code(Stage), default=Stage.NO_STEP)
    family: Mapped[StageFamily] = mapped_column(code(StageFamily), default=StageFamily.PREPARING)
    began_on: Mapped[date | None]
    moved_on: Mapped[date | None]
    # Who added it by hand; None for what a record brought.
    added_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)

    titles: Mapped[list["BillTitle"]] = relationship(
        order_by="BillTitle.id", cascade="all, delete-orphan", lazy="selectin"
    )
    steps: Mapped[list["BillStep"]] = relationship(
        order_by="BillStep.position, BillStep.id", cascade="all, delete-orphan"
    )
    predecessor: Mapped["Bill | None"] = relationship(
        foreign_keys=[predecessor_id], remote_side=[id]
    )
    merged_into: Mapped["Bill | None"] = relationship(
        foreign_keys=[merged_into_id], remote_side=[id]
    )

    @property
    def public_id(self) -> str:
        """The permanent id in addresses: b-1234."""
        return f"b-{self.id}"

    def name(self, lang: str = "th") -> str:
        """What the bill is called in `lang`, the enacted name before the draft's; where it has no
        name in that language, its Thai one."""
        chosen = self._title(lang)
        return chosen.text if chosen else self.public_id

    def name_lang(self, lang: str = "th") -> str:
        """The language that `name(lang)` is in."""
        chosen = self._title(lang)
        return chosen.lang if chosen else lang

    def nicknames(self, lang: str = "th") -> list[str]:
        """What people call it, in `lang`."""
        return [
            title.text
            for title in self.titles
            if title.kind is TitleKind.NICKNAME and title.lang == lang
        ]

    def other_titles(self, lang: str = "th") -> list["BillTitle"]:
        """Its names besides the one that the page shows."""
        shown = self._title(lang)
        return [title for title in self.titles if title is not shown]

    def log(self) -> list[Step]:
        """Its steps as the rules read them."""
        return [step.as_rule() for step in self.steps]

    def _title(self, lang: str) -> "BillTitle | None":
        for language in (lang, "th"):
            for kind in (TitleKind.ENACTED, TitleKind.DRAFT, TitleKind.NICKNAME):
                for title in self.titles:
                    if title.lang == language and title.kind is kind:
                        return title
        return self.titles[0] if self.titles else None


class BillTitle(db.Model):
    """One name of a bill in one language. `folded` is how names are compared, `stem` what a draft
    and its Act have in common."""

    __tablename__ = "bill_titles"

    id: Mapped[int] = mapped_column(primary_key=True)
    bill_id: Mapped[int] = mapped_column(ForeignKey("bills.id"), index=True)
    kind: Mapped[TitleKind] = mapped_column(code(TitleKind))
    lang: Mapped[str] = mapped_column(default="th")
    text: Mapped[str]
    folded: Mapped[str] = mapped_column(index=True)
    stem: Mapped[str] = mapped_column(index=True)


class BillStep(db.Model):
    """One step in a bill's log. It is never changed or deleted: a wrong one is withdrawn."""

    __tablename__ = "bill_steps"
    __table_args__ = (Index("ix_bill_steps_log", "bill_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    bill_id: Mapped[int] = mapped_column(ForeignKey("bills.id"))
    position: Mapped[int]
    kind: Mapped[StepKind] = mapped_column(code(StepKind))
    # None where no record tells the day.
    on: Mapped[date | None] = mapped_column("happened_on")
    # The length of an extension, in session days.
    days: Mapped[int | None]
    exception_reason: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    source_url: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    # The record that told of it, where an import entered it; empty for what staff entered.
    record: Mapped[str] = mapped_column(default="")
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    entered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    withdrawn_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    withdrawn_why: Mapped[str] = mapped_column(default="")
    bill: Mapped[Bill] = relationship(overlaps="steps")

    @property
    def house(self) -> House:
        """Who took the step."""
        return self.kind.house

    @property
    def reading(self) -> int | None:
        """Which reading it belongs to."""
        return self.kind.reading

    @property
    def result(self) -> Result:
        """What came out of it."""
        return self.kind.result

    @property
    def is_gap(self) -> bool:
        """Whether it stands out of order only because its record leaves out what came before."""
        return self.exception_reason == RECORD_INCOMPLETE

    def as_rule(self) -> Step:
        """The step as the rules read it."""
        return Step(
            kind=self.kind,
            on=self.on,
            exception_reason=self.exception_reason,
            withdrawn=self.withdrawn_at is not None,
            days=self.days,
        )
