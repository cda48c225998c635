"""The programmes that the states stand on: `crowded`, and those of states that need another."""

from __future__ import annotations

from sync import rows
from sync.clock import stamp
from tests.kiosk.desk_acts import kept_and_noted
from tests.kiosk.world import LONG_TITLE, NUMBER, OTHER_NUMBER, World, at, whole


def signed_up(world: World) -> None:
    """People who signed up for today, and some who do not know yet how that came out."""
    own = rows.space_scope(world.space)
    for i, (occurrence, state, card, name, told, contact) in enumerate(
        (
            ("italiano-1", "final", OTHER_NUMBER, "Pavel K.", True, None),
            ("italiano-1", "checked_in", None, "Massimiliano D.", True, None),
            ("italiano-1", "final", None, None, True, None),
            ("visita0-1", "final", None, "Fatima B.", True, None),
            ("visita1-1", "waiting", None, "Aurora Ginevra T.", False, "333 123 45 67"),
            ("scacchi-1", "final", None, "Guendalina S.", False, "+39 02 1234 5678"),
            ("coro-1", "final", NUMBER, "Fatima B.", False, None),
            ("scacchi-1", "refused", None, "Ugo P.", False, "02 7654321"),
        )
    ):
        row = rows.Booking(f"atteso{i}", occurrence, 1 + i % 3, state, card=card, name=name, told=told, contact=contact)
        world.add("booking", row, own)


def crowded() -> World:
    """The longest words that real calendars hold, many of them, many reasons, an old programme."""
    world = whole()
    for i in range(12):
        world.activity(
            f"visita{i}", LONG_TITLE, at(24, 16, i), at(24, 18), seats=5, venue="Biblioteca ragazzi Palazzina Liberty",
            audience={"it": "adulti e famiglie con bambini dai sei anni in su"}, rrule="FREQ=WEEKLY;BYDAY=TU,TH",
            access={"it": "ingresso dal cortile interno, poi scala B, secondo piano con ascensore"},
            cost="Il palinsesto prevede sia eventi gratuiti che a pagamento. Per informazioni consulta il programma.",
            description={"it": "Un percorso guidato. " * 30},
        )  # fmt: skip
    signed_up(world)
    kept_and_noted(world)
    text = {"it": "Da lunedì a venerdì la portineria apre alle nove. " * 6}
    for i in range(8):
        title = {"it": "Lavori nel cortile: si passa da via Quinto Romano"}
        world.add("notice", rows.Notice(f"lavori{i}", None, title, text, stamp(at(23, 9))))
    long = (
        "Consegna a domicilio della spesa, delle medicine e dei documenti, per chi abita ai piani alti senza ascensore"
    )
    where = "da lunedì a venerdì dalle 9 alle 12:30 e dalle 14 alle 18, il sabato soltanto la mattina"
    for i in range(8):
        more = {"hours": {"it": where}, "price": {"it": "2 € a consegna, gratis sopra i 75 anni"}, "who": {"it": long}}
        row = rows.Service(
            f"lungo{i}", world.space, "service", {"it": long}, text={"it": f"{long}. " * 4}, group={"it": "A casa"},
            contact="portineria@quartieri.example.org", places=12, **more,
        )  # fmt: skip
        world.add("service", row)
    return world


def quiet_day() -> World:
    """Nothing today, something on Thursday."""
    world = World()
    world.spaces()
    world.activity("giovedi", "Ginnastica dolce", at(26, 10), at(26, 11), venue="Sala grande")
    return world


def before_the_first_programme() -> World:
    """A terminal that has never heard from its hub."""
    return World(updated=None)


def in_the_lodge() -> World:
    """Area 1."""
    return whole(area=1)


def among_makers() -> World:
    """Area 3."""
    return whole(area=3)


def of_last_week() -> World:
    """A programme that nobody has brought up to date."""
    return whole(updated=at(18, 9))
