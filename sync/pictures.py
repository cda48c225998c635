"""What both ends know of an activity's picture: its bounds and its name."""

from __future__ import annotations

import re

MAX_WIDTH, MAX_HEIGHT = 1280, 800
"""Pixels: as large as any screen shows it."""
MAX_BYTES = 150 * 1024
MEDIA_TYPE = "image/jpeg"

_NAME = re.compile(r"[0-9a-f]{64}")


def is_name(text: object) -> bool:
    """Whether a text is a SHA-256 as pictures are named by it, and so no path to anywhere."""
    return isinstance(text, str) and _NAME.fullmatch(text) is not None
