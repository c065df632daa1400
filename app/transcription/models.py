"""Recognisers by id: Syrinx's own, and the models of the user."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from syrinx.app.transcription.layouts import recognise
from syrinx.app.transcription.model_files import NETWORK_SUFFIXES, files_of
from syrinx.app.transcription.model_store import (
    OWN,
    Copied,
    Given,
    InstalledModel,
    ModelStore,
)
from syrinx.app.transcription.recognizer import Recognizer
from syrinx.dsp.errors import SyrinxError

__all__ = [
    "Copied",
    "Given",
    "InstalledModel",
    "add_model",
    "installed_models",
    "is_model_folder",
    "load_recognizer",
    "remove_model",
]


def load_recognizer(model_id: str, home: Path) -> Recognizer:
    """Open a recogniser.

    Parameters
    ----------
    model_id
        "syrinx" = Syrinx's own; else the id of an installed model.
    home
        Data folder.

    Raises
    ------
    SyrinxError
        There is none of this id, a file of it is missing, or the package sherpa-onnx is.

    Notes
    -----
    A model whose files were altered at the same size can end the process: so does sherpa-onnx.
    """
    # Only now: the window lists models, and has no networks.
    from syrinx.app.transcription.own_recognizer import own_recognizer
    from syrinx.app.transcription.sherpa import SherpaRecognizer
    from syrinx.app.transcription.speech_cutter import activity_for

    if model_id == OWN:
        return own_recognizer(home)
    model = ModelStore(home).get(model_id)
    if model.problem is not None:
        raise SyrinxError(f"The model {model.name} cannot be used: {model.problem}")
    layout = recognise(model.folder)
    codes = [code for code in model.languages if code.isalpha() and len(code) <= 3]
    only = codes[0].lower() if len(model.languages) == 1 and codes else None
    return SherpaRecognizer(
        model.folder,
        layout,
        name=model.name,
        language=only,
        make_activity=lambda: activity_for(home, layout.sample_rate),
    )


def installed_models(home: Path) -> list[InstalledModel]:
    """Return the models of the user by name; Syrinx's own (id "syrinx") is not among them.

    Cheap: no network is opened.
    """
    return ModelStore(home).list()


def is_model_folder(path: Path) -> bool:
    """Whether a folder holds .onnx files: it is then to be added, not to be transcribed."""
    try:
        files = files_of(path) if path.is_dir() else []
    except SyrinxError:
        return False
    return any(file.path.suffix.lower() in NETWORK_SUFFIXES for file in files)


def add_model(
    folder: Path,
    home: Path,
    *,
    given: Given | None = None,
    full_precision: bool = False,
    on_progress: Callable[[Copied], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> InstalledModel:
    """Check the model in a folder and take it in; see `ModelStore.add`.

    It takes from seconds to minutes, and opens the model once in a process of its own.

    Raises
    ------
    SyrinxError
        In a sentence, why not.
    """
    return ModelStore(home).add(
        folder,
        given=given,
        full_precision=full_precision,
        on_progress=on_progress,
        cancelled=cancelled,
    )


def remove_model(model_id: str, home: Path) -> None:
    """Delete a model of the user for good.

    Raises
    ------
    SyrinxError
        There is none of this id, or the system does not allow it.
    """
    ModelStore(home).remove(model_id)
