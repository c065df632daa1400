"""The Transcribe area: what is added and how, the queue, the chosen file, exports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from syrinx.app.services.recognition_client import RecognitionClient
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.transcription.cues import CueLimits
from syrinx.app.transcription.export import Written, export, taken, targets
from syrinx.app.transcription.formats import FORMATS
from syrinx.app.transcription.queue import Item, Options
from syrinx.app.translation import told, tr
from syrinx.app.viewmodels.message import Message
from syrinx.app.viewmodels.takes import clock
from syrinx.app.viewmodels.transcribe_editor import EditorModel, speaker_name
from syrinx.app.viewmodels.transcribe_play import ListenModel
from syrinx.app.viewmodels.transcribe_rows import RowsModel
from syrinx.app.viewmodels.transcribe_search import Found, SearchModel
from syrinx.app.viewmodels.transcribe_watch import WatchModel
from syrinx.dsp.errors import SyrinxError

Models = Callable[[], Sequence[tuple[str, str]]]
"""Returns id and name of each recogniser that can be chosen; the first is the standard."""
MODEL, SPEAKERS, SKIP, PAUSED = (
    "transcribe_model", "transcribe_speakers", "transcribe_skip_done", "transcribe_paused",
)  # fmt: skip
SHORTEST_LEFT_S = 10.0
KINDS, LIMITS, INTO = "transcribe_formats", "transcribe_limits", "transcribe_into"


class TranscribeModel(QObject):
    """Everything the area shows.

    Parameters
    ----------
    client
        The queue and its process.
    settings
        Where the choices are kept.
    watch, editor, listen
        The watched folder, the chosen transcript, and its sound.
    models
        The recognisers there are now.

    Attributes
    ----------
    adopt
        Takes a folder in that is a recogniser.
    search
        Looks through what is added.
    """

    message_posted = Signal(object)
    options_changed = Signal()
    queue_changed = Signal()
    """The counts, or whether it pauses."""
    added = Signal(str)
    """Id of the first file that came of what a user has added."""

    def __init__(
        self,
        client: RecognitionClient,
        settings: SettingsStore,
        watch: WatchModel,
        editor: EditorModel,
        listen: ListenModel,
        models: Models,
        parent: QObject | None = None,
        *,
        is_recogniser: Callable[[Path], bool] = lambda _folder: False,
    ) -> None:
        super().__init__(parent)
        self._client, self._settings, self._models = client, settings, models
        self.watch, self.editor, self.listen = watch, editor, listen
        self.adopt: Callable[[Path], object] = lambda _folder: None
        self.search = SearchModel(is_recogniser, self)
        self._adding: dict[int, _Adding] = {}
        self._failures = 0
        self.rows = RowsModel(client, self)
        self._failed = {item.id for item in self.items if item.state == "failed"}
        client.items_changed.connect(self._on_items_changed)
        client.failed.connect(self._on_failed)
        watch.arrived.connect(self._on_arrived)
        watch.failed.connect(self._on_failed)
        editor.failed.connect(self._on_failed)
        listen.message_posted.connect(self.message_posted)
        self.search.found.connect(self._on_found)

    # ---- life ----

    def open(self) -> None:
        """Go on with what is left of the last time, unless the user had paused it."""
        if self._client.queue.notice:
            self._post("warning", self._client.queue.notice)
        if self._settings.recall(PAUSED) is True:
            self._client.pause()
        else:
            self._client.resume()
        self.watch.open()

    def close(self) -> None:
        """Keep what was edited, and end the process."""
        self.listen.stop()
        self.search.close()
        self.watch.close()
        self.editor.keep()
        self._client.close()

    # ---- how ----

    def models(self) -> Sequence[tuple[str, str]]:
        """Return the recognisers there are now: id and name."""
        return self._models()

    @property
    def options(self) -> Options:
        """How the next file is transcribed; a model that is gone gives way to the standard."""
        known = [model_id for model_id, _ in self._models()]
        kept = self._settings.recall(MODEL)
        model = kept if kept in known else known[0] if known else Options().model
        return Options(model=model, diarize=self._settings.recall(SPEAKERS) is True)

    @property
    def skip_done(self) -> bool:
        """Whether files that were transcribed so already are left out."""
        return self._settings.recall(SKIP) is not False

    def set_model(self, model_id: str) -> None:
        """Choose the recogniser of the next files."""
        self._settings.remember(MODEL, model_id)
        self.options_changed.emit()

    def set_speakers(self, on: bool) -> None:
        """Tell the speakers of the next files apart, or not."""
        self._settings.remember(SPEAKERS, on)
        self.options_changed.emit()

    def set_skip_done(self, on: bool) -> None:
        """Leave out what was transcribed already, or not."""
        self._settings.remember(SKIP, on)
        self.options_changed.emit()

    # ---- the queue ----

    @property
    def items(self) -> list[Item]:
        """Every file."""
        return self._client.queue.items

    @property
    def paused(self) -> bool:
        """Whether no further file is begun."""
        return self._client.paused

    @property
    def summary(self) -> str:
        """How many files wait, are done, and failed."""
        counts = {
            state: self._client.queue.count(state)  # type: ignore[arg-type]
            for state in ("running", "waiting", "done", "failed")
        }
        left_s, to_do = self._client.left_s, tr("{n} to do")
        if left_s is not None and left_s >= SHORTEST_LEFT_S:
            to_do = tr("{n} to do, about {left} left").replace("{left}", clock(left_s))
        texts = [
            (counts["running"] + counts["waiting"], to_do),
            (counts["done"], tr("{n} done")),
            (counts["failed"], tr("{n} failed")),
        ]
        return " \N{MIDDLE DOT} ".join(text.format(n=n) for n, text in texts if n)

    def add(self, paths: Iterable[Path]) -> None:
        """Look through files and folders and append what is found; say so when it is nothing."""
        given = list(paths)
        if given:
            adding = _Adding(options=self.options, skip_done=self.skip_done)
            self._adding[self.search.start(given)] = adding

    def cancel(self, item_ids: Iterable[str]) -> None:
        """Take files out of what is to be done."""
        self._client.cancel(item_ids)

    def retry(self, item_ids: Iterable[str]) -> None:
        """Transcribe files again, by the options chosen now."""
        self._client.retry(item_ids, self.options)

    def to_front(self, item_ids: Iterable[str]) -> None:
        """Let files be the next, in their order."""
        self._client.prioritise(*item_ids)

    def remove(self, item_ids: Iterable[str]) -> None:
        """Forget files and their transcripts; the recordings stay."""
        self._client.remove(item_ids)

    def set_paused(self, paused: bool) -> None:
        """Begin no further file, or go on; the choice outlives the program."""
        self._settings.remember(PAUSED, paused)
        if paused:
            self._client.pause()
        else:
            self._client.resume()

    # ---- how it looks ----

    def recall_layout(self, name: str) -> Any:
        """Return what was kept of a part of the area, None when nothing was."""
        return self._settings.recall(f"transcribe_{name}")

    def keep_layout(self, name: str, value: Any) -> None:
        """Keep a JSON value for a part of the area."""
        self._settings.remember(f"transcribe_{name}", value)

    # ---- export ----

    @property
    def kinds(self) -> tuple[str, ...]:
        """Formats that are chosen."""
        kept = self._settings.recall(KINDS)
        known = tuple(kind for kind in FORMATS if isinstance(kept, list) and kind in kept)
        return known or ("txt",)

    @property
    def limits(self) -> CueLimits:
        """Limits of subtitles."""
        kept = self._settings.recall(LIMITS)
        try:
            return CueLimits(**kept) if isinstance(kept, dict) else CueLimits()
        except (TypeError, SyrinxError):
            return CueLimits()

    @property
    def into(self) -> Path | None:
        """Folder of exports; None = beside each recording."""
        kept = self._settings.recall(INTO)
        return Path(kept) if isinstance(kept, str) and kept else None

    def choose_export(self, kinds: Sequence[str], limits: CueLimits, into: Path | None) -> None:
        """Keep how exports are made."""
        self._settings.remember(KINDS, list(kinds))
        self._settings.remember(LIMITS, asdict(limits))
        self._settings.remember(INTO, None if into is None else str(into))

    def finished(self) -> list[Item]:
        """Return the files that are done."""
        return [item for item in self.items if item.state == "done"]

    def taken(self, items: Sequence[Item]) -> int:
        """Return how many files an export would meet."""
        return taken(_named(items), self.kinds, self.into)

    def export(self, items: Sequence[Item], *, replace: bool) -> Written:
        """Write transcripts as it was chosen; say what was written."""
        self.editor.keep()
        wanted = targets(_named(items), self.kinds, self.into, replace=replace)
        written = export(wanted, self._client.queue.transcript, self.limits, speaker_name)
        if written.failed:
            self._post("error", " ".join(map(told, written.failed[:3])))
        if written.paths:
            self._post("info", _told_of(written.paths))
        return written

    # ---- inside ----

    def _on_items_changed(self) -> None:
        """Tell of files that have failed since the last time; the list says it of each."""
        failed = {item.id: item for item in self.items if item.state == "failed"}
        for item_id in failed.keys() - self._failed:
            item, message = failed[item_id], told(failed[item_id].message)
            name = Path(item.path).name
            self._post("error", message if name in message else f"{name}: {message}")
        self._failed = set(failed)
        self.queue_changed.emit()

    def _on_found(self, found: Found) -> None:
        adding = self._adding.get(found.search)
        if adding is None:  # it was ended because nothing more can be kept
            return
        if found.recogniser is not None:
            adding.other = True
            self.adopt(found.recogniser)
        elif found.files:
            self._append(found.files, adding)
        if found.problem:
            adding.other = True
            self._post("error", found.problem)
        if found.ended:
            self._adding.pop(found.search, None)
            if not (adding.added or adding.other):
                self._post(*adding.why_nothing())

    def _append(self, files: Sequence[Path], adding: _Adding) -> None:
        states = {item.path: item.state for item in self.items}
        had = {states.get(str(path.absolute())) for path in files}
        adding.found = True
        adding.busy = adding.busy or bool(had & {"waiting", "running"})
        before = self._failures
        added = self._client.add(files, adding.options, skip_done=adding.skip_done)
        if self._failures > before:  # it was told: the list or the disk is full
            adding.other = True
            self.search.cancel()
        elif added and not adding.added:
            adding.added = True
            self.added.emit(added[0].id)

    def _on_arrived(self, paths: list[Path]) -> None:
        self._client.add(paths, self.options, skip_done=True)

    def _on_failed(self, text: str) -> None:
        self._failures += 1
        self._post("error", text)

    def _post(self, level: str, text: str) -> None:
        self.message_posted.emit(Message(level=level, text=text))  # type: ignore[arg-type]


@dataclass(slots=True, kw_only=True)
class _Adding:
    """What becomes of one drop: how it is transcribed, and what was met."""

    options: Options
    skip_done: bool
    added: bool = False
    found: bool = False
    busy: bool = False
    other: bool = False
    """A recogniser, or something that was told already."""

    def why_nothing(self) -> tuple[str, str]:
        if self.busy:
            return "info", tr("These files are in the list already.")
        if self.found:
            return "info", tr("There is nothing new in it. Files that are done are skipped.")
        return "warning", tr("There are no sound files in it.")


def _named(items: Sequence[Item]) -> list[tuple[str, Path]]:
    return [(item.id, Path(item.path)) for item in items]


def _told_of(paths: Sequence[Path]) -> str:
    folders = {path.parent for path in paths}
    if len(paths) == 1:
        return tr("{name} was written to {folder}.", name=paths[0].name, folder=paths[0].parent)
    if len(folders) == 1:
        folder = next(iter(folders))
        return tr("{count} files were written to {folder}.", count=len(paths), folder=folder)
    return tr("{count} files were written beside their recordings.", count=len(paths))
