"""following: followers, wishes of every kind, news, matches, deliveries

Revision: 0008, after 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

# As rules.wishes.mask has it for every kind of news.
ALL_KINDS = 0b111111111


def upgrade() -> None:
    database = op.get_bind()
    wishes = database.execute(sa.text("SELECT * FROM subscriptions ORDER BY id")).mappings().all()
    told = database.execute(
        sa.text(
            "SELECT deliveries.*, bill_steps.bill_id, bill_steps.happened_on FROM deliveries"
            " JOIN bill_steps ON bill_steps.id = deliveries.step_id ORDER BY deliveries.id"
        )
    ).mappings().all()
    op.drop_table("deliveries")
    op.drop_table("subscriptions")
    make_tables()
    if wishes:
        carry_over(database, wishes, told)


def carry_over(database, wishes, told) -> None:
    """Whoever follows a bill by e-mail goes on following it, by the same links, and is told nothing
    twice; whoever was told a wrong step still gets its correction."""
    people = {}
    for wish in wishes:
        people.setdefault(wish["email_hash"], []).append(wish)
    numbers = {hashed: number for number, hashed in enumerate(people, 1)}
    for hashed, theirs in people.items():
        insert(database, "followers", {
            "id": numbers[hashed], "email": theirs[-1]["email"], "email_hash": hashed,
            "language": theirs[-1]["language"], "key_version": 1,
            "made_at": theirs[0]["asked_at"], "mail_stopped_why": "", "soft_bounces": 0,
            "ended_at": ended_at(theirs),
        })
    for wish in wishes:
        same = ("id", "language", "state", "key_version", "asked_at", "confirmed_at", "stopped_at")
        insert(database, "subscriptions", {
            **{name: wish[name] for name in same},
            "follower_id": numbers[wish["email_hash"]], "subject_key": f"bill:{wish['bill_id']}",
            "kinds": ALL_KINDS, "cadence": "at_once", "weekday": 0, "hour": 8, "form": "plain",
            "channel": "email",
        })
    carry_messages(database, {wish["id"]: wish for wish in wishes}, numbers, told)
    if database.dialect.name == "postgresql":
        for table in ("followers", "subscriptions", "news", "deliveries"):
            database.execute(sa.text(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'),"
                f" (SELECT coalesce(max(id), 0) + 1 FROM {table}), false)"
            ))


def carry_messages(database, wishes, numbers, told) -> None:
    """What was sent: an event, a match and a message each, as if they had been made so."""
    facts = {"step": "step", "correction": "withdrawn"}
    news = {}
    done = set()
    for row in told:
        fact = f"{facts[row['kind']]}:{row['step_id']}"
        if fact not in news:
            news[fact] = len(news) + 1
            wrong = news.get(f"step:{row['step_id']}") if row["kind"] == "correction" else None
            insert(database, "news", {
                "id": news[fact], "fact": fact,
                "kind": "corrected" if row["kind"] == "correction" else "step",
                "keys": "[]", "details": "{}", "happened_on": row["happened_on"],
                "announced_at": row["sent_at"], "matched_at": row["sent_at"],
                "bill_id": row["bill_id"], "step_id": row["step_id"], "corrects_id": wrong,
            })
            if wrong:
                database.execute(
                    sa.text("UPDATE news SET withdrawn_at = :at WHERE id = :id"),
                    {"at": row["sent_at"], "id": wrong},
                )
        wish = wishes[row["subscription_id"]]
        follower = numbers[wish["email_hash"]]
        if (fact, follower) in done:
            continue
        done.add((fact, follower))
        insert(database, "deliveries", {
            "id": row["id"], "follower_id": follower, "occasion": f"news:{news[fact]}",
            "news_id": news[fact], "channel": "email", "form": "plain",
            "language": wish["language"], "state": "sent", "made_at": row["sent_at"],
            "not_before": row["sent_at"], "attempts": 1, "put_off": 0,
            "sent_at": row["sent_at"], "failure": "",
        })
        insert(database, "matches", {
            "news_id": news[fact], "follower_id": follower,
            "subscription_id": row["subscription_id"], "waits": False, "delivery_id": row["id"],
        })


def ended_at(theirs):
    """When the last of a person's subscriptions ended; None where one has not."""
    if any(wish["state"] != "stopped" for wish in theirs):
        return None
    return max(wish["stopped_at"] for wish in theirs if wish["stopped_at"])


def insert(database, table, values) -> None:
    names = ", ".join(values)
    places = ", ".join(f":{name}" for name in values)
    database.execute(sa.text(f"INSERT INTO {table} ({names}) VALUES ({places})"), values)


def downgrade() -> None:
    """Back to bills by e-mail alone; what was sent is forgotten."""
    database = op.get_bind()
    wishes = database.execute(
        sa.text(
            "SELECT subscriptions.*, email, email_hash FROM subscriptions"
            " JOIN followers ON followers.id = follower_id"
            " WHERE subject_key LIKE 'bill:%' AND channel = 'email' AND email IS NOT NULL"
        )
    ).mappings().all()
    for table in ("matches", "deliveries", "subscriptions", "news", "bill_notes", "search_terms",
                  "followers", "saved_searches"):
        op.drop_table(table)
    make_old_tables()
    for wish in wishes:
        same = ("id", "email", "email_hash", "language", "state", "key_version", "asked_at",
                "confirmed_at", "stopped_at")
        bill_id = int(wish["subject_key"].partition(":")[2])
        insert(database, "subscriptions", {**{n: wish[n] for n in same}, "bill_id": bill_id})
    if database.dialect.name == "postgresql" and wishes:
        database.execute(sa.text(
            "SELECT setval(pg_get_serial_sequence('subscriptions', 'id'),"
            " (SELECT max(id) FROM subscriptions))"
        ))


def make_old_tables() -> None:
    op.create_table(
        "subscriptions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bill_id", sa.Integer(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("email_hash", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("state", sa.Enum("asked", "confirmed", "stopped", name="subscriptionstate", native_enum=False, length=40), nullable=False),
        sa.Column("key_version", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("stopped_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["bill_id"], ["bills.id"], name="fk_subscriptions_bill_id_bills"),
        sa.PrimaryKeyConstraint("id", name="pk_subscriptions"),
        sa.UniqueConstraint("email_hash", "bill_id", name="uq_subscriptions_email_hash"),
    )
    op.create_index("ix_subscriptions_bill_id", "subscriptions", ["bill_id"])
    op.create_index("ix_subscriptions_email_hash", "subscriptions", ["email_hash"])
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subscription_id", sa.Integer(), nullable=False),
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["step_id"], ["bill_steps.id"], name="fk_deliveries_step_id_bill_steps"),
        sa.ForeignKeyConstraint(["subscription_id"], ["subscriptions.id"], name="fk_deliveries_subscription_id_subscriptions"),
        sa.PrimaryKeyConstraint("id", name="pk_deliveries"),
        sa.UniqueConstraint("subscription_id", "step_id", "kind", name="uq_deliveries_subscription_id"),
    )
    op.create_index("ix_deliveries_step_id", "deliveries", ["step_id"])
    op.create_index("ix_deliveries_subscription_id", "deliveries", ["subscription_id"])


def make_tables() -> None:
    op.create_table('saved_searches',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('typed', sa.String(), nullable=False),
    sa.Column('filters', sa.JSON(), nullable=False),
    sa.Column('fingerprint', sa.String(), nullable=False),
    sa.Column('analysed_as', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_saved_searches')),
    sa.UniqueConstraint('fingerprint', name=op.f('uq_saved_searches_fingerprint'))
    )
    op.create_index(op.f('ix_saved_searches_analysed_as'), 'saved_searches', ['analysed_as'], unique=False)
    op.create_table('followers',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('email', sa.Text(), nullable=True),
    sa.Column('email_hash', sa.String(), nullable=True),
    sa.Column('line_user', sa.Text(), nullable=True),
    sa.Column('line_hash', sa.String(), nullable=True),
    sa.Column('push', sa.Text(), nullable=True),
    sa.Column('push_hash', sa.String(), nullable=True),
    sa.Column('account_id', sa.Integer(), nullable=True),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('key_version', sa.Integer(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('mail_stopped_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('mail_stopped_why', sa.String(), nullable=False),
    sa.Column('soft_bounces', sa.Integer(), nullable=False),
    sa.Column('visited_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['accounts.id'], name=op.f('fk_followers_account_id_accounts')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_followers')),
    sa.UniqueConstraint('account_id', name=op.f('uq_followers_account_id')),
    sa.UniqueConstraint('email_hash', name=op.f('uq_followers_email_hash')),
    sa.UniqueConstraint('line_hash', name=op.f('uq_followers_line_hash')),
    sa.UniqueConstraint('push_hash', name=op.f('uq_followers_push_hash'))
    )
    op.create_index(op.f('ix_followers_ended_at'), 'followers', ['ended_at'], unique=False)
    op.create_table('search_terms',
    sa.Column('term', sa.String(), nullable=False),
    sa.Column('search_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['search_id'], ['saved_searches.id'], name=op.f('fk_search_terms_search_id_saved_searches')),
    sa.PrimaryKeyConstraint('term', 'search_id', name=op.f('pk_search_terms'))
    )
    op.create_index(op.f('ix_search_terms_search_id'), 'search_terms', ['search_id'], unique=False)
    op.create_table('bill_notes',
    sa.Column('follower_id', sa.Integer(), nullable=False),
    sa.Column('bill_id', sa.Integer(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['bill_id'], ['bills.id'], name=op.f('fk_bill_notes_bill_id_bills')),
    sa.ForeignKeyConstraint(['follower_id'], ['followers.id'], name=op.f('fk_bill_notes_follower_id_followers')),
    sa.PrimaryKeyConstraint('follower_id', 'bill_id', name=op.f('pk_bill_notes'))
    )
    op.create_table('news',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('fact', sa.String(), nullable=False),
    sa.Column('kind', sa.Enum('step', 'vote', 'new_document', 'new_form', 'deadline', 'corrected', 'bill_ended', 'complaint_step', 'improvement', name='newskind', native_enum=False, length=40), nullable=False),
    sa.Column('keys', sa.JSON(), nullable=False),
    sa.Column('happened_on', sa.Date(), nullable=True),
    sa.Column('announced_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('matched_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('actor_id', sa.Integer(), nullable=True),
    sa.Column('bill_id', sa.Integer(), nullable=True),
    sa.Column('step_id', sa.Integer(), nullable=True),
    sa.Column('vote_id', sa.Integer(), nullable=True),
    sa.Column('document_id', sa.Integer(), nullable=True),
    sa.Column('version_id', sa.Integer(), nullable=True),
    sa.Column('complaint_id', sa.Integer(), nullable=True),
    sa.Column('corrects_id', sa.Integer(), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('details', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['actor_id'], ['accounts.id'], name=op.f('fk_news_actor_id_accounts')),
    sa.ForeignKeyConstraint(['bill_id'], ['bills.id'], name=op.f('fk_news_bill_id_bills')),
    sa.ForeignKeyConstraint(['corrects_id'], ['news.id'], name=op.f('fk_news_corrects_id_news')),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_news_document_id_documents')),
    sa.ForeignKeyConstraint(['step_id'], ['bill_steps.id'], name=op.f('fk_news_step_id_bill_steps')),
    sa.ForeignKeyConstraint(['version_id'], ['document_versions.id'], name=op.f('fk_news_version_id_document_versions')),
    sa.ForeignKeyConstraint(['vote_id'], ['vote_events.id'], name=op.f('fk_news_vote_id_vote_events')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_news')),
    sa.UniqueConstraint('fact', name=op.f('uq_news_fact'))
    )
    op.create_index(op.f('ix_news_announced_at'), 'news', ['announced_at'], unique=False)
    op.create_index(op.f('ix_news_bill_id'), 'news', ['bill_id'], unique=False)
    op.create_index(op.f('ix_news_corrects_id'), 'news', ['corrects_id'], unique=False)
    op.create_index(op.f('ix_news_matched_at'), 'news', ['matched_at'], unique=False)
    op.create_index(op.f('ix_news_step_id'), 'news', ['step_id'], unique=False)
    op.create_table('subscriptions',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('follower_id', sa.Integer(), nullable=False),
    sa.Column('subject_key', sa.String(), nullable=False),
    sa.Column('search_id', sa.Integer(), nullable=True),
    sa.Column('kinds', sa.Integer(), nullable=False),
    sa.Column('cadence', sa.Enum('at_once', 'daily', 'weekly', 'feed_only', name='cadence', native_enum=False, length=40), nullable=False),
    sa.Column('weekday', sa.Integer(), nullable=False),
    sa.Column('hour', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('form', sa.Enum('plain', 'large', 'audio_attached', 'audio_linked', 'braille_linked', name='form', native_enum=False, length=40), nullable=False),
    sa.Column('channel', sa.Enum('email', 'feed', 'podcast', 'calendar', 'line', 'push', name='channel', native_enum=False, length=40), nullable=False),
    sa.Column('state', sa.Enum('asked', 'confirmed', 'stopped', name='subscriptionstate', native_enum=False, length=40), nullable=False),
    sa.Column('paused_until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('key_version', sa.Integer(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('stopped_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['follower_id'], ['followers.id'], name=op.f('fk_subscriptions_follower_id_followers')),
    sa.ForeignKeyConstraint(['search_id'], ['saved_searches.id'], name=op.f('fk_subscriptions_search_id_saved_searches')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_subscriptions')),
    sa.UniqueConstraint('follower_id', 'subject_key', 'channel', name=op.f('uq_subscriptions_follower_id'))
    )
    op.create_index('ix_subscriptions_matching', 'subscriptions', ['subject_key', 'state'], unique=False)
    op.create_table('deliveries',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('follower_id', sa.Integer(), nullable=False),
    sa.Column('occasion', sa.String(), nullable=False),
    sa.Column('news_id', sa.Integer(), nullable=True),
    sa.Column('channel', sa.Enum('email', 'feed', 'podcast', 'calendar', 'line', 'push', name='channel', native_enum=False, length=40), nullable=False),
    sa.Column('form', sa.Enum('plain', 'large', 'audio_attached', 'audio_linked', 'braille_linked', name='form', native_enum=False, length=40), nullable=False),
    sa.Column('language', sa.String(), nullable=False),
    sa.Column('state', sa.Enum('waiting', 'sent', 'failed', 'dropped', name='deliverystate', native_enum=False, length=40), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('not_before', sa.DateTime(timezone=True), nullable=False),
    sa.Column('claimed_until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('claim', sa.String(), nullable=True),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('put_off', sa.Integer(), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('failure', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['follower_id'], ['followers.id'], name=op.f('fk_deliveries_follower_id_followers')),
    sa.ForeignKeyConstraint(['news_id'], ['news.id'], name=op.f('fk_deliveries_news_id_news')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_deliveries')),
    sa.UniqueConstraint('occasion', 'follower_id', 'channel', 'form', 'language', name=op.f('uq_deliveries_occasion'))
    )
    op.create_index(op.f('ix_deliveries_claim'), 'deliveries', ['claim'], unique=False)
    op.create_index('ix_deliveries_follower', 'deliveries', ['follower_id'], unique=False)
    op.create_index(op.f('ix_deliveries_news_id'), 'deliveries', ['news_id'], unique=False)
    op.create_index(op.f('ix_deliveries_sent_at'), 'deliveries', ['sent_at'], unique=False)
    op.create_index('ix_deliveries_waiting', 'deliveries', ['channel', 'not_before'], unique=False, sqlite_where=sa.text("state = 'waiting'"), postgresql_where=sa.text("state = 'waiting'"))
    op.create_table('matches',
    sa.Column('news_id', sa.Integer(), nullable=False),
    sa.Column('follower_id', sa.Integer(), nullable=False),
    sa.Column('subscription_id', sa.Integer(), nullable=False),
    sa.Column('waits', sa.Boolean(), nullable=False),
    sa.Column('delivery_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['delivery_id'], ['deliveries.id'], name=op.f('fk_matches_delivery_id_deliveries')),
    sa.ForeignKeyConstraint(['follower_id'], ['followers.id'], name=op.f('fk_matches_follower_id_followers')),
    sa.ForeignKeyConstraint(['news_id'], ['news.id'], name=op.f('fk_matches_news_id_news')),
    sa.ForeignKeyConstraint(['subscription_id'], ['subscriptions.id'], name=op.f('fk_matches_subscription_id_subscriptions')),
    sa.PrimaryKeyConstraint('news_id', 'follower_id', name=op.f('pk_matches'))
    )
    op.create_index('ix_matches_delivery', 'matches', ['delivery_id'], unique=False)
    op.create_index('ix_matches_follower', 'matches', ['follower_id', 'news_id'], unique=False)
    op.create_index('ix_matches_waiting', 'matches', ['follower_id'], unique=False, sqlite_where=sa.text('waits'), postgresql_where=sa.text('waits'))
