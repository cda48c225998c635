"""Recovery: digests of the feed, backups, losses, erasures, recalls and attestation of seats.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from sync.digest import of_row, signed

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

CHUNK = 1_000


def upgrade() -> None:
    """To this version."""
    with op.batch_alter_table("feed_head") as head:
        head.add_column(sa.Column("tag", sa.String(16), nullable=False, server_default=""))
    with op.batch_alter_table("terminal") as terminal:
        terminal.add_column(sa.Column("attested", sa.Boolean(), nullable=False, server_default=sa.true()))
    with op.batch_alter_table("seat_account") as account:
        account.add_column(sa.Column("recalled", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "feed_digest",
        sa.Column("scope", sa.String(120), primary_key=True),
        sa.Column("value", sa.BigInteger(), nullable=False),
    )
    op.create_table(
        "backup",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("place", sa.String(1000), nullable=False),
        sa.Column("epoch", sa.String(32), nullable=False),
        sa.Column("pos", sa.BigInteger(), nullable=False),
        sa.Column("facts", sa.BigInteger(), nullable=False),
        sa.Column("haves", sa.JSON(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "loss",
        sa.Column("terminal", sa.String(80), primary_key=True),
        sa.Column("incarnation", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("first", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
    )
    op.create_table(
        "erased",
        sa.Column("id", sa.String(120), primary_key=True),
        sa.Column("terminal", sa.String(80), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
    )
    _add_up()


def _add_up() -> None:
    """Digests of what the feed holds already, and the tag of its head."""
    connection = op.get_bind()
    sums: dict[str, int] = {}
    query = sa.text("SELECT entity, id, scope, body FROM feed WHERE body IS NOT NULL")
    for entity, row_id, scope, body in connection.execute(query.execution_options(yield_per=CHUNK)):
        sums[scope] = sums.get(scope, 0) + of_row(entity, row_id, scope, body)
    insert = sa.text("INSERT INTO feed_digest (scope, value) VALUES (:scope, :value)")
    for scope, value in sums.items():
        connection.execute(insert, {"scope": scope, "value": signed(value)})
    tag = connection.scalar(sa.text("SELECT tag FROM feed_commit ORDER BY pos DESC LIMIT 1"))
    connection.execute(sa.text("UPDATE feed_head SET tag = :tag"), {"tag": tag or ""})


def downgrade() -> None:
    """Back to the one before."""
    for name in ("erased", "loss", "backup", "feed_digest"):
        op.drop_table(name)
    with op.batch_alter_table("seat_account") as account:
        account.drop_column("recalled")
    with op.batch_alter_table("terminal") as terminal:
        terminal.drop_column("attested")
    with op.batch_alter_table("feed_head") as head:
        head.drop_column("tag")
