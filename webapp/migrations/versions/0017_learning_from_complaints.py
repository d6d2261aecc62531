"""topics and the classifier, words of published cases, causes, findings, praise, told improvements

Revision: 0017, after 0016
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
BUREAUX = (
    "central", "public_relations", "technology", "president", "law", "meetings", "committees",
    "research", "policy", "finance", "personnel", "printing",
)
# What staff begin with: the branches of the tree, each with its causes, in Thai and English.
TREE = (
    (("คน", "People"), (
        ("ขาดความรู้หรือการฝึกอบรม", "Missing knowledge or training"),
        ("ขาดทักษะการให้บริการ", "Missing skill in serving people"),
        ("คนทำงานไม่พอ", "Too few people"),
    )),
    (("ขั้นตอนการทำงาน", "Way of working"), (
        ("ขั้นตอนยาวหรือซ้ำซ้อน", "Steps too long or done twice"),
        ("ไม่มีผู้รับผิดชอบชัดเจน", "Nobody clearly responsible"),
        ("ส่งเรื่องผิดหน่วยงาน", "Sent to the wrong bureau"),
    )),
    (("ข้อมูลและการสื่อสาร", "Information and telling"), (
        ("ไม่แจ้งล่วงหน้า", "Not told in time"),
        ("ข้อมูลผิดหรือเก่า", "Information wrong or old"),
        ("ถ้อยคำเข้าใจยาก", "Words hard to understand"),
    )),
    (("ระบบและอุปกรณ์", "Systems and equipment"), (
        ("ระบบคอมพิวเตอร์ขัดข้อง", "Computer system failed"),
        ("อาคารหรืออุปกรณ์ชำรุด", "Building or equipment broken"),
        ("ไม่ได้บำรุงรักษา", "Not maintained"),
    )),
    (("การเข้าถึงของคนพิการ", "Accessibility"), (
        ("เว็บหรือเอกสารที่คนพิการใช้ไม่ได้", "Page or document that disabled people cannot use"),
        ("สถานที่ที่คนพิการเข้าไม่ได้", "Place that disabled people cannot enter"),
        ("ไม่มีสื่อรูปแบบอื่น", "No other form to be had"),
    )),
    (("กฎระเบียบและงบประมาณ", "Rules and money"), (
        ("ระเบียบไม่ทันสมัย", "Rule out of date"),
        ("งบประมาณไม่พอ", "Not enough money"),
    )),
    (("นอกสำนักงาน", "Outside the office"), (
        ("เป็นเรื่องของหน่วยงานอื่น", "A matter of another agency"),
        ("ความเข้าใจไม่ตรงกัน", "A misunderstanding"),
    )),
)


def upgrade() -> None:
    with op.batch_alter_table("complaints") as table:
        table.add_column(sa.Column("topic", sa.String()))
        table.create_index("ix_complaints_topic", ["topic"])
    make_topics()
    make_learning()
    op.create_table(
        "published_case_words",
        sa.Column("case_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("word", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["published_cases.id"], name="fk_published_case_words_case_id_published_cases"),
        sa.PrimaryKeyConstraint("case_id", "word", name="pk_published_case_words"),
    )
    op.create_index("ix_published_case_words_word", "published_case_words", ["word", "case_id"])
    plant()


def make_topics() -> None:
    op.create_table(
        "complaint_topic_decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("proposed", sa.JSON(), nullable=False),
        sa.Column("model_version", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("account_id", sa.Integer()),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_complaint_topic_decisions_account_id_accounts"),
        sa.ForeignKeyConstraint(["complaint_id"], ["complaints.id"], name="fk_complaint_topic_decisions_complaint_id_complaints"),
        sa.PrimaryKeyConstraint("id", name="pk_complaint_topic_decisions"),
    )
    op.create_index("ix_complaint_topic_decisions_complaint_id", "complaint_topic_decisions", ["complaint_id"])
    op.create_table(
        "complaint_topic_examples",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_key", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_complaint_topic_examples"),
        sa.UniqueConstraint("source_key", name="uq_complaint_topic_examples_source_key"),
    )
    op.create_table(
        "complaint_topic_models",
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("trained_at", MOMENT, nullable=False),
        sa.Column("examples", sa.Integer(), nullable=False),
        sa.Column("decisions", sa.Integer(), nullable=False),
        sa.Column("learned_from", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("version", name="pk_complaint_topic_models"),
    )


def make_learning() -> None:
    op.create_table(
        "complaint_causes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer()),
        sa.Column("name_th", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("retired_at", MOMENT),
        sa.ForeignKeyConstraint(["parent_id"], ["complaint_causes.id"], name="fk_complaint_causes_parent_id_complaint_causes"),
        sa.PrimaryKeyConstraint("id", name="pk_complaint_causes"),
    )
    op.create_index("ix_complaint_causes_parent_id", "complaint_causes", ["parent_id"])
    op.create_table(
        "complaint_findings",
        sa.Column("complaint_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("root_cause_id", sa.Integer(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("place_key", sa.String(), nullable=False),
        sa.Column("changed", sa.Text(), nullable=False),
        sa.Column("found_at", MOMENT, nullable=False),
        sa.Column("account_id", sa.Integer()),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_complaint_findings_account_id_accounts"),
        sa.ForeignKeyConstraint(["complaint_id"], ["complaints.id"], name="fk_complaint_findings_complaint_id_complaints"),
        sa.ForeignKeyConstraint(["root_cause_id"], ["complaint_causes.id"], name="fk_complaint_findings_root_cause_id_complaint_causes"),
        sa.PrimaryKeyConstraint("complaint_id", name="pk_complaint_findings"),
    )
    op.create_index("ix_complaint_findings_root_cause_id", "complaint_findings", ["root_cause_id"])
    op.create_table(
        "complaint_praises",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("bureau", sa.Enum(*BUREAUX, name="bureau", native_enum=False, length=40), nullable=False),
        sa.Column("praised_id", sa.Integer()),
        sa.Column("praised_name", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("account_id", sa.Integer()),
        sa.Column("mailed_at", MOMENT),
        sa.Column("read_at", MOMENT),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_complaint_praises_account_id_accounts"),
        sa.ForeignKeyConstraint(["complaint_id"], ["complaints.id"], name="fk_complaint_praises_complaint_id_complaints"),
        sa.ForeignKeyConstraint(["praised_id"], ["accounts.id"], name="fk_complaint_praises_praised_id_accounts"),
        sa.PrimaryKeyConstraint("id", name="pk_complaint_praises"),
    )
    for name in ("complaint_id", "praised_id"):
        op.create_index(f"ix_complaint_praises_{name}", "complaint_praises", [name])
    op.create_table(
        "complaint_improvements_told",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("improvement_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["complaint_id"], ["complaints.id"], name="fk_complaint_improvements_told_complaint_id_complaints"),
        sa.PrimaryKeyConstraint("id", name="pk_complaint_improvements_told"),
        sa.UniqueConstraint("complaint_id", "improvement_id", "state", name="uq_complaint_improvements_told_complaint_id"),
    )


def plant() -> None:
    """The seed of the tree; ids are the database's own, so that the next one is free."""
    causes = sa.table(
        "complaint_causes",
        sa.column("id", sa.Integer()), sa.column("parent_id", sa.Integer()),
        sa.column("name_th", sa.String()), sa.column("name_en", sa.String()),
    )
    connection = op.get_bind()
    for (th, en), below in TREE:
        connection.execute(causes.insert().values(name_th=th, name_en=en))
        branch = connection.scalar(sa.select(causes.c.id).where(causes.c.name_en == en))
        for name_th, name_en in below:
            connection.execute(causes.insert().values(parent_id=branch, name_th=name_th, name_en=name_en))


def downgrade() -> None:
    for table in (
        "complaint_improvements_told", "complaint_praises", "complaint_findings", "complaint_causes",
        "published_case_words", "complaint_topic_models", "complaint_topic_examples", "complaint_topic_decisions",
    ):
        op.drop_table(table)
    with op.batch_alter_table("complaints") as table:
        table.drop_index("ix_complaints_topic")
        table.drop_column("topic")
