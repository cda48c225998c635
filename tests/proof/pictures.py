"""Cards before a camera: what is read is what was shown, or nothing. How often it is read are the figures.

The cards stand on a phone's screen (level M) and on paper (level Q), and are held straight, slanted, blurred, in the
dark, and as people hold them (`tests.support.distortions`). Pictures go the way of the camera's own:
`kiosk.devices.sight`.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QImage
from qrcode.constants import ERROR_CORRECT_M, ERROR_CORRECT_Q

from kiosk.devices.sight import read
from sync.card import Card, encode
from sync.number import with_check_digit
from tests.proof.proof import Check, Proof
from tests.support.codes import CARD, HUB
from tests.support.distortions import CONDITIONS, PAPER, PHONE, Hand

MODULE = 8
QUIET = 4
MEDIA = {"phone": (PHONE, ERROR_CORRECT_M), "paper": (PAPER, ERROR_CORRECT_Q)}


@contextmanager
def prepare(_place: Path) -> Iterator[Check]:
    """Nothing is shared."""
    yield check


def check(seed: int) -> Counter[str]:
    """Holds one card in every way before the camera."""
    rng = random.Random(f"pictures {seed}")
    text = encode(_card(rng), HUB)
    figures: Counter[str] = Counter()
    for medium, (held, level) in MEDIA.items():
        code = drawn(text, level)
        for condition, draw in CONDITIONS.items():
            found = read(Hand(held, rng).picture(code, draw(rng)))
            assert found in ("", text), f"{medium}, {condition}: another text was read"
            figures[f"{medium}_{condition}"] += found == text
    figures["pictures"] = len(MEDIA) * len(CONDITIONS)
    figures["of_each"] = 1
    return figures


def _card(rng: random.Random) -> Card:
    number = with_check_digit(str(rng.randrange(10**10, 10**11)))
    return Card(number, CARD.space, CARD.issued, CARD.expires, rng.choice(("it", "en", "ar")))


def drawn(text: str, level: int) -> QImage:
    """A code with its quiet zone, some pixels a module."""
    import qrcode

    code = qrcode.QRCode(border=QUIET, error_correction=level)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    image = QImage(len(rows), len(rows), QImage.Format.Format_RGB32)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            image.setPixel(x, y, 0xFF000000 if dark else 0xFFFFFFFF)
    return image.scaled(len(rows) * MODULE, len(rows) * MODULE)


PROOF = Proof(
    name="pictures",
    promise="What a camera's picture of a card is read as is what the card says, or nothing.",
    prepare=prepare,
    seeds=400,
    sample=10,
    jobs=0,
)
