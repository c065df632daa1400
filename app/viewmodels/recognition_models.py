"""The recognition models as their page shows them: what is there, what can be had, what runs."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from syrinx.app.services.models_client import Ended, ModelsClient, Progress
from syrinx.app.transcription.downloads import Download
from syrinx.app.transcription.model_list import MANY, Offer, offers
from syrinx.app.transcription.model_store import InstalledModel
from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.message import Message
from syrinx.dsp.errors import SyrinxError

MANY_LANGUAGES = 5
"""More are counted, not named."""
NAMES = {
    "ar": "العربية",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "hi": "हिन्दी",
    "it": "Italiano",
    "ja": "日本語",
    "ko": "한국어",
    "nl": "Nederlands",
    "pl": "Polski",
    "pt": "Português",
    "ru": "Русский",
    "th": "ไทย",
    "tr": "Türkçe",
    "uk": "Українська",
    "vi": "Tiếng Việt",
    "yue": "粵語",
    "zh": "中文",
}
"""Languages by their own names; others are shown as their model writes them."""
STAGES = {
    "copying": mark("Copying"),
    "downloading": mark("Downloading"),
    "unpacking": mark("Unpacking"),
    "trying": mark("Trying it out"),
}


class RecognitionModels(QObject):
    """What the page asks and does.

    Parameters
    ----------
    client
        Does the work.
    home
        Data folder, where a newer list may lie.

    Signals
    -------
    changed
        The models or the offers are others.
    progressed
        What runs has got further, has begun or is over.
    message_posted
        A `Message`.
    """

    changed = Signal()
    progressed = Signal()
    message_posted = Signal(object)

    def __init__(self, client: ModelsClient, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client, self._home = client, home
        self.full_precision = False
        self.installed: list[InstalledModel] = []
        self.offers: list[Offer] = []
        client.progressed.connect(self.progressed)
        client.ended.connect(self._on_ended)

    # ---- what is shown ----

    @property
    def package_missing(self) -> bool:
        """Whether models could not be opened."""
        try:
            return importlib.util.find_spec("sherpa_onnx") is None
        except (ImportError, ValueError):
            return True

    @property
    def running(self) -> Progress | None:
        """What is being added or downloaded."""
        return self._client.running

    @property
    def busy(self) -> list[str]:
        """Ids of the offers that are being downloaded, or wait for it."""
        running = self.running
        titles = {*self._client.waiting, *([] if running is None else [running.title])}
        return [offer.id for offer in self.offers if offer.name in titles]

    @property
    def share(self) -> float | None:
        """How much of the step is done, 0 to 1; None = nobody knows."""
        running = self.running
        step = None if running is None else running.step
        if step is None or step.stage == "trying" or not step.total:
            return None
        return min(1.0, step.done / step.total)

    @property
    def status(self) -> str:
        """What happens now, in a line; empty = nothing."""
        running = self.running
        if running is None:
            return ""
        step = running.step
        if self._client.stopping:
            return tr("{name}: stopping", name=running.title)
        if step is None:
            return tr("{name}: preparing", name=running.title)
        stage = tr(STAGES[step.stage])
        if step.stage == "trying":
            return tr("{name}: {stage}", name=running.title, stage=stage)
        if not step.total:
            return tr(
                "{name}: {stage}, {done}", name=running.title, stage=stage, done=size(step.done)
            )
        return tr(
            "{name}: {stage}, {done} of {total}",
            name=running.title,
            stage=stage,
            done=size(step.done),
            total=size(step.total),
        )

    @property
    def queue(self) -> str:
        """What comes then, in a line; empty = nothing."""
        names = self._client.waiting
        if not names:
            return ""
        return tr("Then: {names}", names=tr(", ").join(names))

    def describe(self, model: InstalledModel) -> str:
        """Return kind, languages, size, licence and date of a model in a line."""
        parts = [
            model.kind or tr("Unknown kind"),
            languages(model.languages),
            size(model.size),
            model.licence or tr("licence not stated"),
        ]
        if model.added:
            parts.append(tr("added {date}", date=model.added))
        return " \N{MIDDLE DOT} ".join(parts)

    def describe_offer(self, offer: Offer) -> str:
        """Return kind, languages, size and licence of an offer in a line."""
        parts = [offer.kind, languages(offer.languages), size(offer.size), offer.licence]
        return " \N{MIDDLE DOT} ".join(parts)

    # ---- what a user does ----

    def refresh(self) -> None:
        """Look again at what is there."""
        self.installed = self._client.store.list()
        names = {model.name for model in self.installed}
        try:
            self.offers = [offer for offer in offers(self._home) if offer.name not in names]
        except SyrinxError as error:
            self.offers = []
            self._say("error", str(error))
        self.changed.emit()

    def add_folders(self, paths: Iterable[Path]) -> None:
        """Take folders in; archives and files in them are explained."""
        for path in paths:
            if path.is_dir():
                self._client.add_folder(path, full_precision=self.full_precision)
            else:
                self._say(
                    "error",
                    tr("{name} is a file: drop the folder of the model, unpacked.", name=path.name),
                )
        self.progressed.emit()

    def download(self, offer_id: str) -> None:
        """Download a model of the list."""
        for offer in self.offers:
            if offer.id == offer_id:
                self._client.fetch(
                    offer.download, given=offer.given, full_precision=self.full_precision
                )
        self.progressed.emit()

    def fetch(self, url: str, sha256: str) -> bool:
        """Download a model by its address; False = the address or the checksum is none."""
        try:
            digits = "".join(sha256.split()).lower()
            wanted = Download(url=url.strip(), sha256=digits)
        except SyrinxError as error:
            self._say("error", str(error))
            return False
        self._client.fetch(wanted, full_precision=self.full_precision)
        self.progressed.emit()
        return True

    def cancel(self) -> None:
        """Stop what runs."""
        self._client.cancel()

    def remove(self, model_id: str) -> None:
        """Delete a model for good."""
        try:
            self._client.store.remove(model_id)
        except SyrinxError as error:
            self._say("error", str(error))
        self.refresh()

    def set_full_precision(self, on: bool) -> None:
        """Take networks that are not quantised where a model has both."""
        self.full_precision = on

    def close(self) -> None:
        """End what runs."""
        self._client.close()

    # ---- inside ----

    def _on_ended(self, ended: Ended) -> None:
        if ended.model is not None:
            name = ended.model.name
            text = tr("{name} is installed. Choose it in the Transcribe area.", name=name)
            self._say("info", text)
        elif ended.stopped:
            self._say("info", ended.message)
        else:
            self._say("error", ended.message)
        self.refresh()
        self.progressed.emit()

    def _say(self, level: Literal["error", "info"], text: str) -> None:
        self.message_posted.emit(Message(level=level, text=text))


def size(count: int) -> str:
    """Return a size in bytes as people say it."""
    if count >= 1e9:
        return f"{count / 1e9:.2f} GB"
    return f"{count / 1e6:.0f} MB" if count >= 1e7 else f"{count / 1e6:.1f} MB"


def languages(codes: tuple[str, ...]) -> str:
    """Name languages by their own names; many are counted."""
    if codes == (MANY,):
        return tr("many languages")
    if not codes:
        return tr("languages not stated")
    if len(codes) > MANY_LANGUAGES:
        return tr("{n} languages", n=len(codes))
    return tr(", ").join(NAMES.get(code, code) for code in codes)
