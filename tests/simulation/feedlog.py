"""Every state that the hub ever committed, as its terminals may see it: sums over the rows of each scope."""

from __future__ import annotations

from typing import Any

Key = tuple[str, str, str]
Sums = dict[str, int]
MASK = (1 << 64) - 1


def row_hash(entity: str, row_id: str, scope: str, body: str) -> int:
    """What a row adds to the sum of its scope."""
    return hash((entity, row_id, scope, body)) & MASK


class FeedLog:
    """Follows the hub's database from commit to commit.

    Attributes:
        rows: what is in the feed now.
        commits: by (epoch, position, tag of the commit): the sums of each scope.
        order: these, in the order in which they were seen.
    """

    def __init__(self) -> None:
        self.rows: dict[Key, str] = {}
        self.sums: Sums = {}
        self.head: tuple[str, int] = ("", -1)
        self.tag = ""
        self.commits: dict[tuple[int, str], Sums] = {}
        self.order: list[tuple[int, str]] = []

    def reload(self, raw: Any) -> None:
        """Begins anew with what the database holds: at the start, and after the hub went back in time."""
        self.rows, self.sums = {}, {}
        self.head = ("", -1)
        self.follow(raw)

    def follow(self, raw: Any) -> bool:
        """Takes in what was committed; returns whether the feed moved."""
        epoch, pos = raw.execute("SELECT epoch, pos FROM feed_head").fetchone()
        if (epoch, pos) == self.head:
            return False
        before = max(self.head[1], 0)
        query = "SELECT entity, id, scope, body FROM feed WHERE pos > ? ORDER BY pos"
        for entity, row_id, scope, body in raw.execute(query, (before,)).fetchall():
            self._put((entity, row_id, scope), body)
        self.head = (epoch, pos)
        found = raw.execute("SELECT tag FROM feed_commit WHERE pos >= ? ORDER BY pos LIMIT 1", (pos,)).fetchone()
        self.tag = found[0] if found else ""
        self.commits[pos, self.tag] = dict(self.sums)
        self.order.append((pos, self.tag))
        return True

    def _put(self, key: Key, body: str | None) -> None:
        scope, old = key[2], self.rows.pop(key, None)
        total = self.sums.get(scope, 0)
        if old is not None:
            total -= row_hash(*key, old)
        if body is not None:
            self.rows[key] = body
            total += row_hash(*key, body)
        self.sums[scope] = total & MASK
