"""figures of complaints: verdicts, tallies, quarterly reports

Revision: 0020, after 0019
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('complaint_verdicts',
    sa.Column('complaint_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('year_be', sa.Integer(), nullable=False),
    sa.Column('quarter', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('channel', sa.String(), nullable=False),
    sa.Column('bureau', sa.String(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('counted_from', sa.DateTime(timezone=True), nullable=False),
    sa.Column('is_open', sa.Boolean(), nullable=False),
    sa.Column('first_outcome', sa.String(), nullable=False),
    sa.Column('first_days', sa.Integer(), nullable=True),
    sa.Column('final_outcome', sa.String(), nullable=False),
    sa.Column('final_days', sa.Integer(), nullable=True),
    sa.Column('again_outcome', sa.String(), nullable=True),
    sa.Column('again_days', sa.Integer(), nullable=True),
    sa.Column('shown_register', sa.String(), nullable=True),
    sa.Column('shown_kind', sa.String(), nullable=True),
    sa.Column('shown_channel', sa.String(), nullable=True),
    sa.Column('shown_bureau', sa.String(), nullable=True),
    sa.Column('shown_subject', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['complaint_id'], ['complaints.id'], name='fk_complaint_verdicts_complaint_id_complaints'),
    sa.PrimaryKeyConstraint('complaint_id', name='pk_complaint_verdicts')
    )
    op.create_index('ix_complaint_verdicts_is_open', 'complaint_verdicts', ['is_open'], unique=False)
    op.create_index('ix_complaint_verdicts_quarter', 'complaint_verdicts', ['year_be', 'quarter'], unique=False)
    op.create_table('complaint_tallies',
    sa.Column('year_be', sa.Integer(), nullable=False),
    sa.Column('quarter', sa.Integer(), nullable=False),
    sa.Column('scope', sa.String(), nullable=False),
    sa.Column('register', sa.String(), nullable=False),
    sa.Column('way', sa.String(), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('measure', sa.String(), nullable=False),
    sa.Column('outcome', sa.String(), nullable=False),
    sa.Column('days', sa.Integer(), nullable=False),
    sa.Column('messages', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('year_be', 'quarter', 'scope', 'register', 'way', 'key', 'measure', 'outcome', 'days', name='pk_complaint_tallies')
    )
    op.create_table('complaint_countings',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name='pk_complaint_countings')
    )
    op.create_table('complaint_reports',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('year_be', sa.Integer(), nullable=False),
    sa.Column('quarter', sa.Integer(), nullable=False),
    sa.Column('state', sa.Enum('draft', 'sent', 'issued', name='reportstate', native_enum=False, length=40), nullable=False),
    sa.Column('replaces_id', sa.Integer(), nullable=True),
    sa.Column('analysis', sa.Text(), nullable=False),
    sa.Column('changes', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('made_by', sa.Integer(), nullable=True),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('considered_on', sa.Date(), nullable=True),
    sa.Column('remarks', sa.Text(), nullable=False),
    sa.Column('issued_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('issued_by', sa.Integer(), nullable=True),
    sa.Column('content', sa.Text(), nullable=True),
    sa.Column('digest', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['issued_by'], ['accounts.id'], name='fk_complaint_reports_issued_by_accounts'),
    sa.ForeignKeyConstraint(['made_by'], ['accounts.id'], name='fk_complaint_reports_made_by_accounts'),
    sa.ForeignKeyConstraint(['replaces_id'], ['complaint_reports.id'], name='fk_complaint_reports_replaces_id_complaint_reports'),
    sa.PrimaryKeyConstraint('id', name='pk_complaint_reports')
    )


def downgrade():
    op.drop_table('complaint_reports')
    op.drop_table('complaint_countings')
    op.drop_table('complaint_tallies')
    op.drop_index('ix_complaint_verdicts_quarter', table_name='complaint_verdicts')
    op.drop_index('ix_complaint_verdicts_is_open', table_name='complaint_verdicts')
    op.drop_table('complaint_verdicts')
