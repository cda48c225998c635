"""The office's pages of parcels and of notes from shift to shift: who sees how much, and who sees whose."""

from __future__ import annotations

import pytest

from sync.hub import members
from sync.hub.hub import Hub
from tests.hub.programme import Sender
from tests.hub.web_support import MARKUP, FixedClock, at_noon, quick_passwords, signed_in, text


@pytest.fixture
def clock(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> FixedClock:
    quick_passwords(monkeypatch)
    return at_noon(hub)


def kept(hub: Hub) -> None:
    """Three parcels in Via Fratelli Zoia, one handed over, one there for long; one in Viale Omero."""
    here, elsewhere = Sender(hub), Sender(hub, "omero")
    number = members.issue_card(hub, "zoia", "Bea Neri", "it").number
    here.state("parcel", {"for": "Famiglia Conti", "code": "A17"}, at="2026-11-01T08:00:00Z")
    here.state("parcel", {"card": number, "code": "F20"}, at="2026-11-24T08:00:00Z")
    gone = here.state("parcel", {"for": "Ugo Preti", "code": "H30"}, at="2026-11-24T08:00:00Z")
    here.state("parcel_out", {"parcel": gone}, at="2026-11-24T09:00:00Z")
    here.taken()
    elsewhere.state("parcel", {"for": MARKUP, "code": "K40"}, at="2026-11-24T08:00:00Z")
    elsewhere.taken()


def test_those_of_a_space_see_whose_the_parcels_are_and_what_has_lain_for_long(hub: Hub, clock: FixedClock) -> None:
    kept(hub)
    client, _ = signed_in(hub, "portiere", "zoia")
    assert "pacco aspetta da più di 14 giorni" in text(client.get("/office"))
    page = text(client.get("/office/parcels"))
    for words in (
        "qui: 2 · da più di 14 giorni: 1 · consegnati di recente: 1",
        "A17 · Famiglia Conti",
        "F20 · Bea Neri",
    ):
        assert words in page
    for other in ("Ugo", "H30", "K40", "Omero"):
        assert other not in page


def test_the_comune_sees_how_many_there_are_in_each_space_and_nobodys_name(hub: Hub, clock: FixedClock) -> None:
    kept(hub)
    client, _ = signed_in(hub, "comune", None)
    page = text(client.get("/office/parcels"))
    assert "Viale Omero" in page
    assert "qui: 2" in page
    for name in ("Conti", "Bea", "Ugo", "A17", "onerror"):
        assert name not in page
    operator, _ = signed_in(hub, "operator", "omero")
    assert "<img" not in operator.get("/office/parcels").text.split("<main", 1)[1]


def test_a_note_is_read_where_it_is_for_and_one_to_every_desk_everywhere(hub: Hub, clock: FixedClock) -> None:
    sender, elsewhere = Sender(hub), Sender(hub, "omero")
    sender.state("handover", {"text": "Citofono rotto alla scala B"})
    shared = sender.state("handover", {"text": "Domani niente corriere", "to": "all"})
    sender.taken()
    elsewhere.state("handover_done", {"handover": shared})
    elsewhere.taken()
    own = text(signed_in(hub, "operator", "zoia")[0].get("/office/handovers"))
    assert "Citofono" in own
    assert "fatto: Viale Omero" in own
    other = text(signed_in(hub, "portiere", "omero")[0].get("/office/handovers"))
    assert "Domani niente corriere" in other
    assert "Citofono" not in other
    whole = text(signed_in(hub, "comune", None)[0].get("/office/handovers"))
    assert "La legge chi lavora in questo spazio." in whole
    assert "Citofono" not in whole
