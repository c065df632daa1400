"""Where Syrinx keeps its data, and the settings in ``settings.json``.

All data lie under one folder: ``SYRINX_HOME`` when it is set, else the platform's data folder.
"""

from __future__ import annotations

import json
import math
import os
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal

from syrinx.app.files import reason, write_atomically
from syrinx.dsp.errors import SyrinxError

FILE_NAME = "settings.json"
THEMES = ("system", "light", "dark")


def home() -> Path:
    """Return the folder of all data of this user, made on demand.

    Raises
    ------
    SyrinxError
        The folder cannot be made or is not a folder.
    """
    folder = home_path()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SyrinxError(
            f"Cannot use the data folder {folder} ({reason(error)}); "
            "set SYRINX_HOME to a folder that you can write."
        ) from error
    return folder


def home_path() -> Path:
    """Return where the data folder is or would be, without making it."""
    override = os.environ.get("SYRINX_HOME")
    if override:
        return Path(override).expanduser().absolute()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "Syrinx"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Syrinx"
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "syrinx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the user chose, as it was when the program last ran.

    Attributes
    ----------
    input_device, output_device
        Name of the device with its host API, as ``list_devices()`` gives it; None = the default.
    voice
        Id of the voice; None = straight through.
    pitch
        Pitch shift in semitones, or "auto" (to the target's median).
    formant_semitones, input_gain_db, output_gain_db, wet
        As in ``VoiceParams``.
    gate_threshold_dbfs
        Level under which the input counts as silence; None = no gate.
    index_ratio
        The likeness slider, 0 to 1; as in ``VoiceParams``.
    band_extension
        Neural voices have a band above 8 kHz.
    mark_output
        What a voice made from recordings says carries the inaudible mark.
    safety_ms
        Extra buffering against late blocks, in ms: the "delay or safety" slider.
    own_f0_hz
        Running median of the user's own F0 in Hz, from where auto pitch starts; None = unknown.
    theme
        "system", "light" or "dark".
    recordings
        Folder of recordings; None = ``recordings`` in the data folder.
    favourites
        Ids of voices shown first.
    extra
        Entries that this version does not know (window geometry, or a newer version's
        settings): JSON values, kept when the file is written again.
    """

    input_device: str | None = None
    output_device: str | None = None
    voice: str | None = None
    pitch: float | Literal["auto"] = "auto"
    formant_semitones: float = 0.0
    input_gain_db: float = 0.0
    output_gain_db: float = 0.0
    gate_threshold_dbfs: float | None = None
    wet: float = 1.0
    index_ratio: float = 0.25
    band_extension: bool = True
    mark_output: bool = True
    safety_ms: float = 8.0
    own_f0_hz: float | None = None
    theme: str = "system"
    recordings: str | None = None
    favourites: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raise SyrinxError when a value has the wrong type or range."""
        for name in ("input_device", "output_device", "voice", "recordings"):
            value = getattr(self, name)
            if value is not None and not isinstance(value, str):
                raise SyrinxError(f"Setting {name} must be a text.")
        if self.pitch != "auto":
            _number("pitch", self.pitch, -24, 24)
        _number("formant_semitones", self.formant_semitones, -12, 12)
        _number("input_gain_db", self.input_gain_db, -60, 40)
        _number("output_gain_db", self.output_gain_db, -60, 40)
        if self.gate_threshold_dbfs is not None:
            _number("gate_threshold_dbfs", self.gate_threshold_dbfs, -120, 0)
        _number("wet", self.wet, 0, 1)
        for name in ("band_extension", "mark_output"):
            if not isinstance(getattr(self, name), bool):
                raise SyrinxError(f"Setting {name} must be true or false.")
        _number("index_ratio", self.index_ratio, 0, 1)
        _number("safety_ms", self.safety_ms, 0, 1000)
        if self.own_f0_hz is not None:
            _number("own_f0_hz", self.own_f0_hz, 30, 1000)
        if self.theme not in THEMES:
            raise SyrinxError(f"Setting theme must be one of {', '.join(THEMES)}.")
        if not all(isinstance(name, str) for name in self.favourites):
            raise SyrinxError("Setting favourites must be a list of texts.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedSettings:
    """Settings and, when the file could not be used, the sentence that says so."""

    settings: Settings
    notice: str | None = None


def load_settings(folder: Path | None = None) -> LoadedSettings:
    """Read ``settings.json`` from ``folder`` (default: :func:`home`).

    A missing file gives the defaults. A file that cannot be understood is renamed
    (``settings.broken-<time>.json``), the defaults are used, and ``notice`` names it.
    """
    path = (folder or home()) / FILE_NAME
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return LoadedSettings(settings=Settings())
    except OSError as error:
        return LoadedSettings(
            settings=Settings(),
            notice=f"Settings in {path} cannot be read ({reason(error)}); the defaults are used.",
        )
    except UnicodeDecodeError:
        return _set_aside(path)
    try:
        return LoadedSettings(settings=_from_json(json.loads(text)))
    except (ValueError, TypeError, SyrinxError):
        return _set_aside(path)


def save_settings(settings: Settings, folder: Path | None = None) -> None:
    """Write ``settings.json`` into ``folder`` (default: :func:`home`), wholly or not at all.

    Raises
    ------
    SyrinxError
        The folder cannot be written or the disk is full.
    """
    known = {item.name: getattr(settings, item.name) for item in fields(settings)}
    entries = {**known.pop("extra"), **known}
    text = json.dumps(entries, indent=2, ensure_ascii=False, sort_keys=True)
    write_atomically((folder or home()) / FILE_NAME, (text + "\n").encode())


def _from_json(entries: Any) -> Settings:
    if not isinstance(entries, dict):
        raise TypeError("not an object")
    names = {item.name for item in fields(Settings)} - {"extra"}
    known = {name: value for name, value in entries.items() if name in names}
    if "favourites" in known:
        if not isinstance(known["favourites"], list):
            raise TypeError("favourites is not a list")
        known["favourites"] = tuple(known["favourites"])
    extra = {name: value for name, value in entries.items() if name not in names}
    return Settings(**known, extra=extra)


def _set_aside(path: Path) -> LoadedSettings:
    kept = path.with_name(f"settings.broken-{time.strftime('%Y%m%d-%H%M%S')}.json")
    try:
        os.replace(path, kept)
    except OSError:
        notice = f"The settings file {path} was damaged; the defaults are used."
    else:
        notice = (
            f"The settings file {path} was damaged; it was kept as {kept.name} and the defaults "
            "are used."
        )
    return LoadedSettings(settings=Settings(), notice=notice)


def _number(name: str, value: object, low: float, high: float) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise SyrinxError(f"Setting {name} must be a number.")
    if not low <= value <= high:
        raise SyrinxError(f"Setting {name} must be between {low} and {high}.")
