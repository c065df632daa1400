"""Who may control a running window: its port and its token, in ``control.json``.

The file can be read by its owner alone. ``syrinx control`` finds the window by it.
"""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from syrinx.app.files import reason, replacing
from syrinx.dsp.errors import SyrinxError

FILE_NAME = "control.json"
VERSION = 1
TOKEN_BYTES = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteAccess:
    """How a running window is reached.

    Attributes
    ----------
    token
        What one must know; letters, digits, "-" and "_".
    port
        TCP port of the WebSocket on this computer; None = nobody listens.
    """

    token: str
    port: int | None = None

    @property
    def url(self) -> str:
        """Address without the token."""
        return f"ws://127.0.0.1:{self.port}/"


def new_token() -> str:
    """Return a token that nobody can guess."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def load_access(folder: Path) -> RemoteAccess | None:
    """Return what the file of a data folder says; None when it is missing or damaged.

    Raises
    ------
    SyrinxError
        It is there and cannot be read.
    """
    path = folder / FILE_NAME
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SyrinxError(f"{path} cannot be read ({reason(error)}).") from error
    except (ValueError, RecursionError):
        return None
    if not isinstance(entries, dict):
        return None
    token, port = entries.get("token"), entries.get("port")
    if not isinstance(token, str) or len(token) < TOKEN_BYTES or not token.isascii():
        return None
    if isinstance(port, bool) or not isinstance(port, int) or not 0 < port < 65536:
        port = None
    return RemoteAccess(token=token, port=port)


def save_access(folder: Path, access: RemoteAccess) -> None:
    """Write the file so that nobody but its owner ever reads it.

    Raises
    ------
    SyrinxError
        The folder cannot be written.
    """
    entries = {"version": VERSION, "token": access.token, "port": access.port}
    with replacing(folder / FILE_NAME) as temporary:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(json.dumps(entries) + "\n")
