"""The demonstration's pictures: plain drawings, made when they are needed, so that none lies in the tree."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PIL import Image, ImageDraw

from sync.hub.pictures import PAPER, Prepared, encoded

SIZE = (1280, 720)
INK, RUST, GREEN, GOLD, SKY = (23, 50, 77), (138, 58, 34), (0, 89, 79), (214, 158, 66), (205, 222, 226)
Draw = ImageDraw.ImageDraw


def _cup(draw: Draw) -> None:
    draw.ellipse((380, 560, 900, 640), fill=SKY)
    draw.arc((760, 300, 960, 500), -100, 100, fill=RUST, width=40)
    draw.rounded_rectangle((430, 260, 830, 600), 90, fill=RUST)
    draw.ellipse((430, 220, 830, 320), fill=INK)
    for x in (540, 630, 720):
        draw.line([(x, 190), (x + 24, 150), (x, 110), (x + 24, 70)], fill=GOLD, width=16, joint="curve")


def _phone(draw: Draw) -> None:
    draw.rounded_rectangle((500, 90, 780, 640), 40, fill=INK)
    draw.rectangle((524, 140, 756, 580), fill=SKY)
    for row in range(4):
        for column in range(3):
            x, y = 548 + column * 68, 176 + row * 92
            draw.rounded_rectangle((x, y, x + 48, y + 60), 12, fill=(GREEN, GOLD, RUST)[(row + column) % 3])


def _chess(draw: Draw) -> None:
    for row in range(8):
        for column in range(8):
            x, y = 380 + column * 65, 100 + row * 65
            draw.rectangle((x, y, x + 65, y + 65), fill=INK if (row + column) % 2 else SKY)
    for column, row, fill in ((1, 6, GOLD), (3, 4, GOLD), (5, 2, RUST), (6, 1, RUST)):
        x, y = 380 + column * 65, 100 + row * 65
        draw.ellipse((x + 14, y + 10, x + 51, y + 47), fill=fill)
        draw.rectangle((x + 12, y + 44, x + 53, y + 57), fill=fill)


def _bicycle(draw: Draw) -> None:
    for x in (340, 800):
        draw.ellipse((x - 150, 330, x + 150, 630), outline=INK, width=22)
        draw.ellipse((x - 18, 462, x + 18, 498), fill=INK)
    frame = [(340, 480), (470, 260), (720, 260), (570, 480), (340, 480)]
    draw.line(frame, fill=RUST, width=26, joint="curve")
    draw.line([(570, 480), (450, 210)], fill=RUST, width=26)
    draw.line([(800, 480), (700, 180), (780, 160)], fill=RUST, width=26, joint="curve")
    draw.rounded_rectangle((390, 180, 510, 214), 17, fill=INK)


def _garden(draw: Draw) -> None:
    draw.rectangle((0, 520, 1280, 720), fill=RUST)
    for n, x in enumerate(range(150, 1200, 190)):
        top = 260 + 60 * (n % 3)
        draw.line([(x, 540), (x, top)], fill=GREEN, width=18)
        draw.ellipse((x - 70, top + 60, x, top + 110), fill=GREEN)
        draw.ellipse((x, top + 100, x + 70, top + 150), fill=GREEN)
        draw.ellipse((x - 44, top - 50, x + 44, top + 38), fill=GOLD)


DRAWINGS: Mapping[str, tuple[Callable[[Draw], None], str, str]] = {
    "caffe": (_cup, "Una tazza di caffè che fuma", "A steaming cup of coffee"),
    "digitale": (_phone, "Un telefono con le sue icone", "A phone with its icons"),
    "scacchi": (_chess, "Una scacchiera con alcune pedine", "A chessboard with some pieces"),
    "ciclofficina": (_bicycle, "Una bicicletta", "A bicycle"),
    "orto": (_garden, "Fiori gialli in un'aiuola", "Yellow flowers in a bed"),
}
"""By the last word of an activity's id: the drawing, and what is to be seen in Italian and English."""


def picture_for(activity: str) -> tuple[Prepared, dict[str, str]] | None:
    """The picture of an activity of the demonstration, with its words; None for those that have none."""
    found = DRAWINGS.get(activity.rpartition("-")[2])
    if found is None:
        return None
    draw, italian, english = found
    image = Image.new("RGB", SIZE, PAPER)
    draw(ImageDraw.Draw(image))
    return encoded(image), {"it": italian, "en": english}
