"""surveys: what is asked, what is answered, and the tallies that may be shown

Revision: 0014, after 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('survey_askings',
    sa.Column('person_key', sa.String(), nullable=False),
    sa.Column('asked_on', sa.Date(), nullable=False),
    sa.PrimaryKeyConstraint('person_key', name='pk_survey_askings')
    )
    op.create_index('ix_survey_askings_asked_on', 'survey_askings', ['asked_on'], unique=False)
    op.create_table('survey_bank_questions',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('measure', sa.Enum('satisfaction', 'dissatisfaction', 'engagement', 'other', name='measure', native_enum=False, length=40), nullable=False),
    sa.Column('aspect', sa.Enum('procedure', 'staff', 'facilities', 'result', 'access', name='aspect', native_enum=False, length=40), nullable=True),
    sa.Column('kind', sa.Enum('scale', 'single', 'multiple', 'number', 'text', name='kind', native_enum=False, length=40), nullable=False),
    sa.Column('th', sa.String(), nullable=False),
    sa.Column('en', sa.String(), nullable=False),
    sa.Column('choices', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('id', name='pk_survey_bank_questions')
    )
    op.create_table('surveyed_services',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('th', sa.String(), nullable=False),
    sa.Column('en', sa.String(), nullable=False),
    sa.Column('is_over', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('id', name='pk_surveyed_services')
    )
    op.create_table('service_points',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('service_id', sa.Integer(), nullable=False),
    sa.Column('th', sa.String(), nullable=False),
    sa.Column('en', sa.String(), nullable=False),
    sa.Column('is_over', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['service_id'], ['surveyed_services.id'], name='fk_service_points_service_id_surveyed_services'),
    sa.PrimaryKeyConstraint('id', name='pk_service_points')
    )
    op.create_index('ix_service_points_service_id', 'service_points', ['service_id'], unique=False)
    op.create_table('surveys',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('lineage', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum('service', 'general', 'pulse', 'bill_report', 'interview', name='surveykind', native_enum=False, length=40), nullable=False),
    sa.Column('state', sa.Enum('draft', 'open', 'closed', name='state', native_enum=False, length=40), nullable=False),
    sa.Column('title_th', sa.String(), nullable=False),
    sa.Column('title_en', sa.String(), nullable=False),
    sa.Column('intro_th', sa.String(), nullable=False),
    sa.Column('intro_en', sa.String(), nullable=False),
    sa.Column('service_id', sa.Integer(), nullable=True),
    sa.Column('bill', sa.String(), nullable=True),
    sa.Column('opens_on', sa.Date(), nullable=True),
    sa.Column('closes_on', sa.Date(), nullable=True),
    sa.Column('quota', sa.Integer(), nullable=True),
    sa.Column('one_a_page', sa.Boolean(), nullable=False),
    sa.Column('tasks', sa.JSON(), nullable=False),
    sa.Column('salt', sa.Text(), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('made_by', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['made_by'], ['accounts.id'], name='fk_surveys_made_by_accounts'),
    sa.ForeignKeyConstraint(['service_id'], ['surveyed_services.id'], name='fk_surveys_service_id_surveyed_services'),
    sa.PrimaryKeyConstraint('id', name='pk_surveys'),
    sa.UniqueConstraint('key', name='uq_surveys_key')
    )
    op.create_index('ix_surveys_lineage', 'surveys', ['lineage'], unique=False)
    op.create_index('ix_surveys_state', 'surveys', ['state'], unique=False)
    op.create_table('survey_invitations',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('survey_id', sa.Integer(), nullable=False),
    sa.Column('address', sa.Text(), nullable=True),
    sa.Column('person', sa.Text(), nullable=True),
    sa.Column('segment', sa.Enum('citizen', 'disabled', 'senator', 'assistant', 'committee', 'network', 'official', name='segment', native_enum=False, length=40), nullable=True),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('mailed_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['survey_id'], ['surveys.id'], name='fk_survey_invitations_survey_id_surveys'),
    sa.PrimaryKeyConstraint('id', name='pk_survey_invitations')
    )
    op.create_index('ix_survey_invitations_survey_id', 'survey_invitations', ['survey_id'], unique=False)
    op.create_table('survey_questions',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('survey_id', sa.Integer(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum('scale', 'single', 'multiple', 'number', 'text', name='kind', native_enum=False, length=40), nullable=False),
    sa.Column('measure', sa.Enum('satisfaction', 'dissatisfaction', 'engagement', 'other', name='measure', native_enum=False, length=40), nullable=False),
    sa.Column('aspect', sa.Enum('procedure', 'staff', 'facilities', 'result', 'access', name='aspect', native_enum=False, length=40), nullable=True),
    sa.Column('th', sa.String(), nullable=False),
    sa.Column('en', sa.String(), nullable=False),
    sa.Column('choices', sa.JSON(), nullable=False),
    sa.Column('is_required', sa.Boolean(), nullable=False),
    sa.Column('asked_if_id', sa.Integer(), nullable=True),
    sa.Column('asked_if_value', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['asked_if_id'], ['survey_questions.id'], name='fk_survey_questions_asked_if_id_survey_questions'),
    sa.ForeignKeyConstraint(['survey_id'], ['surveys.id'], name='fk_survey_questions_survey_id_surveys'),
    sa.PrimaryKeyConstraint('id', name='pk_survey_questions')
    )
    op.create_index('ix_survey_questions_survey_id', 'survey_questions', ['survey_id'], unique=False)
    op.create_table('survey_responses',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('survey_id', sa.Integer(), nullable=False),
    sa.Column('person_key', sa.String(), nullable=True),
    sa.Column('channel', sa.Enum('link', 'qr', 'task', 'mail', 'line', 'paper', 'telephone', 'interview', name='channel', native_enum=False, length=40), nullable=False),
    sa.Column('point_id', sa.Integer(), nullable=True),
    sa.Column('segment', sa.Enum('citizen', 'disabled', 'senator', 'assistant', 'committee', 'network', 'official', name='segment', native_enum=False, length=40), nullable=True),
    sa.Column('begun_on', sa.Date(), nullable=False),
    sa.Column('finished_on', sa.Date(), nullable=True),
    sa.Column('year_be', sa.Integer(), nullable=True),
    sa.Column('quarter', sa.Integer(), nullable=True),
    sa.Column('entered_by', sa.Integer(), nullable=True),
    sa.Column('notes', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['entered_by'], ['accounts.id'], name='fk_survey_responses_entered_by_accounts'),
    sa.ForeignKeyConstraint(['point_id'], ['service_points.id'], name='fk_survey_responses_point_id_service_points'),
    sa.ForeignKeyConstraint(['survey_id'], ['surveys.id'], name='fk_survey_responses_survey_id_surveys'),
    sa.PrimaryKeyConstraint('id', name='pk_survey_responses'),
    sa.UniqueConstraint('survey_id', 'person_key', name='uq_survey_responses_survey_id')
    )
    op.create_table('survey_answers',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('response_id', sa.Integer(), nullable=False),
    sa.Column('question_id', sa.Integer(), nullable=False),
    sa.Column('value', sa.Integer(), nullable=False),
    sa.Column('words', sa.Text(), nullable=True),
    sa.Column('block', sa.Integer(), nullable=True),
    sa.Column('lot', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['question_id'], ['survey_questions.id'], name='fk_survey_answers_question_id_survey_questions'),
    sa.ForeignKeyConstraint(['response_id'], ['survey_responses.id'], name='fk_survey_answers_response_id_survey_responses'),
    sa.PrimaryKeyConstraint('id', name='pk_survey_answers')
    )
    op.create_index('ix_survey_answers_response_id', 'survey_answers', ['response_id'], unique=False)
    op.create_index('ix_survey_answers_waiting', 'survey_answers', ['question_id', 'lot', 'block'], unique=False)
    op.create_table('survey_tallies',
    sa.Column('question_id', sa.Integer(), nullable=False),
    sa.Column('year_be', sa.Integer(), nullable=False),
    sa.Column('quarter', sa.Integer(), nullable=False),
    sa.Column('way', sa.String(), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('value', sa.Integer(), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['question_id'], ['survey_questions.id'], name='fk_survey_tallies_question_id_survey_questions'),
    sa.PrimaryKeyConstraint('question_id', 'year_be', 'quarter', 'way', 'key', 'value', name='pk_survey_tallies')
    )


def downgrade():
    op.drop_table('survey_tallies')
    op.drop_index('ix_survey_answers_waiting', table_name='survey_answers')
    op.drop_index('ix_survey_answers_response_id', table_name='survey_answers')
    op.drop_table('survey_answers')
    op.drop_table('survey_responses')
    op.drop_index('ix_survey_questions_survey_id', table_name='survey_questions')
    op.drop_table('survey_questions')
    op.drop_index('ix_survey_invitations_survey_id', table_name='survey_invitations')
    op.drop_table('survey_invitations')
    op.drop_index('ix_surveys_state', table_name='surveys')
    op.drop_index('ix_surveys_lineage', table_name='surveys')
    op.drop_table('surveys')
    op.drop_index('ix_service_points_service_id', table_name='service_points')
    op.drop_table('service_points')
    op.drop_table('surveyed_services')
    op.drop_table('survey_bank_questions')
    op.drop_index('ix_survey_askings_asked_on', table_name='survey_askings')
    op.drop_table('survey_askings')
