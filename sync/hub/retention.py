"""What the feed keeps for terminals that come back late.

Tombstones and tags are kept longer than any terminal is expected to be offline, and then forgotten: below the head's
`floor` the feed knows its present rows alone, and a terminal whose cursor is older starts again by itself.
"""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa

from sync.clock import stamp
from sync.hub.hub import Hub
from sync.hub.store.feed import Feed, FeedCommit, FeedHead, FeedMark

KEPT = timedelta(days=400)
"""Longer than a terminal that lies in a cupboard over a whole year."""
MARK_EVERY = timedelta(days=1)


def forget(hub: Hub) -> int:
    """The chore: marks where the feed stands, once a day, and forgets what is older than `KEPT`; returns the floor."""
    now = hub.clock.now()
    with hub.database.write() as session:
        query = sa.select(FeedHead).where(FeedHead.id == 1).with_for_update()
        head = session.scalars(query.execution_options(populate_existing=True)).one()
        newest = session.scalar(sa.select(sa.func.max(FeedMark.at)))
        if newest is None or newest <= stamp(now - MARK_EVERY):
            session.merge(FeedMark(at=stamp(now), pos=head.pos))
        old = sa.select(FeedMark).where(FeedMark.at <= stamp(now - KEPT)).order_by(FeedMark.at.desc()).limit(1)
        mark = session.scalar(old)
        if mark is not None and mark.pos > head.floor:
            head.floor = mark.pos
            session.execute(sa.delete(FeedMark).where(FeedMark.at < mark.at))
            session.execute(sa.delete(FeedCommit).where(FeedCommit.pos < mark.pos))
            session.execute(sa.delete(Feed).where(Feed.body.is_(None), Feed.pos <= mark.pos))
        return head.floor
