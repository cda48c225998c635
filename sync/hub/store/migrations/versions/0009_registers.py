"""The desk's registers: parcels, and notes to the next shift.

Revision ID: 0009
Revises: 0008
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this version."""
    op.create_table(
        "parcel",
        sa.Column("id", sa.String(120), primary_key=True),
        sa.Column("space_id", sa.String(64), nullable=False),
        sa.Column("code", sa.String(12), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("terminal", sa.String(80), nullable=False),
        sa.Column("card", sa.String(12), index=True),
        sa.Column("name", sa.String(120)),
        sa.Column("outs", sa.JSON(), nullable=False),
        sa.Column("out", sa.String(32)),
        sa.Column("gone", sa.String(32), index=True),
        sa.Index("parcel_space_at", "space_id", "at"),
    )
    op.create_table(
        "handover",
        sa.Column("id", sa.String(120), primary_key=True),
        sa.Column("space_id", sa.String(64), nullable=False),
        sa.Column("text", sa.Text()),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by_staff", sa.String(120)),
        sa.Column("to_whom", sa.String(16), nullable=False),
        sa.Column("done", sa.JSON(), nullable=False),
        sa.Column("terminal", sa.String(80), nullable=False),
        sa.Column("heard", sa.String(32), nullable=False, index=True),
        sa.Index("handover_space_at", "space_id", "at"),
    )


def downgrade() -> None:
    """Back to the one before."""
    for table in ("handover", "parcel"):
        op.drop_table(table)
