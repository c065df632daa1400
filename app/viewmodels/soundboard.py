"""The soundboard: clips on pads, played into what others hear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, Qt, Signal

from syrinx.app.engine.errands import Errands
from syrinx.app.engine.messages import EngineReady, Event
from syrinx.app.services.engine_client import EngineClient
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.translation import tr
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.message import Message
from syrinx.app.viewmodels.pads import (
    MAX_DB,
    MIN_DB,
    MOST_PADS,
    Board,
    Pad,
    board_of,
    copy_in,
    free_colour,
    free_key,
)
from syrinx.app.viewmodels.player import Play, PlayerModel, Playing
from syrinx.dsp.errors import SyrinxError

PART = "soundboard"
FOLDER = "soundboard"
_SLOT = "pad:"


class SoundboardModel(QObject):
    """Pads, and what they play.

    Parameters
    ----------
    client, live, settings
        As everywhere; the files lie in ``soundboard`` in the folder of the settings.
    player
        Plays them.
    """

    changed = Signal()
    """Pads came, went, moved or look different; or what concerns all of them."""
    pad_changed = Signal(str)
    """A pad begins, goes on, or stops."""
    added = Signal(str)
    """The id of a new pad."""
    _copied = Signal(object, object)

    def __init__(
        self,
        client: EngineClient,
        live: LiveModel,
        settings: SettingsStore,
        player: PlayerModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._client, self._live, self._settings, self._player = client, live, settings, player
        self.folder = settings.folder / FOLDER
        self._board = board_of(settings.recall(PART))
        self._held: set[str] = set()
        self._copier: Errands[Path, None] | None = None
        self._copied.connect(self._on_copied, Qt.ConnectionType.QueuedConnection)
        client.event_received.connect(self._on_event)
        player.changed.connect(self._on_player_changed)

    # ---- what the views ask ----

    @property
    def pads(self) -> tuple[Pad, ...]:
        """The pads in their order."""
        return self._board.pads

    @property
    def gain_db(self) -> float:
        """Level of all clips."""
        return self._board.gain_db

    @property
    def alone(self) -> bool:
        """Whether a clip stops the others."""
        return self._board.alone

    @property
    def damaged(self) -> int:
        """How many pads of the settings could not be understood."""
        return self._board.damaged

    def pad(self, pad_id: str) -> Pad | None:
        """Return the pad of this id."""
        return next((pad for pad in self.pads if pad.id == pad_id), None)

    def path(self, pad: Pad) -> Path:
        """Return where the pad's file lies."""
        return self.folder / pad.file

    def playing(self, pad_id: str) -> Playing | None:
        """Return how far a pad's clip is; None = it does not play."""
        return self._player.playing.get(_SLOT + pad_id)

    @property
    def any_playing(self) -> bool:
        """Whether there is something to stop."""
        return any(slot.startswith(_SLOT) for slot in self._player.playing)

    def facts(self) -> list[dict[str, Any]]:
        """Return the pads as JSON objects, for the remote control."""
        return [
            {
                "place": place,
                "name": pad.name,
                "colour": pad.colour,
                "seconds": round(pad.seconds, 3),
                "playing": self.playing(pad.id) is not None,
            }
            for place, pad in enumerate(self.pads, start=1)
        ]

    # ---- playing ----

    def press(self, pad_id: str) -> None:
        """Push a pad down."""
        pad = self.pad(pad_id)
        if pad is None or pad_id in self._held:
            return
        self._held.add(pad_id)
        if pad.mode == "toggle" and self.playing(pad_id) is not None:
            self._player.stop(_SLOT + pad_id)
        else:
            self._player.play(
                _SLOT + pad_id,
                Play(
                    path=self.path(pad),
                    gain_db=self._gain(pad),
                    loop=pad.loop,
                    alone=self.alone,
                    through_voice=pad.through_voice,
                ),
            )

    def release(self, pad_id: str) -> None:
        """Let a pad go."""
        if pad_id not in self._held:
            return
        self._held.discard(pad_id)
        pad = self.pad(pad_id)
        if pad is not None and pad.mode == "hold":
            self._player.stop(_SLOT + pad_id)

    def trigger(self, pad_id: str) -> None:
        """Push a pad by something that cannot hold: such a pad is switched on and off, then."""
        pad = self.pad(pad_id)
        if pad is None:
            return
        if pad.mode != "once" and self.playing(pad_id) is not None:
            self._player.stop(_SLOT + pad_id)
            return
        self._held.discard(pad_id)
        self.press(pad_id)
        self._held.discard(pad_id)

    def trigger_at(self, place: int) -> None:
        """Push the pad at a place, 1 the first, as `trigger` does.

        Raises
        ------
        SyrinxError
            There is none.
        """
        if not 1 <= place <= len(self.pads):
            raise SyrinxError(
                tr(
                    "The soundboard has {count} pads, and not one at {place}.",
                    count=len(self.pads),
                    place=place,
                )
            )
        self.trigger(self.pads[place - 1].id)

    def release_all(self) -> None:
        """Let every pad go: the window lost the keys."""
        for pad_id in tuple(self._held):
            self.release(pad_id)

    def pad_of_key(self, key: str) -> Pad | None:
        """Return the pad that a key plays."""
        return next((pad for pad in self.pads if pad.key and pad.key == key.upper()), None)

    def stop_all(self) -> None:
        """Fade every pad out."""
        for slot in [slot for slot in self._player.playing if slot.startswith(_SLOT)]:
            self._player.stop(slot)

    # ---- arranging ----

    def add_files(self, paths: Sequence[Path]) -> None:
        """Copy sound files in, each onto a new pad, without holding the window up."""
        if self._copier is None:
            self._copier = Errands(self._copy, lambda _: None, name="soundboard")
        for path in paths:
            self._copier.request(path, path)

    def update(self, pad_id: str, **changes: Any) -> None:
        """Change fields of a pad; a key leaves the pad that had it, a new level is heard."""
        pad = self.pad(pad_id)
        if pad is None:
            return
        try:
            after = replace(pad, **changes)
        except SyrinxError as error:
            self._post("error", str(error))
            self.changed.emit()
            return
        if after == pad:
            return
        pads = []
        for other in self.pads:
            if other.id == pad_id:
                pads.append(after)
            elif after.key and other.key == after.key:
                pads.append(replace(other, key=""))
            else:
                pads.append(other)
        self._set(replace(self._board, pads=tuple(pads)))
        if after.gain_db != pad.gain_db:
            self._player.set_gain(_SLOT + pad_id, self._gain(after))

    def move(self, pad_id: str, steps: int) -> None:
        """Put a pad further back, or to the front."""
        pads = list(self.pads)
        at = next((row for row, pad in enumerate(pads) if pad.id == pad_id), None)
        if at is None:
            return
        pads.insert(min(max(at + steps, 0), len(pads) - 1), pads.pop(at))
        self._set(replace(self._board, pads=tuple(pads)))

    def remove(self, pad_id: str) -> None:
        """Take a pad away, and delete its copy of the file."""
        pad = self.pad(pad_id)
        if pad is None:
            return
        self._player.stop(_SLOT + pad_id)
        self._held.discard(pad_id)
        self._set(
            replace(self._board, pads=tuple(other for other in self.pads if other.id != pad_id))
        )
        try:
            self.path(pad).unlink(missing_ok=True)
        except OSError:
            return  # Windows keeps a file that is being read; it is small, and nobody's

    def set_gain(self, gain_db: float) -> None:
        """Change the level of all clips."""
        self._set(replace(self._board, gain_db=min(max(gain_db, MIN_DB), MAX_DB)))
        for pad in self.pads:
            self._player.set_gain(_SLOT + pad.id, self._gain(pad))

    def set_alone(self, alone: bool) -> None:
        """Have a clip stop the others, or sound over them."""
        self._set(replace(self._board, alone=alone))

    def close(self) -> None:
        """End the thread that copies."""
        if self._copier is not None:
            self._copier.close()
            self._copier = None

    # ---- inside ----

    def _gain(self, pad: Pad) -> float:
        return pad.gain_db + self.gain_db

    def _set(self, board: Board) -> None:
        if board == self._board:
            return
        files = [pad.file for pad in board.pads] != [pad.file for pad in self.pads]
        self._board = board
        self._settings.remember(PART, board.to_json())
        if files:
            self._prepare()
        self.changed.emit()

    def _prepare(self) -> None:
        if self._client.is_open:
            self._client.prepare_clips([self.path(pad) for pad in self.pads])

    def _copy(self, source: Path, unwanted: object) -> None:
        """In the copying thread."""
        try:
            self._copied.emit(copy_in(source, self.folder), "")
        except SyrinxError as error:
            self._copied.emit(None, str(error))
        except Exception as error:  # a strange file must not end the thread
            self._copied.emit(
                None,
                tr(
                    "{source} cannot be read ({name}: {error}).",
                    source=source,
                    name=type(error).__name__,
                    error=error,
                ),
            )

    def _on_copied(self, pad: Pad | None, error: str) -> None:
        if pad is not None and len(self.pads) >= MOST_PADS:
            self.path(pad).unlink(missing_ok=True)
            pad, error = (
                None,
                tr("The soundboard has {most} pads, the most it can: remove one.", most=MOST_PADS),
            )
        if pad is None:
            self._post("error", error)
            return
        pad = replace(pad, key=free_key(self.pads), colour=free_colour(self.pads))
        self._set(replace(self._board, pads=(*self.pads, pad)))
        self.added.emit(pad.id)

    def _on_event(self, event: Event) -> None:
        if isinstance(event, EngineReady):  # also one that was started again
            self._prepare()

    def _on_player_changed(self, slot: str) -> None:
        if slot.startswith(_SLOT):
            self.pad_changed.emit(slot[len(_SLOT) :])

    def _post(self, level: Literal["error", "warning", "info"], text: str) -> None:
        self._live.message_posted.emit(Message(level=level, text=text))
