"""The registry of forms: every kind and variant, also of comparisons.

Forms can be made again from their documents, so the old rows go and the files of the first release
(instance/audio) may be removed.

Revision: 0003, after 0002
"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None

WHICH = ['kind', 'voice', 'speed', 'grade', 'layout']
KINDS = ['mp3-light', 'mp3', 'mp3-zip', 'daisy', 'epub', 'brf', 'pef', 'braille-text', 'large-print', 'text']


def upgrade() -> None:
    op.drop_table("document_forms")
    op.create_table('document_forms',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('compared_with_id', sa.Integer(), nullable=True),
    sa.Column('kind', sa.Enum(*KINDS, name='formkind', native_enum=False, length=40), nullable=False),
    sa.Column('voice', sa.String(), nullable=False),
    sa.Column('speed', sa.Integer(), nullable=False),
    sa.Column('grade', sa.Integer(), nullable=False),
    sa.Column('layout', sa.String(), nullable=False),
    sa.Column('standard', sa.Boolean(), nullable=False),
    sa.Column('state', sa.Enum('waiting', 'ready', 'failed', name='formstate', native_enum=False, length=40), nullable=False),
    sa.Column('urgency', sa.Integer(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('not_before', sa.DateTime(timezone=True), nullable=True),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('work_seconds', sa.Double(), nullable=False),
    sa.Column('failure', sa.Enum('voice', 'print', 'disk', 'fault', name='failure', native_enum=False, length=40), nullable=True),
    sa.Column('failure_detail', sa.String(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('key', sa.String(), nullable=True),
    sa.Column('recipe', sa.String(), nullable=False),
    sa.Column('spoken_by', sa.String(), nullable=False),
    sa.Column('bytes', sa.Integer(), nullable=False),
    sa.Column('seconds', sa.Double(), nullable=False),
    sa.Column('narrated_seconds', sa.Double(), nullable=False),
    sa.ForeignKeyConstraint(['compared_with_id'], ['document_versions.id'], name=op.f('fk_document_forms_compared_with_id_document_versions')),
    sa.ForeignKeyConstraint(['version_id'], ['document_versions.id'], name=op.f('fk_document_forms_version_id_document_versions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_document_forms'))
    )
    op.create_index(op.f('ix_document_forms_key'), 'document_forms', ['key'])
    op.create_index(op.f('ix_document_forms_version_id'), 'document_forms', ['version_id'])
    op.create_index('ix_document_forms_queue', 'document_forms', ['state', 'urgency', 'asked_at'])
    op.create_index('ix_document_forms_listing', 'document_forms', ['standard', 'kind', 'state', 'version_id'])
    alone, compared = sa.text('compared_with_id IS NULL'), sa.text('compared_with_id IS NOT NULL')
    op.create_index('uq_document_forms_of_version', 'document_forms', ['version_id', *WHICH],
                    unique=True, sqlite_where=alone, postgresql_where=alone)
    op.create_index('uq_document_forms_of_comparison', 'document_forms', ['version_id', 'compared_with_id', *WHICH],
                    unique=True, sqlite_where=compared, postgresql_where=compared)


def downgrade() -> None:
    op.drop_table('document_forms')
    op.create_table('document_forms',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('engine', sa.String(), nullable=False),
    sa.Column('state', sa.Enum('waiting', 'ready', 'failed', name='formstate', native_enum=False, length=40), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('key', sa.String(), nullable=True),
    sa.Column('bytes', sa.Integer(), nullable=False),
    sa.Column('seconds', sa.Double(), nullable=False),
    sa.Column('failure', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['version_id'], ['document_versions.id'], name=op.f('fk_document_forms_version_id_document_versions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_document_forms')),
    sa.UniqueConstraint('version_id', 'kind', 'engine', name=op.f('uq_document_forms_version_id'))
    )
    op.create_index(op.f('ix_document_forms_key'), 'document_forms', ['key'])
    op.create_index(op.f('ix_document_forms_version_id'), 'document_forms', ['version_id'])
