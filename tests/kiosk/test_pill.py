"""The state of the line in the product's own words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.shell import pill
from kiosk.shell.translations import Translations
from sync.clock import ROME
from sync.terminal.views import Connection

NOW = datetime(2026, 10, 14, 14, 30, tzinfo=ROME)
AT_1405 = datetime(2026, 10, 14, 14, 5, tzinfo=ROME)


@pytest.fixture(autouse=True)
def italian(qapp: QGuiApplication) -> Iterator[None]:
    translations = Translations(qapp)
    translations.install("it")
    yield
    translations.remove()


def said(connection: Connection) -> tuple[str, str]:
    words = pill.resident(connection, NOW, "it")
    return words.mark, words.text


def test_connected() -> None:
    assert said(Connection(online=True, updated=AT_1405)) == ("dot", "Collegato · aggiornato alle 14:05")


def test_without_a_network() -> None:
    words = "Senza rete: puoi usare il terminale. Programma delle 14:05."
    assert said(Connection(online=False, updated=AT_1405)) == ("ring", words)


def test_over_24_hours_old() -> None:
    monday = datetime(2026, 10, 12, 14, 5, tzinfo=ROME)
    words = "Programma di lunedì 12: chiedi conferma al portiere."
    assert said(Connection(online=False, updated=monday)) == ("half", words)


def test_of_yesterday_evening_yet_under_24_hours_old() -> None:
    evening = datetime(2026, 10, 13, 22, 0, tzinfo=ROME)
    words = "Senza rete: puoi usare il terminale. Programma di ieri, 22:00."
    assert said(Connection(online=False, updated=evening)) == ("ring", words)


def test_exactly_24_hours_is_not_over_24_hours() -> None:
    assert said(Connection(updated=NOW - timedelta(hours=24)))[0] == "ring"
    assert said(Connection(updated=NOW - timedelta(hours=24, seconds=1)))[0] == "half"


def test_a_clock_that_is_not_to_be_trusted_gives_no_hours() -> None:
    mark, words = said(Connection(online=True, updated=AT_1405, clock_trusted=False))
    assert (mark, words) == ("half", "L'orologio è da verificare: guarda la data di ogni attività.")


def test_before_the_first_programme() -> None:
    assert said(Connection()) == ("half", "Il programma non è ancora arrivato: chiedi al portiere.")


@pytest.mark.parametrize(
    ("pending", "sent", "words"),
    [
        (3, datetime(2026, 10, 14, 13, 40, tzinfo=ROME), "3 registrazioni da inviare · ultimo invio 13:40"),
        (1, datetime(2026, 10, 14, 13, 40, tzinfo=ROME), "1 registrazione da inviare · ultimo invio 13:40"),
        (0, datetime(2026, 10, 14, 13, 40, tzinfo=ROME), "Tutto inviato · ultimo invio 13:40"),
        (2, datetime(2026, 10, 12, 9, 5, tzinfo=ROME), "2 registrazioni da inviare · ultimo invio lun 12, 09:05"),
        (0, None, "Tutto inviato"),
    ],
)
def test_staff_also_see_what_waits_to_be_sent(pending: int, sent: datetime | None, words: str) -> None:
    assert pill.staff(Connection(pending=pending, last_sent=sent), NOW, "it") == words
