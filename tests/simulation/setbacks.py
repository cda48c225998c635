"""Disks that are put back or copied: the hub's and terminals', and what is to be seen of it at once."""

from __future__ import annotations

from tests.simulation import (
    cards,  # noqa: F401 - its actions are registered
    disk,
    registers,  # noqa: F401 - its actions are registered
)
from tests.simulation.history import Violation
from tests.simulation.hubnode import Copy
from tests.simulation.machine import Machine


class Setbacks:
    """The part of a world that goes back in time."""

    def announced(self, found: Copy, witness: str) -> str:
        """An administrator restores a backup by the command: a new epoch begins at once."""
        remembered = witness == "kept" and self.hub.descends_from(found.knows)
        before = self._went_back(found)
        fuse, self._fuse = self._fuse, None  # it is one transaction: who dies over it begins it anew
        words = self.hub.restore(found, witness=witness)
        self._fuse = fuse
        self._boot_hub()
        if self.feed.head[0] in (before[0], found.head[0]):
            raise Violation(7, f"a backup was restored, and epoch {self.feed.head[0]} goes on")
        self.lost, self.overtaken = set(), ""
        if not remembered:
            self._unremembered()
        return f"hub: the backup at {found.head[1]} of {before[1]} is restored, witness {witness}. {words}"

    def _went_back(self, found: Copy) -> tuple[str, int]:
        """The hub is about to go back to a copy; returns where it stood."""
        self.alarming = self.went_back = True
        before = self.feed.head
        del self.feed.order[found.commits :]  # they are of no history any more that goes on
        self.beyond_backups = self.beyond_backups or found not in self._counting
        self.hub.copies = self.hub.copies[: self.hub.copies.index(found) + 1]
        self.checks.hub_went_back()
        self.truth.hub_went_back()
        return before

    def _unremembered(self) -> None:
        """What only the witness knew is lost."""
        self.sold = {}
        self.forgotten = set()

    def restore(self, found: Copy, witness: str) -> str:
        """The hub's database is put back to an older copy; what is to be seen of it at once is checked."""
        self.alarming = self.went_back = True
        remembered = witness == "kept" and self.hub.descends_from(found.knows)
        order, before = self.feed.order, self.feed.head
        lost = set(order[found.commits :]) - set(order[: found.commits])
        ahead = any(self._ahead(machine, lost | self.lost) for machine in self.machines)
        del order[found.commits :]  # they are of no history any more that goes on
        self.hub.put_back(found, witness=witness)
        self.beyond_backups = self.beyond_backups or found not in self._counting
        self.hub.copies = self.hub.copies[: self.hub.copies.index(found) + 1]
        self.checks.hub_went_back()
        self.truth.hub_went_back()
        self._boot_hub()
        rotated = self.feed.head[0] not in (before[0], found.head[0])
        if witness != "old" and lost and not rotated:
            raise Violation(7, f"the hub serves in epoch {self.feed.head[0]} with a database that was put back")
        self.lost = set() if rotated else self.lost | lost
        self.overtaken = self.feed.head[0] if ahead and not rotated else ""
        if not remembered:
            self._unremembered()
        return f"hub: its database is put back to position {found.head[1]} of {before[1]}, witness {witness}"

    def _ahead(self, machine: Machine, lost: set[tuple[int, str]]) -> bool:
        """Whether a machine was told of something that the hub no longer knows."""
        if machine.terminal is None or self.hub.hub is None:
            return False
        cursor = machine.terminal.replica.standing().cursor
        return (place := machine.place(cursor)) is not None and place in lost

    def set_back(self, machine: Machine, *, replica: bool) -> None:
        """A machine's disk is put back to the copy that was kept."""
        assert machine.kept is not None
        self.alarming = True
        machine.stop()
        for path in machine.files:
            if replica or path.name == "journal.db":
                disk.put_back(path, machine.kept[path.name])
        self.checks.forget_switches(machine)
        machine.boot()
        at_hub = set()
        if self.hub.hub is not None:
            at_hub = {row[0] for row in self.hub.query("SELECT id FROM fact WHERE state <> 'duplicate'")}
        assert machine.terminal is not None
        with machine.terminal.journal._engine.connect() as connection:
            self.truth.set_back(machine.name, connection.connection.dbapi_connection, at_hub)

    def clone(self, machine: Machine) -> str:
        """A machine's disk runs a second time; returns the other's name."""
        self.alarming = True
        name = f"{machine.name}{len(self.machines)}"
        images = {path.name: disk.image(path) for path in machine.files}
        folder = self._place / name
        disk.replace_folder(machine.folder, folder)
        for file, found in images.items():
            disk.put_back(folder / file, found)
        other = Machine(self, name, folder, machine.drawer.copy())
        self._paths[str(folder)] = other
        self.truth.clone(machine.name, name)
        self.machines.append(other)
        other.boot()
        return name
