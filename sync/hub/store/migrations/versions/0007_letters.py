"""Letters: what a person is told by e-mail of a sign-up.

Revision ID: 0007
Revises: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this version."""
    op.create_table(
        "letter",
        sa.Column("booking_id", sa.String(120), primary_key=True),
        sa.Column("said", sa.String(80), nullable=False),
        sa.Column("due", sa.String(32)),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("since", sa.String(32), nullable=False),
        sa.Column("why", sa.String(300), nullable=False),
    )
    op.create_index("ix_letter_due", "letter", ["due"])


def downgrade() -> None:
    """Back to the one before."""
    op.drop_index("ix_letter_due", "letter")
    op.drop_table("letter")
