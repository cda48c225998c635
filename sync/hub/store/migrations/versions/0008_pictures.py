"""Pictures of activities.

Revision ID: 0008
Revises: 0007
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this version."""
    op.create_table(
        "picture",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    op.add_column("activity", sa.Column("picture", sa.JSON(none_as_null=True)))


def downgrade() -> None:
    """Back to the one before."""
    op.drop_column("activity", "picture")
    op.drop_table("picture")
