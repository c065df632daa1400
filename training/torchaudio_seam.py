"""The one place that imports torchaudio.

torchaudio 2.11's Linux wheel brings a compiled extension that is linked against CUDA libraries:
with a CPU build of torch, ``import torchaudio`` raises ``OSError``. Its Python parts (transforms,
functional, models, datasets) need no extension, and work when ``torchaudio._extension`` is
declared unavailable before the import. ``load`` and ``save`` need TorchCodec and are not for use
here: files are read by ``soundfile``.
"""

from __future__ import annotations

import importlib
import sys
import types
from collections.abc import Callable
from typing import Any, NoReturn

from syrinx.dsp.errors import SyrinxError

_EXTENSION = "torchaudio._extension"


def load_torchaudio() -> types.ModuleType:
    """Import torchaudio, without its compiled extension where that cannot be loaded.

    Functions that need the extension (forced alignment, lattices) raise :class:`SyrinxError`
    when called; everything else works.

    Raises
    ------
    SyrinxError
        If torchaudio is not installed, or does not fit the installed torch.
    """
    if "torchaudio" in sys.modules:
        return sys.modules["torchaudio"]
    import torch

    if torch.version.cuda is None:
        sys.modules[_EXTENSION] = _absent_extension()
    try:
        return importlib.import_module("torchaudio")
    except ModuleNotFoundError as error:
        _forget()
        if error.name == "torchaudio":
            raise SyrinxError(
                'torchaudio is not installed: pip install "syrinx[training]".'
            ) from None
        raise
    except OSError:  # a CUDA build of torch that the extension does not fit
        _forget()
    sys.modules[_EXTENSION] = _absent_extension()
    try:
        return importlib.import_module("torchaudio")
    except (ImportError, OSError, AttributeError) as error:
        _forget()
        raise SyrinxError(
            f"torchaudio does not fit torch {torch.__version__} ({error}): "
            'reinstall the pair with pip install "syrinx[training]".'
        ) from None


def _forget() -> None:
    for name in [n for n in sys.modules if n == "torchaudio" or n.startswith("torchaudio.")]:
        del sys.modules[name]


def _absent_extension() -> types.ModuleType:
    """Stand in for ``torchaudio._extension`` the way it looks in a build without C++."""
    module = types.ModuleType(_EXTENSION)
    module.__dict__.update(
        _IS_TORCHAUDIO_EXT_AVAILABLE=False,
        _IS_ALIGN_AVAILABLE=False,
        _check_cuda_version=lambda: None,
        fail_if_no_align=_refuse,
    )
    return module


def _refuse(function: Callable[..., Any]) -> Callable[..., NoReturn]:
    def refused(*_args: Any, **_options: Any) -> NoReturn:
        raise SyrinxError(
            f"torchaudio's {function.__name__} needs its compiled extension, "
            "which this build of torch cannot load."
        )

    refused.__name__ = function.__name__
    refused.__doc__ = function.__doc__
    return refused
