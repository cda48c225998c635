"""Where terminals stood before: what they stated there counts there.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this version."""
    with op.batch_alter_table("terminal") as terminal:
        terminal.add_column(sa.Column("stood", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Back to the one before."""
    with op.batch_alter_table("terminal") as terminal:
        terminal.drop_column("stood")
