"""document drafts

Revision: 0004, after 0003
"""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None

KINDS = (
    'about_bill', 'guide', 'committee_summary', 'constitution', 'law', 'code', 'decree',
    'announcement', 'cabinet_draft', 'report_reply', 'cabinet_item', 'news', 'bill_text',
    'committee_report', 'agenda', 'minutes', 'other',
)


def upgrade() -> None:
    op.create_table('document_drafts',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('file_name', sa.String(), nullable=False),
    sa.Column('file_hash', sa.String(), nullable=False),
    sa.Column('file_type', sa.Enum('pdf', 'docx', 'html', 'text', name='filetype', native_enum=False, length=40), nullable=False),
    sa.Column('state', sa.Enum('waiting', 'published', 'discarded', name='draftstate', native_enum=False, length=40), nullable=False),
    sa.Column('kind', sa.Enum(*KINDS, name='documentkind', native_enum=False, length=40), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('lang', sa.String(), nullable=False),
    sa.Column('dated', sa.Date(), nullable=True),
    sa.Column('bill_id', sa.Integer(), nullable=True),
    sa.Column('document_id', sa.Integer(), nullable=True),
    sa.Column('version_number', sa.Integer(), nullable=True),
    sa.Column('made_by', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['bill_id'], ['bills.id'], name=op.f('fk_document_drafts_bill_id_bills')),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_document_drafts_document_id_documents')),
    sa.ForeignKeyConstraint(['made_by'], ['accounts.id'], name=op.f('fk_document_drafts_made_by_accounts')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_document_drafts'))
    )
    with op.batch_alter_table('document_drafts', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_document_drafts_document_id'), ['document_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_document_drafts_file_hash'), ['file_hash'], unique=False)
        batch_op.create_index(batch_op.f('ix_document_drafts_state'), ['state'], unique=False)

    op.create_table('document_draft_pages',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('draft_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('raw', sa.Text(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('doubts', sa.String(), nullable=False),
    sa.Column('runs_on', sa.Boolean(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('accepted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('accepted_by', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['accepted_by'], ['accounts.id'], name=op.f('fk_document_draft_pages_accepted_by_accounts')),
    sa.ForeignKeyConstraint(['draft_id'], ['document_drafts.id'], name=op.f('fk_document_draft_pages_draft_id_document_drafts')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_document_draft_pages')),
    sa.UniqueConstraint('draft_id', 'number', name=op.f('uq_document_draft_pages_draft_id'))
    )
    with op.batch_alter_table('document_draft_pages', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_document_draft_pages_draft_id'), ['draft_id'], unique=False)


def downgrade() -> None:
    op.drop_table('document_draft_pages')
    op.drop_table('document_drafts')
