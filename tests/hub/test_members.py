"""Members' cards: issued, read by whoever has the hub's public key, and taken out of use for good."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from sync import card, rows
from sync.clock import stamp
from sync.errors import UsageError
from sync.hub import members
from sync.hub.hub import Hub
from sync.hub.store.models import Feed, FeedHead, Key, Member, RevocationList, Revoked
from sync.keys import verify_keys
from sync.number import check, grouped
from tests.hub.web_support import at_noon, on_sqlite


def head(hub: Hub) -> int:
    with hub.database.read() as session:
        return session.get_one(FeedHead, 1).pos


def published_list(hub: Hub) -> card.RevocationList:
    public = hub.private_key.public_key()
    kid = card.key_id(public)
    key = card.VerifyKey(kid, public, 0, 2**53 - 1, None, frozenset({card.RevocationList}))
    with hub.database.read() as session:
        text = session.get_one(RevocationList, "all").signed
    payload = card.decode(text, {kid: key}, now=int(hub.clock.now().timestamp())).payload
    assert isinstance(payload, card.RevocationList)
    return payload


def read(hub: Hub, text: str) -> card.Card:
    with hub.database.read() as session:
        keys = verify_keys(key.row() for key in session.query(Key))
    now = int(hub.clock.now().timestamp())
    payload = card.decode(text, keys, now=now, kinds={card.Card}, revocations=published_list(hub)).payload
    assert isinstance(payload, card.Card)
    return payload


def test_a_card_says_number_space_language_and_access_and_no_name(hub: Hub) -> None:
    before = hub.clock.now()
    made = members.issue_card(hub, "zoia", "Ada  Rossi", "ar", "ada@example.org", ["large_text", "braille"])
    found = read(hub, made.card_text)
    assert check(made.number) == made.number == made.member == found.number
    assert (found.space, found.language, set(found.access)) == ("zoia", "ar", {"large_text", "braille"})
    assert "Ada" not in made.card_text
    with hub.database.read() as session:
        member = session.get_one(Member, made.number)
        assert (member.name, member.contact, member.active) == ("Ada Rossi", "ada@example.org", True)
        assert stamp(before + members.CARD_LIFE) <= member.expires <= stamp(hub.clock.now() + members.CARD_LIFE)


@on_sqlite
def test_a_card_can_be_printed_again_and_is_the_same(hub: Hub) -> None:
    made = members.issue_card(hub, "zoia", "Ada Rossi", "it", access=["speech"])
    with hub.database.read() as session:
        assert members.card_text(hub, session.get_one(Member, made.number)) == made.card_text


@on_sqlite
def test_a_card_ends_after_three_years(hub: Hub) -> None:
    clock = at_noon(hub)
    made = members.issue_card(hub, "zoia", "Ada Rossi", "it")
    clock.wall += members.CARD_LIFE - timedelta(seconds=1)
    assert read(hub, made.card_text).number == made.number
    clock.wall += timedelta(seconds=1)
    with pytest.raises(card.CodeError) as refused:
        read(hub, made.card_text)
    assert refused.value.reason == card.Reason.EXPIRED


def test_a_member_reaches_the_terminals_of_the_own_space_alone_with_first_name_and_initial(hub: Hub) -> None:
    made = members.issue_card(hub, "zoia", "Ada Maria Rossi", "it", "ada@example.org")
    with hub.database.read() as session:
        (row,) = session.query(Feed).where(Feed.entity == "member", Feed.id == made.number)
        assert row.scope == rows.space_scope("zoia")
        assert row.body is not None
        assert "Ada R." in row.body
        assert "Rossi" not in row.body
        assert "example.org" not in row.body


@on_sqlite
@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"space": "atlantide"}, "spaces are"),
        ({"name": "  "}, "1 to 120"),
        ({"name": "x" * 121}, "1 to 120"),
        ({"language": "italiano"}, "language code"),
        ({"contact": "x"}, "3 to 200"),
        ({"contact": "x" * 201}, "3 to 200"),
        ({"access": ["Large Text"]}, "codes"),
        ({"access": [f"a{n}" for n in range(11)]}, "codes"),
        ({"access": [f"{n}" * 40 for n in range(1, 6)]}, "fewer or shorter"),
    ],
)
def test_what_cannot_be_on_a_card_is_refused_and_nobody_is_made_a_member(
    hub: Hub, values: dict[str, object], says: str
) -> None:
    wanted: dict[str, object] = {"space": "zoia", "name": "Ada Rossi", "language": "it", **values}
    issue: Callable[..., members.IssuedCard] = members.issue_card
    with pytest.raises(UsageError, match=says):
        issue(hub, **wanted)
    with hub.database.read() as session:
        assert session.query(Member).count() == 0


def test_a_revoked_card_is_refused_by_whoever_has_the_new_list(hub: Hub) -> None:
    lost, kept = (members.issue_card(hub, "zoia", name, "it") for name in ("Ada Rossi", "Bea Neri"))
    before = published_list(hub)
    members.revoke_card(hub, grouped(lost.number))
    after = published_list(hub)
    assert after.number == before.number + 1
    assert after.revoked == before.revoked | {lost.number}
    with pytest.raises(card.CodeError) as refused:
        read(hub, lost.card_text)
    assert refused.value.reason == card.Reason.REVOKED
    assert read(hub, kept.card_text).number == kept.number
    with hub.database.read() as session:
        assert session.get_one(Member, lost.number).active is False
        assert session.get_one(Revoked, lost.number).what == "card"


def test_revoking_twice_changes_nothing_the_second_time(hub: Hub) -> None:
    made = members.issue_card(hub, "zoia", "Ada Rossi", "it")
    members.revoke_card(hub, made.number)
    position, known = head(hub), published_list(hub)
    members.revoke_card(hub, made.number)
    assert head(hub) == position
    assert published_list(hub) == known


@on_sqlite
@pytest.mark.parametrize("number", ["", "12", "abcdefghijkl", "100000000009", "999999999999"])
def test_a_number_that_is_on_no_card_is_refused_with_a_sentence(hub: Hub, number: str) -> None:
    with pytest.raises(UsageError, match=r"[Cc]ard|digit"):
        members.revoke_card(hub, number)


def test_the_keys_are_published_once_and_the_first_list_is_empty(hub: Hub) -> None:
    position = head(hub)
    members.ensure_keys(hub)
    assert head(hub) == position
    with hub.database.read() as session:
        (key,) = session.query(Key)
        assert key.id == hub.signer().kid
        assert key.public == hub.private_key.public_key().public_bytes_raw().hex()
        assert key.spaces is None
        assert set(key.kinds) == {"card", "booking", "badge", "certificate", "ticket"}
    found = published_list(hub)
    assert (found.number, found.revoked, found.revoked_kids) == (0, frozenset(), frozenset())


@on_sqlite
def test_revoked_keys_are_listed_apart_from_revoked_numbers(hub: Hub) -> None:
    kid = "00112233445566ff"
    with hub.database.write() as session:
        assert members.revoke(session, hub, kid, "key", "lost terminal")
        assert not members.revoke(session, hub, kid, "key")
    found = published_list(hub)
    assert (found.revoked, found.revoked_kids) == (frozenset(), frozenset({kid}))
