"""The picture of an activity: put there, described, taken away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Depends, Request
from starlette.datastructures import UploadFile
from starlette.responses import Response

from sync.hub import audit, pictures
from sync.hub.office.activities import Activities
from sync.hub.office.activity_form import LANGUAGES
from sync.hub.office.office import PROGRAMME, Office
from sync.hub.pictures import MAX_UPLOAD_BYTES, UnfitPicture
from sync.hub.web.answers import see_other
from sync.hub.web.forms import Form
from sync.hub.web.pages import MAX_FORM_BYTES, PageError
from sync.hub.web.words import N_

MAX_ALT_CHARS = 200
MAX_FIELDS = 10
MAX_BODY_BYTES = MAX_UPLOAD_BYTES + MAX_FORM_BYTES
NO_ALT = N_("Scrivi in italiano che cosa si vede: lo legge chi non vede l'immagine.")
TOO_LONG = N_("Questo testo è troppo lungo. Accorcialo.")
NO_FILE = N_("Scegli un'immagine.")
UNFIT: Mapping[pictures.Why, str] = {
    "format": N_("Questo file non è un'immagine che si può usare: scegli un JPEG, PNG o WebP."),
    "bytes": N_("L'immagine è troppo grande: al massimo 5 MB."),
    "pixels": N_("L'immagine ha troppi pixel: riducila e riprova."),
    "small": N_("L'immagine è troppo piccola: servono almeno 200 pixel per lato."),
}


@dataclass(frozen=True, slots=True)
class Upload:
    """A form with a file. `raw`: the file's bytes; none where no file was chosen."""

    fields: Form
    raw: bytes


async def read_upload(request: Request) -> Upload:
    """The fields and the one file of a form; bounded as it comes (a dependency of the route).

    Raises:
        PageError: it is no such form.
    """
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise PageError(415, N_("Questa richiesta non si può leggere."))
    async with request.form(max_files=1, max_fields=MAX_FIELDS, max_part_size=MAX_FORM_BYTES) as form:
        fields = {name: value.replace("\x00", "") for name, value in form.items() if isinstance(value, str)}
        file = form.get("picture")
        return Upload(fields, await file.read(MAX_UPLOAD_BYTES + 1) if isinstance(file, UploadFile) else b"")


class ActivityPicture:
    """The view.

    Args:
        office: what it works with.
    """

    def __init__(self, office: Office) -> None:
        self._office, self._activities = office, Activities(office)

    def add_to(self, router: APIRouter) -> None:
        """Registers the address."""
        router.add_api_route(
            "/office/activities/{activity_id}/picture", self.change, methods=["POST"], max_body_size=MAX_BODY_BYTES
        )

    def change(self, request: Request, activity_id: str, upload: Upload = Depends(read_upload)) -> Response:
        """Stores the picture, or what is said of it, or takes it away."""
        form = upload.fields
        me = self._office.enter(request, PROGRAMME, form)
        with self._office.hub.database.read() as session:
            has = self._activities.find(session, me, activity_id).picture is not None
        alt, problem = _alt(form)
        removes, fresh = "remove" in form, None
        if not removes:
            if not (problem or upload.raw or has):
                problem = NO_FILE
            if upload.raw and not problem:
                try:
                    fresh = pictures.prepare(upload.raw)
                except UnfitPicture as unfit:
                    problem = UNFIT[unfit.why]
            if problem:
                return self._activities.shown(request, me, activity_id, form, {"picture": problem}, 422)
        with self._office.hub.database.write() as session:
            activity = self._activities.find(session, me, activity_id)
            if removes:
                pictures.detach(session, activity)
            elif fresh is not None:
                pictures.attach(session, activity, fresh, alt)
            else:
                pictures.describe(activity, alt)
            audit.record(session, self._office.hub, me.id, "activity.picture", activity_id)
        return see_other(f"/office/activities/{activity_id}?done=saved")


def _alt(form: Form) -> tuple[dict[str, str], str]:
    """What is to be seen, by language, and what is wrong with it."""
    alt = {language: " ".join(form.get(f"alt_{language}", "").split()) for language in LANGUAGES}
    if any(len(text) > MAX_ALT_CHARS for text in alt.values()):
        return alt, TOO_LONG
    return alt, "" if alt["it"] else NO_ALT
