"""Where cards were shown, for those that were shown in two places at once.

Revision ID: 0013
Revises: 0012
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this version."""
    op.create_table(
        "sighting",
        sa.Column("fact", sa.String(120), primary_key=True),
        sa.Column("card", sa.String(12), nullable=False),
        sa.Column("space_id", sa.String(64), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("looked", sa.Boolean, nullable=False),
    )
    op.create_index("sighting_card_at", "sighting", ["card", "at"])
    op.create_index("ix_sighting_at", "sighting", ["at"])
    op.add_column("member", sa.Column("doubled", sa.Boolean, nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Back to the one before."""
    op.drop_column("member", "doubled")
    op.drop_table("sighting")
