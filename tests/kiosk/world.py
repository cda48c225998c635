"""A terminal's data folder with a small programme in it, written through the replica's and the journal's own methods.

The day is Tuesday 24 November 2026, twenty past three in the afternoon, in Via Fratelli Zoia.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync import card, rows
from sync.clock import ROME, stamp
from sync.number import with_check_digit
from sync.pin import make_verifier
from sync.terminal.folder import PEPPER, Folder, open_folder
from sync.terminal.journal import Identity, Journal
from sync.terminal.replica import Replica
from sync.terminal.terminal import Terminal

SPACE = "zoia"
NOW = datetime(2026, 11, 24, 15, 20, tzinfo=ROME)
NUMBER = with_check_digit("10000000000")
OTHER_NUMBER = with_check_digit("20000000000")
PIN = "246810"
PEPPER_BYTES = b"a pepper for tests, 32 bytes ..."
HUB_KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
BADGE_SERIAL = "00112233445566aa"
MEMBER_NAME = "Amina D."
LONG_TITLE = (
    'Visita guidata gratuita alla mostra "Da piazza delle armi a giardino. '
    'Piazza Venezia e il monumento ad Alcide De Gasperi"'
)


class HandClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, now: datetime = NOW) -> None:
        self._now = now.astimezone(UTC)
        self._ms = 1_000_000

    def now(self) -> datetime:
        return self._now

    def monotonic_ms(self) -> int:
        return self._ms

    def boot_id(self) -> str:
        return "test"

    def forward(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)
        self._ms += int(seconds * 1000)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of November 2026, on the clocks of Milano."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ROME)


@dataclass
class World:
    """What the hub has told the terminal. Change it, then `write`."""

    space: str = SPACE
    area: int = 2
    reasons: list[rows.Reason] = field(default_factory=list)
    items: list[tuple[str, str, str, str]] = field(default_factory=list)
    grants: list[tuple[str, int]] = field(default_factory=list)
    updated: datetime | None = NOW - timedelta(minutes=2)
    """When it last heard from the hub; None where it never has."""

    def add(self, entity: str, row: Any, scope: str = rows.PUBLIC) -> None:
        """One row."""
        self.items.append((entity, row.id, scope, json.dumps(rows.dump(row), ensure_ascii=False)))

    def activity(
        self,
        key: str,
        title: str,
        start: datetime,
        end: datetime | None,
        *,
        seats: int | None = None,
        sold: int = 0,
        right: int = 0,
        space: str = SPACE,
        occurrence: dict[str, Any] | None = None,
        **more: Any,
    ) -> None:
        """An activity with one occurrence, whose id is the activity's with ``-1``."""
        titles = {"it": title, **more.pop("titles", {})}
        signup = more.pop("signup", seats is not None)
        self.add("activity", rows.Activity(key, space, titles, signup=signup, capacity=seats, **more))
        row = rows.Occurrence(
            f"{key}-1", key, space, stamp(start), stamp(end) if end else None, capacity=seats, sold=sold
        )
        self.add("occurrence", replace(row, **(occurrence or {})))
        if right:
            self.grants.append((f"{key}-1", right))

    def people(self) -> None:
        """Staff, members, the hub's key."""
        own = rows.space_scope(self.space)
        verifier = make_verifier(PEPPER_BYTES, PIN)
        self.add("staff", rows.Staff("giulia", "Giulia Rossi", "portiere", verifier, badge=BADGE_SERIAL), own)
        self.add("staff", rows.Staff("marco", "Marco Bianchi", "operator", verifier), own)
        self.add("member", rows.Member(NUMBER, self.space, MEMBER_NAME), own)
        self.add("member", rows.Member(OTHER_NUMBER, self.space, "Pavel K.", language="en"), own)
        public = HUB_KEY.public_key().public_bytes_raw()
        kinds = ["card", "badge", "booking", "certificate", "revocations"]
        self.add("key", rows.Key(card.key_id(public), public.hex(), [k for k in kinds if k in card.KINDS]))

    def spaces(self) -> None:
        """This space and two others."""
        hours = {str(day): [["09:00", "12:30"], ["14:00", "18:00"]] for day in range(1, 6)}
        for key, name, quarter, area, lat, lon in (
            (self.space, "Via Fratelli Zoia", "Quinto Romano", self.area, 45.474, 9.106),
            ("capuana", "Piazzetta Capuana", "Quarto Oggiaro", 2, 45.517, 9.138),
            ("omero", "Viale Omero", "Corvetto", 1, 45.438, 9.222),
        ):
            web = "https://quartieri.example.org"
            row = rows.Space(
                key, name, f"{name}, Milano", quarter, area=area, hours=hours, reasons=self.reasons, web=web,
                lat=lat, lon=lon,
            )  # fmt: skip
            self.add("space", row)

    def programme(self) -> None:
        """A lively Tuesday and Wednesday."""
        weekly = "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215T220000Z"
        self.activity(
            "cucito", "Laboratorio di cucito: ripariamo insieme", at(24, 15), at(24, 17), seats=12, sold=8,
            venue="Sala grande", audience={"it": "per tutti"}, free=True, titles={"en": "Sewing together"},
            category="Laboratori",
            description={"it": "Portate un vestito da riparare: aghi e fili li mettiamo noi.",
                         "ar": "أحضروا ثوباً للإصلاح: الإبر والخيوط علينا.", "zh": "带上要修补的衣服,针线我们来准备。"},
        )  # fmt: skip
        self.activity("doposcuola", "Doposcuola aperto", at(24, 17), at(24, 18, 30), seats=20, sold=8, right=3)
        self.activity(
            "italiano", "Italiano per chi arriva, livello A1", at(24, 18, 30), at(24, 20), seats=14, sold=12, right=2,
            venue="Sala piccola", audience={"it": "adulti"}, rrule=weekly, free=True, languages=["ar", "es"],
            category="Lingue",
            access={"it": "piano terra, senza gradini"},
            description={"it": "Le prime parole per fare la spesa. Si può iniziare in qualunque settimana."},
        )  # fmt: skip
        for week in (1, 2):
            start = at(24, 18, 30) + timedelta(weeks=week)
            end = stamp(start + timedelta(minutes=90))
            more = rows.Occurrence(f"italiano-{week + 1}", "italiano", SPACE, stamp(start), end, capacity=14)
            self.add("occurrence", more)
        self.activity(
            "cineforum",
            "Cineforum di cortile",
            at(24, 20, 45),
            at(24, 23),
            free=True,
            venue="Cortile",
            category="Cultura",
        )
        self.activity(
            "mostra",
            "Emozioni, sguardi e ricordi",
            at(19, 10),
            at(29, 19),
            free=True,
            venue="Corridoio",
            category="mostre",
        )
        self.activity("mercato", "Mercato contadino", at(24, 8), at(24, 13))
        self.activity("scacchi", "Torneo di scacchi", at(25, 16), at(25, 19), seats=8, sold=8)
        self.activity(
            "coro", "Coro di quartiere", at(25, 18), at(25, 20), seats=30, sold=3, category="Musica",
            occurrence={"status": "cancelled", "reason": "La maestra è malata."},
        )  # fmt: skip
        self.activity(
            "caffe", "Caffè delle lingue", at(25, 20, 30), at(25, 22), seats=20, sold=3,
            occurrence={"moved_from": stamp(at(24, 20, 30))},
        )  # fmt: skip
        self.activity("altrove", "Ginnastica dolce", at(24, 18), at(24, 19), space="capuana", seats=10)
        titles, texts = {"it": "Ascensore fermo"}, {"it": "Il tecnico arriva mercoledì mattina."}
        self.add("notice", rows.Notice("ascensore", None, titles, texts, stamp(at(24, 9)), urgent=True))

    def offered(self) -> None:
        """What one can ask for here, neighbours' notes, and two requests that wait."""
        home, loans = {"it": "A casa", "en": "At home"}, {"it": "In prestito", "en": "On loan"}
        hours = {"it": "da lunedì a venerdì, 9 – 12:30"}
        for key, title, group, more in (
            (
                "chiavi",
                "Custodia delle chiavi",
                home,
                {"hours": hours, "text": {"it": "Le teniamo in un armadio chiuso."}},
            ),
            ("spesa", "Spesa e medicine a domicilio", home, {"price": {"it": "offerta libera"}}),
            ("trapano", "Trapano e cassetta degli attrezzi", loans, {"who": {"it": "chi abita nel quartiere"}}),
            ("sportello", "Sportello pacchi", home, {"hours": {"it": "tutti i giorni"}, "ask": False}),
        ):
            self.add("service", rows.Service(key, self.space, "service", {"it": title}, group=group, **more))
        bread = {"it": "Pane del giovedì", "en": "Thursday bread"}
        self.add("service", rows.Service("pane", self.space, "product", bread, price={"it": "4 € al chilo"}))
        self.add(
            "service",
            rows.Service(
                "aiuto-cuoco", self.space, "opening", {"it": "Tirocinio in cucina: aiuto cuoco"}, places=2,
                text={"it": "Sei mesi in cucina, con un cuoco accanto. Non serve esperienza."},
                hours={"it": "da lunedì a venerdì, 8 – 14"}, price={"it": "600 € al mese"}, who={"it": "maggiorenni"},
                contact="lavoro@example.org", until=stamp(at(30, 0) + timedelta(days=1)),
            ),
        )  # fmt: skip
        own = rows.space_scope(self.space)
        day = stamp(at(23, 10))
        self.add("offer", rows.Offer("mate", self.space, "offro", {"it": "Ripetizioni di matematica"}, at=day), own)
        self.add("offer", rows.Offer("scala", self.space, "cerco", {"it": "Una scala per sabato"}, at=day), own)
        asked = rows.Request(
            "chiesto1", self.space, "chiavi", "service", "received", stamp(at(24, 9, 30)), name="Fatima B.",
            text="Le chiavi della cantina",
        )  # fmt: skip
        self.add("request", asked, own)
        applied = rows.Request(
            "chiesto2", self.space, "aiuto-cuoco", "opening", "interview", stamp(at(20, 11)), card=OTHER_NUMBER
        )
        self.add("request", applied, own)

    def write(self, path: Path) -> None:
        """Makes the data folder of an enrolled terminal that has synchronised once."""
        folder = open_folder(path, "file", create=True)
        folder.make_keys()
        folder.vault.put(PEPPER, PEPPER_BYTES)
        key = folder.database_key()
        journal = Journal(folder.journal, key, create=True)
        journal.identify(Identity("terminale-1", self.space, "http://127.0.0.1:9", "00" * 32), 1, 0, "epoch-1")
        journal.take_grants(self.grants)
        replica = Replica(folder.replica, key, create=True)
        if self.updated is not None:
            replica.switch(
                None, self.items, "cursor-1", applied=0, incarnation=1, epoch="epoch-1", updated=stamp(self.updated),
                reset=True,
            )  # fmt: skip
        replica.close()
        journal.close()


def whole(**settings: Any) -> World:
    """A world with everything in it."""
    world = World(**settings)
    world.spaces()
    world.people()
    world.programme()
    world.offered()
    return world


def tell(path: Path, items: Iterable[tuple[str, Any, str]]) -> None:
    """Lets the hub tell more, through another connection, as the engine would: (entity, row, scope)."""
    dumped = [(entity, row.id, scope, json.dumps(rows.dump(row), ensure_ascii=False)) for entity, row, scope in items]
    tell_dumped(path, dumped)


def tell_dumped(path: Path, new: list[tuple[str, str, str, str]]) -> None:
    """The same with what a `World` holds: (entity, id, scope, body)."""
    folder = open_folder(path, "file")
    replica = Replica(folder.replica, folder.database_key())
    stands = replica.standing()
    replica.switch(
        stands.cursor, new, "cursor-2", applied=stands.applied, incarnation=stands.incarnation,
        epoch=stands.epoch or "", updated=stamp(NOW), reset=False,
    )  # fmt: skip
    replica.close()


def open_terminal(path: Path, clock: HandClock) -> Terminal:
    """The terminal of a folder, with a clock of the test's own."""
    folder = open_folder(path, "file")
    return Terminal(Folder(folder.path, folder.vault, clock))


def card_code(number: str = NUMBER, *, language: str = "it", expires: datetime = NOW + timedelta(days=900)) -> str:
    """What a scanner reads from a member's card."""
    issued = int((NOW - timedelta(days=30)).timestamp())
    return card.encode(card.Card(number, SPACE, issued, int(expires.timestamp()), language), card.Signer.of(HUB_KEY))


def badge_code() -> str:
    """What a scanner reads from Giulia's badge."""
    issued, expires = int((NOW - timedelta(days=30)).timestamp()), int((NOW + timedelta(days=900)).timestamp())
    return card.encode(card.Badge("giulia", SPACE, issued, expires, BADGE_SERIAL), card.Signer.of(HUB_KEY))


def booking_code(booking: str, occurrence: str) -> str:
    """What a scanner reads from a sign-up on a phone."""
    issued, expires = int(NOW.timestamp()), int((NOW + timedelta(days=9)).timestamp())
    payload = card.Booking(booking, occurrence, 1, "terminale-1", issued, expires)
    return card.encode(payload, card.Signer.of(HUB_KEY))
