"""The close of the day at the desk: its figures, what is still open, and the fact that closes it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls import bidi, dates
from kiosk.controls.context import Context
from kiosk.controls.counts import counted
from kiosk.controls.slips import Slips
from kiosk.desk import day, labels
from kiosk.desk.gate import asks_pin
from kiosk.desk.listing import Listing
from sync.terminal import closing, registers
from sync.terminal.closing import ClosedView
from sync.totals import Totals

if TYPE_CHECKING:
    from kiosk.devices.slip import Slip

QML_IMPORT_NAME = "kiosk.desk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure of the day. `heading`: it begins a group, whose name it is."""

    key: str
    name: str
    value: str
    heading: bool = False


def figures(found: Totals, reasons: dict[str, str]) -> list[FigureRow]:
    """The figures as they are read and printed."""
    rows = [
        FigureRow("people", translate("Closing", "Persone"), str(found.people)),
        FigureRow("dropins", translate("Closing", "Passaggi"), str(found.dropins)),
        FigureRow("checkins", translate("Closing", "Arrivi con tessera o codice"), str(found.checkins)),
        FigureRow("signups", translate("Closing", "Iscrizioni"), str(found.signups)),
        FigureRow("parcels", translate("Closing", "Pacchi presi in custodia"), str(found.parcels)),
        FigureRow("handed", translate("Closing", "Pacchi consegnati"), str(found.handed)),
    ]
    if found.reasons:
        rows.append(FigureRow("reasons", translate("Closing", "Passaggi per motivo"), "", heading=True))
        often = sorted(found.reasons.items(), key=lambda pair: (-pair[1], pair[0]))
        rows += [FigureRow(f"reason.{code}", labels.reason_names([code], reasons), str(n)) for code, n in often]
    if found.ages:
        rows.append(FigureRow("ages", translate("Closing", "Persone per età"), "", heading=True))
        bands = [band for band in (*labels.AGE_BANDS, labels.NO_AGE) if band in found.ages]
        unknown = translate("Closing", "non rilevata")
        rows += [
            FigureRow(f"age.{band}", unknown if band == labels.NO_AGE else labels.age(band), str(found.ages[band]))
            for band in bands
        ]
    return rows


@QmlElement
class ClosingModel(QObject):
    """Today in figures."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._listing = Listing(context, FigureRow, self)
        self.slips = Slips(context, self)
        self.slips.changed.connect(self.changed)
        self._totals = Totals()
        self._closed: ClosedView | None = None
        self._open: tuple[str, ...] = ()

    def enter(self, _key: str) -> None:
        """Shows today."""
        self.slips.forget()
        self.refresh()
        asks_pin(self._context)

    def wipe(self) -> None:
        """The desk is locked."""
        self._totals, self._closed, self._open = Totals(), None, ()
        self._listing.wipe()
        self.slips.forget()
        self.changed.emit()

    def refresh(self) -> None:
        """Reckons again."""
        projection, today = self._context.terminal.projection, self._context.today()
        self._totals = closing.totals(projection, today)
        self._closed = closing.closed(projection, today)
        self._open = tuple(self._left())
        self._listing.show(figures(self._totals, labels.reasons(self._context)))
        self.changed.emit()

    def _left(self) -> list[str]:
        """What nobody has settled yet."""
        context, projection = self._context, self._context.terminal.projection
        expected = sum(day.people(context, one, ("final", "provisional")) for one in day.everything(context))
        asked = sum(one.open for one in projection.requests())
        told = len(context.terminal.to_tell())
        kept = sum(one.kept for one in registers.parcels(projection))
        notes = sum(one.done is None for one in registers.handovers(projection))
        pending = context.connection().pending
        left = [
            (expected, translate("Closing", "Attese e non arrivate: %1"), counted.people(expected)),
            (asked, translate("Closing", "Richieste: %1"), counted.requests(asked)),
            (told, translate("Closing", "Da avvisare: %1"), counted.people(told)),
            (kept, translate("Closing", "Pacchi ancora qui: %1"), str(kept)),
            (notes, translate("Closing", "Consegne da leggere: %1"), str(notes)),
            (pending, "%1", counted.to_send(pending)),
        ]
        return [words.replace("%1", much) for count, words, much in left if count]

    @Slot()
    def close(self) -> None:
        """Closes the day with the figures that stand on the screen, and prints them where there is a printer."""
        if not self._listing.named:
            return
        body = {"day": self._context.today().isoformat(), "totals": self._totals.named()}
        done = self._context.record(partial(self._context.terminal.say, "day_close", body, by=self._listing.by))
        self.refresh()
        if done is not None:
            self.printSlip()

    @Slot()
    def printSlip(self) -> None:
        """Has the figures printed, once more."""
        self.slips.print(self._slip())

    def _slip(self) -> Slip:
        """The day in figures; nobody's name."""
        from kiosk.devices.slip import Paragraph, Slip

        context = self._context
        mirrored, day = bidi.mirrored(), dates.long_day(context.today(), context.language)
        lines = [Paragraph(context.space().name), Paragraph(day, "title", mirrored)]
        for row in figures(self._totals, labels.reasons(context)):
            words, kind = (row.name, "strong") if row.heading else (f"{row.name}: {row.value}", "body")
            lines.append(Paragraph(words, kind, mirrored))
        lines.append(Paragraph(self.state, "small", mirrored))  # type: ignore[arg-type]  # a Property, read
        return Slip(tuple(lines))

    # -- what QML sees -----------------------------------------------------------------------------

    @Property(QObject, notify=changed)
    def listing(self) -> QObject:
        """The figures."""
        return self._listing

    @Property(str, notify=changed)
    def left(self) -> str:
        """What is still open, a line each; empty where nothing is."""
        return "\n".join(self._open)

    @Property(bool, notify=changed)
    def closed(self) -> bool:
        """Whether the day was closed, and nothing came since."""
        return self._closed is not None and self._closed.totals == self._totals.named()

    @Property(bool, notify=changed)
    def canPrint(self) -> bool:
        """Whether there is a printer, and it is free."""
        return self.slips.there and not self.slips.busy

    @Property(str, notify=changed)
    def slip(self) -> str:
        """How the slip came out, as a sentence."""
        done = translate("Closing", "Il riepilogo è stampato.")
        return self.slips.told(done, translate("Closing", "La chiusura è salva."))

    @Property(str, notify=changed)
    def state(self) -> str:
        """When the day was closed, and whether something came since; empty while it is open."""
        one = self._closed
        if one is None:
            return ""
        if not self.closed:
            words = translate("Closing", "Chiusa alle %1. Poi è cambiato qualcosa: puoi chiuderla di nuovo.")
        else:
            words = translate("Closing", "Giornata chiusa alle %1.")
        return words.replace("%1", dates.clock(one.at))
