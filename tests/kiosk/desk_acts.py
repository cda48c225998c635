"""The desk's registers for `tests.kiosk.states`: what they hold, and the ways to their states."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from sync import rows
from sync.clock import stamp
from tests.kiosk.hand import Hand
from tests.kiosk.world import NUMBER, World, at, badge_code


def kept_and_noted(world: World) -> None:
    """Parcels that are kept, one of them for long, one handed over today; and notes to this shift."""
    own = rows.space_scope(world.space)
    for i, (code, day, name, card, out) in enumerate(
        (
            ("A17", 3, "Famiglia Abdelrahman Conti, scala B", None, None), ("M42", 23, None, NUMBER, None),
            ("F88", 24, "Guendalina S.", None, None), ("Z30", 22, "Ugo P.", None, stamp(at(24, 9, 30))),
            *((f"H{n}", 24, f"Inquilino {n}", None, None) for n in range(20, 26)),
        )
    ):  # fmt: skip
        outs = ["consegna"] if out else []
        row = rows.Parcel(f"pacco{i}", world.space, code, stamp(at(day, 8, i)), card, name, outs, out)
        world.add("parcel", row, own)
    text = "Il corriere ripassa alle 17: il furgone non entra in cortile, la sbarra resta chiusa fino a lunedì. "
    for i, (space, to, done) in enumerate((("omero", "all", {}), (world.space, "here", {}), (world.space, "all", {}))):
        row = rows.Handover(f"nota{i}", space, text * (1 + i), stamp(at(23, 18, i)), "giulia", to, done)
        world.add("handover", row, rows.PUBLIC if to == "all" else own)
    ticked = rows.Handover("fatta", world.space, "Chiave del locale in cassetta", stamp(at(22, 9)), None, "here")
    world.add("handover", replace(ticked, done={world.space: stamp(at(23, 9))}), own)


class Waiting(QObject):
    """The queue before a printer that has not said yet how the slip came out."""

    done = Signal(int, str)

    def submit(self, slip: object) -> int:
        return 1


def at_work(screen: str, *, named: bool = True) -> Callable[[Hand], None]:
    """One of the desk's other jobs."""

    def act(hand: Hand) -> None:
        hand.scan(badge_code())
        hand.app.context.session.named = named
        hand.tap("bar.more")
        if screen:
            hand.tap(f"more.{screen}")

    return act


def handing_over(hand: Hand) -> None:
    at_work("parcels")(hand)
    hand.tap("parcels.key.M")
    hand.tap("parcels.row.pacco1")


def keeping(*, done: bool) -> Callable[[Hand], None]:
    def act(hand: Hand) -> None:
        at_work("parcels")(hand)
        hand.tap("parcels.keep")
        for letter in "FAMIGLIA CONTI":
            hand.tap("keep.space" if letter == " " else f"keep.key.{letter}")
        if done:
            hand.app.models["keep"].slips.use(Waiting(hand.app.engine))
            hand.tap("keep.next")

    return act


def mistyped_code(hand: Hand) -> None:
    at_work("parcels", named=False)(hand)
    for sign in "K99":
        hand.tap(f"parcels.key.{sign}")


def leaving_a_note(hand: Hand) -> None:
    at_work("handover")(hand)
    hand.tap("handover.write")
    for letter in "IL FABBRO":
        hand.tap("handover.space" if letter == " " else f"handover.key.{letter}")
    hand.tap("handover.all")


def left_a_note(hand: Hand) -> None:
    leaving_a_note(hand)
    hand.tap("handover.next")
