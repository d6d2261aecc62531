"""complaints: people who write by LINE, whose steps are told there, files to be fetched; e-mails

Revision: 0031, after 0030
"""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

KINDS = ('complaint', 'suggestion', 'comment', 'compliment', 'petition')


def upgrade():
    op.create_table('complaint_line_people',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('user', sa.Text(), nullable=False),
    sa.Column('user_hash', sa.String(), nullable=False),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('kind', sa.Enum(*KINDS, name='kind', native_enum=False, length=40), nullable=True),
    sa.Column('words', sa.Text(), nullable=True),
    sa.Column('about', sa.Integer(), nullable=True),
    sa.Column('until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('wrong_codes', sa.Integer(), nullable=False),
    sa.Column('wrong_since', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name='pk_complaint_line_people'),
    sa.UniqueConstraint('user_hash', name='uq_complaint_line_people_user_hash')
    )
    op.create_table('complaint_line_links',
    sa.Column('complaint_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['complaint_id'], ['complaints.id'], name='fk_complaint_line_links_complaint_id_complaints'),
    sa.ForeignKeyConstraint(['person_id'], ['complaint_line_people.id'], name='fk_complaint_line_links_person_id_complaint_line_people'),
    sa.PrimaryKeyConstraint('complaint_id', name='pk_complaint_line_links')
    )
    op.create_index('ix_complaint_line_links_person_id', 'complaint_line_links', ['person_id'], unique=False)
    op.create_table('complaint_line_files',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('complaint_id', sa.Integer(), nullable=False),
    sa.Column('line_id', sa.String(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('hearing_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['complaint_id'], ['complaints.id'], name='fk_complaint_line_files_complaint_id_complaints'),
    sa.PrimaryKeyConstraint('id', name='pk_complaint_line_files')
    )
    op.create_index('ix_complaint_line_files_complaint_id', 'complaint_line_files', ['complaint_id'], unique=False)
    op.create_table('complaint_mails',
    sa.Column('source_key', sa.String(), nullable=False),
    sa.Column('sender_hash', sa.String(), nullable=True),
    sa.Column('complaint_id', sa.Integer(), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['complaint_id'], ['complaints.id'], name='fk_complaint_mails_complaint_id_complaints'),
    sa.PrimaryKeyConstraint('source_key', name='pk_complaint_mails')
    )
    op.create_index('ix_complaint_mails_sender_hash', 'complaint_mails', ['sender_hash'], unique=False)


def downgrade():
    op.drop_index('ix_complaint_mails_sender_hash', table_name='complaint_mails')
    op.drop_table('complaint_mails')
    op.drop_index('ix_complaint_line_files_complaint_id', table_name='complaint_line_files')
    op.drop_table('complaint_line_files')
    op.drop_index('ix_complaint_line_links_person_id', table_name='complaint_line_links')
    op.drop_table('complaint_line_links')
    op.drop_table('complaint_line_people')
