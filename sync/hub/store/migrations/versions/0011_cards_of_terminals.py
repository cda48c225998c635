"""Cards that terminals issue: certificates, lanes of numbers, confirmed cards, and cards that replaced others.

Revision ID: 0011
Revises: 0010
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this version."""
    op.create_table(
        "confirmed",
        sa.Column("number", sa.String(12), primary_key=True),
        sa.Column("terminal", sa.String(80), nullable=False, index=True),
        sa.Column("expires", sa.String(32), nullable=False, index=True),
    )
    op.add_column("key", sa.Column("certificate", sa.Text()))
    op.add_column("key", sa.Column("certified", sa.BigInteger()))
    op.add_column("key", sa.Column("lane", sa.Integer()))
    op.add_column("terminal", sa.Column("lane", sa.Integer()))
    op.create_index("ix_terminal_lane", "terminal", ["lane"], unique=True)
    op.add_column("member", sa.Column("followed_by", sa.String(12)))
    op.create_index("ix_member_followed_by", "member", ["followed_by"])


def downgrade() -> None:
    """Back to the one before."""
    op.drop_index("ix_member_followed_by", "member")
    op.drop_column("member", "followed_by")
    op.drop_index("ix_terminal_lane", "terminal")
    op.drop_column("terminal", "lane")
    for column in ("lane", "certified", "certificate"):
        op.drop_column("key", column)
    op.drop_table("confirmed")
