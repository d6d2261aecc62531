"""Tables of the groups that the office serves."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, ForeignKey, Table, event
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.extensions import db
from webapp.groups.rules.first import FIRST
from webapp.shared.columns import UtcDateTime


class StakeholderGroup(db.Model):
    """A group of people that the office serves, or wants to serve in the future."""

    __tablename__ = "stakeholder_groups"

    id: Mapped[int] = mapped_column(primary_key=True)
    # In addresses, in profiles and in needs; it stays when the name changes.
    key: Mapped[str] = mapped_column(unique=True)
    th: Mapped[str]
    en: Mapped[str]
    # The bureau that owns its profile until a version of it says otherwise.
    owner: Mapped[str]
    # As which sort of people the register of needs knows it; "" for none.
    asks_as: Mapped[str] = mapped_column(default="")
    # Wanted in the future (ผู้รับบริการที่พึงมีในอนาคต), not served yet.
    is_future: Mapped[bool] = mapped_column(default=False)
    is_over: Mapped[bool] = mapped_column(default=False)
    # What a person of it says of herself in a survey, "" where surveys do not ask for it, and the
    # key under which answers keep that.
    member_th: Mapped[str] = mapped_column(default="")
    member_en: Mapped[str] = mapped_column(default="")
    said_as: Mapped[str] = mapped_column(unique=True)

    versions: Mapped[list["GroupVersion"]] = relationship(order_by="GroupVersion.id.desc()")

    def name(self, language: str) -> str:
        """Its name in "th" or "en"."""
        return self.th if language == "th" else self.en

    def member(self, language: str) -> str:
        """What a person of it says of herself, in "th" or "en"."""
        return self.member_th if language == "th" else self.member_en


class GroupVersion(db.Model):
    """What the list said of a group from one moment on."""

    __tablename__ = "stakeholder_group_versions"

    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("stakeholder_groups.id"), index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    th: Mapped[str]
    en: Mapped[str]
    owner: Mapped[str]
    asks_as: Mapped[str]
    is_future: Mapped[bool]
    is_over: Mapped[bool]
    member_th: Mapped[str]
    member_en: Mapped[str]


@event.listens_for(StakeholderGroup.__table__, "after_create")
def _begin_list(table: Table, connection: Connection, **_more: Any) -> None:
    """A new database begins with the list that comes with the service, as migration 0044 does."""
    connection.execute(
        table.insert(),
        [
            {
                **one._asdict(),
                "owner": one.owner.value,
                "said_as": one.said_as or one.key,
                "is_over": False,
            }
            for one in FIRST
        ],
    )
