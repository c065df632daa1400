"""How the voice speaks, as a model: melody, breath, mix, and the second voice of a morph."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from syrinx.app.engine.params import VoiceParams
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.translation import tr
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.message import Message
from syrinx.app.voices import Voice
from syrinx.dsp.errors import SyrinxError

KEY = "expression"
FOLDED = "folded_controls"
FIELDS = ("intonation", "pitch_lock", "breathiness", "morph_to", "morph", "morph_s")
"""What is kept under `KEY`; the share of the changed voice has a field of its own."""
Keep = Callable[[str, Voice, Voice, float], Voice]


class ExpressionModel(QObject):
    """The knobs of `VoiceParams` that shape how a neural voice speaks.

    Parameters
    ----------
    live
        Has the parameters, the voice and the voices.
    settings
        Where the knobs are kept.
    keep
        Stores a mixture under a name: first voice, second voice, share of the second; None = it
        cannot be kept here.
    """

    changed = Signal()
    """A knob, the voice, or the list of second voices is another one."""

    def __init__(
        self,
        live: LiveModel,
        settings: SettingsStore,
        *,
        keep: Keep | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._live, self._settings, self._keep = live, settings, keep
        self._restore()
        live.params_changed.connect(self._on_params_changed)
        live.voice_changed.connect(self.changed)

    # ---- what the views ask ----

    @property
    def params(self) -> VoiceParams:
        """The knobs as they are."""
        return self._live.params

    @property
    def is_neural(self) -> bool:
        """Whether the voice has what can be turned here."""
        return self._live.voice is not None and self._live.voice.kind == "neural"

    @property
    def candidates(self) -> list[Voice]:
        """Voices that can be the second one, by name."""
        mine = self._live.voice.id if self._live.voice is not None else None
        found = [v for v in self._live.voices.everything if v.kind == "neural" and v.id != mine]
        return sorted(found, key=lambda voice: voice.name.casefold())

    @property
    def second(self) -> Voice | None:
        """The second voice; None = none, or one that is gone."""
        return self._live.voices.find(self.params.morph_to)

    @property
    def can_keep(self) -> bool:
        """Whether what sounds now is a voice of its own."""
        between = 0.0 < self.params.morph < 1.0
        other = self.params.morph_to in [voice.id for voice in self.candidates]
        return self._keep is not None and self.is_neural and other and between

    @property
    def names(self) -> tuple[str, str]:
        """Names of the voice and of the second one; "" = there is none."""
        voice, second = self._live.voice, self.second
        return voice.name if voice else "", second.name if second else ""

    @property
    def folded(self) -> frozenset[str]:
        """Names of the groups whose controls are hidden."""
        kept = self._settings.recall(FOLDED)
        return frozenset(map(str, kept)) if isinstance(kept, list) else frozenset()

    # ---- what the user does ----

    def set_folded(self, name: str, folded: bool) -> None:
        """Remember whether the controls of a group are hidden."""
        names = self.folded | {name} if folded else self.folded - {name}
        self._settings.remember(FOLDED, sorted(names))

    def set_intonation(self, percent: float) -> None:
        """Move the pitch less or more than was spoken, 0 to 200 %."""
        self._live.change(intonation=percent / 100.0)

    def set_locked(self, locked: bool) -> None:
        """Hold the mean of the voice firmly, or follow the user slowly."""
        self._live.change(pitch_lock=1.0 if locked else 0.0)

    def set_breathiness(self, percent: float) -> None:
        """Mix more noise into the voice, or less, -100 to 100 %."""
        self._live.change(breathiness=percent / 100.0)

    def set_wet(self, percent: float) -> None:
        """Mix the changed voice with the own one: 100 % is the changed one alone."""
        self._live.change(wet=percent / 100.0)

    def set_second(self, voice_id: str | None) -> None:
        """Choose the voice to morph into; None = none."""
        self._live.change(morph_to=voice_id)

    def set_morph(self, percent: float) -> None:
        """Go between the voice and the second one, 0 to 100 %."""
        self._live.change(morph=percent / 100.0)

    def set_morph_time(self, seconds: float) -> None:
        """Set how long the way from one voice to the other takes."""
        self._live.change(morph_s=seconds)

    def keep(self, name: str) -> Voice | None:
        """Store what sounds now as a voice; None when that cannot be (a message says why)."""
        first, second = self._live.voice, self.second
        if self._keep is None or first is None or second is None:
            return None
        try:
            made = self._keep(name, first, second, self.params.morph)
        except SyrinxError as error:
            self._live.message_posted.emit(Message(level="error", text=str(error)))
            return None
        self._live.reload_voices()
        self._live.message_posted.emit(
            Message(level="info", text=tr('"{name}" is in your voices now.', name=made.name))
        )
        return made

    # ---- inside ----

    def _restore(self) -> None:
        """Take what was kept, each knob for itself: a damaged one is as it is at first."""
        kept = self._settings.recall_fields(KEY)
        found: dict[str, Any] = {}
        for name in FIELDS:
            value = kept.get(name)
            if value is None or isinstance(value, str) != (name == "morph_to"):
                continue
            try:
                dataclasses.replace(VoiceParams(), **{name: value})
            except (SyrinxError, TypeError):
                continue
            found[name] = value
        if found.get("morph_to") and self._live.voices.find(found["morph_to"]) is None:
            del found["morph_to"]
        self._live.change(**found)

    def _on_params_changed(self) -> None:
        kept = {name: getattr(self.params, name) for name in FIELDS}
        if kept != (self._settings.recall(KEY) or _DEFAULTS):
            self._settings.remember(KEY, kept)
        self.changed.emit()


_DEFAULTS = {name: getattr(VoiceParams(), name) for name in FIELDS}
