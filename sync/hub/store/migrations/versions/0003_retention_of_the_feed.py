"""What is kept of the feed for terminals that come back late.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this version."""
    with op.batch_alter_table("feed_head") as head:
        head.add_column(sa.Column("floor", sa.BigInteger(), nullable=False, server_default="0"))
    op.create_table(
        "feed_mark",
        sa.Column("at", sa.String(32), primary_key=True),
        sa.Column("pos", sa.BigInteger(), nullable=False),
    )


def downgrade() -> None:
    """Back to the one before."""
    op.drop_table("feed_mark")
    with op.batch_alter_table("feed_head") as head:
        head.drop_column("floor")
