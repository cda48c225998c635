"""Pictures of activities: taken in within bounds, kept small, shown on the site, handed to terminals, backed up."""

from __future__ import annotations

import io
import json
import random
import struct
import zlib

import pytest
import sqlalchemy as sa
from PIL import Image

from sync.hub import pictures
from sync.hub.api.endpoints import Endpoints
from sync.hub.hub import Hub
from sync.hub.pictures import MAX_UPLOAD_BYTES, Prepared, UnfitPicture, prepare
from sync.hub.store.models import Activity, Picture, Space
from sync.pictures import MAX_BYTES, MAX_HEIGHT, MAX_WIDTH, is_name
from tests.hub.programme import Sender
from tests.hub.test_endpoints import incoming
from tests.hub.web_support import add_activity, at_noon, browser, on_sqlite, quick_passwords, signed_in, token_in, told


def drawn(width: int = 1600, height: int = 900, *, kind: str = "JPEG", noise: bool = False, **options: object) -> bytes:
    if noise:
        image = Image.frombytes("RGB", (width, height), random.Random(7).randbytes(width * height * 3))
    else:
        image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def opened(picture: Prepared) -> Image.Image:
    image = Image.open(io.BytesIO(picture.content))
    image.load()
    return image


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_comes_out_small_in_its_own_shape(kind: str) -> None:
    picture = prepare(drawn(kind=kind))
    image = opened(picture)
    assert image.format == "JPEG"
    assert image.size == (picture.width, picture.height) == (1280, 720)
    assert len(picture.content) <= MAX_BYTES
    assert is_name(picture.sha256)


@pytest.mark.parametrize("size", [(1280, 800), (3000, 2000), (900, 4000)])
def test_noise_too_becomes_small_enough(size: tuple[int, int]) -> None:
    picture = prepare(drawn(*size, quality=60, noise=True)[: MAX_UPLOAD_BYTES + 1])
    assert len(picture.content) <= MAX_BYTES
    assert picture.width <= MAX_WIDTH
    assert picture.height <= MAX_HEIGHT


def test_a_small_picture_is_not_blown_up() -> None:
    assert (prepare(drawn(400, 300)).width, prepare(drawn(400, 300)).height) == (400, 300)


def test_nothing_that_a_camera_noted_goes_further_and_it_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # held on its side
    exif[0x010E] = "Via Zoia 10"
    exif.get_ifd(0x8825)[2] = (45.0, 28.0, 1.0)
    raw = drawn(800, 400, exif=exif, comment=b"a secret")
    picture = prepare(raw)
    assert (picture.width, picture.height) == (400, 800)
    assert not opened(picture).getexif()
    assert b"secret" not in picture.content
    assert b"Via Zoia" not in picture.content


def test_what_is_see_through_lies_on_paper() -> None:
    image = Image.new("RGBA", (300, 300), (255, 0, 0, 0))
    out = io.BytesIO()
    image.save(out, "PNG")
    red, green, blue = opened(prepare(out.getvalue())).getpixel((150, 150))  # type: ignore[misc]
    assert min(red, green, blue) > 235


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says that it is very large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "format"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "format"),
        (b"GIF89a" + bytes(99), "format"),
        (drawn()[:2000], "format"),
        (drawn(kind="TIFF"), "format"),
        (bomb(6000, 6000), "pixels"),
        (bomb(60_000, 300), "pixels"),
        (bomb(20_000, 20_000), "format"),
        (drawn(150, 900), "small"),
        (b"\xff" * (MAX_UPLOAD_BYTES + 1), "bytes"),
    ],
)
def test_what_is_no_picture_or_one_too_large_is_refused_with_a_sentence(raw: bytes, words: str) -> None:
    with pytest.raises(UnfitPicture, match=f": {words}."):
        prepare(raw)


def test_any_flipped_byte_is_a_picture_or_a_sentence() -> None:
    good = drawn(320, 240, kind="PNG")
    rng, whys = random.Random(11), set()
    for _ in range(300):
        raw = bytearray(good)
        raw[rng.randrange(len(raw))] ^= 1 << rng.randrange(8)
        try:
            assert len(prepare(bytes(raw)).content) <= MAX_BYTES
        except UnfitPicture as unfit:
            whys.add(unfit.why)
    assert whys == {"format"}


def attach(hub: Hub, activity: str, raw: bytes, alt: dict[str, str] | None = None) -> Prepared:
    picture = prepare(raw)
    with hub.database.write() as session:
        pictures.attach(session, session.get_one(Activity, activity), picture, alt or {"it": "Una sala"})
    return picture


def held(hub: Hub) -> set[str]:
    with hub.database.read() as session:
        return set(session.scalars(sa.select(Picture.sha256)))


def test_terminals_are_told_and_fetch_it_and_strangers_do_not(hub: Hub) -> None:
    add_activity(hub, "cucito")
    picture = attach(hub, "cucito", drawn())
    row = json.loads(told(hub, "activity", "cucito"))
    assert row["picture"] == {"sha256": picture.sha256, "width": 1280, "height": 720, "alt": {"it": "Una sala"}}
    endpoints, sender = Endpoints(hub), Sender(hub)
    answer = endpoints.answer(incoming(sender, "GET", f"/v1/pictures/{picture.sha256}"))
    assert (answer.status, answer.content, answer.headers["content-type"]) == (200, picture.content, "image/jpeg")
    for name in ("0" * 64, picture.sha256.upper(), "../../etc/passwd", ""):
        assert endpoints.answer(incoming(sender, "GET", f"/v1/pictures/{name}")).status == 404
    unsigned = incoming(sender, "GET", f"/v1/pictures/{picture.sha256}")
    unsigned.headers.clear()  # type: ignore[attr-defined]
    assert endpoints.answer(unsigned).status == 401


def test_a_picture_that_nobody_shows_any_more_is_deleted(hub: Hub) -> None:
    for name in ("cucito", "coro"):
        add_activity(hub, name)
    first, second = attach(hub, "cucito", drawn()), attach(hub, "coro", drawn())
    assert first.sha256 == second.sha256
    third = attach(hub, "cucito", drawn(500, 500))
    assert held(hub) == {first.sha256, third.sha256}
    with hub.database.write() as session:
        pictures.detach(session, session.get_one(Activity, "coro"))
    assert held(hub) == {third.sha256}
    assert "picture" not in json.loads(told(hub, "activity", "coro"))


def test_the_site_shows_it_with_what_is_to_be_seen(hub: Hub) -> None:
    at_noon(hub)
    add_activity(hub, "cucito")
    picture = attach(hub, "cucito", drawn(), {"it": 'Due "sarte" & un gatto', "en": "Two tailors and a cat"})
    client = browser(hub)
    page = client.get("/activities/cucito").text
    assert f'<img src="/pictures/{picture.sha256}.jpg" width="1280" height="720"' in page
    assert "Due &#34;sarte&#34; &amp; un gatto" in page
    answer = client.get(f"/pictures/{picture.sha256}.jpg")
    assert (answer.content, answer.headers["content-type"]) == (picture.content, "image/jpeg")
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert client.get(f"/pictures/{'0' * 64}.jpg").status_code == 404


@on_sqlite
def test_the_office_puts_describes_and_removes_it(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    quick_passwords(monkeypatch)
    at_noon(hub)
    add_activity(hub, "cucito")
    client, _ = signed_in(hub, "operator", "zoia")
    address, page = "/office/activities/cucito/picture", "/office/activities/cucito"
    own = {"token": token_in(client.get(page).text)}

    def send(raw: bytes | None, **fields: str) -> tuple[int, str]:
        files = {"picture": ("foto.jpg", raw, "image/jpeg")} if raw is not None else {"picture": ("", b"")}
        answer = client.post(address, data={**own, **fields}, files=files)
        return answer.status_code, answer.text

    assert send(drawn())[0] == 422  # nobody said what is to be seen
    assert "che cosa si vede" in send(drawn())[1]
    assert send(None, alt_it="Una sala")[0] == 422
    status, text = send(b"no picture", alt_it="Una sala")
    assert (status, "non è un&#39;immagine" in text, 'value="Una sala"' in text) == (422, True, True)
    assert not held(hub)
    assert send(drawn(), alt_it="Una sala", alt_en="A hall")[0] == 303
    assert len(held(hub)) == 1
    assert send(None, alt_it="Una sala grande", alt_en="")[0] == 303
    row = json.loads(told(hub, "activity", "cucito"))
    assert row["picture"]["alt"] == {"it": "Una sala grande"}
    assert "/pictures/" in client.get(page).text
    assert client.post(address, data={"alt_it": "x"}, files={"picture": ("", b"")}).status_code == 403
    assert client.post(address, data=own).status_code == 415
    assert client.post(address, data=own, files={"picture": ("x", bytes(6 * 1024 * 1024))}).status_code == 413
    assert send(None, remove="yes")[0] == 303
    assert not held(hub)


@on_sqlite
def test_another_spaces_activity_gets_no_picture(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    quick_passwords(monkeypatch)
    at_noon(hub)
    add_activity(hub, "cucito")
    client, _ = signed_in(hub, "operator", "zoia")
    own = {"token": token_in(client.get("/office/activities/cucito").text)}
    with hub.database.write() as session:
        session.add(Space(id="altrove", name="Altrove", area=1))
        session.get_one(Activity, "cucito").space_id = "altrove"
    files = {"picture": ("foto.jpg", drawn(), "image/jpeg")}
    answer = client.post("/office/activities/cucito/picture", data={**own, "alt_it": "Sala"}, files=files)
    assert answer.status_code == 404
    assert not held(hub)
