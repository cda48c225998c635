"""Services, products and openings; neighbours' offers; requests.

Revision ID: 0006
Revises: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this version."""
    op.create_table(
        "service",
        sa.Column("id", sa.String(120), primary_key=True),
        sa.Column("space_id", sa.String(64), sa.ForeignKey("space.id"), nullable=False, index=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("text", sa.JSON(), nullable=False),
        sa.Column("group_name", sa.JSON(), nullable=False),
        sa.Column("hours", sa.JSON(), nullable=False),
        sa.Column("price", sa.JSON(), nullable=False),
        sa.Column("who", sa.JSON(), nullable=False),
        sa.Column("places", sa.Integer()),
        sa.Column("contact", sa.String(200), nullable=False),
        sa.Column("ask", sa.Boolean(), nullable=False),
        sa.Column("until", sa.String(32)),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(32), nullable=False),
    )
    op.create_table(
        "offer",
        sa.Column("id", sa.String(120), primary_key=True),
        sa.Column("space_id", sa.String(64), nullable=False),
        sa.Column("what", sa.String(16), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("text", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("why", sa.String(500), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("until", sa.String(32)),
        sa.Column("terminal", sa.String(80)),
        sa.Column("card", sa.String(12), index=True),
        sa.Column("name", sa.String(120)),
        sa.Column("contact", sa.String(200)),
        sa.Index("offer_space_at", "space_id", "at"),
    )
    op.create_table(
        "request",
        sa.Column("id", sa.String(120), primary_key=True),
        sa.Column("space_id", sa.String(64), nullable=False),
        sa.Column("service_id", sa.String(120), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("outcome", sa.String(40), nullable=False),
        sa.Column("steps", sa.JSON(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("closed", sa.String(32)),
        sa.Column("terminal", sa.String(80)),
        sa.Column("card", sa.String(12), index=True),
        sa.Column("name", sa.String(120)),
        sa.Column("text", sa.Text()),
        sa.Index("request_space_at", "space_id", "at"),
    )


def downgrade() -> None:
    """Back to the one before."""
    for table in ("request", "offer", "service"):
        op.drop_table(table)
