"""Frozen dataclasses as plain JSON values and back, field by field and forgiving.

What a file or a stranger says is checked against the type of each field and against the
dataclass's own ``__post_init__``; a field that does not fit keeps what it was, and a sentence
says so. Fields that are added to a dataclass travel by themselves.
"""

from __future__ import annotations

import dataclasses
import math
import types
import typing
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from typing import Any, Literal, TypeVar, Union

from syrinx.dsp.errors import SyrinxError

T = TypeVar("T")
MAX_ITEMS = 256
"""More entries than this in one list are damage."""


MAX_DEPTH = 8
"""Of dataclasses in dataclasses, in a path."""


class _UnfitError(Exception):
    """A value that its field cannot hold."""


def to_plain(value: object) -> Any:
    """Return ``value`` as JSON values: dataclasses become objects, tuples lists.

    Raises
    ------
    TypeError
        It holds something that JSON has no word for.
    """
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            item.name: to_plain(getattr(value, item.name)) for item in dataclasses.fields(value)
        }
    if isinstance(value, Enum):
        return to_plain(value.value)
    if isinstance(value, list | tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"{type(value).__name__} is no plain value")


def changed(base: T, entries: object) -> tuple[T, list[str]]:
    """Return ``base``, a dataclass, with the fields that ``entries`` names.

    Parameters
    ----------
    base
        What holds for everything that ``entries`` lacks or that does not fit.
    entries
        A JSON object; fields that are dataclasses are objects of the same kind.

    Returns
    -------
    changed, problems
        ``problems`` names each entry that was left out, as ``"name"`` or ``"outer.inner"``.
    """
    if not isinstance(entries, Mapping):
        return base, ["everything"]
    problems: list[str] = []
    hints = _hints(type(base))
    wanted: dict[str, Any] = {}
    for name, entry in entries.items():
        if name not in hints:
            problems.append(str(name)[:80])
            continue
        current = getattr(base, name)
        if _is_instance(current) and isinstance(entry, Mapping):
            wanted[name], inner = changed(current, entry)
            problems += [f"{name}.{problem}" for problem in inner]
            continue
        try:
            wanted[name] = _fit(hints[name], entry)
        except (_UnfitError, SyrinxError):
            problems.append(name)
    try:
        return dataclasses.replace(base, **wanted), problems  # type: ignore[type-var]
    except (SyrinxError, ValueError, TypeError):
        pass  # one of them is out of range: take those that are not, one by one
    for name, value in wanted.items():
        try:
            base = dataclasses.replace(base, **{name: value})  # type: ignore[type-var]
        except (SyrinxError, ValueError, TypeError):
            problems.append(name)
    return base, problems


def nested(path: str, value: object) -> dict[str, Any]:
    """Return ``{"a": {"b": value}}`` for the path ``"a.b"``, as `changed` takes it."""
    *outer, last = path.split(".", MAX_DEPTH)
    entries: dict[str, Any] = {last: value}
    for name in reversed(outer):
        entries = {name: entries}
    return entries


def _is_instance(value: object) -> bool:
    return dataclasses.is_dataclass(value) and not isinstance(value, type)


@lru_cache(maxsize=64)
def _hints(kind: type) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {item.name: hints[item.name] for item in dataclasses.fields(kind) if item.init}


def _fit(hint: Any, entry: Any) -> Any:
    """Return ``entry`` as a value of the type ``hint``."""
    origin = typing.get_origin(hint)
    if origin in (Union, types.UnionType):
        return _fit_first(typing.get_args(hint), entry)
    if origin is Literal:
        for choice in typing.get_args(hint):
            if type(choice) is type(entry) and choice == entry:
                return choice
        raise _UnfitError
    if origin in (tuple, list):
        return _fit_items(origin, typing.get_args(hint), entry)
    if origin is not None and issubclass(origin, Mapping):
        if not isinstance(entry, Mapping) or len(entry) > MAX_ITEMS:
            raise _UnfitError
        key_hint, value_hint = typing.get_args(hint)
        return {_fit(key_hint, key): _fit(value_hint, value) for key, value in entry.items()}
    if dataclasses.is_dataclass(hint):
        return _fit_dataclass(hint, entry)
    if isinstance(hint, type) and issubclass(hint, Enum):
        try:
            return hint(entry)
        except ValueError as error:
            raise _UnfitError from error
    if hint is Any:
        return entry
    return _fit_simple(hint, entry)


def _fit_first(choices: tuple[Any, ...], entry: Any) -> Any:
    for choice in choices:
        try:
            return _fit(choice, entry)
        except (_UnfitError, SyrinxError):
            continue
    raise _UnfitError


def _fit_items(kind: Any, hints: tuple[Any, ...], entry: Any) -> Any:
    if not isinstance(entry, list | tuple) or len(entry) > MAX_ITEMS:
        raise _UnfitError
    if kind is list or (len(hints) == 2 and hints[1] is ...):
        return kind(_fit(hints[0], item) for item in entry)
    if len(hints) != len(entry):
        raise _UnfitError
    return tuple(_fit(hint, item) for hint, item in zip(hints, entry, strict=True))


def _fit_dataclass(kind: Any, entry: Any) -> Any:
    """Return an element of a list, or a value where None was: wholly fit, or not at all."""
    if not isinstance(entry, Mapping):
        raise _UnfitError
    hints = _hints(kind)
    known = {name: _fit(hints[name], value) for name, value in entry.items() if name in hints}
    try:
        return kind(**known)
    except (TypeError, ValueError) as error:
        raise _UnfitError from error


def _fit_simple(hint: Any, entry: Any) -> Any:
    if hint is type(None):
        fits = entry is None
    elif hint is float:
        return _finite(entry)
    elif hint is int:
        fits = isinstance(entry, int) and not isinstance(entry, bool)
    elif hint in (bool, str):
        fits = isinstance(entry, hint)
    else:
        fits = False
    if not fits:
        raise _UnfitError
    return entry


def _finite(entry: Any) -> float:
    if isinstance(entry, bool) or not isinstance(entry, int | float):
        raise _UnfitError
    try:
        number = float(entry)
    except OverflowError as error:
        raise _UnfitError from error
    if not math.isfinite(number):
        raise _UnfitError
    return number
