"""Days that desks closed.

Revision ID: 0010
Revises: 0009
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this version."""
    op.create_table(
        "day_close",
        sa.Column("id", sa.String(120), primary_key=True),
        sa.Column("space_id", sa.String(64), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by_staff", sa.String(120)),
        sa.Column("totals", sa.JSON(), nullable=False),
        sa.Index("day_close_space_day", "space_id", "day"),
    )


def downgrade() -> None:
    """Back to the one before."""
    op.drop_table("day_close")
