"""A terminal, as the screens and the commands use it: what it knows (`projection`) and what it can state.

Every action is on disk when it returns. Nothing heavy is imported before it is needed: the first frame of the screen
comes first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sync.clock import instant, local
from sync.errors import NotEnrolled
from sync.terminal.folder import Folder, open_folder
from sync.terminal.journal import Journal
from sync.terminal.opening import open_journal, remember
from sync.terminal.replica import Replica
from sync.terminal.signing_up import SigningUp
from sync.terminal.store import keep_ballast
from sync.terminal.views import Connection, Scanned, StaffView, ToTell

if TYPE_CHECKING:
    from sync.terminal.search import Search

FRESH = timedelta(seconds=90)
"""The line counts as up while the hub answered within this time (the engine's long poll takes 25 s)."""


class Terminal(SigningUp):
    """An enrolled terminal with its files open.

    Attributes:
        clock: the only clock that anything asks here.
        identity: who it is.
        repaired: what became of a journal that was found damaged, as a sentence; "" where it was whole.
    """

    def __init__(self, folder: Folder) -> None:
        journal, self.repaired = open_journal(folder)
        identity = journal.identity()
        if identity is None:
            journal.close()
            raise NotEnrolled
        super().__init__(folder, journal, identity)

    @classmethod
    def open(cls, folder: Path, *, vault: str = "auto") -> Terminal:
        """Opens the terminal of a data folder.

        Raises:
            StoreError, VaultError, UsageError: with a sentence.
        """
        return cls(open_folder(folder, vault))

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self._folder.path

    @property
    def pictures(self) -> Path:
        """The folder of the activities' pictures, as far as they are here."""
        return self._folder.pictures

    @property
    def ordered(self) -> bool:
        """Whether the hub orders this terminal to erase what it holds: the next opening obeys, if nobody else has it
        open.
        """
        return self._folder.order.exists()

    @property
    def journal(self) -> Journal:
        """For the commands that report on it."""
        return self._journal

    @property
    def replica(self) -> Replica:
        """For the commands that report on it."""
        return self._replica

    @cached_property
    def search(self) -> Search:
        """Search over the programme; opened when it is first asked for."""
        from sync.terminal.search import Search

        return Search(self._folder, self._replica, self.projection)

    def close(self) -> None:
        """Closes the files."""
        if "search" in vars(self):
            self.search.close()
        self._journal.close()
        self._replica.close()

    def log_dropin(self, reasons: Sequence[str], *, people: int = 1, by: str | None = None) -> str:
        """Somebody came by; returns the fact's id."""
        return self.say("dropin", {"reasons": list(reasons), "people": people}, by=by)

    def amend_dropin(self, dropin: str, changes: Mapping[str, Any], *, by: str | None = None) -> None:
        """Changes a drop-in; the latest counts."""
        self.say("dropin_amend", {"dropin": dropin, "changes": dict(changes)}, by=by)

    def void_dropin(self, dropin: str, *, by: str | None = None) -> None:
        """Takes a drop-in back."""
        self.say("dropin_void", {"dropin": dropin}, by=by)

    # codes and people

    def read_code(self, text: str) -> Scanned:
        """What a scanned code or a typed number is.

        Raises:
            sync.card.CodeError: it is not accepted; `reason` says why.
        """
        from sync.terminal import codes

        return codes.read(text, self.projection, self.clock, clock_trusted=self._clock_trusted())

    def pepper(self) -> bytes:
        """The pepper of the space; empty before enrolment."""
        return self._folder.pepper()

    def staff(self) -> tuple[StaffView, ...]:
        """Who may open the desk here."""
        return self.projection.staff()

    def verify_pin(self, staff: str, pin: str) -> StaffView:
        """Opens the desk; 250 to 500 ms, off the screen's thread.

        Raises:
            sync.terminal.desk.PinError: see there.
        """
        from sync.terminal.desk import verify_pin

        return verify_pin(self._folder, self._journal, self.projection, staff, pin)

    def locked_out(self) -> tuple[StaffView, ...]:
        """Whose PIN is locked here after too many errors."""
        from sync.terminal.desk import locked

        return locked(self._journal, self.projection)

    def unlock_pin(self, staff: str, *, by: str) -> None:
        """A colleague who opened the desk gives a person all tries back.

        Raises:
            sync.terminal.desk.PinError, DiskFull, StoreError: see there.
        """
        from sync.terminal.desk import unlock

        unlock(self._journal, self.projection, staff, by=by)

    # asking for something

    def ask(self, service: str, *, card: str | None = None, name: str | None = None, by: str | None = None) -> str:
        """Somebody asks for a service, or answers a neighbour's offer; returns the request's id.

        Raises:
            FactError: neither card nor name, or out of its bounds.
        """
        from sync.facts import parse

        return self.record(parse("request", {"service": service, **_who(card, name)}), by=by)[0]

    def close_request(self, request: str, outcome: str, *, by: str | None = None) -> None:
        """A request is settled, or taken back (outcome ``ritirata``)."""
        from sync.facts import parse

        self.record(parse("request_close", {"request": request, "outcome": outcome}), by=by)

    def offer(self, what: str, title: str, *, card: str | None = None, name: str | None = None) -> str:
        """Somebody offers something to the neighbours or looks for something; returns the offer's id.

        Raises:
            FactError: neither card nor name, or out of its bounds.
        """
        from sync.facts import parse

        return self.record(parse("offer", {"what": what, "title": title, **_who(card, name)}))[0]

    def to_tell(self) -> tuple[ToTell, ...]:
        """Who is to be told how a sign-up of this space stands."""
        from sync.terminal.totell import to_tell

        return to_tell(self.projection, self.space, local(self.clock.now()))

    def tell(self, booking: str, *, by: str | None = None) -> str:
        """Somebody told the person; returns the fact's id."""
        from sync.facts import parse

        return self.record(parse("told", {"booking": booking}), by=by)[0]

    def untell(self, booking: str, *, by: str | None = None) -> str:
        """The person was ticked off by mistake, and is to be told still; returns the fact's id."""
        return self.say("told_undo", {"booking": booking}, by=by)

    # the line

    def connection(self) -> Connection:
        """How things stand by what is on disk; the engine's own lines are fresher while it runs."""
        position, stands = self._journal.position(), self._replica.standing()
        updated = _when(stands.updated)
        online = updated is not None and self.clock.now() - updated < FRESH
        return Connection(
            online=online, updated=updated, pending=position.pending, last_sent=_when(position.last_sent),
            clock_trusted=self._clock_trusted(), reason="" if online else "no_network",
        )  # fmt: skip

    def prepare(self) -> None:
        """Keeps room for a full disk, and has the vault remember whose journal this is; for the start of a long run,
        after the first frame.
        """
        keep_ballast(self.folder)
        remember(self._folder, self._journal)


def _who(card: str | None, name: str | None) -> dict[str, str]:
    """Who asks, as the facts say it.

    Raises:
        FactError: nobody, or two.
    """
    from sync.errors import FactError

    if (card is None) == (name is None):
        raise FactError("Say who asks: either card or name.")
    return {"card": card} if card is not None else {"name": name or ""}


def _when(text: str | None) -> datetime | None:
    return local(instant(text)) if text else None
