"""Downloads one file: goes on where it stopped, holds it against its checksum, can be cancelled."""

from __future__ import annotations

import contextlib
import hashlib
import http.client
import json
import os
import re
import shutil
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.parse import unquote, urlsplit

from syrinx.app.files import reason, write_atomically
from syrinx.app.transcription.link import Link
from syrinx.app.transcription.model_files import MAX_BYTES
from syrinx.app.transcription.model_trial import StoppedError
from syrinx.dsp.errors import SyrinxError

TIMEOUT_S = 20.0
ATTEMPTS = 4
"""Connections that break are begun anew so often, as long as each brings something."""
SPARE_BYTES = 100_000_000
_LOCAL = ("localhost", "127.0.0.1", "::1")
_AGENT = "syrinx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """What is to be downloaded.

    Attributes
    ----------
    url
        http or https.
    sha256
        64 hexadecimal digits; empty = unknown: then only https is trusted.
    size
        In bytes, when it is known beforehand.
    """

    url: str
    sha256: str = ""
    size: int | None = None

    def __post_init__(self) -> None:
        parts = _split(self.url)
        if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
            raise SyrinxError("The address must begin with https:// and name an archive.")
        if self.sha256 and not re.fullmatch(r"[0-9a-f]{64}", self.sha256):
            raise SyrinxError("A SHA-256 checksum has 64 digits, 0 to 9 and a to f.")
        if parts.scheme == "http" and not self.sha256 and parts.hostname not in _LOCAL:
            raise SyrinxError(
                "Whoever sits between could change a file that comes by http: give its SHA-256 "
                "checksum, or an address that begins with https://."
            )

    @property
    def file_name(self) -> str:
        """The last part of the address."""
        parts = _split(self.url)
        name = unquote(parts.path if parts else "").rstrip("/").rpartition("/")[2]
        return re.sub(r"[^A-Za-z0-9._-]+", "_", name).lstrip(".")[:120] or "download"


def download(
    wanted: Download,
    folder: Path,
    *,
    on_progress: Callable[[int, int | None], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
    max_bytes: int = MAX_BYTES,
    pause_s: float = 1.0,
) -> Path:
    """Download a file into ``folder`` and return its path.

    What has come stays in a ``.part`` file when it is cancelled or the connection breaks; the
    next call goes on there, if the server still has the same file.

    Parameters
    ----------
    on_progress
        Gets bytes that are there, and bytes in all (None = unknown).
    cancelled
        Asked several times a second, also while nothing comes.
    pause_s
        Before another attempt.

    Raises
    ------
    SyrinxError
        No network, no such file, wrong checksum, too large, or the disk is full.
    StoppedError
        ``cancelled`` became true.
    """
    part = folder / (hashlib.sha256(wanted.url.encode()).hexdigest()[:16] + ".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _fetch(wanted, part, on_progress, cancelled, max_bytes, pause_s)
        _check(wanted, part, cancelled)
        whole = folder / wanted.file_name
        os.replace(part, whole)
    except OSError as error:
        raise SyrinxError(f"The download cannot be stored: {reason(error)}.") from error
    _facts_of(part).unlink(missing_ok=True)
    return whole


def _fetch(
    wanted: Download,
    part: Path,
    on_progress: Callable[[int, int | None], None],
    cancelled: Callable[[], bool],
    max_bytes: int,
    pause_s: float,
) -> None:
    failed = 0
    while True:
        before = _length(part)
        try:
            _attempt(wanted, part, on_progress, cancelled, max_bytes)
            return
        except urllib.error.HTTPError as error:
            text = f"{error.code} {error.reason}"
            error.close()
            raise SyrinxError(
                f"{urlsplit(wanted.url).hostname} does not give the file ({text})."
            ) from error
        except (urllib.error.URLError, http.client.HTTPException, _LostError) as error:
            failed = 0 if _length(part) > before else failed + 1
            again = isinstance(error, _LostError | http.client.HTTPException) or before > 0
            if not again or failed >= ATTEMPTS:
                raise SyrinxError(
                    f"There is no connection to {urlsplit(wanted.url).hostname} "
                    f"({_why(error)}); what has come is kept, so try again later."
                ) from error
        _wait(pause_s, cancelled)


class _LostError(Exception):
    """The connection broke, or ended too early."""


def _attempt(
    wanted: Download,
    part: Path,
    on_progress: Callable[[int, int | None], None],
    cancelled: Callable[[], bool],
    max_bytes: int,
) -> None:
    have, known = _length(part), _read_facts(part)
    if have and (known.get("url") != wanted.url or not known.get("tag")):
        have = 0  # whether the server still has the same file cannot be told
    if have and known.get("total") == have:
        return
    request = urllib.request.Request(wanted.url, headers={"User-Agent": _AGENT})
    if have:
        request.add_header("Range", f"bytes={have}-")
        request.add_header("If-Range", str(known["tag"]))
    with _linked(request, cancelled) as link:
        try:
            response = link.response()
        except urllib.error.HTTPError as error:
            if error.code == 416 and have:  # the file is another one by now
                error.close()
                part.unlink(missing_ok=True)
                raise _LostError("another file") from error
            raise
        except urllib.error.URLError:
            raise
        except (TimeoutError, ConnectionError) as error:
            raise _LostError(_why(error)) from error
        begin = _begin(response, have)
        total = _total(response, begin)
        if total is None:
            total = wanted.size
        limit = max_bytes if total is None else total
        if limit > max_bytes:
            raise SyrinxError(
                f"The file has {limit / 1e9:.1f} GB; at most {max_bytes / 1e9:.1f} GB are taken."
            )
        if wanted.size is not None and total != wanted.size and wanted.sha256:
            raise SyrinxError(
                f"The server has another file than the list says ({total} bytes instead of "
                f"{wanted.size}): it is not downloaded."
            )
        _check_room(part.parent, (total or 0) - begin)
        tag = response.headers.get("ETag") or response.headers.get("Last-Modified") or ""
        if tag.startswith("W/"):
            tag = ""  # "much the same" is not enough to go on with
        facts = {"url": wanted.url, "tag": tag, "total": total}
        write_atomically(_facts_of(part), json.dumps(facts).encode())
        with part.open("r+b" if begin else "wb") as file:
            file.seek(begin)
            file.truncate()
            done = _receive(link, file, begin, limit, total, on_progress)
    if total is not None and done < total:
        raise _LostError("it ended too early")


def _receive(
    link: Link,
    file: IO[bytes],
    done: int,
    limit: int,
    total: int | None,
    on_progress: Callable[[int, int | None], None],
) -> int:
    on_progress(done, total)
    while True:
        try:
            chunk = link.read()
        except (http.client.IncompleteRead, TimeoutError, ConnectionError) as error:
            raise _LostError(_why(error)) from error
        if not chunk:
            return done
        done += len(chunk)
        if done > limit:
            raise SyrinxError("More comes than the server has announced: the download is ended.")
        file.write(chunk)
        on_progress(done, total)


def _begin(response: Any, have: int) -> int:
    """Return the position of the first byte that comes."""
    if response.status != 206:
        return 0
    place = re.match(r"bytes (\d+)-", response.headers.get("Content-Range", ""))
    if place is None or int(place[1]) != have:
        raise _LostError("another part of the file came")
    return have


def _total(response: Any, begin: int) -> int | None:
    length = response.headers.get("Content-Length", "")
    return begin + int(length) if length.isdigit() else None


def _check(wanted: Download, part: Path, cancelled: Callable[[], bool]) -> None:
    """Hold what has come against its checksum."""
    if not wanted.sha256:
        return
    digest = hashlib.sha256()
    with part.open("rb") as file:
        while chunk := file.read(1 << 20):
            if cancelled():
                raise _stopped()
            digest.update(chunk)
    if digest.hexdigest() != wanted.sha256:
        part.unlink()
        _facts_of(part).unlink(missing_ok=True)
        raise SyrinxError(
            "The checksum of the download is wrong: it is damaged, or not the file that was "
            "meant. It was deleted."
        )


def _check_room(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if needed + SPARE_BYTES > free:
        raise SyrinxError(
            f"There is not enough room for the download: it needs {needed / 1e6:.0f} MB, and the "
            f"disk has {free / 1e6:.0f} MB left."
        )


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows to another address, but not from https to http, nor to files."""

    def redirect_request(
        self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> Any:
        after = urlsplit(newurl)
        before = urlsplit(req.full_url)
        if after.scheme != "https" and after.scheme != before.scheme:
            fp.close()
            raise SyrinxError("The server leads to an address that is not safe: nothing was taken.")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _linked(request: urllib.request.Request, cancelled: Callable[[], bool]) -> Link:
    def unwanted() -> None:
        if cancelled():
            raise _stopped()

    unwanted()
    return Link(request, timeout_s=TIMEOUT_S, unwanted=unwanted, handlers=(_Redirects(),))


def _split(url: str) -> Any:
    try:
        return urlsplit(url)
    except ValueError:
        return None


def _facts_of(part: Path) -> Path:
    return part.with_suffix(".json")


def _read_facts(part: Path) -> dict[str, Any]:
    with contextlib.suppress(OSError, ValueError):
        facts = json.loads(_facts_of(part).read_text(encoding="utf-8"))
        if isinstance(facts, dict):
            return facts
    return {}


def _length(part: Path) -> int:
    with contextlib.suppress(OSError):
        return part.stat().st_size
    return 0


def _why(error: BaseException) -> str:
    inner = getattr(error, "reason", None)
    if isinstance(inner, OSError):
        return reason(inner)
    return str(error) or type(error).__name__


def _stopped() -> StoppedError:
    return StoppedError("The download was cancelled; what has come is kept for the next time.")


def _wait(seconds: float, cancelled: Callable[[], bool]) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if cancelled():
            raise _stopped()
        time.sleep(0.05)
