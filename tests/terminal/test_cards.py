"""Cards that a desk issues without a network: good here at once, elsewhere by certificate, for good by the hub."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from sync.card import CodeError, Reason
from sync.hub import certificates, erasure, members, terminals
from sync.hub.store.models import Booking, Key, Member, StoredFact
from sync.membership import link_digest, link_secret
from sync.number import check, lane_start
from sync.terminal import cards
from sync.terminal.members import MemberView, find
from sync.terminal.members import members as listed
from sync.terminal.recording import record_line
from sync.terminal.terminal import Terminal
from tests.hub.programme import add_occurrence
from tests.support.pair import Machine, Pair, enrolled


def reads(machine: Machine, text: str) -> str:
    found = machine.terminal.read_code(text).card
    assert found is not None
    return found.number


def refused(machine: Machine, text: str) -> Reason:
    with pytest.raises(CodeError) as why:
        machine.terminal.read_code(text)
    return why.value.reason


def synced(pair: Pair, *spaces: str) -> list[Machine]:
    machines = [pair.machine(space) for space in spaces]
    for machine in machines:
        machine.sync()
    return machines


def issued(machine: Machine, name: str = "Amina Diallo") -> tuple[str, str]:
    """The number and the text of a new card."""
    number = cards.issue(machine.terminal, name, language="fr", access=["large_text"], by="giulia")
    return number, cards.text_of(machine.terminal, number)


def test_a_card_issued_without_a_line_works_here_at_once_and_elsewhere_by_the_certificate(pair: Pair) -> None:
    here, elsewhere = synced(pair, "zoia", "omero")
    number, text = issued(here)
    assert check(number) == number
    assert reads(here, text) == reads(here, number) == reads(elsewhere, text) == number
    assert refused(elsewhere, number) is Reason.UNKNOWN_KEY  # a typed number is its own space's alone
    (one,) = listed(here.terminal.projection)
    assert (one.number, one.name, one.language, one.access, one.pending) == (
        number, "Amina D.", "fr", ("large_text",), True,
    )  # fmt: skip


def test_the_hub_makes_the_member_and_the_card_outlives_certificate_and_terminal(pair: Pair) -> None:
    here, elsewhere = synced(pair, "zoia", "omero")
    number, text = issued(here)
    _, unheard = issued(here, "Bruna Conti")
    pair.clock.move(days=15)
    assert refused(elsewhere, text) is Reason.KEY_EXPIRED
    assert reads(here, text) == number
    here.sync()
    elsewhere.sync()
    assert reads(here, text) == reads(elsewhere, text) == number
    with pair.hub.hub.database.read() as session:
        member = session.get_one(Member, number)
        assert (member.name, member.space_id, member.active) == ("Amina Diallo", "zoia", True)
        assert member.link == link_digest(link_secret(pair.hub.hub.pepper("zoia"), number))
    assert [one.pending for one in listed(here.terminal.projection)] == [False, False]
    late_number, late = issued(here, "Carla Neri")
    with pair.hub.hub.database.write() as session:
        terminals.revoke(session, "zoia-1")
    elsewhere.sync()
    assert reads(elsewhere, text) == number
    assert reads(elsewhere, unheard)
    assert refused(elsewhere, late) is Reason.KEY_REVOKED
    assert late_number


def test_a_certificate_is_renewed_long_before_it_ends_and_not_for_a_terminal_that_is_shut_out(pair: Pair) -> None:
    hub = pair.hub.hub
    assert certificates.renew(hub) == 0
    pair.clock.move(days=certificates.RENEW_AFTER.days + 1)
    with hub.database.write() as session:
        terminals.revoke(session, "omero-1")
    assert certificates.renew(hub) == 1
    assert certificates.renew(hub) == 0
    with hub.database.read() as session:
        (key,) = session.scalars(sa.select(Key).where(Key.terminal == "zoia-1"))
        assert key.certified == int(hub.clock.now().timestamp())


def test_terminals_without_a_line_never_choose_the_same_number(pair: Pair, tmp_path: Path) -> None:
    machines = synced(pair, "zoia", "omero")
    machines.append(pair.opened(Machine(enrolled(pair.hub, tmp_path / "beside", pair.clock))))
    machines[-1].sync()
    lanes = []
    for machine in machines:
        numbers = {cards.free_number(machine.terminal) for _ in range(50)}
        assert len({one[:5] for one in numbers}) == 1
        lanes.append(numbers.pop()[:5])
    assert len(set(lanes)) == 3
    with pair.hub.hub.database.read() as session:
        assert {lane_start(one.lane) for one in session.scalars(sa.select(Key)) if one.lane is not None} == set(lanes)
    by_hub = members.issue_card(pair.hub.hub, "zoia", "Ada Rossi", "it")
    assert by_hub.number[0] != "9"


def test_a_lost_card_is_refused_at_once_and_the_new_one_has_the_sign_ups(pair: Pair) -> None:
    with pair.hub.hub.database.write() as session:
        occurrence = add_occurrence(session, pair.hub.hub, capacity=5)
    here, elsewhere = synced(pair, "zoia", "omero")
    number, text = issued(here)
    booking = here.terminal.sign_up(occurrence, card=number).booking
    here.sync()
    late = elsewhere.terminal.sign_up(occurrence, card=number).booking
    new = cards.reissue(here.terminal, number, by="giulia")
    assert refused(here, text) is refused(here, number) is Reason.REVOKED
    assert reads(here, cards.text_of(here.terminal, new)) == new
    assert find(here.terminal.projection, new).name == "Amina D."  # type: ignore[union-attr]
    held = here.terminal.projection.booking_of_card(occurrence, new)
    assert held is not None
    assert held.id == booking
    for machine in (here, elsewhere, here):
        machine.sync()
    assert refused(elsewhere, text) is Reason.REVOKED
    assert reads(elsewhere, cards.text_of(here.terminal, new)) == new
    with pair.hub.hub.database.read() as session:
        assert session.get_one(Booking, booking).card == session.get_one(Booking, late).card == new
        old = session.get_one(Member, number)
        assert (old.name, old.active, old.followed_by) == ("", False, new)
    assert [one.number for one in listed(here.terminal.projection)] == [new]
    with pytest.raises(cards.CardsError):
        cards.reissue(here.terminal, number)


def test_a_card_that_the_desk_revokes_is_refused_here_at_once_and_everywhere_after(pair: Pair) -> None:
    here, elsewhere = synced(pair, "zoia", "omero")
    number, text = issued(here)
    cards.revoke(here.terminal, number, by="giulia")
    assert refused(here, text) is Reason.REVOKED
    assert listed(here.terminal.projection) == ()
    here.sync()
    elsewhere.sync()
    assert refused(elsewhere, text) is Reason.REVOKED


def test_the_plug_between_the_fact_and_the_paper_costs_nobody_their_card(pair: Pair) -> None:
    (here,) = synced(pair, "zoia")
    number, text = issued(here)
    folder = here.folder
    here.close()
    again = Terminal(folder)
    try:
        assert cards.text_of(again, number) == text
        scanned = again.read_code(text).card
        assert scanned is not None
        assert scanned.number == number
    finally:
        again.close()


def test_a_script_issues_and_replaces_and_the_terminal_chooses_the_numbers(pair: Pair) -> None:
    (here,) = synced(pair, "zoia")
    record_line(here.terminal, b'{"kind": "card_issue", "body": {"name": "Amina Diallo"}}')
    (first,) = listed(here.terminal.projection)
    line = f'{{"kind": "card_replace", "body": {{"card": "{first.number}"}}}}'
    fact, seq = record_line(here.terminal, line.encode())
    assert (len(fact), seq) == (32, 2)
    (second,) = listed(here.terminal.projection)
    assert cards.made_here(here.terminal, first.number)
    assert cards.made_here(here.terminal, second.number)
    assert second.number != first.number


def test_who_is_erased_by_the_new_card_is_forgotten_under_the_old_one_too(pair: Pair) -> None:
    (here,) = synced(pair, "zoia")
    number, _ = issued(here)
    new = cards.reissue(here.terminal, number)
    here.sync()
    erasure.erase(pair.hub.hub, number)
    here.sync()
    with pair.hub.hub.database.read() as session:
        assert session.get_one(Member, new).name == ""
        assert not any(one.personal for one in session.scalars(sa.select(StoredFact)))
    assert listed(here.terminal.projection) == ()
    assert b"Amina" not in b"".join(fact.personal or b"" for fact in here.journal.after(0, facts=10, size=1 << 20))


def test_a_document_is_seen_once_and_only_that_is_kept(pair: Pair) -> None:
    here, beside = synced(pair, "zoia", "zoia")
    with pair.hub.hub.database.write() as session:
        number = members.make(session, pair.hub.hub, "zoia", "Amina Diallo", "fr").number
    here.sync()
    beside.sync()
    assert not view(here, number).seen
    cards.saw(here.terminal, number, by="giulia")
    assert view(here, number).seen, "here at once"
    cards.saw(here.terminal, number, by="giulia")
    assert here.journal.position().last == 1, "once is enough"
    here.sync()
    beside.sync()
    assert view(beside, number).seen
    new = cards.reissue(here.terminal, number)
    here.sync()
    with pair.hub.hub.database.read() as session:
        assert session.get_one(Member, new).seen is not None, "a new card is no new person"


def view(machine: Machine, number: str) -> MemberView:
    found = find(machine.terminal.projection, number)
    assert found is not None
    return found
