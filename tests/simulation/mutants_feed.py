"""Rules about the feed and the replica, switched off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

from sync.hub import travel, views
from sync.hub.cursor import mark_of_epoch, name_of_epoch
from sync.hub.epochs import TimeTravel
from sync.terminal import fresh, replica, settling, standing
from sync.terminal.pulling import Puller
from tests.simulation.mutant import RESTORES, mutant


@mutant("a cursor names its history by a tag", RESTORES | {"sell": 10, "edit": 10})
def cursor_without_tag() -> Iterator[None]:
    def judge(_tags: Any, head: Any, cursor: Any) -> None:
        ours = mark_of_epoch(head.epoch)
        if cursor.epoch[0] > ours[0]:
            raise TimeTravel("a later epoch", epoch=head.epoch, beyond=name_of_epoch(cursor.epoch))
        if cursor.epoch == ours and cursor.pos > head.pos:
            raise TimeTravel("beyond the head", epoch=head.epoch)

    with patch.object(travel, "judge_position", judge):
        yield


@mutant("`applied` changes with the switch alone", {"sync": 25, "card_booking": 20}, page_items=2)
def applied_before_the_switch() -> Iterator[None]:
    take = Puller._take

    def early(puller: Puller, stands: Any, position: Any, reply: Any, items: Any, cursor: str) -> bool:
        done = take(puller, stands, position, reply, items, cursor)
        if reply.more:
            values = (("applied", str(reply.applied)), ("incarnation", str(reply.incarnation)))
            puller._replica._write(lambda raw, _connection: raw.executemany(standing.SET, values))
        return done

    with patch.object(Puller, "_take", early):
        yield


@mutant("pages are staged, the last one switches", {"sync": 25, "edit": 15}, page_items=2)
def page_switched_without_staging() -> Iterator[None]:
    def straight(puller: Puller, stands: Any, position: Any, reply: Any, items: Any, cursor: str) -> bool:
        return puller._replica.switch(
            stands.cursor, items, cursor, applied=reply.applied, incarnation=reply.incarnation,
            epoch=reply.epoch or position.epoch or "", updated="", reset=reply.resync, digest=reply.digest,
        )  # fmt: skip

    with patch.object(Puller, "_take", straight):
        yield


@mutant("who must begin anew drops what it had", RESTORES | {"edit": 10, "sell": 10, "notice": 10})
def reset_not_honoured() -> Iterator[None]:
    def over(cursor: Any) -> None:
        cursor.execute(
            "INSERT OR REPLACE INTO item (entity, id, scope, body) SELECT entity, id, scope, body FROM fresh"
        )
        cursor.execute("DROP TABLE fresh")

    with patch.object(fresh, "exchange", over):
        yield


@mutant("a terminal receives its own scopes", {"sync": 30, "notice": 10, "name_booking": 10}, machines=4)
def scope_filter_missing() -> Iterator[None]:
    everything = views.ROWS.replace("scope IN (:public, :space, :own) AND", "")
    assert everything != views.ROWS
    with patch.object(views, "ROWS", everything):
        yield


@mutant("digests are compared", line={"maimed": 0.5}, focus={"sync": 25, "edit": 20})
def digest_not_compared() -> Iterator[None]:
    with patch.object(settling, "agree", lambda *_: True), patch.object(replica, "agree", lambda *_: True):
        yield
