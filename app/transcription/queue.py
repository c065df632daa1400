"""The queue of files to transcribe: on disk, so that a crash or a restart loses nothing.

`QueueFile` has the order and the states; every finished transcript lies in a file of its own
(``results/<id>.json``) with the name of its recording, so that even a damaged queue can be made
again from them. Everything is written wholly or not at all.
"""

from __future__ import annotations

import contextlib
import json
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args

from syrinx.app.files import reason, write_atomically
from syrinx.app.transcription.found import facts_of, found_files
from syrinx.app.transcription.queue_file import DamagedListError, QueueFile
from syrinx.app.transcription.transcript import Transcript, from_json, to_json
from syrinx.dsp.errors import SyrinxError

State = Literal["waiting", "running", "done", "failed", "cancelled"]
MAX_ITEMS = 20_000
_STATES = get_args(State)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a file is to be transcribed.

    Attributes
    ----------
    model
        Id of the recogniser.
    diarize
        Tell the speakers apart.
    """

    model: str = "syrinx"
    diarize: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One file of the queue.

    Attributes
    ----------
    id
        Name of its result.
    path
        The recording.
    state
        "running" items of a program that died wait again.
    priority
        The highest runs first; equal ones in the order in which they came.
    size, changed_ns
        Of the file when it was transcribed: another take under the same name is not "done".
    duration_s
        Length of the recording; None = not known yet.
    words
        How many were understood; None = not known yet.
    message
        Why it failed, or what was odd about a recording that is done.
    """

    id: str
    path: str
    state: State = "waiting"
    priority: int = 0
    options: Options = Options()
    size: int = 0
    changed_ns: int = 0
    duration_s: float | None = None
    words: int | None = None
    message: str = ""


class TranscriptionQueue:
    """What is to be transcribed, and what was. Not thread-safe: use it from one thread.

    Parameters
    ----------
    folder
        Made on demand.

    Attributes
    ----------
    notice
        What was wrong with the queue on disk, else None.

    Raises
    ------
    SyrinxError
        The folder cannot be used.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._results = folder / "results"
        self.notice: str | None = None
        try:
            self._results.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SyrinxError(f"Cannot use the folder {folder} ({reason(error)}).") from error
        self._file = QueueFile(folder)
        self._items: dict[str, Item] = {item.id: item for item in self._load()}
        self._saved = self._items
        self._held = False

    # ---- facts ----

    @property
    def items(self) -> list[Item]:
        """Every item in the order in which it was added."""
        return list(self._items.values())

    def get(self, item_id: str) -> Item | None:
        """Return an item; None when it was removed."""
        return self._items.get(item_id)

    def next(self) -> Item | None:
        """Return what is to run next; None when nothing waits."""
        waiting = [item for item in self._items.values() if item.state == "waiting"]
        return max(waiting, key=lambda item: item.priority, default=None)  # the first of equals

    def count(self, state: State) -> int:
        """How many items are in this state."""
        return sum(item.state == state for item in self._items.values())

    def transcript(self, item_id: str) -> Transcript:
        """Read the result of an item that is done.

        Raises
        ------
        SyrinxError
            It was removed or is damaged.
        """
        return _read_result(self._result(item_id))[1]

    # ---- changes; each is on disk when the method returns ----

    def add(
        self, paths: Iterable[Path], options: Options | None = None, *, skip_done: bool = False
    ) -> list[Item]:
        """Append files, and those below folders; what waits or runs already is not added again.

        Parameters
        ----------
        skip_done
            Leave out files that were transcribed with the same options and have not changed.

        Returns
        -------
        list
            What was added.

        Raises
        ------
        SyrinxError
            There would be too many, or the disk is full.
        """
        options = Options() if options is None else options
        busy = {item.path for item in self.items if item.state in ("waiting", "running")}
        done = {
            (item.path, item.options): (item.size, item.changed_ns)
            for item in self.items
            if item.state == "done"
        }
        added: list[Item] = []
        for path in found_files(paths):
            name = str(path.absolute())
            if name in busy or (skip_done and done.get((name, options)) == facts_of(path)):
                continue
            busy.add(name)
            added.append(Item(id=secrets.token_hex(8), path=name, options=options))
        if len(self._items) + len(added) > MAX_ITEMS:
            raise SyrinxError(f"The queue holds at most {MAX_ITEMS} files: remove some first.")
        self._change(added)
        return added

    def start(self, item_id: str) -> None:
        """Note that an item runs."""
        self._set(item_id, state="running", message="")

    def finish(self, item_id: str, transcript: Transcript) -> None:
        """Keep the result of an item.

        Raises
        ------
        SyrinxError
            The disk is full; the item is as it was.
        """
        item = self._items.get(item_id)
        if item is None:  # removed while it ran
            return
        self._keep_result(item, transcript)
        size, changed_ns = facts_of(Path(item.path))
        self._set(
            item_id,
            state="done",
            size=size,
            changed_ns=changed_ns,
            duration_s=transcript.duration_s,
            words=_words(transcript),
            message=transcript.remark,
        )

    def correct(self, item_id: str, transcript: Transcript) -> None:
        """Keep the result as a person has changed it.

        Raises
        ------
        SyrinxError
            The item has no result, or the disk is full; the result is as it was.
        """
        item = self._items.get(item_id)
        if item is None or item.state != "done":
            raise SyrinxError("There is no transcript of this file to change.")
        self._keep_result(item, transcript)
        if item.words != _words(transcript):
            self._set(item_id, words=_words(transcript))

    def fail(self, item_id: str, message: str) -> None:
        """Note why an item could not be transcribed."""
        self._set(item_id, state="failed", message=message)

    def cancel(self, item_id: str) -> None:
        """Take an item that waits or runs out of what is to be done; it stays in the list."""
        item = self._items.get(item_id)
        if item is not None and item.state in ("waiting", "running"):
            self._set(item_id, state="cancelled")

    def retry(self, item_id: str, options: Options | None = None) -> None:
        """Let an item that is not running wait again, perhaps with other options."""
        item = self._items.get(item_id)
        if item is not None and item.state != "running":
            self._set(
                item_id,
                state="waiting",
                message="",
                options=item.options if options is None else options,
            )

    def wait_again(self, item_id: str) -> None:
        """Put an item back that ran in a process which is gone."""
        item = self._items.get(item_id)
        if item is not None and item.state == "running":
            self._set(item_id, state="waiting")

    def prioritise(self, item_id: str) -> None:
        """Let an item be the next."""
        highest = max((item.priority for item in self._items.values()), default=0)
        self._set(item_id, priority=highest + 1)

    def remove(self, item_ids: Iterable[str]) -> None:
        """Forget items and delete their transcripts; the recordings are not touched."""
        gone = [item_id for item_id in item_ids if item_id in self._items]
        kept = dict(self._items)
        for item_id in gone:
            del kept[item_id]
        self._save(kept)
        self._items = kept
        for item_id in gone:
            with contextlib.suppress(OSError):
                self._result(item_id).unlink()

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """Write what is changed inside once, at the end: hundreds of items at a time.

        Raises
        ------
        SyrinxError
            The disk is full; nothing inside has happened.
        """
        before, self._held = self._items, True
        try:
            yield
            self._save(self._items)
        except BaseException:
            self._items = before
            raise
        finally:
            self._held = False

    # ---- inside ----

    def _set(self, item_id: str, **changes: Any) -> None:
        item = self._items.get(item_id)
        if item is not None:
            self._change([replace(item, **changes)])

    def _change(self, items: Iterable[Item]) -> None:
        changed = {**self._items, **{item.id: item for item in items}}
        if not self._held:
            self._save(changed)
        self._items = changed

    def _save(self, items: dict[str, Item]) -> None:
        """Write what has changed since the last time."""
        before = self._saved
        changed = [item for item in items.values() if before.get(item.id) is not item]
        gone = len(items) - sum(item.id not in before for item in changed) < len(before)
        if gone or not self._file.change([_entry(item) for item in changed]):
            self._file.write([_entry(item) for item in items.values()])
        self._saved = items

    def _keep_result(self, item: Item, transcript: Transcript) -> None:
        # Composed: to read the transcript's JSON again took most of the time.
        recording = json.dumps(item.path, ensure_ascii=False)
        text = f'{{"recording": {recording}, "transcript": {to_json(transcript)}}}\n'
        write_atomically(self._result(item.id), text.encode("utf-8", "surrogateescape"))

    def _result(self, item_id: str) -> Path:
        return self._results / f"{item_id}.json"

    def _load(self) -> Iterator[Item]:
        items: list[Item] = []
        try:
            items = [_item(entry) for entry in self._file.read()]
            damaged = self._file.lost
        except DamagedListError:
            damaged = True
        except (ValueError, TypeError, KeyError, AttributeError):
            damaged = True
            self._file.put_aside()
        if damaged:
            self.notice = "The list of transcriptions was damaged; it was made again from them."
            # What is there is not made again: somebody may have corrected it.
            items = [item for item in items if not self._result(item.id).exists()]
        known = {item.id for item in items}
        for item in items:
            yield replace(item, state="waiting") if item.state == "running" else item
        yield from self._found_again(known)

    def _found_again(self, known: set[str]) -> Iterator[Item]:
        """Results that the queue does not know: written before it was damaged or lost."""
        for path in sorted(self._results.glob("*.json")):
            if path.name.startswith("."):  # half a result, of a program that was killed
                with contextlib.suppress(OSError):
                    path.unlink()
                continue
            if path.stem in known:
                continue
            with contextlib.suppress(SyrinxError):
                recording, transcript = _read_result(path)
                size, changed_ns = facts_of(Path(recording))
                yield Item(
                    id=path.stem,
                    path=recording,
                    state="done",
                    size=size,
                    changed_ns=changed_ns,
                    duration_s=transcript.duration_s,
                    words=_words(transcript),
                    message=transcript.remark,
                )


def _words(transcript: Transcript) -> int:
    return sum(len(segment.words) for segment in transcript.segments)


def _read_result(path: Path) -> tuple[str, Transcript]:
    try:
        found = json.loads(path.read_bytes().decode("utf-8", "surrogateescape"))
        recording = found["recording"]
        if not isinstance(recording, str):
            raise TypeError
        return recording, from_json(json.dumps(found["transcript"]))
    except OSError as error:
        raise SyrinxError(f"Cannot read {path}: {reason(error)}.") from error
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise SyrinxError(f"The transcript {path} is damaged.") from error


def _entry(item: Item) -> dict[str, Any]:
    # As `asdict`, which took most of the time of writing 20,000 of them.
    entry = {field.name: getattr(item, field.name) for field in fields(item)}
    return entry | {"options": {"model": item.options.model, "diarize": item.options.diarize}}


def _item(entry: dict[str, Any]) -> Item:
    options = Options(**entry["options"])
    item = Item(**{**entry, "options": options})
    types = {"str": str, "int": int, "State": str, "float | None": float | int | None}
    types["int | None"] = int | None
    for field in fields(item):
        wanted = types.get(str(field.type))
        if wanted is not None and not isinstance(getattr(item, field.name), wanted):
            raise TypeError(field.name)
    if item.state not in _STATES or not item.id.isalnum() or not isinstance(options.model, str):
        raise ValueError(item.state)
    return item
