"""Members who signed up on a phone: whether a document of theirs was seen. Who has a card already showed one.

Revision ID: 0012
Revises: 0011
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this version."""
    op.add_column("member", sa.Column("seen", sa.String(32)))
    op.add_column("member", sa.Column("booking", sa.String(120)))
    op.execute("UPDATE member SET seen = issued")


def downgrade() -> None:
    """Back to the one before."""
    op.drop_column("member", "booking")
    op.drop_column("member", "seen")
