"""Whoever tries the program finds something on each list of the desk."""

from __future__ import annotations

from sync.terminal import registers
from sync.terminal.terminal import Terminal
from tests.support.platform import TerminalSite


def test_a_demonstration_terminal_has_work_for_its_desk(terminal: TerminalSite) -> None:
    opened = Terminal.open(terminal.folder, vault="file")
    try:
        projection = opened.projection
        assert [one.code for one in registers.parcels(projection) if one.kept] == ["M42", "A17"]
        assert {one.space for one in registers.handovers(projection) if one.done is None} == {"zoia", "omero"}
        assert [one.name for one in projection.requests() if one.open] == ["Prova A."]
        (found,) = opened.to_tell()
        assert (found.what, found.booking.name, found.booking.contact) == ("final", "Prova C.", "333 000 0010")
    finally:
        opened.close()
