"""Which devices a terminal reads codes with: ``devices.toml`` in its data folder, on top of config/devices.toml.

::

    [keyboard]            # scanners that type are always read
    prefix = ""           # what they add before each code
    suffix = ""           # and after it

    [[grabbed]]           # one that types, for this program alone
    device = "05f9:2216"  # vendor:product, or vendor:product:serial, or a path

    [[serial]]            # one on a serial line
    device = "/dev/ttyACM0"
    baud = 9600

    [camera]
    use = "auto"          # the first, or "none", or a part of a camera's name

    [printer]             # for slips; none unless it is named (kiosk.devices.printer)
    device = "/dev/usb/lp0"
    paper = 80

    [speech]              # reads activities aloud; none unless it is named (kiosk.devices.speech)
    engine = "speechd"

``grabbed`` and ``serial`` take ``prefix`` and ``suffix`` too. Sections of other names are other devices' and left
alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.devices.affixes import NOTHING_ADDED, Affixes
from sync.errors import UsageError
from sync.resources import resource

FILE = "devices.toml"
MAX_FILE_BYTES = 64 * 1024
MAX_TEXT_CHARS = 200
MAX_OF_A_KIND = 8
BAUDS = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200)
USB_ID = re.compile(r"(?P<vendor>[0-9a-fA-F]{4}):(?P<product>[0-9a-fA-F]{4})(?::(?P<serial>[^/]{1,64}))?")
PRINTER = re.compile(r"(file:)?/.+|tcp:([A-Za-z0-9.-]+|\[[0-9a-fA-F:.]+\]):[0-9]{1,5}")
PAPERS = (80, 58)
NO_CAMERA, ANY_CAMERA = "none", "auto"


@dataclass(frozen=True, slots=True)
class Grabbed:
    """A scanner that types, for this program alone. `device`: vendor:product[:serial], or a path."""

    device: str
    affixes: Affixes = NOTHING_ADDED


@dataclass(frozen=True, slots=True)
class Serial:
    """A scanner on a serial line. `device`: its path; `baud`: bits a second."""

    device: str
    baud: int = 9600
    affixes: Affixes = NOTHING_ADDED


@dataclass(frozen=True, slots=True)
class Printer:
    """What slips are printed with. `device`: a path, tcp:HOST:PORT or file:PATH; `paper`: its width in mm."""

    device: str
    paper: int = PAPERS[0]


@dataclass(frozen=True, slots=True)
class Settings:
    """What codes are read with, and slips printed."""

    keyboard: Affixes = NOTHING_ADDED
    grabbed: tuple[Grabbed, ...] = ()
    serial: tuple[Serial, ...] = ()
    camera: str = ANY_CAMERA
    printer: Printer | None = None
    speech: str = ""


def load(folder: Path) -> Settings:
    """The settings of the terminal with this data folder.

    Raises:
        UsageError: its file cannot be read, or says something that is no setting; the sentence names it.
    """
    default, own = _read(resource(f"config/{FILE}")), folder / FILE
    return _settings({**default, **(_read(own) if own.exists() else {})}, own)


def load_or_default(folder: Path, complain: Callable[[str], None]) -> Settings:
    """The settings, or those that any terminal has, once it was said why."""
    try:
        return load(folder)
    except UsageError as error:
        complain(f"{error} Until then scanners that type are read, and the first camera.")
        return Settings()


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        with path.open("rb") as file:
            text = file.read(MAX_FILE_BYTES + 1)
        if len(text) > MAX_FILE_BYTES:
            raise UsageError(f"{path} is longer than {MAX_FILE_BYTES // 1024} KB. Shorten it.")
        return tomllib.loads(text.decode("utf-8"))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}. Let the program's user read it.") from None
    except ValueError as error:  # of UTF-8 or of TOML
        raise UsageError(f"{path} is no TOML: {error}. Mend it, or delete it.") from None


def _settings(values: dict[str, Any], path: Path) -> Settings:
    sections = {name: _Section(values.get(name, {}), name, path) for name in ("keyboard", "camera", "speech")}
    grabbed, serial = _each(values, "grabbed", path), _each(values, "serial", path)
    printer = _Section(values["printer"], "printer", path) if "printer" in values else None
    settings = Settings(
        sections["keyboard"].affixes(),
        tuple(Grabbed(one.device(usb=True), one.affixes()) for one in grabbed),
        tuple(Serial(one.device(usb=False), one.baud(), one.affixes()) for one in serial),
        sections["camera"].text("use", ANY_CAMERA) or NO_CAMERA,
        Printer(printer.printer(), printer.paper()) if printer else None,
        sections["speech"].text("engine", ""),
    )
    for section in (*sections.values(), *grabbed, *serial, *([printer] if printer else [])):
        section.end()
    return settings


def _each(values: dict[str, Any], name: str, path: Path) -> list[_Section]:
    found = values.get(name, [])
    if not isinstance(found, list) or len(found) > MAX_OF_A_KIND:
        raise UsageError(f"{path}: write each device under [[{name}]], at most {MAX_OF_A_KIND} of them.")
    return [_Section(one, name, path) for one in found]


class _Section:
    """One section of the file, each of its values taken once."""

    def __init__(self, values: Any, name: str, path: Path) -> None:
        self._where = f"{path}, [{name}]"
        if not isinstance(values, dict):
            raise UsageError(f"{self._where} is no section. Write [{name}] on a line of its own.")
        self._values = dict(values)

    def text(self, key: str, default: str) -> str:
        """A text within bounds."""
        value = self._values.pop(key, default)
        if not isinstance(value, str) or len(value) > MAX_TEXT_CHARS:
            raise UsageError(f"{self._where}: {key} is a text of at most {MAX_TEXT_CHARS} characters, in quotes.")
        return value

    def affixes(self) -> Affixes:
        """What the scanner adds."""
        return Affixes(self.text("prefix", ""), self.text("suffix", ""))

    def device(self, *, usb: bool) -> str:
        """A path, or an id."""
        value = self.text("device", "")
        if not (value.startswith("/") or (usb and USB_ID.fullmatch(value))):
            either = "vendor:product as lsusb shows it, or a path" if usb else "a path"
            raise UsageError(f"{self._where}: device is {either}, and {value!r} is none.")
        return value

    def baud(self) -> int:
        """Bits a second."""
        value = self._values.pop("baud", BAUDS[3])
        if value not in BAUDS or not isinstance(value, int):
            raise UsageError(f"{self._where}: baud is one of {', '.join(map(str, BAUDS))}, and {value!r} is none.")
        return value

    def printer(self) -> str:
        """Where a printer is."""
        value = self.text("device", "")
        if not PRINTER.fullmatch(value):
            raise UsageError(
                f"{self._where}: device is a path such as /dev/usb/lp0, or tcp:HOST:PORT, or file:PATH to try it out, "
                f"and {value!r} is none."
            )
        return value

    def paper(self) -> int:
        """The width of the paper, in mm."""
        value = self._values.pop("paper", PAPERS[0])
        if value not in PAPERS or not isinstance(value, int):
            raise UsageError(f"{self._where}: paper is {' or '.join(map(str, PAPERS))}, and {value!r} is none.")
        return value

    def end(self) -> None:
        """Nothing else may be there: it would be a slip of the pen."""
        if self._values:
            raise UsageError(f"{self._where} has no setting {next(iter(self._values))!r}. Delete it, or correct it.")
