"""The presets as the window shows them: which is on, whether it was changed, and all one does."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from syrinx.app.chord import parse_chord
from syrinx.app.engine.params import VoiceParams
from syrinx.app.presets import (
    COLOURS,
    MAX_NAME,
    MAX_PRESETS,
    NOT_KEPT,
    Preset,
    PresetStore,
    entries_of,
    export_presets,
    free_name,
    import_presets,
    new_id,
)
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.translation import tr
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.message import Message
from syrinx.dsp.errors import SyrinxError

KEY = "presets"
_KEPT = tuple(item.name for item in fields(VoiceParams) if item.name not in NOT_KEPT)


class PresetsModel(QObject):
    """Presets of the data folder, on top of the Live area's model.

    Every change is written at once. What cannot be done is a message of the Live area.

    Parameters
    ----------
    live
        What presets are taken from and applied to.
    settings
        Keeps which preset is on.
    store
        Where presets lie.
    """

    changed = Signal()
    """The presets are others."""
    state_changed = Signal()
    """Another one is on, or it was changed, or a voice went."""

    def __init__(
        self,
        live: LiveModel,
        settings: SettingsStore,
        store: PresetStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._live, self._settings, self._store = live, settings, store
        self.presets, notice = store.load()
        wanted = settings.recall_fields(KEY).get("current")
        self.current: Preset | None = self.find(wanted) if isinstance(wanted, str) else None
        self.is_modified = False
        self._said: tuple[Preset, VoiceParams] | None = None
        self._look()
        live.params_changed.connect(self._on_live_changed)
        live.voice_changed.connect(self._on_live_changed)
        live.voices.filter_changed.connect(self.state_changed)  # a voice may have gone
        if notice is not None:  # once the window is there to show it
            QTimer.singleShot(0, self, lambda: self._post("warning", notice))

    def find(self, wanted: str) -> Preset | None:
        """Return a preset by its id."""
        return next((preset for preset in self.presets if preset.id == wanted), None)

    def named(self, wanted: str) -> Preset:
        """Return a preset by its id, its name, or its place: "1" is the first.

        Raises
        ------
        SyrinxError
            There is none.
        """
        text = wanted.strip()
        preset = self.find(text)
        if preset is None:
            names = [item for item in self.presets if item.name.casefold() == text.casefold()]
            preset = names[0] if names else None
        if preset is None and text.isascii() and text.isdigit() and len(text) < 4:
            place = int(text)
            preset = self.presets[place - 1] if 1 <= place <= len(self.presets) else None
        if preset is None:
            raise SyrinxError(tr('There is no preset "{name}".', name=text[:MAX_NAME]))
        return preset

    def trouble_of(self, preset: Preset) -> str | None:
        """Return the sentence that says what is wrong with a preset, if anything is."""
        if preset.voice is not None and self._live.voices.find(preset.voice) is None:
            name = preset.voice_name or preset.voice
            return tr("Its voice “{name}” is not here any more.", name=name)
        second = preset.entries.get("morph_to")
        if isinstance(second, str) and self._live.voices.find(second) is None:
            return tr("Its second voice “{name}” is not here any more.", name=second[:MAX_NAME])
        return None

    # ---- what the user does ----

    def apply(self, preset_id: str) -> None:
        """Switch to a preset. Without its voice, the rest is applied."""
        preset = self.find(preset_id)
        if preset is None:
            return
        trouble = self.trouble_of(preset)
        if trouble is not None:
            text = tr(
                "“{name}”: {trouble} The rest of it is applied.", name=preset.name, trouble=trouble
            )
            self._post("warning", text)
        if preset.voice is not None:
            self._live.select_voice(preset.voice)  # one that is gone changes nothing
        params, problems = preset.params(self._live.params)
        if params.morph_to is not None and self._live.voices.find(params.morph_to) is None:
            params = replace(params, morph_to=None)
        now = self._live.params
        names = [item.name for item in fields(params)]
        changes = {name: getattr(params, name) for name in names}
        self._live.change(
            **{name: value for name, value in changes.items() if value != getattr(now, name)}
        )
        if problems:
            left = tr(", ").join(problems[:4])
            text = tr("“{name}”: this version cannot use {left}.", name=preset.name, left=left)
            self._post("warning", text)
        self._choose(preset)

    def step(self, by: int) -> None:
        """Switch to the next preset, or to an earlier one, around the ends."""
        if not self.presets:
            raise SyrinxError(tr("There are no presets yet."))
        ids = [preset.id for preset in self.presets]
        place = ids.index(self.current.id) if self.current is not None else (-1 if by > 0 else 0)
        self.apply(ids[(place + by) % len(ids)])

    def add(self, name: str = "") -> Preset | None:
        """Keep the present state as a new preset, which is on then."""
        voice = self._live.voice
        wanted = name.strip()[:MAX_NAME] or (voice.name[:MAX_NAME] if voice else tr("Preset"))
        preset = Preset(
            id=new_id(self.presets),
            name=free_name(wanted, self.presets),
            colour=COLOURS[len(self.presets) % len(COLOURS)],
            voice=voice.id if voice else None,
            voice_name=voice.name if voice else "",
            entries=entries_of(self._live.params),
        )
        if len(self.presets) >= MAX_PRESETS:
            text = tr("There is room for {count} presets: delete some first.", count=MAX_PRESETS)
            self._post("error", text)
            return None
        if not self._keep([*self.presets, preset]):
            return None
        self._choose(preset)
        return preset

    def update(self, preset_id: str) -> None:
        """Let a preset be what is heard now; its name, colour and key stay."""
        voice = self._live.voice
        preset = self._change(
            preset_id,
            voice=voice.id if voice else None,
            voice_name=voice.name if voice else "",
            entries=entries_of(self._live.params),
        )
        if preset is not None:
            self._choose(preset)

    def rename(self, preset_id: str, name: str) -> None:
        """Give a preset another name."""
        others = [preset for preset in self.presets if preset.id != preset_id]
        wanted = name.strip()
        self._change(preset_id, name=free_name(wanted, others) if wanted else "")

    def set_colour(self, preset_id: str, colour: str) -> None:
        """Give a preset another colour."""
        self._change(preset_id, colour=colour)

    def set_hotkey(self, preset_id: str, hotkey: str | None) -> None:
        """Give a preset a key, or none. That nobody else has it is not checked here."""
        self._change(preset_id, hotkey=None if hotkey is None else str(parse_chord(hotkey)))

    def duplicate(self, preset_id: str) -> None:
        """Put a copy behind a preset, without its key."""
        preset = self.find(preset_id)
        if preset is None or len(self.presets) >= MAX_PRESETS:
            return
        name = free_name(preset.name, self.presets)
        copy = replace(preset, id=new_id(self.presets), name=name, hotkey=None)
        place = self.presets.index(preset) + 1
        self._keep([*self.presets[:place], copy, *self.presets[place:]])

    def move(self, preset_id: str, by: int) -> None:
        """Put a preset further to the left or right."""
        preset = self.find(preset_id)
        if preset is None:
            return
        kept = [item for item in self.presets if item.id != preset_id]
        place = max(0, min(len(kept), self.presets.index(preset) + by))
        self._keep([*kept[:place], preset, *kept[place:]])

    def delete(self, preset_id: str) -> None:
        """Delete a preset; what is heard stays as it is."""
        was_on = self.current is not None and self.current.id == preset_id
        kept = [preset for preset in self.presets if preset.id != preset_id]
        if self._keep(kept) and was_on:
            self._choose(None)

    def export(self, preset_ids: list[str], path: Path) -> None:
        """Write presets into a file to take elsewhere."""
        chosen = [preset for preset in self.presets if preset.id in preset_ids]
        try:
            export_presets(chosen, path)
        except SyrinxError as error:
            self._post("error", str(error))
            return
        if len(chosen) == 1:
            text = tr("Exported “{name}” to {path}.", name=chosen[0].name, path=path)
        else:
            text = tr("Exported {count} presets to {path}.", count=len(chosen), path=path)
        self._post("info", text)

    def import_(self, path: Path) -> None:
        """Take presets from a file."""
        try:
            found = import_presets(path, self.presets)
        except SyrinxError as error:
            self._post("error", str(error))
            return
        if self._keep([*self.presets, *found]):
            names = tr(", ").join(f"“{preset.name}”" for preset in found[:4])
            if len(found) > 4:
                self._post("info", tr("Imported {names} and others.", names=names))
            else:
                self._post("info", tr("Imported {names}.", names=names))

    # ---- inside ----

    def _change(self, preset_id: str, **changes: object) -> Preset | None:
        preset = self.find(preset_id)
        if preset is None:
            return None
        try:
            made = replace(preset, **changes)  # type: ignore[arg-type]
        except SyrinxError as error:
            self._post("error", str(error))
            self.changed.emit()
            return None
        kept = self._keep([made if item.id == preset_id else item for item in self.presets])
        return made if kept else None

    def _keep(self, presets: list[Preset]) -> bool:
        """Write the presets; nothing changes when that fails."""
        try:
            self._store.save(presets)
        except SyrinxError as error:
            self._post("error", str(error))
            return False
        self.presets = presets
        if self.current is not None:
            self.current = self.find(self.current.id)
        self._look()
        self.changed.emit()
        return True

    def _choose(self, preset: Preset | None) -> None:
        self.current = preset
        self._settings.remember(KEY, {"current": preset.id if preset else None})
        self._look()
        self.state_changed.emit()

    def _on_live_changed(self) -> None:
        """Tell only what is news: this happens at every step of a slider."""
        before = self.is_modified
        self._look()
        if self.is_modified != before:
            self.state_changed.emit()

    def _look(self) -> None:
        """See whether what is heard is what the chosen preset says."""
        preset = self.current
        if preset is None:
            self.is_modified = False
            return
        now = self._live.params
        if self._said is None or self._said[0] is not preset:
            self._said = preset, preset.params(now)[0]
        said = self._said[1]
        # What of the rack no preset keeps may have changed since.
        rack = replace(said.rack, feedback=now.rack.feedback, bypass=now.rack.bypass)
        said = replace(said, rack=rack)
        voice = self._live.voice.id if self._live.voice else None
        self.is_modified = voice != preset.voice or any(
            getattr(said, name) != getattr(now, name) for name in _KEPT
        )

    def _post(self, level: str, text: str) -> None:
        self._live.message_posted.emit(Message(level=level, text=text))  # type: ignore[arg-type]
