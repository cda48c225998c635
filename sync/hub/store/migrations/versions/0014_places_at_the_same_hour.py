"""Sign-ups at the same hour as another of the same card, of which the person has not heard yet.

Revision ID: 0014
Revises: 0013
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this version."""
    op.add_column("booking", sa.Column("clash", sa.String(120)))


def downgrade() -> None:
    """Back to the one before."""
    op.drop_column("booking", "clash")
