"""The groups that the office serves become a list that officers keep, with its history.

Revision: 0044, after 0043

The fixed list of before moves into the table; senators and their assistants become two groups, as
surveys ask for them apart.
"""

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None

COLUMNS = (
    "key", "th", "en", "owner", "asks_as", "is_future", "said_as", "member_th", "member_en",
)
GROUPS = (
    ("citizens", "ประชาชนทั่วไป", "Citizens", "public_relations", "citizen", False, "citizen", "ประชาชน", "Citizen"),
    ("blind-people", "คนตาบอดและคนพิการอื่น", "Blind people and others with disabilities", "printing", "", False, "disabled", "คนพิการ", "Disabled person"),
    ("senators", "สมาชิกวุฒิสภา", "Senators", "meetings", "senator", False, "senator", "สมาชิกวุฒิสภา", "Senator"),
    ("assistants", "ผู้ช่วยของสมาชิกวุฒิสภา", "Assistants of senators", "meetings", "", False, "assistant", "ผู้ช่วยสมาชิกวุฒิสภา", "Assistant of a senator"),
    ("committees", "คณะกรรมาธิการ", "Committees", "committees", "committee", False, "committee", "กรรมาธิการหรือฝ่ายเลขานุการ", "Member or secretary of a committee"),
    ("network", "เครือข่ายผู้นำนักประชาธิปไตยแบบมีส่วนร่วม", "The people's network", "public_relations", "group", False, "network", "สมาชิกเครือข่ายประชาชน", "Member of the people's network"),
    ("agencies", "สภาผู้แทนราษฎรและหน่วยงานของรัฐ", "The House of Representatives and public agencies", "policy", "", False, "official", "เจ้าหน้าที่ของรัฐ", "Official of a public body"),
    ("complainants", "ผู้ร้องเรียนและผู้ร้องทุกข์", "People who complain or petition", "president", "", False, "complainants", "", ""),
    ("staff", "บุคลากรของสำนักงาน", "The office's own staff", "personnel", "officer", False, "staff", "", ""),
    ("visitors", "ผู้เยี่ยมชม นักเรียน และสถานศึกษา", "Visitors, pupils and schools", "public_relations", "", False, "visitors", "", ""),
    ("young-people", "เยาวชนก่อนมีสิทธิเลือกตั้ง", "Young people before their first vote", "public_relations", "", True, "young-people", "", ""),
    ("deaf-people", "คนหูหนวกที่ใช้ภาษามือไทย", "Deaf people who use Thai Sign Language", "printing", "", True, "deaf-people", "", ""),
    ("offline-people", "ผู้ไม่ได้ใช้อินเทอร์เน็ต", "People without internet", "public_relations", "", True, "offline-people", "", ""),
    ("thais-abroad", "คนไทยในต่างประเทศ", "Thais abroad", "public_relations", "", True, "thais-abroad", "", ""),
    ("data-users", "นักพัฒนาและผู้ใช้ข้อมูลเปิด", "Developers and users of open data", "technology", "", True, "data-users", "", ""),
)


def _facts() -> list[sa.Column]:
    texts = ("th", "en", "owner", "asks_as", "member_th", "member_en")
    return [
        *(sa.Column(name, sa.String(), nullable=False) for name in texts),
        sa.Column("is_future", sa.Boolean(), nullable=False),
        sa.Column("is_over", sa.Boolean(), nullable=False),
    ]


def upgrade() -> None:
    groups = op.create_table(
        "stakeholder_groups",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("key", sa.String(), nullable=False, unique=True),
        sa.Column("said_as", sa.String(), nullable=False, unique=True),
        *_facts(),
    )
    op.bulk_insert(
        groups, [dict(zip(COLUMNS, row, strict=True)) | {"is_over": False} for row in GROUPS]
    )
    op.create_table(
        "stakeholder_group_versions",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column(
            "group_id", sa.Integer(), sa.ForeignKey("stakeholder_groups.id"), nullable=False
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("accounts.id"), nullable=True),
        *_facts(),
    )
    op.create_index(
        "ix_stakeholder_group_versions_group_id", "stakeholder_group_versions", ["group_id"]
    )
    op.add_column("needs", sa.Column("group_key", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("needs", "group_key")
    op.drop_table("stakeholder_group_versions")
    op.drop_table("stakeholder_groups")
