"""What scanners add around a code, and how it comes off again.

Settings of scanners put things before and after what they read: control characters (STX, ETX, GS), the symbology's AIM
identifier (ISO/IEC 15424: ``]Q1``), a text that somebody typed into the set-up. The first two are known and come off
by themselves; a text is named in the terminal's configuration.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CONTROLS = "".join(chr(code) for code in range(0x20)) + "\x7f"
_AIM = re.compile(r"\][A-Za-z][0-9A-Za-z]")


@dataclass(frozen=True, slots=True)
class Affixes:
    """The texts that one scanner adds before and after each code."""

    prefix: str = ""
    suffix: str = ""

    def off(self, text: str) -> str:
        """What the scanner read, without what it added."""
        text = text.strip(_CONTROLS).removeprefix(self.prefix).removesuffix(self.suffix).strip(_CONTROLS)
        found = _AIM.match(text)
        return text[found.end() :] if found else text


NOTHING_ADDED = Affixes()
"""A scanner as it is sold."""
