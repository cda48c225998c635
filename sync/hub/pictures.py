"""Pictures of activities: taken in from whatever an office has, kept small, and named by what they hold.

What comes in is decoded within bounds and written anew: no metadata of a camera, no trick of a format goes further. A
picture is a JPEG of at most 1280 × 800 pixels and 150 KB, under its SHA-256, in the database, so that backups hold it.
"""

from __future__ import annotations

import hashlib
import io
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import sqlalchemy as sa
from PIL import Image, ImageOps
from sqlalchemy.orm import Session

from sync.errors import UsageError
from sync.hub.store.models import Activity, Picture
from sync.pictures import MAX_BYTES, MAX_HEIGHT, MAX_WIDTH

MAX_UPLOAD_BYTES = 5 * 1024 * 1024
MIN_SIDE = 200
"""Pixels: a smaller one is a stamp on a screen of 24 inches."""
MAX_SIDE = 12_000
MAX_PIXELS = 25_000_000
"""Of a format that is decoded whole: 100 MB of memory at most, one picture at a time."""
MAX_JPEG_PIXELS = 80_000_000
"""A JPEG is decoded at a fraction of its size; telephones make them of 50 million."""
FORMATS = ("JPEG", "PNG", "WEBP")
QUALITIES = (85, 78, 70, 60, 50, 40)
SMALLER = 0.8
PAPER = (251, 248, 243)
"""What shows through: the paper of site and terminal."""

_decoding = threading.Lock()


Why = Literal["format", "bytes", "pixels", "small"]


class UnfitPicture(UsageError):
    """A file that does not become a picture. `why`: a code, for the sentence in the reader's language."""

    def __init__(self, why: Why) -> None:
        super().__init__(f"This picture cannot be used: {why}. Take a JPEG, PNG or WebP of at most 5 MB.")
        self.why: Why = why


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture as it is kept: a JPEG."""

    content: bytes
    width: int
    height: int

    @property
    def sha256(self) -> str:
        """Its name, hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


def prepare(raw: bytes) -> Prepared:
    """Takes in a picture as it was uploaded.

    Raises:
        UnfitPicture: it is none, or too large, or too small.
    """
    if len(raw) > MAX_UPLOAD_BYTES:
        raise UnfitPicture("bytes")
    with _decoding:
        try:
            return encoded(_decoded(raw))
        except UnfitPicture:
            raise
        except Exception:  # a decoder that is fed by strangers raises whatever it likes
            raise UnfitPicture("format") from None


def _decoded(raw: bytes) -> Image.Image:
    with Image.open(io.BytesIO(raw), formats=FORMATS) as image:
        most = MAX_JPEG_PIXELS if image.format == "JPEG" else MAX_PIXELS
        if max(image.size) > MAX_SIDE or image.width * image.height > most:
            raise UnfitPicture("pixels")
        if min(image.size) < MIN_SIDE:
            raise UnfitPicture("small")
        image.draft("RGB", (2 * MAX_WIDTH, 2 * MAX_WIDTH))
        upright = ImageOps.exif_transpose(image)
        upright.thumbnail((MAX_WIDTH, MAX_HEIGHT), Image.Resampling.LANCZOS)
        # Only its dots go on to a new picture: what else a file says would be written again.
        paper = Image.new("RGB", upright.size, PAPER)
        if "A" in upright.getbands() or "transparency" in upright.info:
            clear = upright.convert("RGBA")
            paper.paste(clear, mask=clear.getchannel("A"))
        else:
            paper.paste(upright.convert("RGB"))
        return paper


def encoded(image: Image.Image) -> Prepared:
    """The picture as a JPEG that is small enough: first of less quality, then of less size."""
    while True:
        for quality in QUALITIES:
            out = io.BytesIO()
            image.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
            if out.tell() <= MAX_BYTES:
                return Prepared(out.getvalue(), image.width, image.height)
        image = image.resize((round(image.width * SMALLER), round(image.height * SMALLER)), Image.Resampling.LANCZOS)


def attach(session: Session, activity: Activity, picture: Prepared, alt: Mapping[str, str]) -> None:
    """Gives an activity a picture, in place of the one that it had; `alt`: what is to be seen, by language."""
    if session.get(Picture, picture.sha256) is None:
        session.add(Picture(sha256=picture.sha256, content=picture.content))
        session.flush()
    before = activity.picture
    texts = {language: text for language, text in alt.items() if text}
    activity.picture = {
        "sha256": picture.sha256, "width": picture.width, "height": picture.height, "alt": texts
    }  # fmt: skip
    _forget(session, before, keep=picture.sha256)


def describe(activity: Activity, alt: Mapping[str, str]) -> None:
    """Says anew what is to be seen on the picture that an activity has."""
    if activity.picture is not None:
        merged = {**activity.picture["alt"], **alt}
        activity.picture = {**activity.picture, "alt": {language: text for language, text in merged.items() if text}}


def detach(session: Session, activity: Activity) -> None:
    """Takes the picture away."""
    before, activity.picture = activity.picture, None
    _forget(session, before)


def _forget(session: Session, before: Mapping[str, object] | None, keep: str = "") -> None:
    """Deletes a picture that no activity shows any more."""
    if before is None or before["sha256"] == keep:
        return
    session.flush()
    name = str(before["sha256"])
    shown = session.scalars(sa.select(Activity.picture).where(Activity.picture.is_not(None)))
    if all(one is None or one["sha256"] != name for one in shown):
        session.execute(sa.delete(Picture).where(Picture.sha256 == name))


def content(session: Session, sha256: str) -> bytes | None:
    """A picture by its name; None where there is none."""
    return session.scalar(sa.select(Picture.content).where(Picture.sha256 == sha256))
